//! Texts of one kind in few bytes, each read on its own.
//!
//! A text is written as the numbers of phrases: words, what stands between them, and several of these that are common
//! together. The phrases are those of the texts themselves, the commonest in one byte. Sources: N. Brisaboa, A. Fariña,
//! G. Navarro and J. Paramá, *Lightweight natural language text compression* (2007), for words as whole bytes; P. Gage,
//! *A new algorithm for data compression* (1994), for pairs that are put together.

mod builder;
mod code;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use builder::TextsBuilder;

use std::ops::Range;

use super::bytes::Section;
use super::packed::PackedSection;
use super::strings::Strings;
use crate::error::Error;
use code::Code;
use words::{begins_with_word, ends_with_word};

/// The longest phrase, in bytes. So a text is at most as many times as long as what is written of it, and a blank for each
/// phrase: a forged file makes no reader allocate more.
pub(super) const LONGEST_PHRASE: usize = 64;

/// Texts in the order they were given. Four sections: where each ends, in bytes; what is written of them, joined; and the
/// phrases ([`Strings`]), a phrase being known by its place.
#[derive(Debug, Clone)]
pub(crate) struct Texts {
    ends: PackedSection,
    codes: Section,
    phrases: Strings,
}

impl Texts {
    /// # Errors
    /// `InvalidSnapshot` where the ends are no whole count of numbers.
    pub(crate) fn new([ends, codes, phrase_ends, phrases]: [Section; 4]) -> Result<Self, Error> {
        Ok(Texts { ends: PackedSection::new(ends)?, codes, phrases: Strings::new(phrase_ends, phrases)? })
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.view().len()
    }

    /// Where what is written of a text lies in its section; `None` where the ends say nothing of it that makes sense.
    pub(crate) fn range(&self, place: usize) -> Option<Range<usize>> {
        self.ends.view().between(place).filter(|range| self.codes.get(range.clone()).is_some())
    }

    /// The text at a place; `None` where there is none, and where what is there makes no sense. What is damaged may give
    /// another text, or what is none.
    pub(crate) fn get(&self, place: usize) -> Option<Vec<u8>> {
        let mut codes = self.codes.get(self.range(place)?)?;
        // A guess that is mostly enough.
        let mut text = Vec::with_capacity(4 * codes.len());
        let phrases = self.phrases.view();
        let mut after_word = false;
        while !codes.is_empty() {
            match Code::read(&mut codes)? {
                Code::Phrase(number) => {
                    let phrase = phrases.get(number).filter(|phrase| phrase.len() <= LONGEST_PHRASE)?;
                    if after_word && begins_with_word(phrase) {
                        text.push(b' ');
                    }
                    text.extend_from_slice(phrase);
                    after_word = ends_with_word(phrase);
                }
                Code::Literal(bytes) => {
                    text.extend_from_slice(bytes);
                    after_word = false;
                }
            }
        }
        Some(text)
    }
}
