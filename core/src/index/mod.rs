//! The index: two views of every record, one in English and one in French, each with its own words and statistics.
//!
//! A French word is weighed against the other French texts only, so it is not "rare" because most of a catalogue is in
//! English. The index is the sections of a snapshot, read as they lie: one that was just built and one that was opened from
//! a file are the same. Immutable; shared by any number of threads.

mod attributes;
mod build;
mod changed_lists;
mod changed_records;
mod collected;
mod column;
mod dictionary;
mod distance;
mod facet_field;
mod family;
mod field;
mod field_values;
mod forms;
mod frequency;
mod key_occurrences;
mod occurrence;
mod posting_list;
mod postings;
mod record;
mod record_set;
mod statistics;
mod title_ranks;
mod topic_labels;
mod update;
mod view;
mod view_builder;
mod view_update;

pub(crate) use attributes::Attributes;
use build::PARTS;
pub use build::{BuildOptions, BuildProgress};
pub(crate) use build::{Part, Steps, Stopped};
pub(crate) use column::Column;
pub(crate) use dictionary::beginning_within;
pub(crate) use distance::within;
pub use facet_field::FacetField;
pub use field::Field;
pub(crate) use occurrence::Occurrence;
pub(crate) use posting_list::{Cursor, PostingList, WINDOW};
pub use record::RecordType;
pub(crate) use record::{FieldText, Record, Records};
pub(crate) use record_set::{RecordSet, bits};
pub(crate) use statistics::idf;
pub(crate) use topic_labels::{TopicLabel, TopicLabels};
pub(crate) use view::View;

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::lexicon::{self, Lexicon, LexiconSources};
use crate::model::VocabularyName;
use crate::snapshot::{Container, Writer, countable};
use crate::text::Language;

/// The searchable form of a catalogue.
#[derive(Debug)]
pub(crate) struct Index {
    /// What can be found, in the order of the catalogue.
    pub(crate) records: Records,
    /// What records are filtered and sorted by.
    pub(crate) attributes: Attributes,
    english: View,
    french: View,
    /// What is known of translations, from every source.
    pub(crate) lexicon: Arc<Lexicon>,
    /// The values records are filtered and counted by, one column for each [`FacetField`] of the catalogue.
    columns: Vec<Column>,
    /// Made when they are first asked for; the topics themselves never change.
    topic_labels: Arc<OnceLock<TopicLabels>>,
}

impl Index {
    /// The index of `catalogue` as sections of a snapshot; the same catalogue always gives the same.
    ///
    /// # Errors
    /// `InvalidSnapshot` where a resource lies in a snapshot and is not as it was written; `InvalidCatalogue` for more than can
    /// be counted.
    pub(crate) fn build(
        catalogue: &Catalogue,
        options: BuildOptions<'_>,
    ) -> Result<Writer<'static>, Stopped> {
        let records = Records::of(catalogue);
        countable(records.len())?;
        let steps = &Steps::new(options, PARTS * (records.len() + 1));
        let view = |language: Language| -> Part<'_> {
            Box::new(move |writer| view_builder::write(catalogue, &records, language, steps, writer))
        };
        let attributes: Part<'_> = Box::new(move |writer| {
            Attributes::write(catalogue, &records, writer)?;
            for field in FacetField::of(catalogue) {
                steps.proceed()?;
                Column::write(&field, catalogue, &records, writer)?;
            }
            steps.add(records.len())
        });
        let translations: Part<'_> = Box::new(move |writer| {
            let learner = lexicon::read(catalogue, steps.threads_of_part(), || steps.proceed())?;
            let threads = steps.threads_of_last_part();
            lexicon::write(catalogue, LexiconSources::default(), learner, threads, writer)?;
            steps.add(records.len())
        });
        // What takes longest first.
        let [english, french] = Language::ALL.map(view);
        let [translations, english, french, attributes] =
            steps.run([translations, english, french, attributes])?;
        let mut index = Writer::default();
        [english, french, translations, attributes].into_iter().for_each(|part| index.append(part));
        Ok(index)
    }

    /// Opens the index in a snapshot of `catalogue`.
    ///
    /// # Errors
    /// `InvalidSnapshot` where a section is missing or is not what it must be.
    pub(crate) fn open(catalogue: &Catalogue, container: &Container) -> Result<Self, Error> {
        let columns = FacetField::of(catalogue).map(|field| Column::open(field, catalogue, container));
        Ok(Index {
            records: Records::of(catalogue),
            attributes: Attributes::open(container)?,
            english: View::open(container, Language::English)?,
            french: View::open(container, Language::French)?,
            lexicon: Arc::new(Lexicon::open(container)?),
            columns: columns.collect::<Result<_, _>>()?,
            topic_labels: Arc::default(),
        })
    }

    pub(crate) fn view(&self, language: Language) -> &View {
        match language {
            Language::English => &self.english,
            Language::French => &self.french,
        }
    }

    /// The labels of the topics of `catalogue`, whose index this is.
    pub(crate) fn topic_labels(&self, catalogue: &Catalogue) -> &TopicLabels {
        self.topic_labels.get_or_init(|| TopicLabels::of(catalogue.vocabulary(VocabularyName::Topics)))
    }

    pub(crate) fn column(&self, field: &FacetField) -> Option<&Column> {
        self.columns.iter().find(|column| column.field == *field)
    }

    /// The names of the fields that requests may filter and count by.
    pub(crate) fn field_names(&self) -> impl Iterator<Item = Cow<'static, str>> {
        self.columns.iter().map(|column| column.field.name())
    }
}
