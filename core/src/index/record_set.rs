//! A set of records, a bit for each.

use std::num::NonZero;

/// A set of the records of an index. A record that the index does not have is never in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RecordSet {
    words: Vec<u64>,
    /// How many records the index has.
    records: usize,
}

/// The word of a set that a record is in, and its bit there.
#[inline]
fn place_of(record: u32) -> (usize, u64) {
    (record as usize / 64, 1 << (record % 64))
}

impl RecordSet {
    /// No record of an index with this many.
    pub(crate) fn none(records: usize) -> Self {
        RecordSet { words: vec![0; records.div_ceil(64)], records }
    }

    /// No record of the same index.
    pub(crate) fn emptied(&self) -> Self {
        RecordSet::none(self.records)
    }

    /// Every record of an index with this many.
    pub(crate) fn all(records: usize) -> Self {
        let mut all = RecordSet { words: vec![u64::MAX; records.div_ceil(64)], records };
        all.cut();
        all
    }

    /// Takes out what the index does not have.
    fn cut(&mut self) {
        let beyond = self.records.next_multiple_of(64) - self.records;
        self.words.last_mut().into_iter().for_each(|last| *last &= u64::MAX >> beyond);
    }

    /// Those of `records` that the index has.
    pub(crate) fn of(count: usize, records: impl IntoIterator<Item = u32>) -> Self {
        let mut set = RecordSet::none(count);
        set.extend(records);
        set
    }

    /// The set with these words, a bit for each record from the lowest; what an index with as many records cannot have is left out.
    pub(crate) fn from_words(records: usize, words: impl Iterator<Item = u64>) -> Self {
        let mut set = RecordSet::all(records);
        let given = words.chain(std::iter::repeat(0));
        set.words.iter_mut().zip(given).for_each(|(word, given)| *word &= given);
        set
    }

    /// A bit for each record, from the lowest.
    pub(crate) fn words(&self) -> &[u64] {
        &self.words
    }

    #[inline]
    pub(crate) fn contains(&self, record: u32) -> bool {
        let (word, bit) = place_of(record);
        self.words.get(word).is_some_and(|word| word & bit != 0)
    }

    /// Adds the records of a chunk of 65,536 that begins with `first`, each given by its place there, but for those of `except`.
    /// Many times faster than one by one.
    pub(crate) fn add_chunk(
        &mut self,
        first: u32,
        places: impl Iterator<Item = u16>,
        except: Option<&RecordSet>,
    ) {
        let start = first as usize / 64;
        let words = self.words.get_mut(start..).unwrap_or_default();
        let except = except.and_then(|except| except.words.get(start..)).unwrap_or_default();
        for place in places {
            let (at, bit) = place_of(place.into());
            let kept = if except.is_empty() { bit } else { bit & !except.get(at).copied().unwrap_or(0) };
            words.get_mut(at).into_iter().for_each(|word| *word |= kept);
        }
        self.cut();
    }

    pub(crate) fn remove(&mut self, record: u32) {
        let (word, bit) = place_of(record);
        self.words.get_mut(word).into_iter().for_each(|word| *word &= !bit);
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// How many of `records`, each given once, are in the set. Without a branch for each, which no processor could foresee.
    pub(crate) fn count(&self, records: impl Iterator<Item = u32>) -> usize {
        let is_in = |record: u32| {
            let word = self.words.get(record as usize / 64).copied().unwrap_or(0);
            (word >> (record % 64) & 1) as usize
        };
        records.map(is_in).sum()
    }

    /// Adds those of another set of the same index.
    pub(crate) fn unite(&mut self, other: &RecordSet) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
    }

    /// Adds those of another set of the same index that a third does not have.
    pub(crate) fn unite_except(&mut self, other: &RecordSet, except: &RecordSet) {
        let others = other.words.iter().zip(&except.words);
        self.words.iter_mut().zip(others).for_each(|(word, (other, except))| *word |= other & !except);
    }

