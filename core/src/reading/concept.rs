use serde::{Deserialize, Serialize};

use super::label::LabelView;
use super::query::is_offered;
use super::reader::Reader;
use crate::error::Error;
use crate::model::{Concept, Resource, VocabularyName};
use crate::text::Text;

/// A concept of a vocabulary, for one reader.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConceptView {
    /// The concept's id.
    pub id: String,
    /// The vocabulary it belongs to.
    pub vocabulary: VocabularyName,
    /// The preferred label.
    pub label: Text,
    /// Other labels, in the language of the preferred one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alternative: Option<Text<Vec<String>>>,
    /// What the concept means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub definition: Option<Text>,
    /// More general concepts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub broader: Vec<LabelView>,
    /// More specific concepts, one level down.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub narrower: Vec<LabelView>,
    /// Associated concepts, named from either side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<LabelView>,
    /// How many resources have it or a narrower concept; withdrawn ones do not count.
    pub resources: usize,
}

pub(super) fn read(
    reader: &Reader<'_>,
    name: VocabularyName,
    concept: &Concept,
) -> Result<ConceptView, Error> {
    let vocabulary = reader.catalogue.vocabulary(name);
    let label = reader.required(&concept.label);
    let alternative = reader.text(&concept.alternative).filter(|text| text.language == label.language);
    // skos:related is symmetric: either side may name the other.
    let related =
        |other: &&Concept| concept.related.contains(&other.id) || other.related.contains(&concept.id);
    let ids = vocabulary.with_narrower(&concept.id);
    let has = |resource: &Resource| {
        is_offered(resource) && concepts(resource, name).iter().any(|id| ids.contains(&id.as_str()))
    };
    let mut resources = 0;
    for resource in reader.catalogue.resources().scan() {
        resources += usize::from(has(&*resource?));
    }
    Ok(ConceptView {
        id: concept.id.clone(),
        vocabulary: name,
        label,
        alternative,
        definition: reader.text(&concept.definition),
        broader: reader.labels(name, &concept.broader),
        narrower: reader.labels(name, vocabulary.narrower(&concept.id).map(|narrower| &narrower.id)),
        related: reader.labels(name, vocabulary.concepts.iter().filter(related).map(|other| &other.id)),
        resources,
    })
}

fn concepts(resource: &Resource, vocabulary: VocabularyName) -> &[String] {
    match vocabulary {
        VocabularyName::Topics => &resource.topics,
        VocabularyName::Kinds => std::slice::from_ref(&resource.kind),
        VocabularyName::Clusters => resource.cluster.as_slice(),
        VocabularyName::Audiences => &resource.audiences,
        VocabularyName::Places => resource.place.as_slice(),
    }
}
