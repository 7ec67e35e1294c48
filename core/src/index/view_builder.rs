//! Writes the sections of one language's view.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::build::{Steps, Stopped};
use super::collected::{Collected, CollectedWords};
use super::dictionary::Dictionary;
use super::postings::PostingsBuilder;
use super::view::{Statistics, ViewPart, counts};
use super::{Occurrence, RecordSet, Records, idf};
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::snapshot::{ListsBuilder, StringsBuilder, Writer, bytes_of};
use crate::text::Language;

/// Adds the sections of the view of `language` to `writer`.
///
/// # Errors
/// `InvalidSnapshot` where a resource lies in a snapshot and is not as it was written; `InvalidCatalogue` for more words than
/// can be counted.
pub(super) fn write(
    catalogue: &Catalogue,
    records: &Records,
    language: Language,
    steps: &Steps<'_>,
    writer: &mut Writer<'_>,
) -> Result<(), Stopped> {
    let mut collected = Collected::new(language);
    steps.each(records.iter(), |number, record| {
        collected.record(number, &record.texts(catalogue, language)?);
        Ok(())
    })?;
    Ok(write_words(collected.words, language, writer)?)
}

fn write_words(mut words: CollectedWords, language: Language, writer: &mut Writer<'_>) -> Result<(), Error> {
    let mut occurrences = std::mem::take(&mut words.occurrences);
    let counts = counts(words.record_count, &words.lengths);
    let statistics = Statistics::from_counts(&counts);
    let met = words.forms_by_number();
    let keys = sorted(&words.keys);
    let folded = sorted(&words.words);
    let forms = number_forms(&keys, &mut occurrences, &met)?;
    let mut numbers: Vec<u32> = vec![0; keys.len()];
    for ((_, met), number) in keys.iter().zip(0..) {
        numbers.get_mut(**met as usize).into_iter().for_each(|slot| *slot = number);
    }
    let by_key = || {
        let of_key = |met: u32| occurrences.get(met as usize).map_or(&[][..], Vec::as_slice);
        keys.iter().map(move |(_, met)| of_key(**met))
    };

    let mut postings = PostingsBuilder::default();
    let weight = |record: u32, occurrence: &Occurrence| {
        let lengths = words.lengths.get(record as usize);
        let length = |at: usize| lengths.and_then(|lengths| lengths.get(at)).copied().unwrap_or(0);
        statistics.field_weight(length, occurrence.field)
    };
    for occurrences in by_key() {
        let first_form = occurrences.iter().map(|(_, found)| found.form).min().unwrap_or(0);
        postings.push(occurrences, first_form, weight)?;
    }
    let mut word_keys = ListsBuilder::default();
    for (_, of_word) in &folded {
        word_keys.push(of_word.iter().filter_map(|met| numbers.get(*met as usize).copied()));
    }
    let (title_keys, title_rarities) = titles(by_key(), words.lengths.len(), statistics.record_count);
    let titled = (0..).zip(&words.lengths).filter(|(_, [title, ..])| *title > 0).map(|(record, _)| record);
    let titled = RecordSet::of(words.lengths.len(), titled);

    let mut add = |part: ViewPart, sections: Vec<Vec<u8>>| {
        let numbered = (0..).zip(sections);
        numbered.for_each(|(number, bytes)| writer.add(part.name(language, number), bytes));
    };
    add(ViewPart::Statistics, vec![bytes_of(counts)]);
    add(ViewPart::Keys, Dictionary::sections(keys.iter().map(|(key, _)| *key))?.into());
    add(ViewPart::Postings, postings.finish().into());
    add(ViewPart::Words, Dictionary::sections(folded.iter().map(|(word, _)| *word))?.into());
    add(ViewPart::WordKeys, word_keys.finish()?.into());
    add(ViewPart::Forms, forms.into());
    add(ViewPart::Titled, vec![bytes_of(titled.words().iter().copied())]);
    add(ViewPart::Lengths, vec![bytes_of(words.lengths.into_iter().flatten())]);
    add(ViewPart::TitleKeys, title_keys.finish()?.into());
    add(ViewPart::TitleRarities, vec![bytes_of(title_rarities)]);
    Ok(())
}

/// Numbers the forms anew, key by key, the most common of each first, so that an occurrence names one in few bits. A form of
/// two keys has two numbers. The sections of the forms, by number.
fn number_forms(
    keys: &[(&str, &u32)],
    occurrences: &mut [Vec<(u32, Occurrence)>],
    forms: &[&(String, String)],
) -> Result<[Vec<u8>; 2], Error> {
    let mut strings = StringsBuilder::default();
    let mut next = 0_u32;
    for (_, key) in keys {
        let Some(of_key) = occurrences.get_mut(**key as usize) else { continue };
        // Few forms a key: a list is looked through faster than a map.
        let mut counts: Vec<(u32, u32)> = Vec::new();
        for (_, found) in of_key.iter() {
            match counts.iter_mut().find(|(form, _)| *form == found.form) {
                Some((_, count)) => *count += 1,
                None => counts.push((found.form, 1)),
            }
        }
        counts.sort_by_key(|(form, count)| (Reverse(*count), *form));
        let first = next;
        for (form, _) in &counts {
            let Some((written, folded)) = forms.get(*form as usize) else { continue };
            strings.push(written);
            strings.push(folded);
            next = next.checked_add(1).ok_or_else(Error::too_large)?;
        }
        for (_, found) in of_key {
            let place = counts.iter().position(|(form, _)| *form == found.form).unwrap_or(0);
            found.form = first + place as u32;
        }
    }
    strings.finish()
}

/// The entries of a map in the order of its keys: the order of a hash map must not reach the index.
fn sorted<T>(map: &HashMap<String, T>) -> Vec<(&str, &T)> {
    let mut entries: Vec<(&str, &T)> = map.iter().map(|(key, value)| (key.as_str(), value)).collect();
    entries.sort_by_key(|(key, _)| *key);
    entries
}

/// For each record the keys of the words of its title that count, in order; and their rarities added up.
fn titles<'o>(
    by_key: impl Iterator<Item = &'o [(u32, Occurrence)]>,
    records: usize,
    record_count: usize,
) -> (ListsBuilder, Vec<f32>) {
    let mut keys: Vec<Vec<u32>> = vec![Vec::new(); records];
    let mut rarities = vec![0.0_f64; records];
    for (key, occurrences) in (0..).zip(by_key) {
        let having = occurrences.chunk_by(|(a, _), (b, _)| a == b).count();
        let rarity = idf(record_count, having);
        for (record, _) in occurrences.iter().filter(|(_, found)| found.is_of_title()) {
            keys.get_mut(*record as usize).into_iter().for_each(|keys| keys.push(key));
            rarities.get_mut(*record as usize).into_iter().for_each(|sum| *sum += rarity);
        }
    }
    let mut lists = ListsBuilder::default();
    keys.into_iter().for_each(|keys| lists.push(keys));
    (lists, rarities.into_iter().map(|rarity| rarity as f32).collect())
}
