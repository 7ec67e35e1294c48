use std::borrow::Cow;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Field;
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::model::{Block, Concept, Resource, RichText, Term, VocabularyName};
use crate::text::{Language, Localized, Name};

/// How many texts most records have, at most.
const MOST_TEXTS: usize = 8;

/// A type of record that can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum RecordType {
    /// A resource of the catalogue.
    Resource,
    /// A page of a toolkit.
    Page,
    /// A glossary term.
    Term,
}

/// A record of the index: its type and its place in the catalogue's list of that type; of a resource, its slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Record {
    pub(crate) record_type: RecordType,
    pub(crate) at: usize,
}

/// The records of a catalogue, numbered from 0: pages, then terms, then resources, so that one that is added leaves the numbers of
/// the others as they are. The slot of a resource that was deleted keeps its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Records {
    /// How many there are of each type, in this order.
    counts: [(RecordType, usize); 3],
}

impl Records {
    pub(crate) fn of(catalogue: &Catalogue) -> Self {
        Records {
            counts: [
                (RecordType::Page, catalogue.pages().len()),
                (RecordType::Term, catalogue.terms().len()),
                (RecordType::Resource, catalogue.resources().slots()),
            ],
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.counts.iter().map(|(_, count)| count).sum()
    }

    /// The record with this number; `None` where there is none.
    pub(crate) fn get(&self, number: u32) -> Option<Record> {
        let mut at = number as usize;
        for (record_type, count) in self.counts {
            if at < count {
                return Some(Record { record_type, at });
            }
            at -= count;
        }
        None
    }

    /// The types with the numbers of their records.
    pub(crate) fn types(&self) -> impl Iterator<Item = (RecordType, Range<u32>)> + use<> {
        let mut next = 0;
        self.counts.into_iter().map(move |(record_type, count)| {
            let first = next;
            next += u32::try_from(count).unwrap_or(u32::MAX);
            (record_type, first..next)
        })
    }

    /// The number of the record at a place of the catalogue's list of a type; of a resource, in a slot.
    pub(crate) fn number(&self, record_type: RecordType, at: usize) -> u32 {
        let before = self.counts.iter().take_while(|(of, _)| *of != record_type);
        let before: usize = before.map(|(_, count)| count).sum();
        u32::try_from(before + at).unwrap_or(u32::MAX)
    }

    /// The number of the record of a type with this id; `None` where there is none.
    ///
    /// # Errors
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot) where ids lie in a snapshot and are not as they were written.
    pub(crate) fn find(
        &self,
        catalogue: &Catalogue,
        record_type: RecordType,
        id: &str,
    ) -> Result<Option<u32>, Error> {
        let at = match record_type {
            RecordType::Resource => catalogue.resources().slot_of(id)?,
            RecordType::Page => catalogue.pages().iter().position(|record| {
                id.split_once('/') == Some((record.toolkit.as_str(), record.page.key.as_str()))
            }),
            RecordType::Term => catalogue.terms().iter().position(|record| record.id == id),
        };
        Ok(at.map(|at| self.number(record_type, at)))
    }

    /// Every record, by number.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Record> + use<> {
        let records = *self;
        (0..u32::try_from(self.len()).unwrap_or(u32::MAX)).filter_map(move |number| records.get(number))
    }
}

/// A searched text of a record.
#[derive(Debug, Clone)]
pub(crate) struct FieldText<'a> {
    pub(crate) field: Field,
    pub(crate) text: Cow<'a, str>,
    /// The concept whose label the text is.
    pub(crate) concept: Option<(VocabularyName, &'a str)>,
    /// True for a label that is searched but never shown.
    pub(crate) hidden: bool,
}

