use serde::{Deserialize, Serialize};

use super::PartialDate;
use crate::text::{Localized, Name};

/// Who made a work or said a thing: a person or an organization, with the roles held at a time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Creator {
    /// The name, as it is to be shown.
    pub name: Name,
    /// Person or organization.
    pub kind: CreatorKind,
    /// What a person did where, and when that was true.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Role>,
}

/// Whether a creator is a person or an organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CreatorKind {
    /// A human being.
    Person,
    /// A body: an association, a ministry, a company.
    Organization,
}

/// A role as of a date. Roles change; a quotation keeps the one its speaker had when speaking.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Role {
    /// The title of the role.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub title: Localized<String>,
    /// Where the role was held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<Name>,
    /// The date at which this was true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<PartialDate>,
}
