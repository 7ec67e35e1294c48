//! What a catalogue itself says of translations.

use std::num::NonZeroUsize;

use super::learn::{Learner, Pruning, stems};
use super::lookup::LONGEST_TERM;
use super::table::Table;
use super::table_builder::{Pair, TableBuilder};
use super::{LexiconSources, TranslationSource};
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::model::{Resource, VocabularyName};
use crate::parallel;
use crate::snapshot::{Container, Writer};
use crate::text::{Language, Localized};

/// The most records that are learned from, spread evenly over the catalogue: the words that many more would add are rare, and
/// memory must have a bound.
const MOST_RECORDS: usize = 200_000;

/// How probable an alternative label or a variant is as the translation of a term, which may as well be translated by the
/// preferred one, whose probability is 1.
const VARIANT: f32 = 0.9;

/// The catalogue's own table, from the `sources` asked for.
pub(super) fn own(catalogue: &Catalogue, sources: LexiconSources) -> Result<Table, Error> {
    let mut writer = Writer::default();
    let read = || read::<Error>(catalogue, NonZeroUsize::MIN, || Ok(()));
    let learner = if sources.learned { read()? } else { Learner::default() };
    write(catalogue, sources, learner, NonZeroUsize::MIN, &mut writer)?;
    Table::open(&Container::open(writer.finish().into())?)
}

/// Adds the catalogue's own table to a snapshot, with what is learned from the texts that `learner` has read, in at most so many
/// threads.
///
/// # Errors
/// `InvalidCatalogue` for more terms than can be counted.
pub(crate) fn write(
    catalogue: &Catalogue,
    sources: LexiconSources,
    learner: Learner,
    threads: NonZeroUsize,
    writer: &mut Writer<'_>,
) -> Result<(), Error> {
    let mut table = TableBuilder::default();
    if sources.topics {
        for concept in &catalogue.vocabulary(VocabularyName::Topics).concepts {
            add_term(&mut table, &concept.label, &concept.alternative, TranslationSource::Topics);
        }
    }
    if sources.glossary {
        for term in catalogue.terms() {
            add_term(&mut table, &term.term, &term.variants, TranslationSource::Glossary);
        }
    }
    add_learned(&mut table, learner, threads);
    table.write(writer)
}

/// Adds a preferred term and its variants: each form of one language translates each form of the other.
fn add_term(
    table: &mut TableBuilder,
    preferred: &Localized<String>,
    variants: &Localized<Vec<String>>,
    source: TranslationSource,
) {
    let forms = |language: Language| -> Vec<(String, f32)> {
        let preferred = preferred.get(language).into_iter().map(|form| (form, 1.0));
        let variants = variants.get(language).into_iter().flatten().map(|form| (form, VARIANT));
        let stemmed =
            preferred.chain(variants).map(|(form, probability)| (stems(form, language), probability));
        let terms = stemmed.filter(|(stems, _)| (1..=LONGEST_TERM).contains(&stems.len()));
        terms.map(|(stems, probability)| (stems.join(" "), probability)).collect()
    };
    let french_forms = forms(Language::French);
    for (english, to_english) in forms(Language::English) {
        for (french, to_french) in &french_forms {
            let pair = Pair {
                english: table.number(&english, Language::English),
                french: table.number(french, Language::French),
                french_given_english: *to_french,
                english_given_french: to_english,
                source,
            };
            table.add(pair);
        }
    }
}

/// Reads the titles, subtitles and descriptions of records that have them in both languages, in so many threads. `proceed` is asked
/// after every thousand records, and at the end; its error ends the work.
///
/// # Errors
/// `InvalidSnapshot` where a resource lies in a snapshot and is not as it was written; those of `proceed`.
pub(crate) fn read<E: From<Error> + Send>(
    catalogue: &Catalogue,
    threads: NonZeroUsize,
    proceed: impl Fn() -> Result<(), E> + Sync,
) -> Result<Learner, E> {
    let records = catalogue.resources();
    let step = records.len().div_ceil(MOST_RECORDS).max(1);
    let parts = parallel::in_parts(threads, records.len().div_ceil(step), |steps| -> Result<Learner, E> {
        let mut learner = Learner::default();
        for count in steps {
            if count % 1000 == 999 {
                proceed()?;
            }
            if let Some(resource) = records.get(count * step)? {
                add_texts(&mut learner, resource);
            }
        }
        Ok(learner)
    });
    let mut parts = parts.into_iter();
    let mut learner = parts.next().unwrap_or_else(|| Ok(Learner::default()))?;
    for part in parts {
        learner.append(&part?);
    }
    proceed()?;
    Ok(learner)
}

fn add_texts(learner: &mut Learner, resource: &Resource) {
    for text in [&resource.title, &resource.subtitle, &resource.description] {
        if let (Some(english), Some(french)) = (text.get(Language::English), text.get(Language::French)) {
            learner.add(english, french);
        }
    }
}

fn add_learned(table: &mut TableBuilder, learner: Learner, threads: NonZeroUsize) {
    let options = super::alignment::Options::default();
    for pair in learner.learn_in_threads(&options, &Pruning::default(), threads) {
        let english = table.number(&pair.english, Language::English);
        let french = table.number(&pair.french, Language::French);
        table.set_passages((english, pair.english_passages), (french, pair.french_passages));
        table.add(Pair {
            english,
            french,
            french_given_english: pair.french_given_english,
            english_given_french: pair.english_given_french,
            source: TranslationSource::Learned,
        });
    }
}
