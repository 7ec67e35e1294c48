use serde::{Deserialize, Serialize};

use super::PartialDate;
use crate::text::{Localized, Name};

/// A toolkit: a set of pages for a purpose, with its navigation, contacts and credits.
///
/// Its pages are kept by the [`Catalogue`](crate::Catalogue), in the order of `pages`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Toolkit {
    /// Identifies the toolkit; part of page addresses.
    pub key: String,
    /// The full title.
    pub title: Localized<String>,
    /// A short name, for navigation.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub label: Localized<String>,
    /// What it is for, in a sentence or two.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub description: Localized<String>,
    /// The keys of its pages, in reading order.
    pub pages: Vec<String>,
    /// The side navigation, two levels; its labels may differ from the pages' titles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub navigation: Vec<NavigationItem>,
    /// The toolkit to go on with, by key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// Whom to write to, by purpose.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// Funders, partners, authors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub credits: Vec<Credit>,
    /// What the views expressed do and do not stand for.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub disclaimer: Localized<String>,
    /// The acknowledgement of the land, in each language's own words.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub land_acknowledgement: Localized<String>,
    /// Who publishes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Name>,
    /// When it was last reviewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<PartialDate>,
}

/// An entry of the side navigation: a page, or an anchor on one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NavigationItem {
    /// The page's key in the same toolkit.
    pub page: String,
    /// A block's anchor on that page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// What the entry reads.
    pub label: Localized<String>,
    /// The second level.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<NavigationItem>,
}

/// Where to turn for one purpose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Contact {
    /// The purpose: content, partnership, technical …
    pub purpose: Localized<String>,
    /// Whom it reaches.
    pub name: Name,
    /// The public page to reach them through.
    pub url: String,
}

/// Somebody credited, and for what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Credit {
    /// Funder, partner, author …
    pub role: Localized<String>,
    /// Who.
    pub name: Name,
    /// Their public page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}
