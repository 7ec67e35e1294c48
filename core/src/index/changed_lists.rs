//! Lists of numbers, some of them changed since they were stored.

use std::collections::HashMap;
use std::sync::Arc;

use crate::snapshot::Lists;

/// Lists of numbers, each found by its place.
#[derive(Debug, Clone)]
pub(super) struct ChangedLists {
    stored: Lists,
    /// By place, those that changed, and those that were added.
    changed: HashMap<usize, Arc<[u32]>>,
}

impl ChangedLists {
    pub(super) fn new(stored: Lists) -> Self {
        ChangedLists { stored, changed: HashMap::new() }
    }

    /// The list at a place; empty where there is none.
    pub(super) fn get(&self, place: usize) -> impl Iterator<Item = u32> {
        let changed = self.changed.get(&place);
        let stored = if changed.is_none() { self.stored.get(place) } else { Default::default() };
        changed.map_or(&[][..], |list| list).iter().copied().chain(stored.iter())
    }

    /// How many numbers the list at a place has.
    pub(super) fn length(&self, place: usize) -> usize {
        match self.changed.get(&place) {
            Some(list) => list.len(),
            None => self.stored.range(place).map_or(0, |range| range.len()),
        }
    }

    pub(super) fn set(&mut self, place: usize, list: Vec<u32>) {
        self.changed.insert(place, list.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::{ListsBuilder, Section};

    #[test]
    fn a_list_is_as_long_as_what_it_gives_whether_it_changed_or_not() {
        let mut stored = ListsBuilder::default();
        let lists: [&[u32]; 4] = [&[], &[3], &[70_000, 1, 2], &[5, 5]];
        lists.iter().for_each(|list| stored.push(list.iter().copied()));
        let [ends, numbers] = stored.finish().unwrap().map(Section::of_bytes);
        let mut changed = ChangedLists::new(Lists::new(ends, numbers).unwrap());
        changed.set(1, vec![8, 9]);
        changed.set(7, vec![4]);
        for place in 0..9 {
            assert_eq!(changed.length(place), changed.get(place).count(), "{place}");
        }
        assert_eq!(changed.get(1).chain(changed.get(2)).collect::<Vec<_>>(), [8, 9, 70_000, 1, 2]);
    }
}
