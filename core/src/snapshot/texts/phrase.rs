//! Where a phrase lies, and how it meets its neighbours, in 32 bits.

use super::words::{begins_with_word, ends_with_word};

/// The longest phrase, in bytes: a forged file makes no reader allocate more for a code.
pub(super) const LONGEST_PHRASE: usize = 64;

const START_BITS: u32 = 24;
const BEGINS_WITH_WORD: u32 = 1 << 30;
const ENDS_WITH_WORD: u32 = 1 << 31;

/// A phrase: bits 0 to 23 where it begins, 24 to 29 its length less 1, 30 and 31 whether its first and its last character are
/// of a word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Phrase {
    pub(super) start: usize,
    pub(super) length: usize,
    pub(super) begins_with_word: bool,
    pub(super) ends_with_word: bool,
}

impl Phrase {
    #[inline]
    pub(super) fn from_bits(bits: u32) -> Self {
        Phrase {
            start: (bits & ((1 << START_BITS) - 1)) as usize,
            length: (bits >> START_BITS) as usize % LONGEST_PHRASE + 1,
            begins_with_word: bits & BEGINS_WITH_WORD != 0,
            ends_with_word: bits & ENDS_WITH_WORD != 0,
        }
    }

    /// The bits of a phrase of 1 to [`LONGEST_PHRASE`] bytes; `None` where it begins too late.
    pub(super) fn to_bits(start: usize, phrase: &str) -> Option<u32> {
        let start = u32::try_from(start).ok().filter(|start| start >> START_BITS == 0)?;
        let length = (phrase.len() - 1) as u32;
        let begins = if begins_with_word(phrase) { BEGINS_WITH_WORD } else { 0 };
        let ends = if ends_with_word(phrase) { ENDS_WITH_WORD } else { 0 };
        Some(start | length << START_BITS | begins | ends)
    }
}
