use serde::{Deserialize, Serialize};

use super::reader::Reader;
use crate::model::{Creator, CreatorKind, PartialDate, Role};
use crate::text::Text;

/// Who made a work or said a thing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CreatorView {
    /// The name.
    pub name: String,
    /// Person or organization.
    pub kind: CreatorKind,
    /// What a person did where, and when that was true.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleView>,
}

/// A role as of a date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoleView {
    /// The title of the role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Where it was held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// The date at which this was true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<PartialDate>,
}

impl Reader<'_> {
    pub(super) fn creator(&self, creator: &Creator) -> CreatorView {
        CreatorView {
            name: self.name(&creator.name),
            kind: creator.kind,
            roles: creator.roles.iter().map(|role| self.role(role)).collect(),
        }
    }

    pub(super) fn creators(&self, creators: &[Creator]) -> Vec<CreatorView> {
        creators.iter().map(|creator| self.creator(creator)).collect()
    }

    fn role(&self, role: &Role) -> RoleView {
        RoleView {
            title: self.text(&role.title),
            organization: role.organization.as_ref().map(|name| self.name(name)),
            as_of: role.as_of,
        }
    }
}
