use serde::{Deserialize, Serialize};

use super::{Explanation, Facet, Highlight, Reason, RecordType};
use crate::reading::CardView;
use crate::text::Language;

/// One page of results.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SearchResults {
    /// How many records match.
    pub total: usize,
    /// The page, from 1.
    pub page: i64,
    /// How many pages there are.
    pub pages: usize,
    /// The hits of this page, in order.
    pub hits: Vec<Hit>,
    /// A cursor, to be given as [`after`](super::SearchRequest::after) for the next page; `None` where no hit follows. Safe in an address
    /// as it is; what is in it may change with the version of this library.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// The facets asked for, in the order asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facets: Vec<Facet>,
}

/// A record that was found; each record is found once, in whichever language matched best.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Hit {
    /// The id of a resource or term, the address of a page (`TOOLKIT/PAGE`).
    pub id: String,
    /// What type of record it is.
    pub record: RecordType,
    /// How well it matches, to six decimals, from 0 up: it orders the hits of one request and says nothing beside those of
    /// another. 0 when there is no query.
    pub score: f64,
    /// The language in which it matched best; `None` when there is no query.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The title as the reader sees it, in their language where there is a choice, with what matched marked.
    pub title: Highlight,
    /// The description, in the language that matched, else the reader's, with what matched marked; of several definitions the one that
    /// shows most of the query.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Highlight>,
    /// The other texts in which something matched, the weightiest field first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub highlights: Vec<Highlight>,
    /// Why it was found, word by word.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Reason>,
    /// The reasons as one sentence in the reader's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// What the score is made of, when asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Explanation>,
    /// What a list shows of a resource beside its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<CardView>,
}
