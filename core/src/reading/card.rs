use serde::{Deserialize, Serialize};

use super::label::LabelView;
use super::language;
use super::reader::Reader;
use super::resource::best_address;
use crate::model::{LanguageTag, PartialDate, Resource, VocabularyName};

/// What a list shows of a resource beside its title; [`read_resource`](crate::Catalogue::read_resource) tells the rest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CardView {
    /// What kind of thing it is.
    pub kind: LabelView,
    /// The names of those who made it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub creators: Vec<String>,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// The year it appeared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// The languages it is in: BCP 47 tags.
    pub languages: Vec<LanguageTag>,
    /// Says, in the reader's language, that the work is not in it, or that it is in others too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language_notice: Option<String>,
    /// The address to send the reader to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

pub(super) fn read(reader: &Reader<'_>, resource: &Resource) -> CardView {
    CardView {
        kind: reader.label(VocabularyName::Kinds, &resource.kind),
        creators: resource.creators.iter().map(|creator| reader.name(&creator.name)).collect(),
        publisher: resource.publisher.as_ref().map(|name| reader.name(name)),
        year: resource.date.map(PartialDate::year),
        languages: resource.languages.clone(),
        language_notice: language::notice(&resource.languages, reader.language),
        url: best_address(resource, reader.language),
    }
}
