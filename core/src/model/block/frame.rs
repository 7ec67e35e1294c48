use serde::{Deserialize, Serialize};

use crate::model::{Creator, RichText};
use crate::text::Localized;

/// The toolkit's side navigation, shown here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NavigationBlock {
    /// What links to this place of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The heading above the navigation.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub heading: Localized<String>,
}

/// The way to another toolkit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ToolkitLink {
    /// What links to this place of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The heading above the link.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub heading: Localized<String>,
    /// The other toolkit's key.
    pub toolkit: String,
    /// The sentence that leads to it.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub lead_in: Localized<String>,
}

/// The toolkit's contacts, shown here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ContactBlock {
    /// What links to this place of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The heading above the contacts.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub heading: Localized<String>,
    /// The sentence that leads into them.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub lead_in: Localized<String>,
}

/// An acknowledgement of the land.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LandAcknowledgement {
    /// What links to this place of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The heading above the acknowledgement.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub heading: Localized<String>,
    /// Its text, in each language's own words; absent, the toolkit's.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub text: Localized<RichText>,
    /// Resources that tell how to make one's own, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<String>,
}

/// The toolkit's credits and disclaimer, shown here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CreditsBlock {
    /// What links to this place of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The heading above the credits.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub heading: Localized<String>,
}

/// A domain of leadership (as in the LEADS framework): its capabilities, an essay, resources.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DomainBlock {
    /// What links to this place of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The domain's name.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub heading: Localized<String>,
    /// The sentence that leads into the capabilities.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub lead_in: Localized<String>,
    /// The capabilities.
    pub capabilities: Vec<Capability>,
    /// The essay.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub essay: Localized<RichText>,
    /// Who wrote the essay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byline: Option<Creator>,
    /// Resources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<String>,
}

/// One capability of a domain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Capability {
    /// Its name.
    pub title: Localized<String>,
    /// What it consists of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<Localized<String>>,
}

/// The way to the same page in the other language; says so when that language is missing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LanguageToggle {
    /// What links to this place of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The heading above the toggle.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub heading: Localized<String>,
}

/// How to cite the page, when it was last reviewed, and how to report a problem with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CitationBlock {
    /// What links to this place of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The heading above the citation.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub heading: Localized<String>,
    /// How to report a broken link or suggest a resource.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub feedback: Localized<RichText>,
}