    /// Leaves those that another set of the same index has too.
    pub(crate) fn intersect(&mut self, other: &RecordSet) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
    }

    /// Takes out those of another set of the same index.
    pub(crate) fn subtract(&mut self, other: &RecordSet) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
    }

    /// The records, ascending.
    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> {
        (0_u32..).zip(&self.words).flat_map(|(at, word)| bits(*word).map(move |bit| at * 64 + bit))
    }
}

impl Extend<u32> for RecordSet {
    fn extend<I: IntoIterator<Item = u32>>(&mut self, records: I) {
        for record in records {
            let (word, bit) = place_of(record);
            self.words.get_mut(word).into_iter().for_each(|word| *word |= bit);
        }
        self.cut();
    }
}

/// The bits of a word, from the lowest.
#[inline]
pub(crate) fn bits(mut word: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let bit = NonZero::new(word)?.trailing_zeros();
        word &= word.wrapping_sub(1);
        Some(bit)
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    proptest::proptest! {
        #[test]
        fn it_is_a_set_of_numbers_below_the_count(
            count in 0_usize..200,
            first in proptest::collection::vec(0_u32..250, 0..60),
            second in proptest::collection::vec(0_u32..250, 0..60),
        ) {
            let naive = |records: &[u32]| -> BTreeSet<u32> {
                records.iter().copied().filter(|record| (*record as usize) < count).collect()
            };
            let listed = |set: &RecordSet| set.iter().collect::<BTreeSet<u32>>();
            let set = |records: &[u32]| RecordSet::of(count, records.iter().copied());
            let (a, b) = (naive(&first), naive(&second));
            proptest::prop_assert_eq!(listed(&set(&first)), a.clone());
            proptest::prop_assert_eq!(set(&first).len(), a.len());
            proptest::prop_assert_eq!(listed(&RecordSet::all(count)), (0..count as u32).collect::<BTreeSet<_>>());

            let mut union = set(&first);
            union.unite(&set(&second));
            proptest::prop_assert_eq!(listed(&union), a.union(&b).copied().collect::<BTreeSet<_>>());
            let mut united = set(&first[..first.len() / 2]);
            united.unite_except(&set(&first), &set(&second));
            let mut expected = naive(&first[..first.len() / 2]);
            expected.extend(a.difference(&b));
            proptest::prop_assert_eq!(listed(&united), expected);
            let mut left = set(&first);
            left.subtract(&set(&second));
            proptest::prop_assert_eq!(listed(&left), a.difference(&b).copied().collect::<BTreeSet<_>>());
            let mut both = set(&first);
            both.intersect(&set(&second));
            proptest::prop_assert_eq!(listed(&both), a.intersection(&b).copied().collect::<BTreeSet<_>>());
            let mut rest = set(&first);
            second.iter().for_each(|record| rest.remove(*record));
            proptest::prop_assert_eq!(listed(&rest), a.difference(&b).copied().collect::<BTreeSet<_>>());

            fn low(records: &[u32]) -> impl Iterator<Item = u16> {
                records.iter().map(|record| *record as u16)
            }
            for except in [None, Some(&set(&second))] {
                let mut added = set(&second[..second.len() / 2]);
                let kept = |record: &u32| except.is_none() || !b.contains(record);
                let expected: BTreeSet<u32> =
                    listed(&added).into_iter().chain(a.iter().copied().filter(kept)).collect();
                added.add_chunk(0, low(&first), except);
                proptest::prop_assert_eq!(listed(&added), expected);
            }
            let beyond: Vec<u32> = first.iter().map(|record| 65_536 + record).collect();
            let mut added = RecordSet::none(65_536 + count);
            added.add_chunk(65_536, low(&first), None);
            proptest::prop_assert_eq!(added, RecordSet::of(65_536 + count, beyond));

            proptest::prop_assert_eq!(set(&first).count(0..260), a.len());
            for record in 0..260 {
                proptest::prop_assert_eq!(set(&first).contains(record), a.contains(&record));
            }
            let stored = set(&first).words().to_vec();
            proptest::prop_assert_eq!(RecordSet::from_words(count, stored.into_iter()), set(&first));
        }
    }
}
