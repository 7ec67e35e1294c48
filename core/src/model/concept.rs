use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorKind};
use crate::problem::Place;
use crate::text::{Bilingual, Localized};

/// A concept of a vocabulary, as in SKOS (<https://www.w3.org/TR/skos-reference/>): a topic, a kind of resource, a
/// cluster, an audience or a place. A *topic* is a concept of the vocabulary of topics.
///
/// Its labels are what a facet shows and what a query in either language finds it by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Concept {
    /// Identifies the concept in its vocabulary.
    pub id: String,
    /// The preferred label (`skos:prefLabel`).
    pub label: Localized<String>,
    /// Other labels a reader may see (`skos:altLabel`): synonyms, acronyms, full forms.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub alternative: Localized<Vec<String>>,
    /// Labels that are searched but never shown (`skos:hiddenLabel`): misspellings, dated words.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub hidden: Localized<Vec<String>>,
    /// What the concept means (`skos:definition`).
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub definition: Localized<String>,
    /// More general concepts of the same vocabulary (`skos:broader`); the inverse is derived.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub broader: Vec<String>,
    /// Associated concepts of the same vocabulary (`skos:related`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<String>,
}

/// Which vocabulary a concept belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum VocabularyName {
    /// What a resource is about.
    Topics,
    /// What kind of thing a resource is.
    Kinds,
    /// The part of the toolkits a resource serves.
    Clusters,
    /// Whom a resource is for.
    Audiences,
    /// Where a resource comes from or applies.
    Places,
}

impl VocabularyName {
    /// Every vocabulary.
    pub const ALL: [VocabularyName; 5] = [
        VocabularyName::Topics,
        VocabularyName::Kinds,
        VocabularyName::Clusters,
        VocabularyName::Audiences,
        VocabularyName::Places,
    ];

    /// The name in files: `topics`, `kinds`, `clusters`, `audiences`, `places`.
    pub const fn as_str(self) -> &'static str {
        match self {
            VocabularyName::Topics => "topics",
            VocabularyName::Kinds => "kinds",
            VocabularyName::Clusters => "clusters",
            VocabularyName::Audiences => "audiences",
            VocabularyName::Places => "places",
        }
    }

    /// One of its concepts, in words: `topic`, « sujet ».
    pub fn concept_label(self) -> Bilingual {
        match self {
            VocabularyName::Topics => Bilingual::new("topic", "sujet"),
            VocabularyName::Kinds => Bilingual::new("kind", "type"),
            VocabularyName::Clusters => Bilingual::new("cluster", "volet"),
            VocabularyName::Audiences => Bilingual::new("audience", "public"),
            VocabularyName::Places => Bilingual::new("place", "lieu"),
        }
    }
}

impl FromStr for VocabularyName {
    type Err = Error;

    /// Reads a name as it stands in files; [`InvalidRequest`](ErrorKind::InvalidRequest) for any other.
    fn from_str(name: &str) -> Result<Self, Error> {
        let found = Self::ALL.into_iter().find(|vocabulary| vocabulary.as_str() == name);
        found.ok_or_else(|| {
            let names = Self::ALL.map(Self::as_str).join(", ");
            Error::new(
                ErrorKind::InvalidRequest,
                Place::field("vocabulary"),
                Bilingual::new(
                    format!("There is no vocabulary `{name}`."),
                    format!("Il n’y a pas de vocabulaire «\u{a0}{name}\u{a0}»."),
                ),
                Bilingual::new(
                    format!("The vocabularies are {names}."),
                    format!("Les vocabulaires sont {names}."),
                ),
            )
        })
    }
}

/// A vocabulary: concepts in the order they are shown.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Vocabulary {
    /// The concepts.
    pub concepts: Vec<Concept>,
}

impl Vocabulary {
    /// The concept with this id. Takes time in proportion to the vocabulary, which is small.
    pub fn get(&self, id: &str) -> Option<&Concept> {
        self.concepts.iter().find(|concept| concept.id == id)
    }

    /// The concepts directly below `id` (`skos:narrower`), in order.
    pub fn narrower<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Concept> + 'a {
        self.concepts.iter().filter(move |concept| concept.broader.iter().any(|broader| broader == id))
    }

    /// `id` and every concept below it, at any depth. Safe on a vocabulary with a cycle.
    pub fn with_narrower<'a>(&'a self, id: &'a str) -> Vec<&'a str> {
        let mut found = vec![id];
        let mut next = 0;
        while let Some(current) = found.get(next).copied() {
            next += 1;
            for concept in self.narrower(current) {
                if !found.contains(&concept.id.as_str()) {
                    found.push(&concept.id);
                }
            }
        }
        found
    }
}
