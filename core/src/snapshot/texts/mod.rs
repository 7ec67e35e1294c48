//! Texts of one kind in few bytes, each read on its own.
//!
//! A text is written as the numbers of phrases: words, what stands between them, and several of these that are common
//! together. The phrases are those of the texts themselves, the commonest in one byte. Sources: N. Brisaboa, A. Fariña,
//! G. Navarro and J. Paramá, *Lightweight natural language text compression* (2007), for words as whole bytes; P. Gage,
//! *A new algorithm for data compression* (1994), for pairs that are put together.

mod builder;
mod code;
mod pairs;
mod phrase;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use builder::{TextsBuilder, sampled};

use std::ops::Range;

use super::bytes::Section;
use super::numbers::NumberSection;
use super::packed::PackedSection;
use crate::error::Error;
use code::{LITERAL, read_phrase};
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
        let codes = self.codes.get(self.range(place)?)?;
        let (phrases, joined) = (self.phrases.view(), self.joined.as_ref());
        // A guess that is mostly enough.
        let mut text = vec![0; 5 * codes.len() + ROOM];
        let (mut at, mut length, mut after_word) = (0, 0, false);
        while let Some((&first, rest)) = codes.get(at..).and_then(<[u8]>::split_first) {
            if text.len() - length < ROOM {
                text.resize(2 * text.len(), 0);
            }
            let to = text.get_mut(length..)?;
            if first == LITERAL {
                let (count, rest) = rest.split_first()?;
                let bytes = rest.get(..usize::from(*count))?;
                copy(to, bytes, bytes.len())?;
                (at, length, after_word) = (at + 2 + bytes.len(), length + bytes.len(), false);
            } else {
                // At the end of the text zeros are read, and the code is found to be too long.
                let (number, width) = match rest.first_chunk() {
                    Some([middle, last]) => read_phrase([first, *middle, *last]),
                    None => read_phrase([first, rest.first().copied().unwrap_or(0), 0]),
                };
                let phrase = Phrase::from_bits(phrases.get(number)?);
                let blank = usize::from(after_word & phrase.begins_with_word);
                *to.first_mut()? = b' ';
                copy(to.get_mut(blank..)?, joined.get(phrase.start..)?, phrase.length)?;
                (at, length, after_word) =
                    (at + width, length + blank + phrase.length, phrase.ends_with_word);
            }
        }
        text.truncate(length);
        (at == codes.len()).then_some(text)
    }
}

/// Copies `length` bytes of `from`, and where there is room some that follow them: a number of bytes that is always the same
/// takes two instructions.
#[inline]
fn copy(to: &mut [u8], from: &[u8], length: usize) -> Option<()> {
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
