use serde::{Deserialize, Serialize};

use super::facet_request::{self, FacetRequest};
use super::filters::Filters;
use super::{Diversity, Ranking};
use crate::error::{Error, ErrorKind};
use crate::index::{Index, RecordType};
use crate::lexicon::LexiconSources;
use crate::object::{object, object_or_null};
use crate::problem::Place;
use crate::request_json::{Unreadable, read, read_json};
use crate::text::{Bilingual, Language};

/// The longest query, in bytes. Nobody types more; a longer one is a mistake or an attack.
pub(super) const LONGEST_QUERY: usize = 8 * 1024;

/// The most that a part of the ranking may be worth.
pub(super) const MOST_WORTH: f64 = 10.0;

/// The most hits a page may hold.
pub(super) const LARGEST_PAGE: i64 = 100;

/// What is asked of a search. Every field has a default, so that `{}` is a request: everything, by title, first page.
///
/// ```
/// use ally_toolkit::{Language, SearchRequest};
/// let request = SearchRequest::from_json(br#"{"query": "mentorat", "language": "fr", "filters": {"kind": ["video"]}}"#)?;
/// assert_eq!((request.language, request.per_page), (Language::French, 10));
/// # Ok::<(), ally_toolkit::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SearchRequest {
    /// The words searched, in either language or both, with the syntax of [`query`](crate::query); empty to browse. At most 8,192 bytes.
    pub query: String,
    /// How the text of the query is read.
    pub syntax: Syntax,
    /// The reader's language: that of titles where there is a choice, of labels and of the order of titles.
    pub language: Language,
    /// The types of record searched; resources by default.
    pub records: Vec<RecordType>,
    /// What resources must have.
    #[serde(deserialize_with = "object")]
    pub filters: Filters,
    /// Which facets are counted, in the order wanted; none by default. Each is the name of its field, or an object that says more.
    #[serde(with = "facet_request")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "facet_request::schema"))]
    pub facets: Vec<FacetRequest>,
    /// The order of the hits.
    pub sort: Sort,
    /// Which words of the query must match.
    #[serde(rename = "match")]
    pub matching: Match,
    /// What records of the other language are found through.
    #[serde(deserialize_with = "object")]
    pub across: LexiconSources,
    /// What each part of the ranking is worth.
    #[serde(deserialize_with = "object")]
    pub ranking: Ranking,
    /// How much the hits of a page must differ; none by default. With `sort` left at `relevance` only.
    #[serde(deserialize_with = "object_or_null", skip_serializing_if = "Option::is_none")]
    pub diversity: Option<Diversity>,
    /// Whether each hit tells what its score is made of.
    pub explain: bool,
    /// The page, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub page: i64,
    /// The [`next`](super::SearchResults::next) of the answer whose next page is wanted, whatever changed since; then without `page`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// How many hits a page holds, 1 to 100; 0 counts without hits.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
    pub per_page: i64,
}

impl Default for SearchRequest {
    fn default() -> Self {
        SearchRequest {
            query: String::new(),
            syntax: Syntax::default(),
            language: Language::English,
            records: vec![RecordType::Resource],
            filters: Filters::default(),
            facets: Vec::new(),
            sort: Sort::default(),
            matching: Match::default(),
            across: LexiconSources::default(),
            ranking: Ranking::default(),
            diversity: None,
            explain: false,
            page: 1,
            after: None,
            per_page: 10,
        }
    }
}

/// How the text of a query is read; [`query`](crate::query) has the syntax.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Syntax {
    /// Whatever it is: what cannot be read as it may have been meant is searched as words.
    #[default]
    Forgiving,
    /// As its syntax says: what cannot be read is an error, and so is a value that a field does not have.
    Strict,
    /// As words: no sign in it means anything.
    Words,
}

/// The order of the hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Sort {
    /// The best match first; by title when there is no query.
    #[default]
    Relevance,
    /// The newest first; undated last.
    Newest,
    /// The oldest first; undated last.
    Oldest,
    /// Those that entered the catalogue last first; where it does not say when, last.
    Added,
    /// By title, in the dictionary order of the reader's language.
    Title,
}

/// Which words of the query must match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Match {
    /// Any of them; records with more and rarer ones come first.
    #[default]
    Any,
    /// All of them, in one language.
    All,
}

