//! Lists of numbers read where they lie, whatever their alignment.

use std::marker::PhantomData;
use std::ops::Range;

use super::bytes::Section;
use crate::error::Error;

/// A number of fixed width, little-endian in files.
pub(crate) trait Number: Copy + 'static {
    /// The number as bytes.
    type Bytes: Copy + AsRef<[u8]> + 'static;

    /// As many whole numbers as there are, and what is left over.
    fn split(bytes: &[u8]) -> (&[Self::Bytes], &[u8]);

    fn from_bytes(bytes: Self::Bytes) -> Self;

    fn to_bytes(self) -> Self::Bytes;
}

macro_rules! numbers {
    ($($number:ty)+) => { $(
        impl Number for $number {
            type Bytes = [u8; size_of::<$number>()];

            fn split(bytes: &[u8]) -> (&[Self::Bytes], &[u8]) {
                bytes.as_chunks()
            }

            fn from_bytes(bytes: Self::Bytes) -> Self {
                <$number>::from_le_bytes(bytes)
            }

            fn to_bytes(self) -> Self::Bytes {
                self.to_le_bytes()
            }
        }
    )+ };
}

numbers! { u16 u32 u64 i32 f32 }

/// A list of numbers in borrowed bytes: what to take before a loop over many.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Numbers<'a, T: Number>(&'a [T::Bytes]);

impl<T: Number> Default for Numbers<'_, T> {
    fn default() -> Self {
        Numbers(&[])
    }
}

impl<'a, T: Number> Numbers<'a, T> {
    /// `None` where the bytes are not a whole count of numbers.
    pub(crate) fn new(bytes: &'a [u8]) -> Option<Self> {
        let (numbers, rest) = T::split(bytes);
        rest.is_empty().then_some(Numbers(numbers))
    }

    pub(crate) fn len(self) -> usize {
        self.0.len()
    }

    pub(crate) fn get(self, index: usize) -> Option<T> {
        self.0.get(index).copied().map(T::from_bytes)
    }

    /// The numbers at `range`; `None` where there are not that many.
    pub(crate) fn range(self, range: Range<usize>) -> Option<Self> {
        self.0.get(range).map(Numbers)
    }

    pub(crate) fn iter(self) -> impl ExactSizeIterator<Item = T> + DoubleEndedIterator + 'a {
        self.0.iter().copied().map(T::from_bytes)
    }

    /// How many numbers from the start satisfy `before`, in a list where those that do come first.
    pub(crate) fn partition_point(self, mut before: impl FnMut(T) -> bool) -> usize {
        self.0.partition_point(|bytes| before(T::from_bytes(*bytes)))
    }
}

/// A section that is a list of numbers, and keeps its snapshot alive.
#[derive(Debug, Clone)]
pub(crate) struct NumberSection<T> {
    section: Section,
    number: PhantomData<fn() -> T>,
}

impl<T: Number> NumberSection<T> {
    /// # Errors
    /// `InvalidSnapshot` where the section's length is not that of a whole count of numbers.
    pub(crate) fn new(section: Section) -> Result<Self, Error> {
        match Numbers::<T>::new(&section) {
            Some(_) => Ok(NumberSection { section, number: PhantomData }),
            None => Err(section.damaged(section.len())),
        }
    }

    /// Numbers in no snapshot.
    pub(crate) fn in_memory(numbers: impl IntoIterator<Item = T>) -> Self {
        NumberSection { section: Section::of_bytes(bytes_of(numbers)), number: PhantomData }
    }

    pub(crate) fn view(&self) -> Numbers<'_, T> {
        Numbers(T::split(&self.section).0)
    }

    pub(crate) fn len(&self) -> usize {
        self.view().len()
    }

    pub(crate) fn get(&self, index: usize) -> Option<T> {
        self.view().get(index)
    }
}

/// Refuses a length that a `u32` cannot say.
///
/// # Errors
/// `InvalidCatalogue`.
pub(crate) fn countable(length: usize) -> Result<(), Error> {
    u32::try_from(length).map(|_| ()).map_err(|_| Error::too_large())
}

/// The bytes of a section that is a list of numbers.
pub(crate) fn bytes_of<T: Number>(numbers: impl IntoIterator<Item = T>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for number in numbers {
        bytes.extend_from_slice(number.to_bytes().as_ref());
    }
    bytes
}
