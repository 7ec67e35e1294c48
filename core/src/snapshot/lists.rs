//! Lists of numbers of different lengths, each found by its place, read where they lie.

use std::ops::Range;

use super::bytes::Section;
use super::numbers::countable;
use super::packed::{Packed, PackedSection, packed};
use crate::error::Error;

/// Lists in the order they were given. Two sections: where each ends, and the numbers of all of them.
#[derive(Debug, Clone)]
pub(crate) struct Lists {
    ends: PackedSection,
    numbers: PackedSection,
}

/// A list, or the numbers of several.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct List<'a>(Packed<'a>);

impl<'a> List<'a> {
    /// The numbers at `range`; `None` where there are not that many.
    pub(crate) fn range(self, range: Range<usize>) -> Option<Self> {
        self.0.range(range).map(List)
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = u32> + 'a {
        self.0.iter().map(|number| number as u32)
    }
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
        Ok([packed(&self.ends), packed(&self.numbers)])
    }
}

impl Lists {
    /// # Errors
    /// `InvalidSnapshot` where a section is no whole count of numbers.
    pub(crate) fn new(ends: Section, numbers: Section) -> Result<Self, Error> {
        Ok(Lists { ends: PackedSection::new(ends)?, numbers: PackedSection::new(numbers)? })
    }

    /// The list at a place; empty where there is none.
    pub(crate) fn get(&self, place: usize) -> List<'_> {
        self.range(place).and_then(|range| self.numbers().range(range)).unwrap_or_default()
    }

    /// The numbers of all lists.
    pub(crate) fn numbers(&self) -> List<'_> {
        List(self.numbers.view())
    }

    /// Where the list at a place lies among the numbers of all lists.
    pub(crate) fn range(&self, place: usize) -> Option<Range<usize>> {
        self.ends.view().between(place)
    }
}
