//! Texts one after another, each found by its place, read where they lie.

use super::bytes::Section;
use super::numbers::countable;
use super::packed::{PackedSection, packed};
use crate::error::Error;

/// Texts in the order they were given. Two sections: where each ends, in bytes, and all of them joined.
#[derive(Debug, Clone)]
pub(crate) struct Strings {
    ends: PackedSection,
    joined: Section,
}

/// Texts as the two sections that [`Strings`] reads.
#[derive(Debug, Default)]
pub(crate) struct StringsBuilder {
    ends: Vec<u32>,
    joined: Vec<u8>,
}

impl StringsBuilder {
    pub(crate) fn push(&mut self, text: &str) {
        self.joined.extend_from_slice(text.as_bytes());
        self.ends.push(u32::try_from(self.joined.len()).unwrap_or(u32::MAX));
    }

    /// The ends, then the texts.
    ///
    /// # Errors
    /// `InvalidCatalogue` where the texts are longer than the ends can say.
    pub(crate) fn finish(self) -> Result<[Vec<u8>; 2], Error> {
        countable(self.joined.len())?;
        Ok([packed(&self.ends), self.joined])
    }
}

impl Strings {
    /// # Errors
    /// `InvalidSnapshot` where the ends are no whole count of numbers.
    pub(crate) fn new(ends: Section, joined: Section) -> Result<Self, Error> {
        Ok(Strings { ends: PackedSection::new(ends)?, joined })
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.view().len()
    }

    /// The text at a place; empty where there is none, and where what is there is no UTF-8.
    pub(crate) fn get(&self, place: usize) -> &str {
        std::str::from_utf8(self.bytes(place)).unwrap_or_default()
    }

    /// The bytes of the text at a place, as they lie: for those who look at many and read few.
    pub(crate) fn bytes(&self, place: usize) -> &[u8] {
        self.ends.view().between(place).and_then(|range| self.joined.get(range)).unwrap_or_default()
    }

    /// How many bytes the text at a place has; 0 where there is none.
    pub(crate) fn length(&self, place: usize) -> usize {
        self.ends.view().between(place).map_or(0, |range| range.len())
    }

    /// How many texts from the start satisfy `before`, where those that do come first.
    pub(crate) fn partition_point(&self, before: impl Fn(&str) -> bool) -> usize {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = from.midpoint(to);
            if before(self.get(middle)) { from = middle + 1 } else { to = middle }
        }
        from
    }
}