/// A request given as an object.
#[derive(Deserialize)]
struct Request(#[serde(deserialize_with = "object")] SearchRequest);

impl SearchRequest {
    /// A request for `query` by a reader of `language`, everything else by default.
    pub fn new(query: impl Into<String>, language: Language) -> Self {
        SearchRequest { query: query.into(), language, ..SearchRequest::default() }
    }

    /// Reads a request from JSON. What can only be checked against a catalogue, such as the values of filters, is checked by
    /// [`Searcher::search`](super::Searcher::search).
    ///
    /// ```
    /// use ally_toolkit::SearchRequest;
    /// let request = SearchRequest::from_json(
    ///     br#"{"query": "mentorat", "ranking": {"phrase": 0}, "across": {"general": false}, "explain": true}"#,
    /// )?;
    /// assert!(request.explain && request.across.learned && !request.across.general);
    /// let error = SearchRequest::from_json(br#"{"across": {"dictionary": true}}"#).unwrap_err();
    /// assert_eq!(error.place().field.as_deref(), Some("across.dictionary"));
    /// # Ok::<(), ally_toolkit::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`InvalidRequest`](ErrorKind::InvalidRequest) with the field at fault.
    pub fn from_json(json: &[u8]) -> Result<Self, Error> {
        let Request(request) = read_json(json, UNREADABLE)?;
        Ok(request)
    }

    /// Reads a request from a JSON value: what bindings get from their hosts.
    ///
    /// # Errors
    /// [`InvalidRequest`](ErrorKind::InvalidRequest) with the field at fault.
    pub fn from_value(value: serde_json::Value) -> Result<Self, Error> {
        let Request(request) = read(value, UNREADABLE)?;
        Ok(request)
    }

    /// True for the types of record asked for; an empty list asks for resources.
    pub(super) fn asks_for(&self, record_type: RecordType) -> bool {
        self.records.contains(&record_type)
            || (self.records.is_empty() && record_type == RecordType::Resource)
    }

    /// How many hits a page holds, as it was checked.
    pub(super) fn hits_of_page(&self) -> usize {
        usize::try_from(self.per_page).unwrap_or(0)
    }

    /// Checks what the types cannot.
    pub(crate) fn check(&self, index: &Index) -> Result<(), Error> {
        if self.query.len() > LONGEST_QUERY {
            return Err(invalid(
                "query",
                Bilingual::new(
                    format!(
                        "The query is {} bytes long; the longest allowed is {LONGEST_QUERY}.",
                        self.query.len()
                    ),
                    format!(
                        "La requête compte {} octets; le maximum est de {LONGEST_QUERY}.",
                        self.query.len()
                    ),
                ),
                Bilingual::new("Search for a few words.", "Cherchez quelques mots."),
            ));
        }
        if self.page < 1 {
            return Err(invalid(
                "page",
                Bilingual::new(
                    format!("There is no page {}.", self.page),
                    format!("Il n’y a pas de page {}.", self.page),
                ),
                Bilingual::new("Pages count from 1.", "Les pages se comptent à partir de 1."),
            ));
        }
        if !(0..=LARGEST_PAGE).contains(&self.per_page) {
            return Err(invalid(
                "per_page",
                Bilingual::new(
                    format!("A page cannot hold {} hits.", self.per_page),
                    format!("Une page ne peut pas contenir {} résultats.", self.per_page),
                ),
                Bilingual::new(
                    format!("Ask for 1 to {LARGEST_PAGE} hits, or 0 to count only."),
                    format!("Demandez de 1 à {LARGEST_PAGE} résultats, ou 0 pour compter seulement."),
                ),
            ));
        }
        if let Some((part, worth)) =
            self.ranking.parts().into_iter().find(|(_, worth)| !(0.0..=MOST_WORTH).contains(worth))
        {
            return Err(invalid(
                &format!("ranking.{part}"),
                Bilingual::new(
                    format!("No part of the ranking is worth {worth}."),
                    format!("Aucune partie du classement ne vaut {worth}."),
                ),
                Bilingual::new(
                    format!("Give a number from 0, which switches the part off, to {MOST_WORTH}."),
                    format!("Donnez un nombre de 0, qui désactive la partie, à {MOST_WORTH}."),
                ),
            ));
        }
        if let Some(diversity) = &self.diversity {
            diversity.check(self.sort, index)?;
        }
        self.filters.check(index)?;
        self.facets.iter().enumerate().try_for_each(|(at, facet)| facet.check(at, index))
    }
}

pub(crate) fn invalid(field: &str, message: Bilingual, remedy: Bilingual) -> Error {
    Error::new(ErrorKind::InvalidRequest, Place::field(field), message, remedy)
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
            "Correct it; the reference of SearchRequest lists the fields and their values.",
            "Corrigez-la; la référence de SearchRequest énumère les champs et leurs valeurs.",
        )
    },
};
