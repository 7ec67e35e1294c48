//! Lists of numbers that are all as wide as the greatest of them needs, read where they lie.

use std::ops::Range;

use super::bytes::Section;
use super::numbers::Number;
use crate::error::Error;

/// Whole numbers in borrowed bytes, each found by its place: what to take before a loop over many.
///
/// In a section a byte says how many bytes a number takes (1, 2, 3, 4 or 8), and the numbers follow. An empty section has
/// none.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Packed<'a> {
    /// From the first of them on, also what comes after the last: so that all but a few can be read eight bytes at once.
    bytes: &'a [u8],
    /// How many of the bytes are theirs.
    length: usize,
    width: usize,
}

impl Default for Packed<'_> {
    fn default() -> Self {
        Packed { bytes: &[], length: 0, width: 1 }
    }
}

impl<'a> Packed<'a> {
    /// `None` where the bytes are not a whole count of numbers.
    pub(crate) fn new(bytes: &'a [u8]) -> Option<Self> {
        let Some((width, bytes)) = bytes.split_first() else { return Some(Packed::default()) };
        let width = usize::from(*width);
        let is_whole = matches!(width, 1..=4 | 8) && bytes.len().is_multiple_of(width);
        is_whole.then_some(Packed { bytes, length: bytes.len(), width })
    }

    /// How many there are: a division, which is slow beside all else here.
    pub(crate) fn len(self) -> usize {
        self.length / self.width
    }

    #[inline]
    pub(crate) fn get(self, index: usize) -> Option<usize> {
        self.at(index.saturating_mul(self.width))
    }

    /// The number that begins at a byte. What is too great for this machine is cut off.
    #[inline]
    fn at(self, byte: usize) -> Option<usize> {
        if byte >= self.length {
            return None;
        }
        let from = self.bytes.get(byte..)?;
        let number = match from.first_chunk() {
            Some(eight) => u64::from_le_bytes(*eight) & self.mask(),
            None => from.get(..self.width)?.iter().rev().fold(0, |above, byte| above << 8 | u64::from(*byte)),
        };
        Some(number as usize)
    }

    /// The bits of a number.
    #[inline]
    fn mask(self) -> u64 {
        u64::MAX >> (64 - 8 * self.width)
    }

    /// The numbers at `range`; `None` where there are not that many.
    #[inline]
    pub(crate) fn range(self, range: Range<usize>) -> Option<Self> {
        let [start, end] = [range.start, range.end].map(|place| place.saturating_mul(self.width));
        let length = end.checked_sub(start).filter(|_| end <= self.length)?;
        Some(Packed { bytes: self.bytes.get(start..)?, length, width: self.width })
    }

    #[inline]
    pub(crate) fn iter(self) -> impl Iterator<Item = usize> + 'a {
        let mut byte = 0;
        std::iter::from_fn(move || {
            let number = self.at(byte)?;
            byte += self.width;
            Some(number)
        })
    }

    /// Where what is at `place` lies among what these numbers are the ends of: it begins where the one before ends.
    #[inline]
    pub(crate) fn between(self, place: usize) -> Option<Range<usize>> {
        let Some(before) = place.checked_sub(1) else { return Some(0..self.get(0)?) };
        let byte = before.saturating_mul(self.width);
        // Both at once, where both are there and eight bytes hold both.
        if self.width <= 4
            && byte < self.length.saturating_sub(self.width)
            && let Some(eight) = self.bytes.get(byte..)?.first_chunk()
        {
            let both = u64::from_le_bytes(*eight);
            let (start, end) = (both & self.mask(), both >> (8 * self.width) & self.mask());
            return Some(start as usize..end as usize);
        }
        Some(self.get(before)?..self.get(place)?)
    }
}

/// A section that is a list of packed numbers, and keeps its snapshot alive.
#[derive(Debug, Clone)]
pub(crate) struct PackedSection {
    section: Section,
    width: usize,
}

impl PackedSection {
    /// # Errors
    /// `InvalidSnapshot` where the section is not a whole count of numbers.
    pub(crate) fn new(section: Section) -> Result<Self, Error> {
        match Packed::new(&section).map(|numbers| numbers.width) {
            Some(width) => Ok(PackedSection { section, width }),
            None => Err(section.damaged(0)),
        }
    }

    /// Numbers in no snapshot.
    pub(crate) fn in_memory<T: Number + Into<u64>>(numbers: &[T]) -> Self {
        let section = Section::of_bytes(packed(numbers));
        let width = section.first().copied().map_or(1, usize::from);
        PackedSection { section, width }
    }

    #[inline]
    pub(crate) fn view(&self) -> Packed<'_> {
        let bytes = self.section.get(1..).unwrap_or_default();
        Packed { bytes, length: bytes.len(), width: self.width }
    }
}

/// The bytes of a section that is a list of packed numbers.
pub(crate) fn packed<T: Number + Into<u64>>(numbers: &[T]) -> Vec<u8> {
    let numbers = numbers.iter().map(|number| (*number).into());
    let Some(greatest) = numbers.clone().max() else { return Vec::new() };
    let width = match greatest {
        0..0x100 => 1,
        0x100..0x1_0000 => 2,
        0x1_0000..0x100_0000 => 3,
        0x100_0000..0x1_0000_0000 => 4,
        _ => 8,
    };
    let mut bytes = Vec::with_capacity(1 + width * numbers.len());
    bytes.push(width as u8);
    numbers.for_each(|number| bytes.extend(number.to_le_bytes().into_iter().take(width)));
    bytes
}
