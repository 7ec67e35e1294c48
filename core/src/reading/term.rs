use serde::{Deserialize, Serialize};

use super::label::LabelView;
use super::page::{PageLinkView, link_to_page};
use super::reader::Reader;
use crate::model::{Definition, Source, Term, VocabularyName};
use crate::text::Text;

/// A glossary entry, for one reader.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TermView {
    /// The term's id.
    pub id: String,
    /// The term.
    pub term: Text,
    /// The term in the other language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counterpart: Option<Text>,
    /// Other forms, in the term's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variants: Option<Text<Vec<String>>>,
    /// What it means.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub definitions: Vec<DefinitionView>,
    /// A note on usage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// True for a term listed so that readers know to avoid it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub avoid: bool,
    /// The topics it belongs to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<LabelView>,
    /// Pages that pair or use the term.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// Toolkit pages that tell more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<PageLinkView>,
}

/// One definition of a term.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DefinitionView {
    /// The definition.
    pub text: Text,
    /// The page it is taken from; absent for the catalogue's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

pub(super) fn read(reader: &Reader<'_>, entry: &Term) -> TermView {
    let term = reader.required(&entry.term);
    let counterpart = entry.term.text(term.language.other()).filter(|other| !other.fallback);
    let variants = reader.text(&entry.variants).filter(|variants| variants.language == term.language);
    let definition = |definition: &Definition| DefinitionView {
        text: reader.required(&definition.text),
        source: definition.source.clone(),
    };
    TermView {
        id: entry.id.clone(),
        term,
        counterpart,
        variants,
        definitions: entry.definitions.iter().map(definition).collect(),
        note: reader.text(&entry.note),
        avoid: entry.avoid,
        topics: reader.labels(VocabularyName::Topics, &entry.topics),
        sources: entry.sources.clone(),
        pages: entry.pages.iter().filter_map(|target| link_to_page(reader, target)).collect(),
    }
}
