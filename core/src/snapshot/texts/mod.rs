//! Texts of one kind in few bytes, each read on its own.
//!
//! A text is written as the numbers of phrases: words, what stands between them, and several of these that are common
//! together. The phrases are those of the texts themselves, the commonest in one byte. Sources: N. Brisaboa, A. Fariña,
//! G. Navarro and J. Paramá, *Lightweight natural language text compression* (2007), for words as whole bytes; P. Gage,
//! *A new algorithm for data compression* (1994), for pairs that are put together.

mod builder;
mod code;
mod phrase;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use builder::TextsBuilder;

use std::ops::Range;

use super::bytes::Section;
use super::numbers::NumberSection;
use super::packed::PackedSection;
use crate::error::Error;
use code::Code;
use phrase::{LONGEST_PHRASE, Phrase};

/// Bytes that are copied at once. Most phrases are shorter; what is copied beyond their end is written over.
const AT_ONCE: usize = 16;

/// The most bytes that one code adds: a literal's, or a phrase's with a blank, and what is copied beyond.
const ROOM: usize = 255 + AT_ONCE;
const _: () = assert!(LONGEST_PHRASE < 255);

/// Texts in the order they were given. Four sections: where each ends, in bytes; what is written of them, joined; the phrases
/// ([`Phrase`]), each known by its place; and the bytes these lie in.
#[derive(Debug, Clone)]
pub(crate) struct Texts {
    ends: PackedSection,
    codes: Section,
    phrases: NumberSection<u32>,
    joined: Section,
}

impl Texts {
    /// # Errors
    /// `InvalidSnapshot` where the ends or the phrases are no whole count of numbers.
    pub(crate) fn new([ends, codes, phrases, joined]: [Section; 4]) -> Result<Self, Error> {
        Ok(Texts { ends: PackedSection::new(ends)?, codes, phrases: NumberSection::new(phrases)?, joined })
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.view().len()
    }

    /// Where what is written of a text lies in its section; `None` where the ends say nothing of it that makes sense.
    pub(crate) fn range(&self, place: usize) -> Option<Range<usize>> {
        self.ends.view().between(place).filter(|range| self.codes.get(range.clone()).is_some())
    }

    /// The text at a place; `None` where there is none, and where what is there makes no sense. What is damaged may give
    /// another text, or bytes that are no text.
    pub(crate) fn get(&self, place: usize) -> Option<Vec<u8>> {
        let mut codes = self.codes.get(self.range(place)?)?;
        let (phrases, joined) = (self.phrases.view(), self.joined.as_ref());
        // A guess that is mostly enough.
        let mut text = vec![0; 5 * codes.len() + ROOM];
        let (mut length, mut after_word) = (0, false);
        while !codes.is_empty() {
            if text.len() - length < ROOM {
                text.resize(2 * text.len(), 0);
            }
            match Code::read(&mut codes)? {
                Code::Phrase(number) => {
                    let phrase = Phrase::from_bits(phrases.get(number)?);
                    *text.get_mut(length)? = b' ';
                    length += usize::from(after_word && phrase.begins_with_word);
                    copy(&mut text, length, joined, phrase.start, phrase.length)?;
                    length += phrase.length;
                    after_word = phrase.ends_with_word;
                }
                Code::Literal(bytes) => {
                    copy(&mut text, length, bytes, 0, bytes.len())?;
                    length += bytes.len();
                    after_word = false;
                }
            }
        }
        text.truncate(length);
        Some(text)
    }
}

/// Copies `length` bytes of `from` at `start` to `to` at `at`, and where there is room some that follow them: a number of
/// bytes that is always the same takes two instructions.
#[inline]
fn copy(to: &mut [u8], at: usize, from: &[u8], start: usize, length: usize) -> Option<()> {
    let (to, from) = (to.get_mut(at..)?, from.get(start..)?);
    if length <= AT_ONCE
        && let Some(to) = to.first_chunk_mut::<AT_ONCE>()
        && let Some(from) = from.first_chunk::<AT_ONCE>()
    {
        *to = *from;
    } else {
        to.get_mut(..length)?.copy_from_slice(from.get(..length)?);
    }
    Some(())
}
