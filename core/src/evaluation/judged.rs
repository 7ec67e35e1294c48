use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::Judgments;
use super::request::UNREADABLE;
use crate::error::{Error, ErrorKind};
use crate::problem::Place;
use crate::request_json::read_json;
use crate::text::{Bilingual, Language};

/// Queries with what answers them, in one file.
///
/// ```
/// use ally_toolkit::evaluation::JudgedQueries;
/// let judged = JudgedQueries::from_json(
///     br#"{"queries": [{"id": "q1", "language": "fr", "text": "mentorat", "grades": {"athena-rising": 2}}]}"#,
/// )?;
/// assert_eq!(judged.judgments(|query| query.text == "mentorat").grade("q1", "athena-rising"), 2);
/// # Ok::<(), ally_toolkit::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JudgedQueries {
    /// The queries, in the order of the file.
    pub queries: Vec<JudgedQuery>,
}

/// A query with what answers it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JudgedQuery {
    /// Its id.
    pub id: String,
    /// The language it is asked in, which is that of the reader.
    pub language: Language,
    /// What is typed.
    pub text: String,
    /// True when most of what answers it has no title in its language.
    #[serde(default)]
    pub needs_other_language: bool,
    /// The grade of each judged record, by its id: 0 for no answer, the higher the better.
    pub grades: BTreeMap<String, u32>,
}

impl JudgedQueries {
    /// Reads judged queries from JSON.
    ///
    /// # Errors
    /// [`InvalidRequest`](ErrorKind::InvalidRequest) with the field at fault, or with the id that two queries have.
    pub fn from_json(json: &[u8]) -> Result<Self, Error> {
        let judged: JudgedQueries = read_json(json, UNREADABLE)?;
        let mut ids = BTreeSet::new();
        match judged.queries.iter().find(|query| !ids.insert(query.id.as_str())) {
            Some(twice) => Err(given_twice(&twice.id)),
            None => Ok(judged),
        }
    }

    /// The judgments of the queries that are `wanted`, to be measured by [`Evaluation::run`](super::Evaluation::run).
    pub fn judgments(&self, wanted: impl Fn(&JudgedQuery) -> bool) -> Judgments {
        let wanted = self.queries.iter().filter(|query| wanted(query));
        Judgments { queries: wanted.map(|query| (query.id.clone(), query.grades.clone())).collect() }
    }
}

fn given_twice(id: &str) -> Error {
    Error::new(
        ErrorKind::InvalidRequest,
        Place { record: Some(id.to_owned()), field: Some("id".to_owned()), ..Place::default() },
        Bilingual::new(
            format!("Two queries have the id `{id}`."),
            format!("Deux requêtes ont l’identifiant «\u{a0}{id}\u{a0}»."),
        ),
        Bilingual::new("Give each its own.", "Donnez à chacune le sien."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(id: &str) -> String {
        format!(r#"{{"id": "{id}", "language": "en", "text": "x", "grades": {{}}}}"#)
    }

    #[test]
    fn an_id_is_of_one_query() {
        let both = |a, b| format!(r#"{{"queries": [{}, {}]}}"#, query(a), query(b));
        assert_eq!(JudgedQueries::from_json(both("a", "b").as_bytes()).unwrap().queries.len(), 2);
        let error = JudgedQueries::from_json(both("a", "a").as_bytes()).unwrap_err();
        assert_eq!(error.place().record.as_deref(), Some("a"));
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let json = br#"{"queries": [{"id": "a", "language": "de", "text": "x", "grades": {}}]}"#;
        let error = JudgedQueries::from_json(json).unwrap_err();
        assert_eq!(error.place().field.as_deref(), Some("queries[0].language"));
    }
}
