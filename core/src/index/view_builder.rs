//! Writes the sections of one language's view.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::dictionary::Dictionary;
use super::postings::PostingsBuilder;
use super::view::{FIELDS_WITH_LENGTH, Statistics, ViewPart, length_place};
use super::{Field, Occurrence, RecordSet, Records, View, idf};
use crate::analysis::{Analyzer, Rule, Token};
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::snapshot::{ListsBuilder, StringsBuilder, Writer, bytes_of};
use crate::text::{Language, Span};

/// Adds the sections of the view of `language` to `writer`.
///
/// # Errors
/// `InvalidSnapshot` where a resource lies in a snapshot and is not as it was written; `InvalidCatalogue` for more words than
/// can be counted.
pub(super) fn write(
    catalogue: &Catalogue,
    records: &Records,
    language: Language,
    writer: &mut Writer<'_>,
) -> Result<(), Error> {
    let mut builder = ViewBuilder::default();
    let mut analyzer = Analyzer::new(language);
    for (number, record) in (0..).zip(records.iter()) {
        let texts = record.texts(catalogue, language)?;
        builder.begin(texts.iter().any(|text| !text.text.trim().is_empty()));
        for (place, text) in (0..).zip(&texts) {
            let mut position = 0;
            analyzer.tokens(&text.text, |token, span| {
                builder.token(token, span, (number, place, text.field), position);
                position += u32::from(token.is_content());
            });
        }
    }
    builder.write(language, writer)
}

#[derive(Default)]
struct ViewBuilder {
    /// By key, the occurrences with their records.
    keys: HashMap<String, Vec<(u32, Occurrence)>>,
    /// Forms in the order they were met; their numbers in the index are settled at the end.
    forms: HashMap<(String, String), u32>,
    words: HashMap<String, Vec<String>>,
    lengths: Vec<[u16; FIELDS_WITH_LENGTH.len()]>,
    /// How many records have any text.
    record_count: u64,
}

impl ViewBuilder {
    fn begin(&mut self, has_text: bool) {
        self.lengths.push(Default::default());
        self.record_count += u64::from(has_text);
    }

    /// Adds a token of a record's text in a field; `position`: how many words that say something come before it.
    fn token(&mut self, token: &Token, span: Span, (record, text, field): (u32, u32, Field), position: u32) {
        // An elided word is only ever half a word: nobody looks for `l` or `qu`.
        if token.stop && token.rules.contains(&Rule::Elision) {
            return;
        }
        let rule = [Rule::Inclusive, Rule::Hashtag, Rule::Compound, Rule::Acronym]
            .into_iter()
            .find(|rule| token.rules.contains(rule));
        let counted = token.is_content() && !token.forms.is_empty();
        if counted {
            let length = length_place(field).and_then(|at| self.lengths.last_mut()?.get_mut(at));
            length.into_iter().for_each(|length| *length = length.saturating_add(1));
        }
        for (at, form) in token.forms.iter().enumerate() {
            let key = if token.stop { View::stop_key(&form.form) } else { form.stem.clone() };
            // Both words of an inclusive form mostly share their stem; they are one occurrence then.
            let repeated =
                !token.stop && token.forms.iter().take(at).any(|earlier| earlier.stem == form.stem);
            if !token.stop && !self.words.get(&form.folded).is_some_and(|keys| keys.contains(&key)) {
                self.words.entry(form.folded.clone()).or_default().push(key.clone());
            }
            let next = u32::try_from(self.forms.len()).unwrap_or(u32::MAX);
            let number = *self.forms.entry((form.form.clone(), form.folded.clone())).or_insert(next);
            if repeated {
                continue;
            }
            let occurrence = Occurrence {
                text,
                field,
                form: number,
                position,
                counted: counted && at == 0,
                start: u32::try_from(span.start).unwrap_or(u32::MAX),
                end: u32::try_from(span.end).unwrap_or(u32::MAX),
                rule,
            };
            self.keys.entry(key).or_default().push((record, occurrence));
        }
    }

