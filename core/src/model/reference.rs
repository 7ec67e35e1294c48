use serde::{Deserialize, Serialize};

use super::{Creator, PartialDate};
use crate::text::{Localized, Name};

/// A cited work: a resource of the catalogue (`resource`), or one described here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reference {
    /// Identifies the reference on its page.
    pub id: String,
    /// The resource it is, by id; then the fields below are left to the resource.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource: Option<String>,
    /// The work's title, in the languages the work itself has one.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub title: Localized<String>,
    /// Who made it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub creators: Vec<Creator>,
    /// When it appeared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// The journal, book or site it appeared in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub container: Option<Name>,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Name>,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its DOI, without `https://doi.org/`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doi: Option<String>,
    /// The reference, on the same page, in which this work was seen cited ("cited in").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cited_in: Option<String>,
}
