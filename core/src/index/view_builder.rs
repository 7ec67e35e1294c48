//! Writes the sections of one language's view.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::build::{Steps, Stopped};
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
    steps: &Steps<'_>,
    writer: &mut Writer<'_>,
) -> Result<(), Stopped> {
    let mut builder = ViewBuilder::default();
    let mut analyzer = Analyzer::new(language);
    steps.each(records.iter(), |number, record| {
        let texts = record.texts(catalogue, language)?;
        builder.begin(texts.iter().any(|text| !text.text.trim().is_empty()));
        for (place, text) in (0..).zip(&texts) {
            let mut position = 0;
            analyzer.tokens(&text.text, |token, noted, span| {
                builder.token(token, noted, span, (number, place, text.field), position);
                position += u32::from(token.is_content());
            });
        }
        Ok(())
    })?;
    Ok(builder.write(language, writer)?)
}

#[derive(Default)]
struct ViewBuilder {
    /// The keys in the order they were met; their numbers in the index are settled at the end, as are those of forms.
    keys: HashMap<String, u32>,
    /// By key, the occurrences with their records.
    occurrences: Vec<Vec<(u32, Occurrence)>>,
    /// Forms in the order they were met.
    forms: HashMap<(String, String), u32>,
    /// Folded words with their keys.
    words: HashMap<String, Vec<u32>>,
    lengths: Vec<[u16; FIELDS_WITH_LENGTH.len()]>,
    /// How many records have any text.
    record_count: u64,
}

/// What an occurrence of a form of a token is filed under.
struct NotedForm {
    key: u32,
    form: u32,
    /// True for the first form of the token, the one that counts.
    is_first: bool,
}

/// What is noted of a token the first time that it is met.
type Noted = Option<Vec<NotedForm>>;

impl ViewBuilder {
    fn begin(&mut self, has_text: bool) {
        self.lengths.push(Default::default());
        self.record_count += u64::from(has_text);
    }

    /// Adds a token of a record's text in a field; `position`: how many words that say something come before it.
    fn token(
        &mut self,
        token: &Token,
        noted: &mut Noted,
        span: Span,
        (record, text, field): (u32, u32, Field),
        position: u32,
    ) {
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
        for NotedForm { key, form, is_first } in noted.get_or_insert_with(|| self.note(token)) {
            let occurrence = Occurrence {
                text,
                field,
                form: *form,
                position,
                counted: counted && *is_first,
                start: u32::try_from(span.start).unwrap_or(u32::MAX),
                end: u32::try_from(span.end).unwrap_or(u32::MAX),
                rule,
            };
            let of_key = self.occurrences.get_mut(*key as usize);
            of_key.into_iter().for_each(|of_key| of_key.push((record, occurrence)));
        }
    }

    /// Numbers the keys and forms of a token.
    fn note(&mut self, token: &Token) -> Vec<NotedForm> {
        let mut noted: Vec<NotedForm> = Vec::new();
        for (at, form) in token.forms.iter().enumerate() {
            let key = if token.stop { View::stop_key(&form.form) } else { form.stem.clone() };
            // Both words of an inclusive form mostly share their stem; they are one occurrence then.
            let repeated =
                !token.stop && token.forms.iter().take(at).any(|earlier| earlier.stem == form.stem);
            let key = self.key(key);
            if !token.stop {
                let of_word = self.words.entry(form.folded.clone()).or_default();
                if !of_word.contains(&key) {
                    of_word.push(key);
                }
            }
            let next = u32::try_from(self.forms.len()).unwrap_or(u32::MAX);
            let number = *self.forms.entry((form.form.clone(), form.folded.clone())).or_insert(next);
            if !repeated {
                noted.push(NotedForm { key, form: number, is_first: at == 0 });
            }
        }
        noted
    }

    fn key(&mut self, key: String) -> u32 {
        let next = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
        let number = *self.keys.entry(key).or_insert(next);
        if number == next {
            self.occurrences.push(Vec::new());
        }
        number
    }

    fn write(mut self, language: Language, writer: &mut Writer<'_>) -> Result<(), Error> {
        let counts = counts(self.record_count, &self.lengths);
        let statistics = Statistics::from_counts(&counts);
        let keys = sorted(&self.keys);
        let words = sorted(&self.words);
        let forms = number_forms(&keys, &mut self.occurrences, &self.forms)?;
        let mut numbers: Vec<u32> = vec![0; keys.len()];
        for ((_, met), number) in keys.iter().zip(0..) {
            numbers.get_mut(**met as usize).into_iter().for_each(|slot| *slot = number);
        }
        let by_key = || {
            let of_key = |met: u32| self.occurrences.get(met as usize).map_or(&[][..], Vec::as_slice);
            keys.iter().map(move |(_, met)| of_key(**met))
        };

        let mut postings = PostingsBuilder::default();
        let weight = |record: u32, occurrence: &Occurrence| {
            let lengths = self.lengths.get(record as usize);
            let length = |at: usize| lengths.and_then(|lengths| lengths.get(at)).copied().unwrap_or(0);
            statistics.field_weight(length, occurrence.field)
        };
        for occurrences in by_key() {
            let first_form = occurrences.iter().map(|(_, found)| found.form).min().unwrap_or(0);
            postings.push(occurrences, first_form, weight);
        }
        let mut word_keys = ListsBuilder::default();
        for (_, of_word) in &words {
            word_keys.push(of_word.iter().filter_map(|met| numbers.get(*met as usize).copied()));
        }
        let title_rarities = title_rarities(by_key(), self.lengths.len(), statistics.record_count);
        let titled = (0..).zip(&self.lengths).filter(|(_, [title, ..])| *title > 0).map(|(record, _)| record);
        let titled = RecordSet::of(self.lengths.len(), titled);

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
        add(ViewPart::Titled, vec![bytes_of(titled.words().iter().copied())]);
        add(ViewPart::Lengths, vec![bytes_of(self.lengths.into_iter().flatten())]);
        add(ViewPart::TitleRarities, vec![bytes_of(title_rarities)]);
        Ok(())
    }
}

/// Numbers the forms anew, key by key, the most common of each first, so that an occurrence names one in few bits. A form of
/// two keys has two numbers. The sections of the forms, by number.
fn number_forms(
    keys: &[(&str, &u32)],
    occurrences: &mut [Vec<(u32, Occurrence)>],
    forms: &HashMap<(String, String), u32>,
) -> Result<[Vec<u8>; 2], Error> {
    let mut met: Vec<(&(String, String), u32)> = forms.iter().map(|(form, number)| (form, *number)).collect();
    met.sort_by_key(|(_, number)| *number);
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
            let Some(((written, folded), _)) = met.get(*form as usize) else { continue };
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

fn title_rarities<'o>(
    by_key: impl Iterator<Item = &'o [(u32, Occurrence)]>,
    records: usize,
    record_count: usize,
) -> Vec<f32> {
    let mut rarities = vec![0.0_f64; records];
    for occurrences in by_key {
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
