//! The topics of a record, each with the records that share it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::super::matches::{saturated, saturated_part};
use super::super::phrase::Phrase;
use crate::analysis::{Analysis, Token, analyze};
use crate::error::Error;
use crate::index::{FacetField, Record, RecordType, idf};
use crate::model::{Concept, Vocabulary, VocabularyName};
use crate::search::Searcher;
use crate::text::Language;

/// How many topics a record has whose texts name them, at most.
const MOST_NAMED: usize = 5;

/// A topic of a record.
pub(super) struct Topic<'a> {
    pub(super) concept: &'a Concept,
    /// The records that are about it, or about a narrower topic, ascending.
    pub(super) records: Vec<u32>,
    pub(super) rarity: f64,
    /// How much the record is about it, from 0 to 1.
    pub(super) share: f64,
}

/// The topics of a record, `own`, or, where it has none, those that its texts name most. `with_pages`: whether pages that name a topic are
/// among its records.
pub(super) fn topics<'a>(
    own: &[String],
    record: Record,
    number: u32,
    with_pages: bool,
    searcher: &'a Searcher,
) -> Result<Vec<Topic<'a>>, Error> {
    let vocabulary = searcher.catalogue.vocabulary(VocabularyName::Topics);
    let shares = if own.is_empty() { named(record, number, searcher)? } else { narrowest(own, vocabulary) };
    let concepts = shares.into_iter().filter_map(|(id, share)| Some((vocabulary.get(&id)?, share)));
    let topics = concepts.map(|(concept, share)| {
        let mut records = records(concept, vocabulary, searcher);
        let rarity = rarity(records.len(), searcher);
        if with_pages {
            records.splice(0..0, pages(concept, searcher)?);
        }
        Ok(Topic { concept, rarity, records, share })
    });
    topics.collect()
}

/// How rare a topic is that so many terms and resources are about; not of all numbers of the index, of which deleted resources keep theirs.
fn rarity(having: usize, searcher: &Searcher) -> f64 {
    idf(searcher.catalogue.terms().len() + searcher.catalogue.resources().len(), having)
}

/// The topics with these ids, but for those that are broader than another of them: what is narrower says it better.
fn narrowest(ids: &[String], vocabulary: &Vocabulary) -> Vec<(String, f64)> {
    let is_broader = |id: &String| {
        let narrower = vocabulary.with_narrower(id);
        ids.iter().any(|other| other != id && narrower.contains(&other.as_str()))
    };
    ids.iter().filter(|id| !is_broader(id)).map(|id| (id.clone(), 1.0)).collect()
}

/// The terms and resources that are about a topic: in the order of their numbers.
fn records(concept: &Concept, vocabulary: &Vocabulary, searcher: &Searcher) -> Vec<u32> {
    let (catalogue, index) = (&searcher.catalogue, &searcher.index);
    let narrower = vocabulary.with_narrower(&concept.id);
    let is_about = |topics: &[String]| topics.iter().any(|topic| narrower.contains(&topic.as_str()));
    let terms = catalogue.terms().iter().enumerate().filter(|(_, term)| is_about(&term.topics));
    let terms = terms.map(|(at, _)| index.records.number(RecordType::Term, at));
    let column = index.column(&FacetField::Topic);
    let resources = column
        .into_iter()
        .flat_map(|column| column.place(&concept.id).into_iter().flat_map(|place| column.records_of(place)));
    terms.chain(resources).collect()
}

/// The pages that name a topic by one of its labels that are shown.
fn pages(concept: &Concept, searcher: &Searcher) -> Result<Vec<u32>, Error> {
    let index = &searcher.index;
    let pages = index.records.types().find(|(of, _)| *of == RecordType::Page);
    let pages = pages.map(|(_, numbers)| numbers).unwrap_or_default();
    let mut naming = Vec::new();
    for language in Language::ALL {
        let others = concept.alternative.get(language).into_iter().flatten();
        for label in concept.label.get(language).into_iter().chain(others) {
            let phrase = Phrase::new(label, None, false, None, index);
            let found = phrase.records(&searcher.catalogue, index)?;
            let found = found.iter().flat_map(|found| pages.clone().filter(|page| found.contains(*page)));
            naming.extend(found);
        }
    }
    naming.sort_unstable();
    naming.dedup();
    Ok(naming)
}

/// The topics that the texts of a record name by a label, those first that they name most; rare ones count more. Each with its share.
fn named(record: Record, number: u32, searcher: &Searcher) -> Result<Vec<(String, f64)>, Error> {
    let labels = searcher.index.topic_labels(&searcher.catalogue);
    // Of the two languages the one in which more is said.
    let mut most: BTreeMap<&str, f64> = BTreeMap::new();
    for language in Language::ALL {
        let view = searcher.index.view(language);
        let texts = record.texts(&searcher.catalogue, language)?;
        let texts: Vec<(Analysis, f64)> = texts
            .iter()
            .filter(|text| text.concept.is_none())
            .map(|text| (analyze(&text.text, language), view.field_weight(number, text.field)))
            .collect();
        let texts: Vec<(Vec<&str>, f64)> =
            texts.iter().map(|(analysis, weight)| (stems(&analysis.tokens), *weight)).collect();
        let mut places: HashMap<&str, Vec<(&[&str], f64)>> = HashMap::new();
        for (stems, weight) in &texts {
            for (at, stem) in stems.iter().enumerate() {
                let from = stems.get(at..).unwrap_or_default();
                places.entry(stem).or_default().push((from, *weight));
            }
        }
        let mut named: BTreeMap<&str, f64> = BTreeMap::new();
        for label in labels.of_language(language).filter(|label| !label.hidden) {
            let label_stems = stems(&label.tokens);
            let begun = label_stems.first().and_then(|first| places.get(first)).into_iter().flatten();
            let weights = begun.filter(|(from, _)| from.starts_with(&label_stems)).map(|(_, weight)| weight);
            let frequency: f64 = weights.sum();
            if frequency > 0.0 {
                *named.entry(&label.topic).or_default() += frequency;
            }
        }
        for (topic, frequency) in named {
            let most = most.entry(topic).or_default();
            *most = most.max(frequency);
        }
    }
    let vocabulary = searcher.catalogue.vocabulary(VocabularyName::Topics);
    let telling = |topic: &str, frequency: f64| {
        let records = vocabulary.get(topic).map_or(0, |topic| records(topic, vocabulary, searcher).len());
        // Whole millionths: the same on every machine.
        (saturated(frequency) * rarity(records, searcher) * 1e6) as u64
    };
    let mut named: Vec<(&str, f64)> = most.into_iter().collect();
    named.sort_by_cached_key(|(topic, frequency)| (Reverse(telling(topic, *frequency)), *topic));
    let named = named.into_iter().take(MOST_NAMED);
    Ok(named.map(|(topic, frequency)| (topic.to_owned(), saturated_part(frequency))).collect())
}

/// The stems of words that say something.
fn stems(tokens: &[Token]) -> Vec<&str> {
    let content = tokens.iter().filter(|token| token.is_content());
    content.filter_map(|token| token.forms.first()).map(|form| form.stem.as_str()).collect()
}
