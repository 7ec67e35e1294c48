use serde::{Deserialize, Serialize};

use super::CompletionKind;
use crate::error::Error;
use crate::index::RecordType;
use crate::object::object;
use crate::request_json::{Unreadable, read, read_json};
use crate::search::{Filters, Match, SearchRequest, invalid};
use crate::text::{Bilingual, Language};

/// The most completions of one request.
const MOST: i64 = 50;

/// What is asked for while somebody types. Every field has a default.
///
/// ```
/// use ally_toolkit::{CompletionRequest, Language};
/// let request = CompletionRequest::from_json(br#"{"query": "ment", "language": "fr", "filters": {"kind": ["video"]}}"#)?;
/// assert_eq!((request.language, request.limit), (Language::French, 8));
/// # Ok::<(), ally_toolkit::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CompletionRequest {
    /// What stands in the box, up to the caret. At most 8,192 bytes. Without a word, nothing is completed.
    pub query: String,
    /// The reader's language: its words come first at equal worth, and topics are shown in it.
    pub language: Language,
    /// The types of record searched; resources by default.
    pub records: Vec<RecordType>,
    /// What resources must have: only what a search with these filters finds is suggested and counted.
    #[serde(deserialize_with = "object")]
    pub filters: Filters,
    /// Which words of a completion must match in the search that it stands for: `all` of them by default, so that each word typed
    /// narrows what is found.
    #[serde(rename = "match")]
    pub matching: Match,
    /// What is suggested; every kind by default.
    pub kinds: Vec<CompletionKind>,
    /// How many completions at most, 1 to 50.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 50)))]
    pub limit: i64,
}

impl Default for CompletionRequest {
    fn default() -> Self {
        CompletionRequest {
            query: String::new(),
            language: Language::English,
            records: vec![RecordType::Resource],
            filters: Filters::default(),
            matching: Match::All,
            kinds: CompletionKind::ALL.to_vec(),
            limit: 8,
        }
    }
}

/// A request given as an object.
#[derive(Deserialize)]
struct Request(#[serde(deserialize_with = "object")] CompletionRequest);

impl CompletionRequest {
    /// A request for what completes `query` for a reader of `language`, everything else by default.
    pub fn new(query: impl Into<String>, language: Language) -> Self {
        CompletionRequest { query: query.into(), language, ..CompletionRequest::default() }
    }

    /// Reads a request from JSON.
    ///
    /// ```
    /// use ally_toolkit::CompletionRequest;
    /// let error = CompletionRequest::from_json(br#"{"kinds": ["verb"]}"#).unwrap_err();
    /// assert_eq!(error.place().field.as_deref(), Some("kinds[0]"));
    /// ```
    ///
    /// # Errors
    /// [`InvalidRequest`](crate::ErrorKind::InvalidRequest) with the field at fault.
    pub fn from_json(json: &[u8]) -> Result<Self, Error> {
        let Request(request) = read_json(json, UNREADABLE)?;
        Ok(request)
    }

    /// Reads a request from a JSON value: what bindings get from their hosts.
    ///
    /// # Errors
    /// [`InvalidRequest`](crate::ErrorKind::InvalidRequest) with the field at fault.
    pub fn from_value(value: serde_json::Value) -> Result<Self, Error> {
        let Request(request) = read(value, UNREADABLE)?;
        Ok(request)
    }

    /// The search for `query` that a completion of this request may stand for.
    pub(super) fn search(&self, query: &str) -> SearchRequest {
        SearchRequest {
            query: query.to_owned(),
            language: self.language,
            records: self.records.clone(),
            filters: self.filters.clone(),
            matching: self.matching,
            ..SearchRequest::default()
        }
    }

    /// How many completions are asked for.
    pub(super) fn checked_limit(&self) -> Result<usize, Error> {
        let limit = usize::try_from(self.limit).ok().filter(|_| (1..=MOST).contains(&self.limit));
        limit.ok_or_else(|| {
            invalid(
                "limit",
                Bilingual::new(
                    format!("There cannot be {} completions.", self.limit),
                    format!("Il ne peut pas y avoir {} suggestions.", self.limit),
                ),
                Bilingual::new(format!("Ask for 1 to {MOST}."), format!("Demandez-en de 1 à {MOST}.")),
            )
        })
    }

    /// True for a kind asked for; an empty list asks for every one.
    pub(super) fn asks_for(&self, kind: CompletionKind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }
}

const UNREADABLE: Unreadable = Unreadable {
    message: |what| {
        Bilingual::new(
            format!("The request cannot be read: {}.", what.en),
            format!("La requête ne peut pas être lue\u{a0}: {}.", what.fr),
        )
    },
    remedy: || {
        Bilingual::new(
            "Correct it; the reference of CompletionRequest lists the fields and their values.",
            "Corrigez-la; la référence de CompletionRequest énumère les champs et leurs valeurs.",
        )
    },
};
