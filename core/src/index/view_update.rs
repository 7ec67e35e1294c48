//! A view in which some records have changed, made of the one before.
//!
//! Only what the changed records say, or said, is written anew: the postings of their words, each list whole, beside the
//! stored ones. So a search meets one list for a word, as in an index that was just built, and every count is right at once.

use std::collections::BTreeMap;
use std::iter;
use std::ops::Range;

use super::changed_records::ChangedRecords;
use super::collected::{Collected, CollectedWords};
use super::forms::{AddedForm, ViewForm};
use super::key_occurrences::{KeyForm, KeyOccurrences};
use super::posting_list::{Posting, PostingList};
use super::postings::PostingListBuilder;
use super::statistics::{RecordLengths, Statistics, counts};
use super::view::View;
use super::{Occurrence, Record, RecordSet, Records};
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::snapshot::PackedSection;
use crate::text::Language;

/// The view of `language` after the change.
///
/// # Errors
/// `InvalidSnapshot` where a resource lies in a snapshot and is not as it was written; `InvalidCatalogue` for more words than
/// can be counted.
pub(super) fn updated(view: &View, language: Language, changed: ChangedRecords<'_>) -> Result<View, Error> {
    let said = words_of(changed.numbers, changed.before, language)?;
    let says = words_of(changed.numbers, changed.after, language)?;
    let mut view = view.clone();
    let means = view.statistics.mean_lengths;
    set_lengths(&mut view, changed, &says, said.record_count);
    let keep_frequencies = view.statistics.mean_lengths == means;
    let mut update = Update { view, changed: changed.numbers, forms: Vec::new(), keep_frequencies };
    update.postings(&said, &says)?;
    update.words(&said, &says);
    update.title_keys(&says);
    let Update { mut view, forms, .. } = update;
    view.forms.add(forms);
    Ok(view)
}

/// What those of the records with these numbers that are there say.
fn words_of(
    numbers: &[u32],
    (catalogue, records): (&Catalogue, &Records),
    language: Language,
) -> Result<CollectedWords, Error> {
    let mut collected = Collected::new(language);
    for number in numbers {
        let texts = records.get(*number).map(|record: Record| record.texts(catalogue, language));
        collected.record(*number, &texts.transpose()?.unwrap_or_default());
    }
    Ok(collected.words)
}

/// Sets the lengths of the changed records, and what follows from all lengths.
fn set_lengths(view: &mut View, changed: ChangedRecords<'_>, says: &CollectedWords, said_count: u64) {
    let stored: Vec<u16> = view.lengths.view().iter().map(|length| length as u16).collect();
    let mut lengths: Vec<RecordLengths> = stored.as_chunks().0.to_vec();
    let (_, records) = changed.after;
    lengths.resize(records.len(), RecordLengths::default());
    for (number, length) in changed.numbers.iter().zip(&says.lengths) {
        lengths.get_mut(*number as usize).into_iter().for_each(|slot| *slot = *length);
    }
    let record_count = (view.statistics.record_count as u64 + says.record_count).saturating_sub(said_count);
    view.statistics = Statistics::from_counts(&counts(record_count, &lengths));
    let titled = (0..).zip(&lengths).filter(|(_, [title, ..])| *title > 0).map(|(record, _)| record);
    view.titled = RecordSet::of(lengths.len(), titled);
    view.lengths = PackedSection::in_memory(lengths.as_flattened());
    view.title_rarities = None;
}

struct Update<'a> {
    view: View,
    /// The numbers of the records that changed, ascending.
    changed: &'a [u32],
    /// The forms that are added.
    forms: Vec<AddedForm>,
    /// False where the mean lengths have moved a step, so that every frequency is worked out anew.
    keep_frequencies: bool,
}

