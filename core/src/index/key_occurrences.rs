//! The occurrences of a key while records are read, in few bytes: of all that building needs they are the most.

use super::Occurrence;
use super::occurrence::{Before, Occurrences};
use crate::snapshot::write_number;

/// The occurrences of a key, with their records, which ascend.
#[derive(Debug)]
pub(super) struct KeyOccurrences {
    /// For each occurrence by how much its record is more than that of the one before, as LEB128; then the occurrence as postings have
    /// it.
    bytes: Vec<u8>,
    /// In the order in which they were met; an occurrence has the place of its form.
    forms: Vec<KeyForm>,
    /// How many occurrences there are.
    count: u32,
    /// How many records there are.
    records: usize,
    /// The last of them; one less than 0 before the first.
    record: u32,
    before: Before,
}

/// A form of a key.
#[derive(Debug)]
pub(super) struct KeyForm {
    pub(super) form: Box<str>,
    pub(super) folded: Box<str>,
    /// How often it occurs, but for the first form of a key: [`counted_forms`](KeyOccurrences::counted_forms) knows both.
    count: u32,
}

impl Default for KeyOccurrences {
    fn default() -> Self {
        KeyOccurrences {
            bytes: Vec::new(),
            forms: Vec::new(),
            count: 0,
            records: 0,
            record: u32::MAX,
            before: Before::default(),
        }
    }
}

impl KeyOccurrences {
    /// The place of a form among those of the key, where it is added if it is missing. Few forms a key: a list is looked through
    /// faster than a map.
    pub(super) fn place_of(&mut self, form: &str, folded: &str) -> u32 {
        let is_it = |known: &KeyForm| *known.form == *form && *known.folded == *folded;
        let place = self.forms.iter().position(is_it).unwrap_or_else(|| {
            self.forms.push(KeyForm { form: form.into(), folded: folded.into(), count: 0 });
            self.forms.len() - 1
        });
        place as u32
    }

    /// Adds an occurrence, whose form is the place of one of the key's.
    pub(super) fn push(&mut self, record: u32, occurrence: &Occurrence) {
        let on = record.wrapping_sub(self.record);
        if on > 0 {
            self.before = Before::default();
            self.records += 1;
            self.record = record;
        }
        write_number(&mut self.bytes, on.into());
        occurrence.write(&mut self.bytes, 0, &mut self.before);
        self.count = self.count.saturating_add(1);
        // Most are of the first form, which need not be looked at.
        if occurrence.form > 0 {
            let form = self.forms.get_mut(occurrence.form as usize);
            form.into_iter().for_each(|form| form.count = form.count.saturating_add(1));
        }
    }

    /// Adds those of the same key in later records.
    pub(super) fn append(&mut self, other: KeyOccurrences) {
        if self.bytes.is_empty() && self.forms.is_empty() {
            *self = other;
            return;
        }
        let forms = other.forms.iter().map(|KeyForm { form, folded, .. }| self.place_of(form, folded));
        let forms: Vec<u32> = forms.collect();
        other.numbered(&forms).for_each(|(record, occurrence)| self.push(record, &occurrence));
    }

    /// How many records there are.
    pub(super) fn records(&self) -> usize {
        self.records
    }

    /// The forms, in the order in which they were met.
    pub(super) fn forms(&self) -> &[KeyForm] {
        &self.forms
    }

    /// The forms, in the order in which they were met, with how often each occurs.
    pub(super) fn counted_forms(&self) -> impl Iterator<Item = (&KeyForm, u32)> {
        let others = self.forms.iter().skip(1).fold(0, |sum: u32, form| sum.saturating_add(form.count));
        let first = self.count.saturating_sub(others);
        self.forms
            .iter()
            .enumerate()
            .map(move |(place, form)| (form, if place == 0 { first } else { form.count }))
    }

    /// Each occurrence with its record; its form is the number that `numbers` has at the place of its form.
    pub(super) fn numbered(&self, numbers: &[u32]) -> impl Iterator<Item = (u32, Occurrence)> {
        let mut occurrences = Occurrences::new(&self.bytes, 0);
        let mut record = u32::MAX;
        std::iter::from_fn(move || {
            record = record.wrapping_add(occurrences.records_on()?);
            let found = occurrences.next()?;
            let form = numbers.get(found.form as usize).copied().unwrap_or_default();
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
            for (record, found) in &pushed {
                let form = key.place_of(&found.form.to_string(), "");
                key.push(*record, &Occurrence { form, ..*found });
            }
            let mut parts = [KeyOccurrences::default(), KeyOccurrences::default()];
            let middle = pushed.get(pushed.len() / 2).map_or(0, |(record, _)| *record);
            for (record, found) in &pushed {
                let part = &mut parts[usize::from(*record > middle)];
                let form = part.place_of(&found.form.to_string(), "");
                part.push(*record, &Occurrence { form, ..*found });
            }
            let [mut appended, later] = parts;
            appended.append(later);
            prop_assert_eq!(format!("{appended:?}"), format!("{key:?}"));
            let numbers: Vec<u32> = key.forms().iter().map(|form| form.form.parse().unwrap()).collect();
            prop_assert_eq!(key.numbered(&numbers).collect::<Vec<_>>(), pushed.clone());
            prop_assert_eq!(key.records(), pushed.chunk_by(|(a, _), (b, _)| a == b).count());
            for (number, (_, count)) in numbers.into_iter().zip(key.counted_forms()) {
                let expected = pushed.iter().filter(|(_, found)| found.form == number).count();
                prop_assert_eq!(count as usize, expected);
            }
        }
    }
}
