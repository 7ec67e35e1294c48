//! Words that begin alike: `équité` and `équitable`, `leader` and `leadership`.
//!
//! A stemmer joins forms of one word; derived words stay apart, since nothing but a dictionary tells `forme` and
//! `formation` from `mentor` and `mentorat`. So a word that begins alike never finds a record; it only lifts one that is
//! found anyway.

use super::View;

/// How many letters must be the same.
const LEAST_LETTERS: usize = 4;

/// How alike two words must be.
const LEAST_LIKENESS: f64 = 0.5;

/// The most words of a family.
const MOST: usize = 8;

/// The keys of words that begin like `folded`, and how alike they are: the letters both begin with, twice, over the letters
/// of both (the coefficient of L. R. Dice, *Measures of the amount of ecologic association between species*, 1945).
pub(super) fn members(folded: &str, view: &View) -> Vec<(usize, f64)> {
    let letters = folded.chars().count();
    let Some((end, _)) = folded.char_indices().nth(LEAST_LETTERS) else { return Vec::new() };
    let mut found: Vec<(usize, f64)> = Vec::new();
    for (word, text) in view.words().starting_with(folded.get(..end).unwrap_or_default()) {
        let same = folded.chars().zip(text.chars()).take_while(|(a, b)| a == b).count();
        let alike = 2.0 * same as f64 / (letters + text.chars().count()) as f64;
        if alike >= LEAST_LIKENESS {
            found.extend(view.keys_of_word(word).map(|key| (key, alike)));
        }
    }
    // Of a key with several words the one most alike, then the keys most alike.
    found.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    found.dedup_by_key(|(key, _)| *key);
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| view.key_text(a.0).cmp(view.key_text(b.0))));
    found.truncate(MOST);
    found
}
