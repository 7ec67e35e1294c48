//! Texts numbered in the order in which they are met.

use std::collections::HashMap;

use foldhash::fast::RandomState;

/// Texts of fewer bytes are compared where their numbers lie.
const SHORT: usize = 16;

/// Distinct texts; a text's number is its place. Words are met over and over: most are so short that they are found without
/// a look at where their characters lie.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    joined: String,
    /// Where each text ends.
    ends: Vec<usize>,
    short: HashMap<u128, u32, RandomState>,
    long: HashMap<Box<str>, u32, RandomState>,
}

impl Interner {
    /// The number of a text, a new one for a text not met before.
    pub(crate) fn number(&mut self, text: &str) -> u32 {
        let next = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        let number = match short(text) {
            Some(text) => *self.short.entry(text).or_insert(next),
            None => match self.long.get(text) {
                Some(number) => *number,
                None => {
                    self.long.insert(text.into(), next);
                    next
                }
            },
        };
        if number == next {
            self.joined.push_str(text);
            self.ends.push(self.joined.len());
        }
        number
    }

    /// The number of a text that was met.
    pub(crate) fn find(&self, text: &str) -> Option<u32> {
        match short(text) {
            Some(text) => self.short.get(&text).copied(),
            None => self.long.get(text).copied(),
        }
    }

    /// The text with a number; empty where there is none.
    pub(crate) fn get(&self, number: u32) -> &str {
        let place = number as usize;
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(place).and_then(|end| self.joined.get(start..*end)).unwrap_or_default()
    }

    /// How many texts there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The texts, in the order of their numbers.
    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = &str> + Clone {
        let mut start = 0;
        self.ends
            .iter()
            .map(move |end| self.joined.get(std::mem::replace(&mut start, *end)..*end).unwrap_or_default())
    }
}

/// The bytes of a short text and their number.
fn short(text: &str) -> Option<u128> {
    let bytes = text.as_bytes();
    let length = bytes.len();
    // Two loads that overlap are many times faster than one byte after the other.
    let short = match (bytes.first_chunk(), bytes.last_chunk()) {
        _ if length >= SHORT => return None,
        (Some(first), Some(last)) => {
            let after = u64::from_le_bytes(*last).checked_shr(8 * (16 - length) as u32).unwrap_or(0);
            u128::from(u64::from_le_bytes(*first)) | u128::from(after) << 64
        }
        _ => match (bytes.first_chunk(), bytes.last_chunk()) {
            (Some(first), Some(last)) => {
                let after = u32::from_le_bytes(*last).checked_shr(8 * (8 - length) as u32).unwrap_or(0);
                u128::from(u32::from_le_bytes(*first)) | u128::from(after) << 32
            }
            _ => bytes.iter().rev().fold(0, |after, byte| after << 8 | u128::from(*byte)),
        },
    };
    Some(short | (length as u128) << (8 * (SHORT - 1)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn texts_are_numbered_as_they_are_met() {
        let mut texts = Interner::default();
        assert_eq!(["b", "", "a", "b", ""].map(|text| texts.number(text)), [0, 1, 2, 0, 1]);
        assert_eq!([0, 1, 2, 3].map(|number| texts.get(number)), ["b", "", "a", ""]);
        assert_eq!((texts.find("a"), texts.find("c"), texts.len()), (Some(2), None, 3));
    }

    proptest! {
        #[test]
        fn every_text_is_found_by_its_number_and_its_number_by_it(
            met in prop::collection::vec("[a\0]{0,3}|é{6,9}|.{0,20}", 0..60)
        ) {
            let mut texts = Interner::default();
            let mut distinct: Vec<&String> = Vec::new();
            for text in &met {
                let place = distinct.iter().position(|other| *other == text);
                prop_assert_eq!(texts.find(text), place.map(|place| place as u32));
                let place = place.unwrap_or_else(|| {
                    distinct.push(text);
                    distinct.len() - 1
                });
                prop_assert_eq!(texts.number(text), place as u32);
            }
            prop_assert_eq!(texts.iter().collect::<Vec<_>>(), distinct.clone());
            for (number, text) in (0..).zip(distinct) {
                prop_assert_eq!(texts.get(number), text);
            }
        }
    }
}
