//! Lists of numbers of different lengths, each found by its place, read where they lie.

use std::ops::Range;

use super::bytes::Section;
use super::numbers::{NumberSection, Numbers, bytes_of, countable};
use crate::error::Error;

/// Lists in the order they were given. Two sections: where each ends, and the numbers of all of them.
#[derive(Debug, Clone)]
pub(crate) struct Lists {
    ends: NumberSection<u32>,
    numbers: NumberSection<u32>,
}

/// Lists as the two sections that [`Lists`] reads.
#[derive(Debug, Default)]
pub(crate) struct ListsBuilder {
    ends: Vec<u32>,
    numbers: Vec<u32>,
}

impl ListsBuilder {
    pub(crate) fn push(&mut self, list: impl IntoIterator<Item = u32>) {
        self.numbers.extend(list);
        self.ends.push(u32::try_from(self.numbers.len()).unwrap_or(u32::MAX));
    }

    /// The ends, then the numbers.
    ///
    /// # Errors
    /// `InvalidCatalogue` where there are more numbers than the ends can say.
    pub(crate) fn finish(self) -> Result<[Vec<u8>; 2], Error> {
        countable(self.numbers.len())?;
        Ok([bytes_of(self.ends), bytes_of(self.numbers)])
    }
}

impl Lists {
    /// # Errors
    /// `InvalidSnapshot` where a section is no whole count of numbers.
    pub(crate) fn new(ends: Section, numbers: Section) -> Result<Self, Error> {
        Ok(Lists { ends: NumberSection::new(ends)?, numbers: NumberSection::new(numbers)? })
    }

    /// The list at a place; empty where there is none.
    pub(crate) fn get(&self, place: usize) -> Numbers<'_, u32> {
        self.range(place).and_then(|range| self.numbers.view().range(range)).unwrap_or_default()
    }

    /// The numbers of all lists.
    pub(crate) fn numbers(&self) -> Numbers<'_, u32> {
        self.numbers.view()
    }

    /// Where the list at a place lies among the numbers of all lists.
    pub(crate) fn range(&self, place: usize) -> Option<Range<usize>> {
        let ends = self.ends.view();
        let start = place.checked_sub(1).map_or(Some(0), |before| ends.get(before));
        start.zip(ends.get(place)).map(|(start, end)| start as usize..end as usize)
    }
}