    fn write(mut self, language: Language, writer: &mut Writer<'_>) -> Result<(), Error> {
        let forms = self.number_forms()?;
        let counts = counts(self.record_count, &self.lengths);
        let statistics = Statistics::from_counts(&counts);
        let keys = sorted(&self.keys);
        let words = sorted(&self.words);
        let numbers: HashMap<&str, u32> = keys.iter().map(|(key, _)| *key).zip(0..).collect();

        let mut postings = PostingsBuilder::default();
        let weight = |record: u32, occurrence: &Occurrence| {
            let lengths = self.lengths.get(record as usize);
            let length = |at: usize| lengths.and_then(|lengths| lengths.get(at)).copied().unwrap_or(0);
            statistics.field_weight(length, occurrence.field)
        };
        for (_, occurrences) in &keys {
            let first_form = occurrences.iter().map(|(_, found)| found.form).min().unwrap_or(0);
            postings.push(occurrences, first_form, weight);
        }
        let mut word_keys = ListsBuilder::default();
        for (_, of_word) in &words {
            word_keys.push(of_word.iter().filter_map(|key| numbers.get(key.as_str()).copied()));
        }
        let title_rarities = title_rarities(&keys, self.lengths.len(), statistics.record_count);

        let mut add = |part: ViewPart, sections: Vec<Vec<u8>>| {
            let numbered = (0..).zip(sections);
            numbered.for_each(|(number, bytes)| writer.add(part.name(language, number), bytes));
        };
        add(ViewPart::Statistics, vec![bytes_of(counts)]);
        add(ViewPart::Keys, Dictionary::sections(keys.iter().map(|(key, _)| *key))?.into());
        add(ViewPart::Postings, postings.finish()?.into());
        add(ViewPart::Words, Dictionary::sections(words.iter().map(|(word, _)| *word))?.into());
        add(ViewPart::WordKeys, word_keys.finish()?.into());
        add(ViewPart::Forms, forms.into());
        let titled = (0..).zip(&self.lengths).filter(|(_, [title, ..])| *title > 0).map(|(record, _)| record);
        let titled = RecordSet::of(self.lengths.len(), titled);
        add(ViewPart::Titled, vec![bytes_of(titled.words().iter().copied())]);
        add(ViewPart::Lengths, vec![bytes_of(self.lengths.into_iter().flatten())]);
        add(ViewPart::TitleRarities, vec![bytes_of(title_rarities)]);
        Ok(())
    }

    /// Numbers the forms anew, key by key, the most common of each first, so that an occurrence names one in few bits. A form
    /// of two keys has two numbers. The sections of the forms, by number.
    fn number_forms(&mut self) -> Result<[Vec<u8>; 2], Error> {
        let mut met: Vec<(&(String, String), u32)> =
            self.forms.iter().map(|(form, number)| (form, *number)).collect();
        met.sort_by_key(|(_, number)| *number);
        let mut strings = StringsBuilder::default();
        let mut next = 0_u32;
        let mut keys: Vec<(&String, &mut Vec<(u32, Occurrence)>)> = self.keys.iter_mut().collect();
        keys.sort_by_key(|(key, _)| *key);
        for (_, occurrences) in keys {
            let mut counts: HashMap<u32, u32> = HashMap::new();
            occurrences.iter().for_each(|(_, found)| *counts.entry(found.form).or_default() += 1);
            let mut common: Vec<(u32, u32)> = counts.into_iter().collect();
            common.sort_by_key(|(form, count)| (Reverse(*count), *form));
            let mut numbers: HashMap<u32, u32> = HashMap::new();
            for (form, _) in common {
                let Some(((written, folded), _)) = met.get(form as usize) else { continue };
                strings.push(written);
                strings.push(folded);
                numbers.insert(form, next);
                next = next.checked_add(1).ok_or_else(Error::too_large)?;
            }
            for (_, found) in occurrences {
                found.form = numbers.get(&found.form).copied().unwrap_or(found.form);
            }
        }
        strings.finish()
    }
}

/// The entries of a map in the order of its keys: the order of a hash map must not reach the index.
fn sorted<T>(map: &HashMap<String, T>) -> Vec<(&str, &T)> {
    let mut entries: Vec<(&str, &T)> = map.iter().map(|(key, value)| (key.as_str(), value)).collect();
    entries.sort_by_key(|(key, _)| *key);
    entries
}

/// What [`Statistics::from_counts`] reads.
fn counts(record_count: u64, lengths: &[[u16; FIELDS_WITH_LENGTH.len()]]) -> Vec<u64> {
    let mut counts = vec![record_count];
    for field in 0..FIELDS_WITH_LENGTH.len() {
        let of_field = lengths.iter().filter_map(|lengths| lengths.get(field)).filter(|length| **length > 0);
        let (words, records) =
            of_field.fold((0, 0), |(words, records), length| (words + u64::from(*length), records + 1));
        counts.extend([words, records]);
    }
    counts
}

fn title_rarities(keys: &[(&str, &Vec<(u32, Occurrence)>)], records: usize, record_count: usize) -> Vec<f32> {
    let mut rarities = vec![0.0_f64; records];
    for (_, occurrences) in keys {
        let having = occurrences.chunk_by(|(a, _), (b, _)| a == b).count();
        let rarity = idf(record_count, having);
        for (record, _) in
            occurrences.iter().filter(|(_, found)| found.field == Field::Title && found.counted)
        {
            rarities.get_mut(*record as usize).into_iter().for_each(|sum| *sum += rarity);
        }
    }
    rarities.into_iter().map(|rarity| rarity as f32).collect()
}
