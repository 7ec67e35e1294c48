use serde::{Deserialize, Serialize};

use super::super::request::{LARGEST_PAGE, MOST_WORTH};
use crate::error::Error;
use crate::index::{Index, RecordType};
use crate::object::object;
use crate::request_json::{Unreadable, read, read_json};
use crate::search::{Filters, SearchRequest, invalid};
use crate::text::{Bilingual, Language};

/// The most words that a record is compared by.
const MOST_WORDS: i64 = 100;

/// What is asked of [`Searcher::similar`](crate::Searcher::similar): records like one. Every field but `id` has a default.
///
/// ```
/// use ally_toolkit::{Language, SimilarRequest};
/// let request = SimilarRequest::from_json(br#"{"id": "athena-rising", "language": "fr", "filters": {"kind": ["video"]}}"#)?;
/// assert_eq!((request.language, request.per_page), (Language::French, 5));
/// # Ok::<(), ally_toolkit::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SimilarRequest {
    /// The record that others are to be like: the id of a resource or term, the address of a page (`TOOLKIT/PAGE`).
    pub id: String,
    /// What type of record it is; a resource by default.
    pub record: RecordType,
    /// The reader's language: that of titles where there is a choice, of labels and of the sentence that says what is shared.
    pub language: Language,
    /// The types of record found; resources by default.
    pub records: Vec<RecordType>,
    /// What resources must have.
    #[serde(deserialize_with = "object")]
    pub filters: Filters,
    /// Whether what the record's own toolkit shows is left out. A page is of one toolkit; a resource or term is of each that shows it;
    /// where none does, nothing is left out.
    pub beyond_toolkit: bool,
    /// By how many of its words a record is compared at most, in each language, 0 to 100; 0 leaves its topics only.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
    pub words: i64,
    /// What a shared topic is worth beside a shared word, 0 to 10; 0 leaves words only.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 10)))]
    pub topics: f64,
    /// The page, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub page: i64,
    /// How many records a page holds, 1 to 100.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 100)))]
    pub per_page: i64,
}

impl Default for SimilarRequest {
    fn default() -> Self {
        SimilarRequest {
            id: String::new(),
            record: RecordType::Resource,
            language: Language::English,
            records: vec![RecordType::Resource],
            filters: Filters::default(),
            beyond_toolkit: false,
            words: 50,
            topics: 1.0,
            page: 1,
            per_page: 5,
        }
    }
}

/// A request given as an object.
#[derive(Deserialize)]
struct Request(#[serde(deserialize_with = "object")] SimilarRequest);

impl SimilarRequest {
    /// A request for what is like the resource `id`, for a reader of `language`, everything else by default.
    pub fn new(id: impl Into<String>, language: Language) -> Self {
        SimilarRequest { id: id.into(), language, ..SimilarRequest::default() }
    }

    /// Reads a request from JSON.
    ///
    /// ```
    /// use ally_toolkit::SimilarRequest;
    /// let error = SimilarRequest::from_json(br#"{"id": "athena-rising", "record": "toolkit"}"#).unwrap_err();
    /// assert_eq!(error.place().field.as_deref(), Some("record"));
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

    /// The search whose types of record, filters and pages these are.
    ///
    /// # Errors
    /// `InvalidRequest` for what the types cannot check.
    pub(super) fn checked(&self, index: &Index) -> Result<SearchRequest, Error> {
        if self.id.is_empty() {
            return Err(invalid(
                "id",
                Bilingual::new("No record is named.", "Aucune fiche n’est désignée."),
                Bilingual::new(
                    "Give the id of a resource or term, or the address of a page.",
                    "Donnez l’identifiant d’une ressource ou d’un terme, ou l’adresse d’une page.",
                ),
            ));
        }
        if !(0..=MOST_WORDS).contains(&self.words) {
            return Err(invalid(
                "words",
                Bilingual::new(
                    format!("A record cannot be compared by {} words.", self.words),
                    format!("Une fiche ne peut pas être comparée par {} mots.", self.words),
                ),
                Bilingual::new(
                    format!("Ask for 1 to {MOST_WORDS} words, or 0 to compare by topics only."),
                    format!("Demandez de 1 à {MOST_WORDS} mots, ou 0 pour comparer par sujets seulement."),
                ),
            ));
        }
        if !(0.0..=MOST_WORTH).contains(&self.topics) {
            return Err(invalid(
                "topics",
                Bilingual::new(
                    format!("No shared topic is worth {}.", self.topics),
                    format!("Aucun sujet commun ne vaut {}.", self.topics),
                ),
                Bilingual::new(
                    format!("Give a number from 0, which leaves words only, to {MOST_WORTH}."),
                    format!("Donnez un nombre de 0, qui ne laisse que les mots, à {MOST_WORTH}."),
                ),
            ));
        }
        if self.per_page == 0 {
            return Err(invalid(
                "per_page",
                Bilingual::new("A page cannot hold 0 records.", "Une page ne peut pas contenir 0 fiche."),
                Bilingual::new(
                    format!("Ask for 1 to {LARGEST_PAGE} records."),
                    format!("Demandez de 1 à {LARGEST_PAGE} fiches."),
                ),
            ));
        }
        let request = SearchRequest {
            language: self.language,
            records: self.records.clone(),
            filters: self.filters.clone(),
            page: self.page,
            per_page: self.per_page,
            ..SearchRequest::default()
        };
        request.check(index)?;
        Ok(request)
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
            "Correct it; the reference of SimilarRequest lists the fields and their values.",
            "Corrigez-la; la référence de SimilarRequest énumère les champs et leurs valeurs.",
        )
    },
};
