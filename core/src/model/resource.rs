use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Creator, Identifiers, LanguageTag, Link, PartialDate, Source};
use crate::text::{Bilingual, Localized, Name};

/// A catalogued work: an article, a video, a guide … that lives elsewhere.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Resource {
    /// Identifies the resource in the catalogue.
    pub id: String,
    /// What kind of thing it is: a concept of `kinds`.
    pub kind: String,
    /// The title, only in the languages in which the work itself has one.
    pub title: Localized<String>,
    /// The subtitle, likewise.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub subtitle: Localized<String>,
    /// What it is, in the catalogue's own words.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub description: Localized<String>,
    /// Who made it, in the order given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub creators: Vec<Creator>,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Name>,
    /// When it appeared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// The languages it can be read, heard or watched in.
    pub languages: Vec<LanguageTag>,
    /// Where it can be found, per language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// DOI and ISBNs.
    #[serde(default, skip_serializing_if = "Identifiers::is_empty")]
    pub identifiers: Identifiers,
    /// What it is about: concepts of `topics`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    /// The part of the toolkits it serves: a concept of `clusters`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cluster: Option<String>,
    /// Whom it is for: concepts of `audiences`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audiences: Vec<String>,
    /// How much it presumes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Where it comes from or applies: a concept of `places`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Whether everyone can open it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access: Option<Access>,
    /// How long it takes or is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<Length>,
    /// What helps people who cannot see or hear it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accessibility: Option<Accessibility>,
    /// Its licence, as an SPDX identifier or in its own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// Whether it is still offered.
    #[serde(default, skip_serializing_if = "Status::is_active")]
    pub status: Status,
    /// An editor's note for readers.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub note: Localized<String>,
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

/// How much a resource presumes of its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Level {
    /// Nothing.
    Introductory,
    /// Some acquaintance with the matter.
    Intermediate,
    /// Practice in the matter.
    Advanced,
}

/// Whether everyone can open a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Access {
    /// Free for all.
    Open,
    /// Behind a payment, a membership or a login.
    Restricted,
}

/// How long a resource takes or is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Length {
    /// Minutes to read, hear or watch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// Printed pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
}

/// What helps people who cannot see or hear a resource. Absent means "not known".
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Accessibility {
    /// Captions in the video's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub captions: Option<bool>,
    /// A full transcript.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transcript: Option<bool>,
    /// Sign-language interpretation (ASL, LSQ …).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign_language: Option<bool>,
}

/// Whether a resource is still offered.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Status {
    /// Offered.
    #[default]
    Active,
    /// Kept for the record; no longer kept up.
    Archived,
    /// Withdrawn, with the reason.
    Withdrawn(Localized<String>),
}

impl Status {
    /// True for a resource that is offered.
    pub fn is_active(&self) -> bool {
        matches!(self, Status::Active)
    }
}

impl Level {
    pub(crate) const ALL: [Level; 3] = [Level::Introductory, Level::Intermediate, Level::Advanced];

    /// The name in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::Introductory => "introductory",
            Level::Intermediate => "intermediate",
            Level::Advanced => "advanced",
        }
    }

    /// The name for readers.
    pub fn label(self) -> Bilingual {
        match self {
            Level::Introductory => Bilingual::new("introductory", "initiation"),
            Level::Intermediate => Bilingual::new("intermediate", "intermédiaire"),
            Level::Advanced => Bilingual::new("advanced", "avancé"),
        }
    }

    pub(crate) fn label_of(name: &str) -> Option<Bilingual> {
        Self::ALL.into_iter().find(|level| level.as_str() == name).map(Level::label)
    }
}

impl Access {
    const ALL: [Access; 2] = [Access::Open, Access::Restricted];

    /// The name in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Access::Open => "open",
            Access::Restricted => "restricted",
        }
    }

    /// The name for readers.
    pub fn label(self) -> Bilingual {
        match self {
            Access::Open => Bilingual::new("open access", "accès libre"),
            Access::Restricted => Bilingual::new("restricted access", "accès restreint"),
        }
    }

    pub(crate) fn label_of(name: &str) -> Option<Bilingual> {
        Self::ALL.into_iter().find(|access| access.as_str() == name).map(Access::label)
    }
}
