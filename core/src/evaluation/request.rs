//! What hosts ask: an evaluation or a comparison, given as JSON.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use super::{Comparison, Evaluation, Judgments, Measure};
use crate::error::Error;
#[cfg(doc)]
use crate::error::ErrorKind;
use crate::object::object;
use crate::request_json::{Unreadable, read, read_json};
use crate::text::Bilingual;

/// Judged queries and a ranking for each, as hosts give them.
///
/// ```
/// use ally_toolkit::evaluation::{EvaluationRequest, Measure};
/// let request = EvaluationRequest::from_value(serde_json::json!({
///     "judgments": "q1 0 d7 2\nq1 0 d9 1",
///     "rankings": {"q1": ["d9", "d7"]},
///     "measures": ["mrr@10"],
/// }))?;
/// assert_eq!(request.evaluate()?.mean(Measure::Mrr(10)).mean, 1.0);
/// # Ok::<(), ally_toolkit::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvaluationRequest {
    /// Which records answer which query.
    pub judgments: GivenJudgments,
    /// The ids of the records found for each query, best first. A judged query without a ranking found nothing; a
    /// ranking whose query is not judged is passed over.
    pub rankings: BTreeMap<String, Vec<String>>,
    /// What is measured.
    #[serde(default = "default_measures")]
    pub measures: Vec<Measure>,
}

/// Judgments in either form.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum GivenJudgments {
    /// As TREC qrels.
    Qrels(String),
    /// As an object.
    Object(Judgments),
}

/// Two evaluations of the same queries, as hosts give them.
///
/// ```
/// use ally_toolkit::evaluation::ComparisonRequest;
/// let request = ComparisonRequest::from_value(serde_json::json!({
///     "before": {"queries": {"q1": {"ndcg@10": 0.5}}},
///     "after": {"queries": {"q1": {"ndcg@10": 0.75}}},
/// }))?;
/// assert_eq!(request.compare().difference.mean, 0.25);
/// # Ok::<(), ally_toolkit::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComparisonRequest {
    /// The earlier one.
    #[serde(deserialize_with = "object")]
    pub before: Evaluation,
    /// The later one.
    #[serde(deserialize_with = "object")]
    pub after: Evaluation,
    /// What is compared: nDCG@10 by default.
    #[serde(default = "default_measure")]
    pub measure: Measure,
}

fn default_measures() -> Vec<Measure> {
    Measure::DEFAULT.to_vec()
}

fn default_measure() -> Measure {
    Measure::Ndcg(10)
}

impl EvaluationRequest {
    /// Reads a request from JSON.
    ///
    /// # Errors
    /// [`InvalidRequest`](ErrorKind::InvalidRequest) with the field at fault.
    pub fn from_json(json: &[u8]) -> Result<Self, Error> {
        read_json(json, UNREADABLE)
    }

    /// Reads a request from a JSON value.
    ///
    /// # Errors
    /// [`InvalidRequest`](ErrorKind::InvalidRequest) with the field at fault.
    pub fn from_value(value: serde_json::Value) -> Result<Self, Error> {
        read(value, UNREADABLE)
    }

    /// Measures the rankings.
    ///
    /// # Errors
    /// [`InvalidRequest`](ErrorKind::InvalidRequest) with the line of qrels that cannot be read.
    pub fn evaluate(&self) -> Result<Evaluation, Error> {
        let rank = |query: &str| Ok(self.rankings.get(query).cloned().unwrap_or_default());
        match &self.judgments {
            GivenJudgments::Qrels(text) => {
                Evaluation::run(&Judgments::from_qrels(text)?, &self.measures, rank)
            }
            GivenJudgments::Object(judgments) => Evaluation::run(judgments, &self.measures, rank),
        }
    }
}

impl ComparisonRequest {
    /// Reads a request from JSON.
    ///
    /// # Errors
    /// [`InvalidRequest`](ErrorKind::InvalidRequest) with the field at fault.
    pub fn from_json(json: &[u8]) -> Result<Self, Error> {
        read_json(json, UNREADABLE)
    }

    /// Reads a request from a JSON value.
    ///
    /// # Errors
    /// [`InvalidRequest`](ErrorKind::InvalidRequest) with the field at fault.
    pub fn from_value(value: serde_json::Value) -> Result<Self, Error> {
        read(value, UNREADABLE)
    }

    /// Compares them; queries that only one of them has are left out.
    pub fn compare(&self) -> Comparison {
        self.after.compared_to(&self.before, self.measure)
    }
}

// By hand: what serde makes of a choice without a tag forgets where in the object something is wrong.
impl<'de> Deserialize<'de> for GivenJudgments {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;

        impl<'de> Visitor<'de> for Either {
            type Value = GivenJudgments;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or an object")
            }

            fn visit_str<E>(self, text: &str) -> Result<GivenJudgments, E> {
                Ok(GivenJudgments::Qrels(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<GivenJudgments, A::Error> {
                Judgments::deserialize(MapAccessDeserializer::new(map)).map(GivenJudgments::Object)
            }
        }

        deserializer.deserialize_any(Either)
    }
}

pub(super) const UNREADABLE: Unreadable = Unreadable {
    message: |what| {
        Bilingual::new(
            format!("What is to be evaluated cannot be read: {}.", what.en),
            format!("Ce qui est à évaluer ne peut pas être lu\u{a0}: {}.", what.fr),
        )
    },
    remedy: || {
        Bilingual::new(
            "Correct it; the documentation of the evaluation shows the form.",
            "Corrigez-le; la documentation de l’évaluation montre la forme.",
        )
    },
};
