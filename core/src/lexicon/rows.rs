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

impl Rows<(u32, u32)> {
    /// For each first component below `count`, the rows and places at which it stands, in order.
    pub(super) fn postings(&self, count: usize) -> Rows<Posting> {
        let postings = (0..self.len()).flat_map(|row| {
            let places = self.range(row).zip(self.row(row));
            places.map(move |(place, (word, _))| (*word, Posting { row, place }))
        });
        Rows::grouped(postings, u32::try_from(count).unwrap_or(u32::MAX))
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
    fn grouped_values_stay_in_order() {
        let rows = Rows::grouped([(2, 'a'), (0, 'b'), (2, 'c'), (9, 'd')].into_iter(), 3);
        assert_eq!((rows.row(0), rows.row(1), rows.row(2)), (&['b'][..], &[][..], &['a', 'c'][..]));
        assert_eq!(Rows::<u8>::grouped(std::iter::empty(), 3).len(), 3);
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