impl Record {
    /// The resource that the record is, if it is one.
    ///
    /// # Errors
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot) where it lies in a snapshot and is not as it was written.
    pub(crate) fn resource(self, catalogue: &Catalogue) -> Result<Option<&Resource>, Error> {
        match self.record_type {
            RecordType::Resource => catalogue.resources().at_slot(self.at),
            RecordType::Page | RecordType::Term => Ok(None),
        }
    }

    /// The texts a record is found by in `language`, always in the same order: an occurrence names its text by its
    /// place in this list.
    ///
    /// # Errors
    /// As [`resource`](Record::resource).
    pub(crate) fn texts(
        self,
        catalogue: &Catalogue,
        language: Language,
    ) -> Result<Vec<FieldText<'_>>, Error> {
        self.texts_to(catalogue, language, usize::MAX)
    }

    /// As [`texts`](Record::texts); labels of concepts that come after the place `last` may be left out, since each takes a look
    /// into its vocabulary.
    ///
    /// # Errors
    /// As [`resource`](Record::resource).
    pub(crate) fn texts_to(
        self,
        catalogue: &Catalogue,
        language: Language,
        last: usize,
    ) -> Result<Vec<FieldText<'_>>, Error> {
        let mut texts = Texts { catalogue, language, last, found: Vec::with_capacity(MOST_TEXTS) };
        match self.record_type {
            RecordType::Resource => {
                self.resource(catalogue)?.into_iter().for_each(|record| texts.resource(record))
            }
            RecordType::Page => {
                catalogue.pages().get(self.at).into_iter().for_each(|record| texts.page(&record.page));
            }
            RecordType::Term => {
                catalogue.terms().get(self.at).into_iter().for_each(|record| texts.term(record))
            }
        }
        Ok(texts.found)
    }

    /// The title in the languages it exists in.
    ///
    /// # Errors
    /// As [`resource`](Record::resource).
    pub(crate) fn title(self, catalogue: &Catalogue) -> Result<Option<&Localized<String>>, Error> {
        Ok(match self.record_type {
            RecordType::Resource => self.resource(catalogue)?.map(|record| &record.title),
            RecordType::Page => catalogue.pages().get(self.at).map(|record| &record.page.title),
            RecordType::Term => catalogue.terms().get(self.at).map(|record| &record.term),
        })
    }

    /// The title as `reader` sees it; empty where there is none.
    ///
    /// # Errors
    /// As [`resource`](Record::resource).
    pub(crate) fn title_to(self, catalogue: &Catalogue, reader: Language) -> Result<&str, Error> {
        let title = self.title(catalogue)?.and_then(|title| title.read(reader));
        Ok(title.map_or("", |text| text.value.as_str()))
    }

    /// The id: a resource's or term's own, a page's address.
    ///
    /// # Errors
    /// As [`resource`](Record::resource).
    pub(crate) fn id(self, catalogue: &Catalogue) -> Result<String, Error> {
        let found = match self.record_type {
            RecordType::Resource => self.resource(catalogue)?.map(|record| record.id.clone()),
            RecordType::Page => {
                catalogue.pages().get(self.at).map(|record| format!("{}/{}", record.toolkit, record.page.key))
            }
            RecordType::Term => catalogue.terms().get(self.at).map(|record| record.id.clone()),
        };
        Ok(found.unwrap_or_default())
    }
}

struct Texts<'a> {
    catalogue: &'a Catalogue,
    language: Language,
    /// The place of the last text that is needed.
    last: usize,
    found: Vec<FieldText<'a>>,
}

impl<'a> Texts<'a> {
    fn push(&mut self, field: Field, text: impl Into<Cow<'a, str>>) {
        self.found.push(FieldText { field, text: text.into(), concept: None, hidden: false });
    }

    fn text(&mut self, field: Field, text: &'a Localized<String>) {
        text.get(self.language).into_iter().for_each(|text| self.push(field, text));
    }

    /// A name without a language of its own is searched in both.
    fn name(&mut self, field: Field, name: &'a Name) {
        name.get(self.language).into_iter().for_each(|name| self.push(field, name));
    }

    fn rich(&mut self, field: Field, text: &Localized<RichText>) {
        text.get(self.language).into_iter().for_each(|text| self.push(field, text.plain()));
    }

    fn concepts(&mut self, field: Field, name: VocabularyName, ids: impl IntoIterator<Item = &'a String>) {
        for id in ids {
            if self.found.len() > self.last {
                return;
            }
            let concept = self.catalogue.vocabulary(name).get(id);
            concept.into_iter().for_each(|concept| self.concept(field, name, concept));
        }
    }

