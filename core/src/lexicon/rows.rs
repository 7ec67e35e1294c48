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
        let start = row.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        start..*end
    }

    /// The values of a row; none where there is no such row.
    pub(super) fn row(&self, row: usize) -> &[T] {
        self.values.get(self.range(row)).unwrap_or_default()
    }

    /// Every row, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[T]> {
        (0..self.len()).map(|row| self.row(row))
    }

    /// The values of all rows.
    pub(super) fn values(&self) -> &[T] {
        &self.values
    }
}

impl Rows<(u32, u32)> {
    /// For each first component below `count`, the rows and places at which it stands, in order.
    pub(super) fn postings(&self, count: usize) -> Rows<Posting> {
        let mut sizes = vec![0_usize; count];
        for (word, _) in &self.values {
            sizes.get_mut(*word as usize).into_iter().for_each(|size| *size += 1);
        }
        let mut ends = sizes;
        let mut next = Vec::with_capacity(count);
        let mut total = 0;
        for end in &mut ends {
            next.push(total);
            total += *end;
            *end = total;
        }
        let mut values = vec![Posting::default(); total];
        for row in 0..self.len() {
            for (place, (word, _)) in self.range(row).zip(self.row(row)) {
                let Some(slot) = next.get_mut(*word as usize) else { continue };
                values.get_mut(*slot).into_iter().for_each(|posting| *posting = Posting { row, place });
                *slot += 1;
            }
        }
        Rows { ends, values }
    }
}

/// Where a word stands: the row, and the place among all values.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Posting {
    pub(super) row: usize,
    pub(super) place: usize,
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
    fn postings_turn_rows_around() {
        let mut rows = Rows::default();
        rows.push([(0, 1), (2, 1)]);
        rows.push([(2, 5)]);
        let postings = rows.postings(3);
        assert_eq!(postings.row(2), [Posting { row: 0, place: 1 }, Posting { row: 1, place: 2 }]);
        assert!(postings.row(1).is_empty());
    }
}
