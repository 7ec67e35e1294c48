use serde::{Deserialize, Serialize};

use super::{PageTarget, Source};
use crate::text::Localized;

/// A glossary entry: a term in both languages, its variants, and what it means.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Term {
    /// Identifies the term in the catalogue.
    pub id: String,
    /// The term itself.
    pub term: Localized<String>,
    /// Other forms: gendered forms, abbreviations, spellings.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub variants: Localized<Vec<String>>,
    /// One or more definitions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub definitions: Vec<Definition>,
    /// A note on usage.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub note: Localized<String>,
    /// True for a term that is listed so that readers know to avoid it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub avoid: bool,
    /// The topics it belongs to, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    /// Pages that pair or use the term.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// Toolkit pages that tell more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<PageTarget>,
}

/// One definition of a term.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Definition {
    /// The definition.
    pub text: Localized<String>,
    /// The page it is taken from; absent for the catalogue's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}
