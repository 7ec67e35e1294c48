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
pub(crate) enum Packed<'a> {
    One(&'a [u8]),
    Two(&'a [[u8; 2]]),
    Three(&'a [[u8; 3]]),
    Four(&'a [[u8; 4]]),
    Eight(&'a [[u8; 8]]),
}

impl Default for Packed<'_> {
    fn default() -> Self {
        Packed::One(&[])
    }
}

/// As many whole numbers as there are; `None` where something is left over.
fn whole<const N: usize>(bytes: &[u8]) -> Option<&[[u8; N]]> {
    let (numbers, rest) = bytes.as_chunks();
    rest.is_empty().then_some(numbers)
}

impl<'a> Packed<'a> {
    /// `None` where the bytes are not a whole count of numbers.
    pub(crate) fn new(bytes: &'a [u8]) -> Option<Self> {
        let Some((width, numbers)) = bytes.split_first() else { return Some(Packed::default()) };
        match width {
            1 => Some(Packed::One(numbers)),
            2 => whole(numbers).map(Packed::Two),
            3 => whole(numbers).map(Packed::Three),
            4 => whole(numbers).map(Packed::Four),
            8 => whole(numbers).map(Packed::Eight),
            _ => None,
        }
    }

    pub(crate) fn len(self) -> usize {
        match self {
            Packed::One(numbers) => numbers.len(),
            Packed::Two(numbers) => numbers.len(),
            Packed::Three(numbers) => numbers.len(),
            Packed::Four(numbers) => numbers.len(),
            Packed::Eight(numbers) => numbers.len(),
        }
    }

    /// What is too great for this machine is taken for the greatest number there is.
    pub(crate) fn get(self, index: usize) -> Option<usize> {
        match self {
            Packed::One(numbers) => numbers.get(index).map(|number| usize::from(*number)),
            Packed::Two(numbers) => numbers.get(index).map(|number| usize::from(u16::from_le_bytes(*number))),
            Packed::Three(numbers) => numbers
                .get(index)
                .map(|[low, middle, high]| u32::from_le_bytes([*low, *middle, *high, 0]) as usize),
            Packed::Four(numbers) => numbers.get(index).map(|number| u32::from_le_bytes(*number) as usize),
            Packed::Eight(numbers) => {
                numbers.get(index).map(|number| u64::from_le_bytes(*number).try_into().unwrap_or(usize::MAX))
            }
        }
    }

    /// The numbers at `range`; `None` where there are not that many.
    pub(crate) fn range(self, range: Range<usize>) -> Option<Self> {
        match self {
            Packed::One(numbers) => numbers.get(range).map(Packed::One),
            Packed::Two(numbers) => numbers.get(range).map(Packed::Two),
            Packed::Three(numbers) => numbers.get(range).map(Packed::Three),
            Packed::Four(numbers) => numbers.get(range).map(Packed::Four),
            Packed::Eight(numbers) => numbers.get(range).map(Packed::Eight),
        }
    }

    pub(crate) fn iter(self) -> impl ExactSizeIterator<Item = usize> + 'a {
        (0..self.len()).map(move |index| self.get(index).unwrap_or_default())
    }

    /// Where what is at `place` lies among what these numbers are the ends of: it begins where the one before ends.
    pub(crate) fn between(self, place: usize) -> Option<Range<usize>> {
        let start = place.checked_sub(1).map_or(Some(0), |before| self.get(before))?;
        Some(start..self.get(place)?)
    }
}

/// A section that is a list of packed numbers, and keeps its snapshot alive.
#[derive(Debug, Clone)]
pub(crate) struct PackedSection(Section);

impl PackedSection {
    /// # Errors
    /// `InvalidSnapshot` where the section is not a whole count of numbers.
    pub(crate) fn new(section: Section) -> Result<Self, Error> {
        match Packed::new(&section) {
            Some(_) => Ok(PackedSection(section)),
            None => Err(section.damaged(0)),
        }
    }

    pub(crate) fn view(&self) -> Packed<'_> {
        Packed::new(&self.0).unwrap_or_default()
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
