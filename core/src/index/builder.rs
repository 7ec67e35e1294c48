//! From a catalogue to its index.

use std::collections::HashMap;

use super::dictionary::Dictionary;
use super::view::ViewForm;
use super::{Column, FacetField, Field, Index, Occurrence, Record, RecordType, View, idf};
use crate::analysis::{Analyzer, Rule, Token};
use crate::catalogue::Catalogue;
use crate::collation::Collation;
use crate::lexicon::{Lexicon, LexiconSources};
use crate::text::{Language, Span};

pub(super) fn build(catalogue: &Catalogue) -> Index {
    let records = Record::all(catalogue);
    let mut columns: Vec<Column> =
        FacetField::ALL.iter().map(|field| Column::new(*field, catalogue)).collect();
    let (mut years, mut dates) = (Vec::new(), Vec::new());
    for record in &records {
        let resource = match record.record_type {
            RecordType::Resource => catalogue.resources().get(record.at),
            RecordType::Page | RecordType::Term => None,
        };
        columns.iter_mut().for_each(|column| column.push(resource));
        let date = resource.and_then(|resource| resource.date);
        years.push(date.map(|date| date.years()));
        dates.push(date.map(|date| date.sort_key()));
    }
    Index {
        english: build_view(catalogue, &records, Language::English),
        french: build_view(catalogue, &records, Language::French),
        lexicon: Lexicon::of(catalogue, LexiconSources::default()),
        title_ranks: Language::ALL.map(|reader| title_ranks(catalogue, &records, reader)),
        records,
        columns,
        years,
        dates,
    }
}

fn title_ranks(catalogue: &Catalogue, records: &[Record], reader: Language) -> Vec<u32> {
    let title = |record: &Record| {
        record.title(catalogue).and_then(|title| title.read(reader)).map_or("", |text| text.value.as_str())
    };
    let order = Collation::new(reader);
    let mut sorted: Vec<(usize, &str)> = records.iter().map(title).enumerate().collect();
    sorted.sort_by(|(_, a), (_, b)| order.compare(a, b));
    let mut ranks = vec![0; records.len()];
    for (rank, (record, _)) in (0..).zip(sorted) {
        ranks.get_mut(record).into_iter().for_each(|slot| *slot = rank);
    }
    ranks
}

fn build_view(catalogue: &Catalogue, records: &[Record], language: Language) -> View {
    let mut builder = ViewBuilder::default();
    let mut analyzer = Analyzer::new(language);
    for (number, record) in (0..).zip(records) {
        let texts = record.texts(catalogue, language);
        builder.begin(texts.iter().any(|text| !text.text.trim().is_empty()));
        for (place, text) in (0..).zip(&texts) {
            let mut position = 0;
            analyzer.tokens(&text.text, |token, span| {
                builder.token(token, span, (number, place, text.field), position);
                position += u32::from(token.is_content());
            });
        }
    }
    builder.finish()
}

#[derive(Default)]
struct ViewBuilder {
    keys: HashMap<String, Vec<Occurrence>>,
    /// Forms in the order they were met; the numbers are settled at the end.
    forms: HashMap<(String, String), u32>,
    words: HashMap<String, Vec<String>>,
    lengths: Vec<[u32; Field::COUNT]>,
    record_count: usize,
}

impl ViewBuilder {
    fn begin(&mut self, has_text: bool) {
        self.lengths.push([0; Field::COUNT]);
        self.record_count += usize::from(has_text);
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
            let length = self.lengths.last_mut().and_then(|lengths| lengths.get_mut(field.number()));
            length.into_iter().for_each(|length| *length += 1);
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
            self.keys.entry(key).or_default().push(Occurrence {
                record,
                text,
                field,
                form: number,
                position,
                counted: counted && at == 0,
                start: u32::try_from(span.start).unwrap_or(u32::MAX),
                end: u32::try_from(span.end).unwrap_or(u32::MAX),
                rule,
            });
        }
    }

    fn finish(self) -> View {
        let mut forms: Vec<((String, String), u32)> = self.forms.into_iter().collect();
        forms.sort_by_key(|(_, number)| *number);
        let forms = forms
            .into_iter()
            .map(|((form, folded), _)| ViewForm { form: form.into(), folded: folded.into() })
            .collect();
        let (keys, postings): (Vec<Box<str>>, Vec<Vec<Occurrence>>) = sorted(self.keys).unzip();
        let keys = Dictionary::from_sorted(keys);
        let (words, word_keys): (Vec<Box<str>>, Vec<Vec<usize>>) = sorted(self.words)
            .map(|(word, word_keys)| (word, word_keys.iter().filter_map(|key| keys.number(key)).collect()))
            .unzip();
        let mut view = View {
            mean_lengths: mean_lengths(&self.lengths),
            keys,
            postings,
            frequencies: Vec::new(),
            firsts: Vec::new(),
            title_rarities: Vec::new(),
            words: Dictionary::from_sorted(words),
            word_keys,
            forms,
            lengths: self.lengths,
            record_count: self.record_count,
        };
        (view.frequencies, view.firsts) =
            view.postings.iter().map(|occurrences| frequencies(occurrences, &view)).unzip();
        view.title_rarities = title_rarities(&view);
        view
    }
}

/// The entries of a map in the order of its keys: the order of a hash map must not reach the index.
fn sorted<T>(map: HashMap<String, T>) -> impl Iterator<Item = (Box<str>, T)> {
    let mut entries: Vec<(Box<str>, T)> =
        map.into_iter().map(|(key, value)| (key.into_boxed_str(), value)).collect();
    entries.sort_by(|(a, _), (b, _)| a.cmp(b));
    entries.into_iter()
}

/// The weighed frequencies of a key in the records that have it, and the places of its first occurrences there.
fn frequencies(occurrences: &[Occurrence], view: &View) -> (Vec<(u32, f64)>, Vec<u32>) {
    let (mut frequencies, mut firsts): (Vec<(u32, f64)>, Vec<u32>) = (Vec::new(), Vec::new());
    for (place, occurrence) in (0..).zip(occurrences) {
        let weight = view.field_weight(occurrence.record, occurrence.field);
        match frequencies.last_mut() {
            Some((record, sum)) if *record == occurrence.record => *sum += weight,
            _ => {
                frequencies.push((occurrence.record, weight));
                firsts.push(place);
            }
        }
    }
    (frequencies, firsts)
}

fn title_rarities(view: &View) -> Vec<f64> {
    let mut rarities = vec![0.0; view.lengths.len()];
    for (occurrences, frequencies) in view.postings.iter().zip(&view.frequencies) {
        let rarity = idf(view.record_count, frequencies.len());
        let in_title = |occurrence: &&Occurrence| occurrence.field == Field::Title && occurrence.counted;
        for occurrence in occurrences.iter().filter(in_title) {
            rarities.get_mut(occurrence.record as usize).into_iter().for_each(|sum| *sum += rarity);
        }
    }
    rarities
}

fn mean_lengths(lengths: &[[u32; Field::COUNT]]) -> [f64; Field::COUNT] {
    Field::ALL.map(|field| {
        let of_field =
            lengths.iter().filter_map(|lengths| lengths.get(field.number())).filter(|length| **length > 0);
        let (sum, count) =
            of_field.fold((0.0, 0.0), |(sum, count), length| (sum + f64::from(*length), count + 1.0));
        if count > 0.0 { sum / count } else { 1.0 }
    })
}