impl Update<'_> {
    /// Writes the postings of every key that the changed records have or had.
    fn postings(&mut self, said: &CollectedWords, says: &CollectedWords) -> Result<(), Error> {
        let nothing = KeyOccurrences::default();
        let gone = said.keys.iter().map(|key| (key, &nothing));
        let keys: BTreeMap<&str, &KeyOccurrences> = gone.chain(says.by_key()).collect();
        let mut written: Vec<usize> = Vec::with_capacity(keys.len());
        for (key, occurrences) in keys {
            let key = self.view.keys.number_or_add(key);
            self.write(key, occurrences)?;
            written.push(key);
        }
        if !self.keep_frequencies {
            written.sort_unstable();
            for key in 0..self.view.keys.len() {
                if written.binary_search(&key).is_err() {
                    self.write(key, &nothing)?;
                }
            }
        }
        Ok(())
    }

    /// Writes the postings of a key: those of the records that did not change, and `occurrences`.
    fn write(&mut self, key: usize, occurrences: &KeyOccurrences) -> Result<(), Error> {
        let forms = occurrences.forms().iter();
        let numbers: Vec<u32> =
            forms.map(|KeyForm { form, folded, .. }| self.form_number(key, form, folded)).collect();
        let before = self.view.postings(key);
        let least = || numbers.iter().min().copied().unwrap_or(0);
        let first_form = if before.len() == 0 { least() } else { before.first_form() };
        let list = self.merged(before, occurrences.numbered(&numbers), first_form);
        self.view.postings.set(key, list)
    }

    /// The postings of `before` that did not change, and `occurrences`.
    fn merged(
        &self,
        before: PostingList<'_>,
        occurrences: impl Iterator<Item = (u32, Occurrence)>,
        first_form: u32,
    ) -> PostingListBuilder {
        let mut list = PostingListBuilder::new(first_form);
        let weight = |record: u32, found: &Occurrence| self.view.field_weight(record, found.field);
        let is_kept = |posting: &Posting<'_>| self.changed.binary_search(&posting.record).is_err();
        let mut kept = before.postings().filter(is_kept).peekable();
        let mut new = occurrences.peekable();
        loop {
            let next = new.peek().map(|(record, _)| *record);
            if let Some(posting) = kept.next_if(|posting| next.is_none_or(|next| posting.record < next)) {
                if self.keep_frequencies {
                    list.push_written(posting);
                } else {
                    list.push(posting.record, posting.read(first_form), |found| {
                        weight(posting.record, found)
                    });
                }
            } else if let Some(record) = next {
                let in_record = iter::from_fn(|| new.next_if(|(other, _)| *other == record));
                list.push(record, in_record.map(|(_, found)| found), |found| weight(record, found));
            } else {
                return list;
            }
        }
    }

    /// The number of a form of a key: one that it has, or a new one.
    fn form_number(&mut self, key: usize, form: &str, folded: &str) -> u32 {
        let is_it = |found: ViewForm<'_>| found == ViewForm { form, folded };
        let mut known = self.stored_forms(key).chain(self.view.forms.added_to(key));
        if let Some(number) = known.find(|number| is_it(self.view.forms.get(*number))) {
            return number;
        }
        let number = self.view.forms.next().saturating_add(self.forms.len() as u32);
        self.forms.push(AddedForm { key, form: form.into(), folded: folded.into() });
        number
    }

    /// The numbers of the forms that a key has in the sections.
    fn stored_forms(&self, key: usize) -> Range<u32> {
        let first = |key: usize| self.view.postings.stored(key).map(PostingList::first_form);
        first(key).map_or(0..0, |start| start..first(key + 1).unwrap_or_else(|| self.view.forms.stored()))
    }

    /// Sets the keys of every folded word that the changed records have or had.
    fn words(&mut self, said: &CollectedWords, says: &CollectedWords) {
        let (had, have) = (said.word_keys(), says.word_keys());
        for (word, key) in &have {
            let (word, key) = (self.view.words.number_or_add(word), self.number(key));
            let mut keys: Vec<u32> = self.view.word_keys.get(word).collect();
            if !keys.contains(&key) {
                keys.push(key);
                self.view.word_keys.set(word, keys);
            }
        }
        for (word, key) in had.difference(&have) {
            let number = self.number(key);
            let is_there = self.view.postings(number as usize).occurrences();
            if is_there.map(|(_, found)| self.view.forms.get(found.form)).all(|form| form.folded != *word)
                && let Some(word) = self.view.words.number(word)
            {
                let keys = self.view.word_keys.get(word).filter(|key| *key != number).collect();
                self.view.word_keys.set(word, keys);
            }
        }
    }

    /// The number of a key that the view has.
    fn number(&self, key: &str) -> u32 {
        self.view.keys.number(key).and_then(|number| u32::try_from(number).ok()).unwrap_or(u32::MAX)
    }

    /// Sets the keys of the titles of the changed records, in the order of the keys.
    fn title_keys(&mut self, says: &CollectedWords) {
        for (record, met) in self.changed.iter().zip(&says.title_keys) {
            let mut of_title: Vec<&str> = met.iter().map(|met| says.keys.get(*met)).collect();
            of_title.sort_unstable();
            let of_title = of_title.into_iter().map(|key| self.number(key)).collect();
            self.view.title_keys.set(*record as usize, of_title);
        }
    }
}
