//! Rows of different lengths, one after another in one allocation.

use std::ops::Range;

/// Rows of values; a row is known by its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rows<T> {
    ends: Vec<usize>,
    values: Vec<T>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Rows { ends: Vec::new(), values: Vec::new() }
    }
}

impl<T> Rows<T> {
    /// Adds a row after the others.
    pub(super) fn push(&mut self, row: impl IntoIterator<Item = T>) {
        self.values.extend(row);
        self.ends.push(self.values.len());
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Where a row's values are among all values; empty where there is no such row.
    pub(super) fn range(&self, row: usize) -> Range<usize> {
        let Some(end) = self.ends.get(row) else { return 0..0 };
        self.start(row)..*end
    }

    /// Where the values of a row begin, or of the row that would follow the last.
    pub(super) fn start(&self, row: usize) -> usize {
        row.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0)
    }

    /// The same rows with other values.
    pub(super) fn map<U>(self, value: impl Fn(T) -> U) -> Rows<U> {
        Rows { ends: self.ends, values: self.values.into_iter().map(value).collect() }
    }

    /// Where each row ends, and the values of all.
    pub(super) fn parts_mut(&mut self) -> (&[usize], &mut [T]) {
        (&self.ends, &mut self.values)
    }

    /// The values of a row; none where there is no such row.
    pub(super) fn row(&self, row: usize) -> &[T] {
        self.values.get(self.range(row)).unwrap_or_default()
    }

    /// Every row, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[T]> {
        (0..self.len()).map(|row| self.row(row))
    }

    /// All rows in at most so many ranges, which have about as many values each.
    pub(super) fn split(&self, parts: usize) -> Vec<Range<usize>> {
        let total = self.values.len();
        let mut ranges = Vec::new();
        let mut start = 0;
        for part in 1..parts {
            let values = (total as u128 * part as u128 / parts as u128) as usize;
            let end = (self.ends.partition_point(|end| *end < values) + 1).min(self.len());
            if end > start && end < self.len() {
                ranges.push(start..end);
                start = end;
            }
        }
        ranges.push(start..self.len());
        ranges
    }

    /// The values of all rows.
    pub(super) fn values(&self) -> &[T] {
        &self.values
    }
}

impl<T: Copy> Rows<T> {
    /// Values by their row, of `count` rows; those of one row stay in order, and those of any further row are left out.
    pub(super) fn grouped(values: impl Iterator<Item = (u32, T)> + Clone, count: u32) -> Self {
        let mut next = vec![0_usize; count as usize];
        for (row, _) in values.clone() {
            next.get_mut(row as usize).into_iter().for_each(|size| *size += 1);
        }
        let mut total = 0;
        for size in &mut next {
            total += std::mem::replace(size, total);
        }
        let Some((_, any)) = values.clone().next() else {
            return Rows { ends: vec![0; count as usize], values: Vec::new() };
        };
        let mut grouped = vec![any; total];
        for (row, value) in values {
            let Some(place) = next.get_mut(row as usize) else { continue };
            grouped.get_mut(*place).into_iter().for_each(|slot| *slot = value);
            *place += 1;
        }
        // Each row was filled to its end.
        Rows { ends: next, values: grouped }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_by_place_and_missing_ones_are_empty() {
        let mut rows = Rows::default();
        rows.push([1, 2]);
        rows.push([]);
        rows.push([3]);
        assert_eq!(
            (rows.row(0), rows.row(1), rows.row(2), rows.row(3)),
            (&[1, 2][..], &[][..], &[3][..], &[][..])
        );
        assert_eq!(rows.iter().count(), 3);
    }

    #[test]
    fn grouped_values_stay_in_order() {
        let rows = Rows::grouped([(2, 'a'), (0, 'b'), (2, 'c'), (9, 'd')].into_iter(), 3);
        assert_eq!((rows.row(0), rows.row(1), rows.row(2)), (&['b'][..], &[][..], &['a', 'c'][..]));
        assert_eq!(Rows::<u8>::grouped(std::iter::empty(), 3).len(), 3);
    }

    #[test]
    fn rows_are_split_by_their_values() {
        let mut rows = Rows::default();
        assert_eq!(rows.split(3), std::slice::from_ref(&(0..0)));
        [0, 4, 1, 0, 1, 2, 0].into_iter().for_each(|length| rows.push(0..length));
        assert_eq!(rows.split(1), std::slice::from_ref(&(0..7)));
        assert_eq!(rows.split(2), [0..2, 2..7]);
        assert_eq!(rows.split(3), [0..2, 2..3, 3..7]);
    }
}
