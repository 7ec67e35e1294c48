//! The distinct forms of words, by number.

use std::collections::HashMap;
use std::sync::Arc;

use crate::error::Error;
use crate::snapshot::{Section, Strings};

/// A word as it occurs: with exact accents, and folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ViewForm<'a> {
    pub(crate) form: &'a str,
    pub(crate) folded: &'a str,
}

/// The forms of each key in turn. Those that were added since have the next numbers.
#[derive(Debug, Clone)]
pub(super) struct Forms {
    /// Each as it is written, then folded; nothing where that is the same.
    stored: Strings,
    /// What each update added, with the number of the first.
    added: Vec<(u32, Arc<[AddedForm]>)>,
    /// By key, the numbers of those that were added.
    of_key: HashMap<usize, Arc<[u32]>>,
}

/// A form that was added.
#[derive(Debug)]
pub(super) struct AddedForm {
    pub(super) key: usize,
    pub(super) form: Box<str>,
    pub(super) folded: Box<str>,
}

impl Forms {
    /// # Errors
    /// `InvalidSnapshot` where a section is not what it must be.
    pub(super) fn new(ends: Section, joined: Section) -> Result<Self, Error> {
        Ok(Forms { stored: Strings::new(ends, joined)?, added: Vec::new(), of_key: HashMap::new() })
    }

    /// The form with a number; empty where there is none.
    pub(super) fn get(&self, number: u32) -> ViewForm<'_> {
        if number < self.stored() {
            let at = number as usize * 2;
            let [form, folded] = [at, at + 1].map(|at| self.stored.get(at));
            return ViewForm { form, folded: if folded.is_empty() { form } else { folded } };
        }
        self.added(number).map_or(ViewForm { form: "", folded: "" }, |found| ViewForm {
            form: &found.form,
            folded: &found.folded,
        })
    }

    /// How many bytes a form has as it is written.
    pub(super) fn length(&self, number: u32) -> usize {
        if number < self.stored() {
            return self.stored.length(number as usize * 2);
        }
        self.added(number).map_or(0, |found| found.form.len())
    }

    fn added(&self, number: u32) -> Option<&AddedForm> {
        let after = self.added.partition_point(|(first, _)| *first <= number);
        let (first, forms) = self.added.get(after.checked_sub(1)?)?;
        forms.get((number - first) as usize)
    }

    /// How many the sections have: the number of the first that was added.
    pub(super) fn stored(&self) -> u32 {
        u32::try_from(self.stored.len() / 2).unwrap_or(u32::MAX)
    }

    /// The number that the next one to be added has.
    pub(super) fn next(&self) -> u32 {
        let last = self.added.last();
        last.map_or(self.stored(), |(first, forms)| first.saturating_add(forms.len() as u32))
    }

    /// The numbers of the forms that were added to a key.
    pub(super) fn added_to(&self, key: usize) -> impl Iterator<Item = u32> {
        self.of_key.get(&key).into_iter().flat_map(|numbers| numbers.iter().copied())
    }

    pub(super) fn add(&mut self, forms: Vec<AddedForm>) {
        let first = self.next();
        for (number, form) in (first..).zip(&forms) {
            let numbers = self.added_to(form.key).chain([number]).collect();
            self.of_key.insert(form.key, numbers);
        }
        if !forms.is_empty() {
            self.added.push((first, forms.into()));
        }
    }
}
