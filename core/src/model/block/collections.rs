use serde::{Deserialize, Serialize};

use crate::model::{Creator, PageTarget, PartialDate, Reference, RichText};
use crate::text::Localized;

/// A checklist or numbered tips, with who wrote them and when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Checklist {
    /// What links to this place of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The heading above the list.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub heading: Localized<String>,
    /// The sentence that leads into the list.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub lead_in: Localized<String>,
    /// True for numbered tips.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ordered: bool,
    /// The items.
    pub items: Vec<Localized<RichText>>,
    /// Who wrote the list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub creators: Vec<Creator>,
    /// When it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// Where it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// The key topics covered, each leading to its place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TopicList {
    /// What links to this place of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The heading above the list.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub heading: Localized<String>,
    /// The sentence that leads into the list.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub lead_in: Localized<String>,
    /// The topics.
    pub items: Vec<TopicItem>,
}

/// One key topic.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TopicItem {
    /// What it reads.
    pub label: Localized<String>,
    /// Where it leads.
    pub target: PageTarget,
}

/// Resources, in an order chosen by hand or found by a query; exactly one of the two.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ResourceList {
    /// What links to this place of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The heading above the list.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub heading: Localized<String>,
    /// The sentence that leads into the list.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub lead_in: Localized<String>,
    /// Resource ids, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<String>,
    /// What the resources must have in common.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub query: Option<ResourceQuery>,
}

/// Which resources a list holds: those that match every field given, by any of its values. Ordered by title.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ResourceQuery {
    /// Clusters, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cluster: Vec<String>,
    /// Topics, by id; narrower topics count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topic: Vec<String>,
    /// Kinds, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kind: Vec<String>,
    /// Languages of the resource, by primary tag.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub language: Vec<String>,
}

/// One resource put forward, with why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FeaturedResource {
    /// What links to this place of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The heading above it.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub heading: Localized<String>,
    /// The resource's id.
    pub resource: String,
    /// Why it is put forward.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub note: Localized<RichText>,
}

/// A table of terms to use and terms to avoid.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TermTable {
    /// What links to this place of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The heading above the table.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub heading: Localized<String>,
    /// The sentence that leads into the table.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub lead_in: Localized<String>,
    /// The rows.
    pub rows: Vec<TermRow>,
    /// Where the advice comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// One row of a table of terms. A row may be about one language only, since the words to avoid differ.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TermRow {
    /// What to say.
    #[serde(rename = "use")]
    pub preferred: Localized<String>,
    /// What not to say.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub avoid: Localized<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub note: Localized<String>,
}

/// Glossary entries on a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GlossaryBlock {
    /// What links to this place of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The heading above the entries.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub heading: Localized<String>,
    /// Term ids; none named means the whole glossary. Shown in the reader's alphabetical order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<String>,
}

/// Cited works.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct References {
    /// What links to this place of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The heading above the works.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub heading: Localized<String>,
    /// The works.
    pub items: Vec<Reference>,
}