    fn concept(&mut self, field: Field, name: VocabularyName, concept: &'a Concept) {
        let mut label = |text: &'a String, hidden| {
            let concept = Some((name, concept.id.as_str()));
            self.found.push(FieldText { field, text: text.into(), concept, hidden });
        };
        concept.label.get(self.language).into_iter().for_each(|text| label(text, false));
        concept.alternative.get(self.language).into_iter().flatten().for_each(|text| label(text, false));
        concept.hidden.get(self.language).into_iter().flatten().for_each(|text| label(text, true));
    }

    fn resource(&mut self, resource: &'a Resource) {
        self.text(Field::Title, &resource.title);
        self.text(Field::Subtitle, &resource.subtitle);
        self.text(Field::Description, &resource.description);
        resource.creators.iter().for_each(|creator| self.name(Field::Creators, &creator.name));
        resource.publisher.iter().for_each(|publisher| self.name(Field::Publisher, publisher));
        self.concepts(Field::Topics, VocabularyName::Topics, &resource.topics);
        self.concepts(Field::Labels, VocabularyName::Kinds, [&resource.kind]);
        self.concepts(Field::Labels, VocabularyName::Clusters, &resource.cluster);
        self.concepts(Field::Labels, VocabularyName::Audiences, &resource.audiences);
        self.concepts(Field::Labels, VocabularyName::Places, &resource.place);
    }

    fn term(&mut self, term: &'a Term) {
        self.text(Field::Title, &term.term);
        term.variants
            .get(self.language)
            .into_iter()
            .flatten()
            .for_each(|text| self.push(Field::Subtitle, text));
        term.definitions.iter().for_each(|definition| self.text(Field::Description, &definition.text));
        self.concepts(Field::Topics, VocabularyName::Topics, &term.topics);
    }

    fn page(&mut self, page: &'a crate::model::Page) {
        self.text(Field::Title, &page.title);
        self.text(Field::Subtitle, &page.subtitle);
        for block in &page.blocks {
            self.text(Field::Body, block.heading());
            self.block(block);
        }
    }

    /// What a block itself says; what it shows from elsewhere (resources, terms, contacts) is found there.
    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Text(block) => self.rich(Field::Body, &block.body),
            Block::Quotation(block) => {
                self.text(Field::Body, &block.text);
                block.speaker.iter().for_each(|speaker| self.name(Field::Creators, &speaker.name));
            }
            Block::Image(block) => {
                self.text(Field::Body, &block.alt);
                self.rich(Field::Body, &block.long_description);
            }
            Block::Checklist(block) => {
                self.text(Field::Body, &block.lead_in);
                block.items.iter().for_each(|item| self.rich(Field::Body, item));
            }
            Block::TopicList(block) => {
                block.items.iter().for_each(|item| self.text(Field::Body, &item.label))
            }
            Block::TermTable(block) => {
                for row in &block.rows {
                    self.text(Field::Body, &row.preferred);
                    self.text(Field::Body, &row.avoid);
                    self.text(Field::Body, &row.note);
                }
            }
            Block::Domain(block) => {
                for capability in &block.capabilities {
                    self.text(Field::Body, &capability.title);
                    capability.points.iter().for_each(|point| self.text(Field::Body, point));
                }
                self.rich(Field::Body, &block.essay);
            }
            Block::ResourceList(block) => self.text(Field::Body, &block.lead_in),
            Block::FeaturedResource(block) => self.rich(Field::Body, &block.note),
            Block::LandAcknowledgement(block) => self.rich(Field::Body, &block.text),
            Block::ToolkitLink(block) => self.text(Field::Body, &block.lead_in),
            Block::Contact(block) => self.text(Field::Body, &block.lead_in),
            Block::Citation(block) => self.rich(Field::Body, &block.feedback),
            Block::Glossary(_)
            | Block::References(_)
            | Block::Navigation(_)
            | Block::Credits(_)
            | Block::LanguageToggle(_) => {}
        }
    }
}
