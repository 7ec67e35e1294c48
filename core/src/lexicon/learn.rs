//! From texts in both languages to translations of words.

use std::collections::HashMap;

use super::alignment::{Alignment, Options, TextPairs};
use crate::analysis::analyze;
use crate::text::Language;

/// What of an alignment is kept.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pruning {
    /// How often two words must be expected to translate each other.
    pub least_count: f32,
    /// The least probability, in a direction, of a translation in that direction.
    pub least_probability: f32,
    /// The most translations of a word.
    pub most: usize,
}

impl Default for Pruning {
    fn default() -> Self {
        Pruning { least_count: 0.5, least_probability: 0.05, most: 8 }
    }
}

/// Two words that translate each other.
#[derive(Debug, Clone, PartialEq)]
pub struct LearnedPair {
    /// The English stem.
    pub english: String,
    /// The French stem.
    pub french: String,
    /// The probability that the English word is translated so; 0 where it is no translation in this direction.
    pub french_given_english: f32,
    /// The probability that the French word is translated so; 0 where it is no translation in this direction.
    pub english_given_french: f32,
    /// In how many text pairs the English word is.
    pub english_texts: u32,
    /// In how many text pairs the French word is.
    pub french_texts: u32,
}

/// Learns which words translate each other from texts in both languages.
///
/// ```
/// use ally_toolkit::lexicon::learn::{Learner, Pruning};
/// let mut learner = Learner::default();
/// for (english, french) in [
///     ("Mentorship of nurses", "Mentorat des infirmières"),
///     ("Nurses and leadership", "Les infirmières et le leadership"),
///     ("Mentorship and leadership", "Mentorat et leadership"),
///     ("Bias at work", "Préjugés au travail"),
/// ] {
///     learner.add(english, french);
/// }
/// let pairs = learner.learn(&Default::default(), &Pruning::default());
/// let best = pairs.iter().find(|pair| pair.english == "nurs").map(|pair| pair.french.as_str());
/// assert_eq!(best, Some("infirmi"));
/// ```
#[derive(Debug, Default)]
pub struct Learner {
    english: Words,
    french: Words,
    pairs: TextPairs,
}

/// The words of one language, numbered in the order they were met.
#[derive(Debug, Default)]
struct Words {
    numbers: HashMap<Box<str>, u32>,
    words: Vec<Box<str>>,
    texts: Vec<u32>,
}

impl Learner {
    /// Adds a text and its counterpart: a title and its translation, a description and its translation. The shorter the
    /// texts, the more they teach, so a title goes apart from a description. Nothing is learned from an empty text.
    pub fn add(&mut self, english: &str, french: &str) {
        self.add_stems(&stems(english, Language::English), &stems(french, Language::French));
    }

    /// Like [`add`](Learner::add), of texts that are analysed already: [`stems`].
    pub fn add_stems(&mut self, english: &[impl AsRef<str>], french: &[impl AsRef<str>]) {
        if english.is_empty() || french.is_empty() {
            return;
        }
        let (english, french) = (self.english.numbers(english), self.french.numbers(french));
        self.pairs.push(&english, &french);
    }

    /// How many text pairs there are.
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    /// True when there are none.
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// The pairs of words that translate each other, by English and French stem. Probabilities are as the alignment gives
    /// them: what was pruned away leaves its share empty.
    pub fn learn(&self, options: &Options, pruning: &Pruning) -> Vec<LearnedPair> {
        let alignment = Alignment::of(&self.pairs, options);
        let mut links: Vec<(u32, u32, [f32; 2])> = Vec::new();
        for (number, _) in (0..).zip(&self.english.words) {
            let kept = alignment.links(number).iter().filter(|link| {
                link.count >= pruning.least_count
                    && link.french_given_english.max(link.english_given_french) >= pruning.least_probability
            });
            links.extend(kept.map(|link| {
                let kept = [link.french_given_english, link.english_given_french].map(|probability| {
                    if probability >= pruning.least_probability { probability } else { 0.0 }
                });
                (number, link.french, kept)
            }));
        }
        keep_most(&mut links, pruning.most, |link| (link.0, link.2[0], link.1), |link| link.2[0] = 0.0);
        keep_most(&mut links, pruning.most, |link| (link.1, link.2[1], link.0), |link| link.2[1] = 0.0);
        links.retain(|(_, _, probabilities)| probabilities.iter().any(|probability| *probability > 0.0));
        let mut pairs: Vec<LearnedPair> = links
            .into_iter()
            .map(|(english, french, [french_given_english, english_given_french])| LearnedPair {
                english: self.english.word(english),
                french: self.french.word(french),
                french_given_english,
                english_given_french,
                english_texts: self.english.texts(english),
                french_texts: self.french.texts(french),
            })
            .collect();
        pairs.sort_by(|a, b| (&a.english, &a.french).cmp(&(&b.english, &b.french)));
        pairs
    }
}

type Scored = (u32, u32, [f32; 2]);

/// Of the links of each word, sets all but the `most` most probable to nothing. `of`: the word, the probability, and what
/// decides between equals.
fn keep_most(
    links: &mut [Scored],
    most: usize,
    of: impl Fn(&Scored) -> (u32, f32, u32),
    drop: impl Fn(&mut Scored),
) {
    links.sort_by(|a, b| {
        let ((word, probability, target), (other, other_probability, other_target)) = (of(a), of(b));
        word.cmp(&other).then(other_probability.total_cmp(&probability)).then(target.cmp(&other_target))
    });
    for word in links.chunk_by_mut(|a, b| of(a).0 == of(b).0) {
        word.iter_mut().skip(most).for_each(&drop);
    }
}

/// The stems of a text that say something: no stop words, no compounds beside their parts; of an inclusive form each
/// distinct stem.
///
/// ```
/// use ally_toolkit::{Language, lexicon::learn::stems};
/// assert_eq!(stems("L’équipe des allié·e·s", Language::French), ["equip", "alli"]);
/// ```
pub fn stems(text: &str, language: Language) -> Vec<String> {
    let mut stems: Vec<String> = Vec::new();
    for token in analyze(text, language).tokens.into_iter().filter(|token| !token.stop && !token.joined) {
        let before = stems.len();
        for form in token.forms {
            if !stems.iter().skip(before).any(|stem| *stem == form.stem) {
                stems.push(form.stem);
            }
        }
    }
    stems
}

impl Words {
    fn numbers(&mut self, words: &[impl AsRef<str>]) -> Vec<u32> {
        let numbers: Vec<u32> = words.iter().map(|word| self.number(word.as_ref())).collect();
        let mut distinct = numbers.clone();
        distinct.sort_unstable();
        distinct.dedup();
        for number in distinct {
            self.texts.get_mut(number as usize).into_iter().for_each(|texts| *texts += 1);
        }
        numbers
    }

    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.numbers.insert(word.into(), number);
        self.words.push(word.into());
        self.texts.push(0);
        number
    }

    fn word(&self, number: u32) -> String {
        self.words.get(number as usize).map(|word| String::from(&**word)).unwrap_or_default()
    }

    fn texts(&self, number: u32) -> u32 {
        self.texts.get(number as usize).copied().unwrap_or(0)
    }
}
