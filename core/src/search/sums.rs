//! Sums by record, added up in any order and taken in the order of the records.

/// One sum for each record; the same sums are used again for each word of a query.
pub(super) struct Sums {
    values: Vec<f64>,
    /// A bit for each record that something was added to.
    touched: Vec<u64>,
    /// A bit for each record that is found, not only lifted.
    found: Vec<u64>,
}

/// The sum of a record.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sum {
    pub(super) record: u32,
    pub(super) value: f64,
    pub(super) found: bool,
}

impl Sums {
    pub(super) fn new(records: usize) -> Self {
        let words = records.div_ceil(64);
        Sums { values: vec![0.0; records], touched: vec![0; words], found: vec![0; words] }
    }

    /// Adds to the sum of a record; one that does not exist is passed over.
    pub(super) fn add(&mut self, record: u32, value: f64, found: bool) {
        let (word, bit) = (record as usize / 64, record % 64);
        let Some(sum) = self.values.get_mut(record as usize) else { return };
        *sum += value;
        self.touched.get_mut(word).into_iter().for_each(|touched| *touched |= 1 << bit);
        self.found.get_mut(word).into_iter().for_each(|bits| *bits |= u64::from(found) << bit);
    }

    /// The sums by record, and none left.
    pub(super) fn take(&mut self) -> Vec<Sum> {
        let count: u32 = self.touched.iter().map(|touched| touched.count_ones()).sum();
        let mut sums = Vec::with_capacity(count as usize);
        for (first, (touched, found)) in (0..).step_by(64).zip(self.touched.iter_mut().zip(&mut self.found)) {
            while *touched != 0 {
                let bit = touched.trailing_zeros();
                *touched &= *touched - 1;
                let record: u32 = first + bit;
                let value = self.values.get_mut(record as usize).map(std::mem::take).unwrap_or_default();
                sums.push(Sum { record, value, found: *found >> bit & 1 == 1 });
            }
            *found = 0;
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    proptest::proptest! {
        #[test]
        fn sums_come_by_record_and_none_are_left(
            rounds in proptest::collection::vec(
                proptest::collection::vec((0_u32..200, -3_i8..4, proptest::bool::ANY), 0..60), 1..4),
        ) {
            let mut sums = Sums::new(150);
            for round in rounds {
                let mut naive: BTreeMap<u32, Sum> = BTreeMap::new();
                for (record, value, found) in round {
                    sums.add(record, f64::from(value), found);
                    if record < 150 {
                        let sum = naive.entry(record).or_insert(Sum { record, value: 0.0, found: false });
                        sum.value += f64::from(value);
                        sum.found |= found;
                    }
                }
                proptest::prop_assert_eq!(sums.take(), naive.into_values().collect::<Vec<_>>());
            }
        }
    }
}
