//! The first of many, without keeping or sorting all of them.

use std::cmp::Ordering;

/// Keeps the first of what it is given, in the order of `compare`, which must be total.
pub(super) struct Top<T, C> {
    count: usize,
    compare: C,
    /// At most twice as many as are wanted.
    kept: Vec<T>,
    /// The last of as many as are wanted, once there were so many: what comes after it is not wanted.
    last: Option<T>,
}

impl<T: Copy, C: Fn(&T, &T) -> Ordering> Top<T, C> {
    pub(super) fn new(count: usize, compare: C) -> Self {
        Top { count, compare, kept: Vec::new(), last: None }
    }

    /// What everything that is still wanted comes before, once as many as are wanted were found.
    pub(super) fn last(&self) -> Option<&T> {
        self.last.as_ref()
    }

    #[inline]
    pub(super) fn add(&mut self, item: T) {
        let is_wanted = self.last.as_ref().is_none_or(|last| (self.compare)(&item, last) == Ordering::Less);
        if is_wanted && self.count > 0 {
            self.kept.push(item);
            if self.kept.len() >= self.count.saturating_mul(2)
                || (self.last.is_none() && self.kept.len() == self.count)
            {
                self.cut();
            }
        }
    }

    /// Leaves as many as are wanted.
    fn cut(&mut self) {
        let Some(at) = self.count.checked_sub(1).filter(|at| *at < self.kept.len()) else { return };
        self.kept.select_nth_unstable_by(at, &self.compare);
        self.kept.truncate(self.count);
        self.last = self.kept.last().copied();
    }

    /// What was wanted, in order.
    pub(super) fn sorted(mut self) -> Vec<T> {
        self.cut();
        self.kept.sort_unstable_by(&self.compare);
        self.kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn the_first_of_all_are_kept(items in proptest::collection::vec((0_u8..20, 0_u16..), 0..200), count in 0_usize..40) {
            let mut top = Top::new(count, |a: &(u8, u16), b: &(u8, u16)| a.cmp(b));
            items.iter().for_each(|item| top.add(*item));
            let mut all = items;
            all.sort_unstable();
            all.truncate(count);
            proptest::prop_assert_eq!(top.sorted(), all);
        }
    }
}
