//! Where each English word stands.

use super::super::rows::Rows;
use super::{MOST_WORDS, TextPairs};

/// A text with an English word: all that is asked of it, so that of what lies elsewhere only the French words are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Posting {
    /// The place of the first French word of its counterpart among those of all texts.
    start: u32,
    /// How many distinct French words the counterpart has.
    distinct: u8,
    /// How many words the counterpart has.
    length: u8,
    /// How often the English word is in the text.
    times: u8,
}

const _: () = assert!(MOST_WORDS <= u8::MAX as usize);

impl Posting {
    pub(super) fn start(&self) -> usize {
        self.start as usize
    }

    /// Where the French words of the counterpart are among `words`, of which the first has the place `base`.
    pub(super) fn words<'w, T>(&self, words: &'w [T], base: usize) -> &'w [T] {
        let start = self.start().wrapping_sub(base);
        words.get(start..start.wrapping_add(self.distinct.into())).unwrap_or_default()
    }

    /// As [`words`](Posting::words).
    pub(super) fn words_mut<'w, T>(&self, words: &'w mut [T], base: usize) -> &'w mut [T] {
        let start = self.start().wrapping_sub(base);
        words.get_mut(start..start.wrapping_add(self.distinct.into())).unwrap_or_default()
    }

    pub(super) fn length(&self) -> u32 {
        self.length.into()
    }

    pub(super) fn times(&self) -> f32 {
        self.times.into()
    }
}

/// For each English word the texts that have it, in order. Texts after four thousand million French words are left out.
pub(super) fn postings(pairs: &TextPairs) -> Rows<Posting> {
    let byte = |number: usize| u8::try_from(number).unwrap_or(u8::MAX);
    let postings = (0..pairs.len()).flat_map(|text| {
        let (english, french) = (pairs.english.rows.row(text), pairs.french.rows.row(text));
        let start = u32::try_from(pairs.french.rows.range(text).start);
        let (distinct, length) = (byte(french.len()), byte(super::pairs::length(french) as usize));
        english.iter().filter_map(move |(word, times)| {
            Some((*word, Posting { start: start.ok()?, distinct, length, times: byte(*times as usize) }))
        })
    });
    Rows::grouped(postings, u32::try_from(pairs.english.vocabulary).unwrap_or(u32::MAX))
}
