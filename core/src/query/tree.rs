use serde::{Deserialize, Serialize};

use super::QueryField;
use super::token::is_quotation_mark;
use crate::error::Error;
use crate::request_json::{Unreadable, read, read_json};
use crate::text::Bilingual;

/// A query as a tree.
///
/// Made by [`parse`](super::parse), or by a program with the functions below; asked with its text:
///
/// ```
/// # #[cfg(feature = "bundled")] {
/// use ally_toolkit::query::{Query, QueryField};
/// use ally_toolkit::{Catalogue, Language, SearchRequest, Searcher};
///
/// let query = Query::words("leadership").and(Query::phrase("unconscious bias")).and(Query::field(QueryField::Kind, ["video"]).not());
/// assert_eq!(query.to_string(), r#"leadership AND "unconscious bias" AND -kind:video"#);
/// assert_eq!(query.in_language(Language::French), "leadership ET «\u{a0}unconscious bias\u{a0}» ET -type:video");
///
/// let searcher = Searcher::new(Catalogue::bundled()?)?;
/// let results = searcher.search(&SearchRequest::new(query.to_string(), Language::English))?;
/// assert!(results.total > 0);
/// # }
/// # Ok::<(), ally_toolkit::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Query {
    /// A word in whatever form, or what stands for it.
    Word(String),
    /// A word that begins so.
    Prefix(String),
    /// These very words, side by side; capitals and accents do not matter, nor the notation of inclusive forms.
    Phrase(String),
    /// A field that has one of some values.
    Field(FieldValues),
    /// What must match, where it need not by itself.
    Required(Box<Query>),
    /// What must not match.
    Not(Box<Query>),
    /// What must match, all of it.
    All(Vec<Query>),
    /// What must match, one at least.
    Any(Vec<Query>),
    /// Words and more, side by side.
    Group(Vec<Query>),
}

/// A field that must have one of some values.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FieldValues {
    /// The field.
    pub name: QueryField,
    /// The values, each in its words.
    pub values: Vec<String>,
}

impl Query {
    /// The words of a text, whatever signs stand in it.
    pub fn words(text: &str) -> Self {
        group(text.split_whitespace().map(|word| Query::Word(word.to_owned())).collect())
    }

    /// These very words, side by side.
    pub fn phrase(text: impl Into<String>) -> Self {
        Query::Phrase(text.into()).normalized()
    }

    /// A word that begins with `text`.
    pub fn prefix(text: impl Into<String>) -> Self {
        Query::Prefix(text.into()).normalized()
    }

    /// A field that has one of `values`.
    pub fn field<V: Into<String>>(name: QueryField, values: impl IntoIterator<Item = V>) -> Self {
        let values = values.into_iter().map(Into::into).collect();
        Query::Field(FieldValues { name, values }).normalized()
    }

    /// What must match.
    pub fn required(self) -> Self {
        Query::Required(Box::new(self)).normalized()
    }

    /// What must not match.
    #[expect(clippy::should_implement_trait, reason = "read with `and` and `or`, which no trait has")]
    pub fn not(self) -> Self {
        Query::Not(Box::new(self)).normalized()
    }

    /// Both.
    pub fn and(self, other: Query) -> Self {
        Query::All(vec![self, other]).normalized()
    }

    /// One of the two, or both.
    pub fn or(self, other: Query) -> Self {
        Query::Any(vec![self, other]).normalized()
    }

    /// Both, side by side.
    pub fn beside(self, other: Query) -> Self {
        Query::Group(vec![self, other]).normalized()
    }

    /// Reads a tree from JSON: `{"all": [{"word": "mentor"}, {"not": {"field": {"name": "kind", "values": ["video"]}}}]}`.
    ///
    /// ```
    /// use ally_toolkit::query::Query;
    /// let query = Query::from_json(br#"{"any": [{"phrase": "women leaders"}, {"prefix": "mentor"}]}"#)?;
    /// assert_eq!(query.to_string(), r#""women leaders" OR mentor*"#);
    /// # Ok::<(), ally_toolkit::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`InvalidRequest`](crate::ErrorKind::InvalidRequest) with the part at fault.
    pub fn from_json(json: &[u8]) -> Result<Self, Error> {
        read_json(json, UNREADABLE)
    }

