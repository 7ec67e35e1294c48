//! Text pairs as numbers: what alignment works on.

use super::super::rows::Rows;

/// The most words of one text that are aligned: the cost grows with the product of both lengths, and a word far down a
/// long text says little about a word at the top of the other.
pub const MOST_WORDS: usize = 160;

/// Texts in English, each with its French counterpart, as numbers of words: 0 to the size of the vocabulary less one.
///
/// The order of words in a text does not count; how often each is in it does.
#[derive(Debug, Clone, Default)]
pub struct TextPairs {
    pub(super) english: Texts,
    pub(super) french: Texts,
}

/// One side: for each text its distinct words in order, each with how often it is in the text.
#[derive(Debug, Clone, Default)]
pub(super) struct Texts {
    pub(super) rows: Rows<(u32, u32)>,
    pub(super) vocabulary: usize,
}

/// How many words a text has.
pub(super) fn length(text: &[(u32, u32)]) -> u32 {
    text.iter().map(|(_, times)| times).sum()
}

impl TextPairs {
    /// Adds a pair; only the first [`MOST_WORDS`] of each text count. A pair with an empty side teaches nothing and is
    /// left out.
    pub fn push(&mut self, english: &[u32], french: &[u32]) {
        if !english.is_empty() && !french.is_empty() {
            self.english.push(english);
            self.french.push(french);
        }
    }

    /// In how many texts each English and each French word is, by number.
    pub(in crate::lexicon) fn passages(&self) -> [Vec<u32>; 2] {
        [&self.english, &self.french].map(Texts::counts)
    }

    /// How many pairs there are.
    pub fn len(&self) -> usize {
        self.english.rows.len()
    }

    /// True when there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Texts {
    fn push(&mut self, words: &[u32]) {
        let mut words: Vec<u32> = words.iter().copied().take(MOST_WORDS).collect();
        words.sort_unstable();
        if let Some(last) = words.last() {
            self.vocabulary = self.vocabulary.max(*last as usize + 1);
        }
        let runs = words.chunk_by(|a, b| a == b);
        self.rows.push(runs.filter_map(|run| Some((*run.first()?, u32::try_from(run.len()).ok()?))));
    }

    /// In how many texts each word is, by number.
    pub(super) fn counts(&self) -> Vec<u32> {
        let mut counts = vec![0; self.vocabulary];
        for (word, _) in self.rows.values() {
            counts.get_mut(*word as usize).into_iter().for_each(|count| *count += 1);
        }
        counts
    }
}
