//! Texts one after another, each found by its place, read where they lie.

use super::bytes::Section;
use super::numbers::{NumberSection, bytes_of, countable};
use crate::error::Error;

/// Texts in the order they were given. Two sections: where each ends, in bytes, and all of them joined.
#[derive(Debug, Clone)]
pub(crate) struct Strings {
    ends: NumberSection<u32>,
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
        Ok([bytes_of(self.ends), self.joined])
    }
}

impl Strings {
    /// # Errors
    /// `InvalidSnapshot` where the ends are no whole count of numbers.
    pub(crate) fn new(ends: Section, joined: Section) -> Result<Self, Error> {
        Ok(Strings { ends: NumberSection::new(ends)?, joined })
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text at a place; empty where there is none, and where what is there is no UTF-8.
    pub(crate) fn get(&self, place: usize) -> &str {
        std::str::from_utf8(self.bytes(place)).unwrap_or_default()
    }

    /// The bytes of the text at a place, as they lie: for those who look at many and read few.
    pub(crate) fn bytes(&self, place: usize) -> &[u8] {
        let ends = self.ends.view();
        let start = place.checked_sub(1).map_or(Some(0), |before| ends.get(before));
        let (Some(start), Some(end)) = (start, ends.get(place)) else { return &[] };
        self.joined.get(start as usize..end as usize).unwrap_or_default()
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
