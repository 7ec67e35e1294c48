use ally_toolkit::Language;
use ally_toolkit::analysis::fold;
use serde::Serialize;

use super::{Random, Record};

/// The letters that typing errors put in.
const LETTERS: [char; 12] = ['a', 'e', 'i', 'o', 'u', 'n', 'r', 's', 't', 'l', 'm', 'c'];

/// What is asked of every engine.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Query {
    /// The set it is measured in.
    pub set: &'static str,
    /// The language of its words, and the reader’s.
    pub language: Language,
    /// The words; empty for all records.
    pub text: String,
    /// The record the words were taken from.
    pub source: String,
    /// The kind that hits must be of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The word whose beginning stands last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meant: Option<String>,
}

/// The sets, and of how many queries each is when the largest are of `most`.
fn sets(most: usize) -> [(&'static str, usize); 10] {
    let few = most.div_ceil(5);
    [
        ("en_any", most),
        ("fr_any", most),
        ("snippet", few),
        ("filtered", few),
        ("browse", few.min(20)),
        ("phrase", few),
        ("prefix", few),
        ("typo", few),
        ("page", few),
        ("complete", most),
    ]
}

/// Queries of every set, with words of `records`.
///
/// `en_any`, `fr_any`: one to four words. `snippet`: likewise in either language, with excerpts of the hits. `filtered`:
/// likewise, among the records of a kind, with five facets. `browse`: no words, a kind, five facets. `phrase`: two or three
/// words in a row. `prefix`: the first two letters of a word. `typo`: one to three words, an error in one.
/// `page`: one to four words in the languages by turns, half of them among the records of a kind, with five facets and highlights.
/// `complete`: one to three words in the languages by turns as somebody types them, from the second letter on.
pub fn queries(records: &[Record], seed: u64, most: usize) -> Vec<Query> {
    let mut queries = Vec::new();
    for (number, (set, count)) in (1..).zip(sets(most)) {
        let mut random = Random::of(seed, number << 40);
        // Records of one language hold nothing to ask in the other, and a short text may hold no error to make.
        let (mut tries, mut turns) = (0, 0);
        let until = queries.len() + count;
        while queries.len() < until && tries < 100 * count && !records.is_empty() {
            tries += 1;
            let language = match set {
                "en_any" => Language::English,
                "fr_any" => Language::French,
                "page" | "complete" if turns % 2 == 0 => Language::English,
                "page" | "complete" => Language::French,
                _ if random.percent(50) => Language::English,
                _ => Language::French,
            };
            let Some(record) = records.get(random.below(records.len() as u64) as usize) else { continue };
            let Some(query) = of_record(set, record, language, &mut random) else { continue };
            turns += 1;
            if set == "complete" {
                queries.extend(keystrokes(&query));
                queries.truncate(until);
            } else {
                queries.push(query);
            }
        }
    }
    queries
}

fn of_record(set: &'static str, record: &Record, language: Language, random: &mut Random) -> Option<Query> {
    let title = record.title.get(language.code())?;
    let description = record.description.get(language.code())?;
    let whole = format!("{title}. {description}");
    let text = match set {
        "browse" => String::new(),
        "phrase" => phrase(description, random)?,
        "prefix" => prefix(&words(&whole), random)?,
        "typo" => mistyped(&some_words(&whole, random.between(1, 3), random)?, random)?,
        "complete" => {
            let words = some_words(&whole, random.between(1, 3), random)?;
            words.iter().filter_map(|word| word.rsplit('’').next()).collect::<Vec<_>>().join(" ")
        }
        _ => some_words(&whole, random.between(1, 4), random)?.join(" "),
    };
    let is_narrowed = matches!(set, "filtered" | "browse") || (set == "page" && random.percent(50));
    let kind = is_narrowed.then(|| record.kind.clone());
    Some(Query { set, language, text, source: record.id.clone(), kind, meant: None })
}

/// What stands in the box after each letter of a query, from the second on. A blank asks for nothing, nor does a word typed whole.
fn keystrokes(query: &Query) -> impl Iterator<Item = Query> {
    let ends = query.text.char_indices().map(|(at, letter)| at + letter.len_utf8()).skip(1);
    ends.filter_map(|end| {
        let text = query.text.get(..end).filter(|text| !text.ends_with(' '))?;
        let meant = query.text.split(' ').nth(text.matches(' ').count())?;
        if text.rsplit(' ').next() == Some(meant) {
            return None;
        }
        Some(Query { text: text.to_owned(), meant: Some(meant.to_owned()), ..query.clone() })
    })
}

/// The words of four letters and more, in lower case, elided words left on.
fn words(text: &str) -> Vec<String> {
    let ends = |c: char| !c.is_alphanumeric();
    let is_long = |word: &String| {
        let bare = word.rsplit(['’', '\'']).next().unwrap_or_default();
        bare.chars().count() > 3 && word.chars().all(|c| c.is_alphabetic() || "’'".contains(c))
    };
    text.split_whitespace().map(|word| word.trim_matches(ends).to_lowercase()).filter(is_long).collect()
}

/// What somebody has typed of a word so far.
fn prefix(words: &[String], random: &mut Random) -> Option<String> {
    let word = words.get(random.below(words.len().max(1) as u64) as usize)?;
    Some(fold(word.rsplit('’').next()?).chars().take(2).collect())
}

/// Different words of a text.
fn some_words(text: &str, count: u64, random: &mut Random) -> Option<Vec<String>> {
    let mut left = words(text);
    left.sort();
    left.dedup();
    let count = count.min(left.len() as u64);
    let drawn = (0..count).map(|_| left.swap_remove(random.below(left.len() as u64) as usize)).collect();
    (count > 0).then_some(drawn)
}

/// Two or three words that stand in a row, without punctuation between them; of five letters and more, since engines do
/// different things with stop words.
fn phrase(text: &str, random: &mut Random) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let length = random.between(2, 3) as usize;
    let runs: Vec<&[&str]> = words
        .windows(length)
        .filter(|run| {
            run.iter().all(|word| word.chars().all(char::is_alphabetic) && word.chars().count() > 4)
        })
        .collect();
    let run = runs.get(random.below(runs.len().max(1) as u64) as usize)?;
    Some(run.join(" ").to_lowercase())
}

/// The words with one error in the longest, never in its first letter: a letter left out, doubled, put in or exchanged.
fn mistyped(words: &[String], random: &mut Random) -> Option<String> {
    let longest = words.iter().max_by_key(|word| word.chars().count())?;
    let mut letters: Vec<char> = longest.chars().collect();
    let elided = letters.iter().position(|c| *c == '’').map_or(0, |at| at + 1);
    if letters.len() < elided + 6 {
        return None;
    }
    let at = random.between(elided as u64 + 1, letters.len() as u64 - 2) as usize;
    match random.below(4) {
        0 => drop(letters.remove(at)),
        1 => letters.swap(at, at + 1),
        2 => letters.insert(at, random.one_of(&LETTERS)),
        _ => *letters.get_mut(at)? = random.one_of(&LETTERS),
    }
    let mistyped: String = letters.into_iter().collect();
    let typed = words.iter().map(|word| if word == longest { mistyped.clone() } else { word.clone() });
    (mistyped != *longest).then(|| typed.collect::<Vec<_>>().join(" "))
}
