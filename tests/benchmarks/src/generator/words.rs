use std::collections::{BTreeMap, BTreeSet};

use ally_toolkit::lexicon::general::COUNTED;
use ally_toolkit::{Catalogue, Error, Language};
use serde_json::Value;

use super::Random;

/// The words of each language, and how often each is used.
#[derive(Debug, Clone)]
pub struct Words {
    english: Zipf,
    french: Zipf,
}

/// Words of which the nth is used 1/n as often as the first.
#[derive(Debug, Clone)]
struct Zipf {
    words: Vec<String>,
    /// For each word, what it and those before it are worth. Whole numbers, so that no machine rounds differently.
    up_to: Vec<u64>,
}

impl Words {
    /// Those of the bundled catalogue, the most frequent first, then those of the general lexicon.
    ///
    /// # Errors
    /// None in practice: the bundled catalogue opens.
    pub fn of_the_library() -> Result<Self, Error> {
        let json: Value = serde_json::from_str(&Catalogue::bundled()?.to_json()?).unwrap_or_default();
        let words = |language: Language, column: usize| {
            let mut texts = Vec::new();
            texts_in(&json, language.code(), &mut texts);
            let lexicon = COUNTED.lines().skip(1).filter_map(|line| line.split('\t').nth(column));
            Zipf::new(by_frequency(&texts, lexicon))
        };
        Ok(Words { english: words(Language::English, 0), french: words(Language::French, 1) })
    }

    /// These words, the most frequent first.
    pub fn new(english: &[&str], french: &[&str]) -> Self {
        let zipf = |words: &[&str]| Zipf::new(words.iter().map(|word| (*word).to_owned()).collect());
        Words { english: zipf(english), french: zipf(french) }
    }

    /// A word, by how often it is used.
    pub fn any(&self, language: Language, random: &mut Random) -> &str {
        self.zipf(language).from(0, random)
    }

    /// Likewise, but none of the most frequent: a word that says what a text is about.
    pub fn telling(&self, language: Language, random: &mut Random) -> &str {
        let zipf = self.zipf(language);
        zipf.from(zipf.words.len().min(600) / 4, random)
    }

    fn zipf(&self, language: Language) -> &Zipf {
        match language {
            Language::English => &self.english,
            Language::French => &self.french,
        }
    }
}

impl Zipf {
    fn new(words: Vec<String>) -> Self {
        let mut sum = 0;
        let up_to = (1..=words.len() as u64)
            .map(|rank| {
                sum += 1_000_000_000 / rank;
                sum
            })
            .collect();
        Zipf { words, up_to }
    }

    /// A word from the `first` on.
    fn from(&self, first: usize, random: &mut Random) -> &str {
        let before = first.checked_sub(1).and_then(|at| self.up_to.get(at)).copied().unwrap_or_default();
        let all = self.up_to.last().copied().unwrap_or_default();
        let drawn = before + random.below((all - before).max(1));
        let at = self.up_to.partition_point(|up_to| *up_to <= drawn);
        self.words.get(at).map(String::as_str).unwrap_or_default()
    }
}

/// Every text in a language, wherever it stands.
fn texts_in<'a>(json: &'a Value, language: &str, texts: &mut Vec<&'a str>) {
    match json {
        Value::Array(values) => values.iter().for_each(|value| texts_in(value, language, texts)),
        Value::Object(members) => {
            for (name, value) in members {
                match value {
                    Value::String(text) if name == language => texts.push(text),
                    _ => texts_in(value, language, texts),
                }
            }
        }
        _ => {}
    }
}

/// The words of `texts` by frequency, then those of the lexicon in an order that has nothing to do with their letters.
fn by_frequency<'a>(texts: &[&str], lexicon: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for word in texts.iter().flat_map(|text| text.split(|c: char| !c.is_alphabetic())) {
        // An elided word and what is left of a contraction are no words; the records elide anew.
        if (word.chars().count() > 1 && word != "qu") || ["a", "à", "y"].contains(&word) {
            *counts.entry(word.to_lowercase()).or_default() += 1;
        }
    }
    let mut words: Vec<(usize, String)> = counts.into_iter().map(|(word, count)| (count, word)).collect();
    words.sort_by(|a, b| (b.0, &a.1).cmp(&(a.0, &b.1)));
    let mut words: Vec<String> = words.into_iter().map(|(_, word)| word).collect();
    let known: BTreeSet<&str> = words.iter().map(String::as_str).collect();
    let is_word = |word: &&str| word.chars().count() > 2 && word.chars().all(char::is_lowercase);
    let new: BTreeSet<&str> = lexicon.filter(is_word).filter(|word| !known.contains(word)).collect();
    let mut new: Vec<(u64, String)> =
        (0..).zip(new).map(|(at, word)| (Random::of(1, at).next_u64(), word.to_owned())).collect();
    new.sort();
    words.extend(new.into_iter().map(|(_, word)| word));
    words
}
