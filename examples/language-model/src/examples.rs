//! What is learned from: words, their letter sequences, their language and how much each counts.

use std::collections::{BTreeMap, HashMap};

use ally_toolkit::analysis::fold;
use ally_toolkit::query_language::letter_sequences;

/// How many of the writers of an accented word leave its accents out. The table is of words without accents; the library
/// reads accents by a rule.
const UNACCENTED: f64 = 0.25;

/// Added to every share, so that a word missing from one list is rare there, not impossible: a little less than the share
/// of the rarest words of a list of 100,000.
const RARE: f64 = 2e-8;

/// The log-odds of a word are these times those of its shares: books in one language use many words of the other less
/// often than people who search in both.
const TEMPER: f64 = 0.8;

/// The most certain a word is taken to be, in log-odds.
const MOST: f64 = 5.0;

/// A word counts by its share to this power: frequent words more than rare ones, but not a thousand times more.
const WEIGHT_POWER: f64 = 0.7;

/// A sequence is considered when this many words have it, and a whole word or sequence when it is not too rare.
const FEWEST_WORDS: u32 = 6;
const LEAST_WEIGHT: f64 = 2e-5;

pub(crate) struct Examples {
    /// Every letter sequence that is considered.
    pub(crate) sequences: Vec<String>,
    /// The sequences of all words, one word after the other.
    of_words: Vec<u32>,
    /// Where each word's sequences end in `of_words`.
    ends: Vec<usize>,
    /// How likely each word is English.
    pub(crate) english: Vec<f64>,
    /// How much each word counts; together 1.
    pub(crate) weights: Vec<f64>,
}

impl Examples {
    pub(crate) fn new(english: &BTreeMap<String, f64>, french: &BTreeMap<String, f64>) -> Self {
        let mut shares: BTreeMap<String, [f64; 2]> = BTreeMap::new();
        for (side, words) in [english, french].into_iter().enumerate() {
            for (word, share) in words {
                let folded = fold(word);
                let typed_so = if folded == *word { *share } else { share * UNACCENTED };
                if let Some(sum) = shares.entry(folded).or_default().get_mut(side) {
                    *sum += typed_so;
                }
            }
        }
        let english: Vec<f64> = shares.values().map(|[english, french]| likely(*english, *french)).collect();
        let weights = weights(&shares, &english);
        let mut examples =
            Examples { sequences: Vec::new(), of_words: Vec::new(), ends: Vec::new(), english, weights };
        examples.take_apart(shares.keys());
        examples
    }

    pub(crate) fn words(&self) -> usize {
        self.ends.len()
    }

    /// The sequences of each word, in the order of `english` and `weights`.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &[u32]> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let row = self.of_words.get(start..*end).unwrap_or_default();
            start = *end;
            row
        })
    }

    fn take_apart<'a>(&mut self, words: impl Iterator<Item = &'a String> + Clone) {
        let mut met: HashMap<String, (u32, f64)> = HashMap::new();
        for (word, weight) in words.clone().zip(&self.weights) {
            letter_sequences(word, |sequence| match met.get_mut(sequence) {
                Some((words, sum)) => (*words, *sum) = (*words + 1, *sum + weight),
                None => {
                    met.insert(sequence.to_owned(), (1, *weight));
                }
            });
        }
        met.retain(|sequence, (words, weight)| {
            let whole = sequence.starts_with('_') && sequence.ends_with('_');
            *weight > LEAST_WEIGHT && (whole || *words >= FEWEST_WORDS)
        });
        self.sequences = met.into_keys().collect();
        // The same table from the same lists, in whatever order a hash map gives its keys.
        self.sequences.sort_unstable();
        let numbers: HashMap<&str, u32> = self.sequences.iter().map(String::as_str).zip(0..).collect();
        for word in words {
            letter_sequences(word, |sequence| self.of_words.extend(numbers.get(sequence)));
            self.ends.push(self.of_words.len());
        }
    }
}

/// How likely a word of these shares is English.
fn likely(english: f64, french: f64) -> f64 {
    let log_odds = TEMPER * ((english + RARE) / (french + RARE)).ln();
    1.0 / (1.0 + (-log_odds.clamp(-MOST, MOST)).exp())
}

/// How much each word counts, each language as much as the other.
fn weights(shares: &BTreeMap<String, [f64; 2]>, english: &[f64]) -> Vec<f64> {
    let mut weights: Vec<f64> =
        shares.values().map(|[english, french]| ((english + french) / 2.0).powf(WEIGHT_POWER)).collect();
    let (mut of_english, mut of_french) = (0.0, 0.0);
    for (weight, likely) in weights.iter().zip(english) {
        of_english += weight * likely;
        of_french += weight * (1.0 - likely);
    }
    for (weight, likely) in weights.iter_mut().zip(english) {
        *weight *= 0.5 * likely / of_english + 0.5 * (1.0 - likely) / of_french;
    }
    let all: f64 = weights.iter().sum();
    weights.iter_mut().for_each(|weight| *weight /= all);
    weights
}
