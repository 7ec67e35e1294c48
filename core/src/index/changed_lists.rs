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

    pub(super) fn set(&mut self, place: usize, list: Vec<u32>) {
        self.changed.insert(place, list.into());
    }
}
