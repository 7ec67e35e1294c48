//! Resources of which some were changed, beside those that were not.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use super::Resources;
use super::change::Change;
use super::lookup::not_found_resource;
use crate::error::Error;
use crate::model::Resource;

/// Resources of which some were changed. Each keeps its slot: one that is new takes the next, and that of one that was deleted stays
/// empty.
#[derive(Clone)]
pub(super) struct Changed {
    /// Those before any change.
    before: Resources,
    /// What is in the slots that changed; `None` for nothing.
    in_slots: HashMap<usize, Option<Arc<Resource>>>,
    /// The slot of each resource that changed, by id; `None` for one that is no longer there.
    slots: HashMap<String, Option<usize>>,
    slot_count: usize,
    /// The empty slots, ascending.
    deleted: Vec<usize>,
}

impl Changed {
    pub(super) fn new(before: Resources) -> Self {
        Changed {
            slot_count: before.len(),
            before,
            in_slots: HashMap::new(),
            slots: HashMap::new(),
            deleted: Vec::new(),
        }
    }

    /// Makes the changes in turn; the slots they changed, ascending.
    ///
    /// # Errors
    /// `NotFound` for a resource to be deleted that is not there; `InvalidSnapshot` where the list of ids is not as it was written.
    pub(super) fn change(&mut self, changes: Vec<Change>) -> Result<Vec<usize>, Error> {
        let mut changed = Vec::new();
        for change in changes {
            let slot = match change {
                Change::Upsert(resource) => self.upsert(resource)?,
                Change::Delete(id) => self.delete(id)?,
            };
            changed.push(slot);
        }
        changed.sort_unstable();
        changed.dedup();
        Ok(changed)
    }

    fn upsert(&mut self, resource: Box<Resource>) -> Result<usize, Error> {
        let slot = self.slot_of(&resource.id)?.unwrap_or(self.slot_count);
        self.slot_count = self.slot_count.max(slot + 1);
        self.slots.insert(resource.id.clone(), Some(slot));
        self.in_slots.insert(slot, Some(Arc::from(resource)));
        Ok(slot)
    }

    fn delete(&mut self, id: String) -> Result<usize, Error> {
        let Some(slot) = self.slot_of(&id)? else { return Err(not_found_resource(&id)) };
        self.slots.insert(id, None);
        self.in_slots.insert(slot, None);
        self.deleted.insert(self.deleted.partition_point(|deleted| *deleted < slot), slot);
        Ok(slot)
    }

    pub(super) fn len(&self) -> usize {
        self.slot_count - self.deleted.len()
    }

    pub(super) fn slots(&self) -> usize {
        self.slot_count
    }

    /// The slot of the resource at a place: counted without the empty ones.
    pub(super) fn slot_at(&self, place: usize) -> usize {
        // Before the n-th empty slot there are as many resources as its number less n.
        let (mut from, mut to) = (0, self.deleted.len());
        while from < to {
            let middle = from.midpoint(to);
            let before = self.deleted.get(middle).map_or(usize::MAX, |slot| slot - middle);
            if before <= place { from = middle + 1 } else { to = middle }
        }
        place.saturating_add(from)
    }

    pub(super) fn slot_of(&self, id: &str) -> Result<Option<usize>, Error> {
        match self.slots.get(id) {
            Some(slot) => Ok(*slot),
            None => self.before.slot_of(id),
        }
    }

    pub(super) fn at_slot(&self, slot: usize) -> Result<Option<&Resource>, Error> {
        match self.in_slots.get(&slot) {
            Some(changed) => Ok(changed.as_deref()),
            None => self.before.get(slot),
        }
    }

    pub(super) fn read(&self, slot: usize) -> Result<Cow<'_, Resource>, Error> {
        match self.in_slots.get(&slot) {
            Some(Some(resource)) => Ok(Cow::Borrowed(resource)),
            Some(None) => Err(Error::internal("a resource is missing")),
            None => self.before.read(slot),
        }
    }

    pub(super) fn find(&self, id: &str) -> Result<Option<&Resource>, Error> {
        match self.slots.get(id) {
            Some(Some(slot)) => self.at_slot(*slot),
            Some(None) => Ok(None),
            None => self.before.find(id),
        }
    }
}
