//! The occurrences of a key while records are read, in few bytes: of all that building needs they are the most.

use super::Occurrence;
use super::occurrence::{Before, Occurrences, write_number};

/// The occurrences of a key, with their records, which ascend.
#[derive(Debug)]
pub(super) struct KeyOccurrences {
    /// For each occurrence by how much its record is more than that of the one before, as LEB128; then the occurrence as postings have
    /// it, its form by its place in `forms`.
    bytes: Vec<u8>,
    forms: Vec<KeyForm>,
    /// How many records there are.
    records: usize,
    /// The last of them; one less than 0 before the first.
    record: u32,
    before: Before,
}

/// A form of a key.
#[derive(Debug)]
pub(super) struct KeyForm {
    /// Its number among all forms.
    pub(super) form: u32,
    /// How often it occurs.
    pub(super) count: u32,
}

impl Default for KeyOccurrences {
    fn default() -> Self {
        KeyOccurrences {
            bytes: Vec::new(),
            forms: Vec::new(),
            records: 0,
            record: u32::MAX,
            before: Before::default(),
        }
    }
}

impl KeyOccurrences {
    pub(super) fn push(&mut self, record: u32, occurrence: Occurrence) {
        let on = record.wrapping_sub(self.record);
        if on > 0 {
            self.before = Before::default();
            self.records += 1;
            self.record = record;
        }
        write_number(&mut self.bytes, on.into());
        let form = self.place(occurrence.form);
        Occurrence { form, ..occurrence }.write(&mut self.bytes, 0, &mut self.before);
    }

    /// The place of a form, which counts once more. Few forms a key: a list is looked through faster than a map.
    fn place(&mut self, form: u32) -> u32 {
        let place = self.forms.iter().position(|known| known.form == form).unwrap_or(self.forms.len());
        match self.forms.get_mut(place) {
            Some(known) => known.count += 1,
            None => self.forms.push(KeyForm { form, count: 1 }),
        }
        place as u32
    }

    /// How many records there are.
    pub(super) fn records(&self) -> usize {
        self.records
    }

    /// The forms, in the order in which they were met.
    pub(super) fn forms(&self) -> &[KeyForm] {
        &self.forms
    }

    /// Each occurrence with its record; its form is what `forms` has at the place of its form.
    pub(super) fn with_forms(&self, forms: &[u32]) -> impl Iterator<Item = (u32, Occurrence)> {
        let mut occurrences = Occurrences::new(&self.bytes, 0);
        let mut record = u32::MAX;
        std::iter::from_fn(move || {
            record = record.wrapping_add(occurrences.records_on()?);
            let found = occurrences.next()?;
            let form = forms.get(found.form as usize).copied().unwrap_or_default();
            Some((record, Occurrence { form, ..found }))
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Field;
    use super::*;

    proptest! {
        #[test]
        fn what_is_pushed_is_there(
            pushed in prop::collection::vec((0_u32..3, 0_u32..9, 0_u32..4, 0_u32..1000, 0_u32..9000), 0..50)
        ) {
            let mut record = 0;
            let pushed: Vec<(u32, Occurrence)> = pushed
                .into_iter()
                .map(|(on, form, text, position, start)| {
                    record += on;
                    let field = Field::Title;
                    (record, Occurrence { text, field, form, position, start, length: None, counted: true, rule: None })
                })
                .collect();
            let mut key = KeyOccurrences::default();
            pushed.iter().for_each(|(record, found)| key.push(*record, *found));
            let forms: Vec<u32> = key.forms().iter().map(|form| form.form).collect();
            prop_assert_eq!(key.with_forms(&forms).collect::<Vec<_>>(), pushed.clone());
            prop_assert_eq!(key.records(), pushed.chunk_by(|(a, _), (b, _)| a == b).count());
            for KeyForm { form, count } in key.forms() {
                let expected = pushed.iter().filter(|(_, found)| found.form == *form).count();
                prop_assert_eq!(*count as usize, expected);
            }
        }
    }
}
