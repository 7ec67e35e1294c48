use serde::{Deserialize, Serialize};

use super::{LanguageTag, PartialDate};

/// An address at which a resource can be read, in one language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Link {
    /// The address: `http` or `https`, kept as written.
    pub url: String,
    /// The language of the page it leads to.
    pub language: LanguageTag,
    /// An archived copy, for the day the address dies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<String>,
    /// What checks of the address have found, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<LinkCheck>,
}

/// One check of a link.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LinkCheck {
    /// When it was checked.
    pub date: PartialDate,
    /// What was found.
    pub outcome: LinkOutcome,
}

/// What a check of a link found. A refusal is not a death: sites turn robots away from pages that people can read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum LinkOutcome {
    /// The page answered.
    Working,
    /// The page answered from another address.
    Moved,
    /// The site refused the check; a person may still read the page.
    Refused,
    /// The page is gone.
    Broken,
}

/// Where the facts of a record come from: a public page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// The page's address.
    pub url: String,
    /// The fields it supports, by name; none named means the record as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supports: Vec<String>,
}

/// Identifiers that others gave to a work.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Identifiers {
    /// The DOI, without `https://doi.org/`: `10.1000/182`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doi: Option<String>,
    /// ISBNs, with or without hyphens.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub isbn: Vec<String>,
}

impl Identifiers {
    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.doi.is_none() && self.isbn.is_empty()
    }
}