    /// Reads a tree from a JSON value: what bindings get from their hosts.
    ///
    /// # Errors
    /// As [`from_json`](Query::from_json).
    pub fn from_value(value: serde_json::Value) -> Result<Self, Error> {
        read(value, UNREADABLE)
    }

    /// True for a query that asks for nothing.
    pub fn is_empty(&self) -> bool {
        matches!(self, Query::Group(parts) if parts.is_empty())
    }

    /// True for nothing but words side by side: a query without syntax.
    pub fn is_plain(&self) -> bool {
        match self {
            Query::Word(_) => true,
            Query::Group(parts) => parts.iter().all(|part| matches!(part, Query::Word(_))),
            _ => false,
        }
    }

    /// The same query in the one tree that its text is read as: nothing empty, no group of one, no group in a group of its kind,
    /// `Required` only where it changes something.
    pub fn normalized(self) -> Self {
        match self {
            Query::Word(text) if text.is_empty() => Query::Group(Vec::new()),
            Query::Word(_) => self,
            Query::Prefix(text) => match text.trim_end_matches('*') {
                "" => Query::Group(Vec::new()),
                text => Query::Prefix(text.to_owned()),
            },
            Query::Phrase(text) => match value(&text) {
                text if text.is_empty() => Query::Group(Vec::new()),
                text => Query::Phrase(text),
            },
            Query::Field(FieldValues { name, values }) => {
                let mut values: Vec<String> = values.iter().map(|text| value(text)).collect();
                values.retain(|value| !value.is_empty());
                if values.is_empty() {
                    Query::Group(Vec::new())
                } else {
                    Query::Field(FieldValues { name, values })
                }
            }
            Query::Required(part) => match part.normalized() {
                part @ (Query::Word(_) | Query::Prefix(_)) => Query::Required(Box::new(part)),
                part @ Query::Group(_) if !part.is_empty() => Query::Required(Box::new(part)),
                part => part,
            },
            Query::Not(part) => match part.normalized() {
                Query::Required(part) => Query::Not(part),
                Query::Not(part) => part.required(),
                part if part.is_empty() => part,
                part => Query::Not(Box::new(part)),
            },
            Query::All(parts) => {
                let parts = parts.into_iter().map(Query::normalized).flat_map(|part| match part {
                    Query::All(parts) => parts,
                    Query::Required(part) => vec![*part],
                    part => vec![part],
                });
                of_many(parts, Query::All).unwrap_or_else(Query::required)
            }
            Query::Any(parts) => {
                let parts = parts.into_iter().map(Query::normalized).flat_map(|part| match part {
                    Query::Any(parts) => parts,
                    Query::Required(part) => vec![*part],
                    part => vec![part],
                });
                of_many(parts, Query::Any).unwrap_or_else(Query::required)
            }
            Query::Group(parts) => {
                let parts = parts.into_iter().map(Query::normalized).flat_map(|part| match part {
                    Query::Group(parts) => parts,
                    part => vec![part],
                });
                of_many(parts, Query::Group).unwrap_or_else(|part| part)
            }
        }
    }
}

/// The parts that ask for something, together; the only one, where there is no other.
fn of_many(parts: impl Iterator<Item = Query>, together: fn(Vec<Query>) -> Query) -> Result<Query, Query> {
    let mut parts: Vec<Query> = parts.filter(|part| !part.is_empty()).collect();
    match parts.len() {
        0 => Ok(Query::Group(parts)),
        1 => parts.pop().map_or_else(|| Ok(Query::Group(Vec::new())), Err),
        _ => Ok(together(parts)),
    }
}

/// Parts side by side; the only one, where there is no other.
pub(super) fn group(parts: Vec<Query>) -> Query {
    Query::Group(parts).normalized()
}

/// The words between quotation marks: what a phrase and a value are kept as.
fn value(text: &str) -> String {
    let without_marks = text.replace(is_quotation_mark, " ");
    without_marks.split_whitespace().collect::<Vec<_>>().join(" ")
}

const UNREADABLE: Unreadable = Unreadable {
    message: |what| {
        Bilingual::new(
            format!("The query cannot be read: {}.", what.en),
            format!("La requête ne peut pas être lue\u{a0}: {}.", what.fr),
        )
    },
    remedy: || {
        Bilingual::new(
            "Correct it; the reference of Query lists what it may be made of.",
            "Corrigez-la; la référence de Query énumère ce dont elle peut être faite.",
        )
    },
};
