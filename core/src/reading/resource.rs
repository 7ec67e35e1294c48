use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::creator::CreatorView;
use super::label::LabelView;
use super::language::{self, LanguageView};
use super::reader::Reader;
use crate::model::{
    Accessibility, Length, Link, LinkOutcome, PartialDate, Resource, Source, Status, VocabularyName,
};
use crate::text::{Language, Text};

/// A catalogued work, for one reader.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ResourceView {
    /// The resource's id.
    pub id: String,
    /// What kind of thing it is.
    pub kind: LabelView,
    /// The title, in the reader's language if the work has one in it.
    pub title: Text,
    /// The subtitle, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<Text>,
    /// What it is, in the catalogue's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
    /// Who made it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub creators: Vec<CreatorView>,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// When it appeared, as precisely as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// The year it appeared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// The languages it is in.
    pub languages: Vec<LanguageView>,
    /// Says, in the reader's language, that the work is not in it, or that it is in others too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language_notice: Option<String>,
    /// Where it can be found: working links before broken ones, then the reader's language first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<LinkView>,
    /// The address of its DOI.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doi: Option<String>,
    /// Its ISBNs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub isbn: Vec<String>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<LabelView>,
    /// The part of the toolkits it serves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cluster: Option<LabelView>,
    /// Whom it is for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audiences: Vec<LabelView>,
    /// How much it presumes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<LabelView>,
    /// Where it comes from or applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<LabelView>,
    /// Whether everyone can open it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access: Option<LabelView>,
    /// How long it takes or is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<Length>,
    /// What helps people who cannot see or hear it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accessibility: Option<Accessibility>,
    /// Its licence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// Whether it is still offered: `active`, `archived` or `withdrawn`.
    pub status: LabelView,
    /// Why it was withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// An editor's note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Where these facts come from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// When it entered the catalogue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub added: Option<PartialDate>,
    /// When its record was last reviewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<PartialDate>,
    /// The catalogue's own further fields.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<String, serde_json::Value>,
}

/// Where a resource can be found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LinkView {
    /// The address.
    pub url: String,
    /// The language of the page it leads to.
    pub language: LanguageView,
    /// An archived copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<String>,
    /// True when the last check found the page gone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub broken: bool,
}

pub(super) fn read(reader: &Reader<'_>, resource: &Resource) -> ResourceView {
    let one = |vocabulary, id: &Option<String>| id.as_ref().map(|id| reader.label(vocabulary, id));
    ResourceView {
        id: resource.id.clone(),
        kind: reader.label(VocabularyName::Kinds, &resource.kind),
        title: reader.required(&resource.title),
        subtitle: reader.text(&resource.subtitle),
        description: reader.text(&resource.description),
        creators: reader.creators(&resource.creators),
        publisher: resource.publisher.as_ref().map(|name| reader.name(name)),
        date: resource.date,
        year: resource.date.map(PartialDate::year),
        languages: resource.languages.iter().map(|tag| language::read(tag, reader.language)).collect(),
        language_notice: language::notice(&resource.languages, reader.language),
        links: links(resource, reader.language),
        doi: resource.identifiers.doi.as_deref().map(doi_address),
        isbn: resource.identifiers.isbn.clone(),
        topics: reader.labels(VocabularyName::Topics, &resource.topics),
        cluster: one(VocabularyName::Clusters, &resource.cluster),
        audiences: reader.labels(VocabularyName::Audiences, &resource.audiences),
        level: resource.level.map(|level| reader.level(level)),
        place: one(VocabularyName::Places, &resource.place),
        access: resource.access.map(|access| reader.access(access)),
        length: resource.length.clone(),
        accessibility: resource.accessibility.clone(),
        licence: resource.licence.clone(),
        status: reader.status(&resource.status),
        reason: match &resource.status {
            Status::Withdrawn(reason) => reader.text(reason),
            Status::Active | Status::Archived => None,
        },
        note: reader.text(&resource.note),
        sources: resource.sources.clone(),
        added: resource.added,
        reviewed: resource.reviewed,
        extra: resource.extra.clone(),
    }
}

pub(super) fn doi_address(doi: &str) -> String {
    format!("https://doi.org/{doi}")
}

/// The address to send the reader to: the best working link, else the DOI, else an archived copy.
pub(super) fn best_address(resource: &Resource, reader: Language) -> Option<String> {
    let best = |counts: fn(&Link) -> bool| {
        let links = resource.links.iter().filter(|link| counts(link));
        links.min_by_key(|link| rank(link, reader))
    };
    let working = best(|link| !is_broken(link)).map(|link| link.url.clone());
    let doi = || resource.identifiers.doi.as_deref().map(doi_address);
    let archived = || best(|link| link.archived.is_some())?.archived.clone();
    working.or_else(doi).or_else(archived)
}

fn is_broken(link: &Link) -> bool {
    link.history.last().is_some_and(|check| check.outcome == LinkOutcome::Broken)
}

/// What links are shown in the order of: those that work first, then those in the reader's language.
fn rank(link: &Link, reader: Language) -> (bool, bool) {
    (is_broken(link), link.language.language() != Some(reader))
}

fn links(resource: &Resource, reader: Language) -> Vec<LinkView> {
    let read = |link: &Link| LinkView {
        url: link.url.clone(),
        language: language::read(&link.language, reader),
        archived: link.archived.clone(),
        broken: is_broken(link),
    };
    let mut links: Vec<&Link> = resource.links.iter().collect();
    links.sort_by_key(|link| rank(link, reader));
    links.into_iter().map(read).collect()
}
