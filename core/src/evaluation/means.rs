use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::bootstrap::{Interval, interval};
use super::{Judgments, Measure, Measures};

/// What rankings are worth over a set of judged queries.
///
/// Written to a file or given to another program, it can be read again; the means are then computed from the queries.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(from = "Queries")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evaluation {
    /// The mean of each measure over the queries.
    means: BTreeMap<Measure, Mean>,
    /// The measures of each query that has an answer.
    queries: BTreeMap<String, Measures>,
}

/// What is read of an evaluation: means that disagree with their queries cannot be.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Queries {
    queries: BTreeMap<String, Measures>,
}

impl From<Queries> for Evaluation {
    fn from(given: Queries) -> Self {
        let mut values: BTreeMap<Measure, Vec<f64>> = BTreeMap::new();
        for (measure, value) in given.queries.values().flat_map(|measures| &measures.0) {
            values.entry(*measure).or_default().push(*value);
        }
        let means = values.into_iter().map(|(measure, values)| (measure, mean(&values))).collect();
        Evaluation { means, queries: given.queries }
    }
}

/// The mean of a measure over the queries.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mean {
    /// The mean: of a measure from 0 to 1, of a difference from -1 to 1.
    pub mean: f64,
    /// Its 95 % confidence interval.
    pub interval: Interval,
    /// Over how many queries.
    pub queries: usize,
}

impl Evaluation {
    /// Measures the ranking that `rank` gives for each query that has an answer: record ids, best first.
    ///
    /// ```
    /// use ally_toolkit::evaluation::{Evaluation, Judgments, Measure};
    /// let judgments = Judgments::from_qrels("mentoring athena-rising 3")?;
    /// let evaluation = Evaluation::run(&judgments, &[Measure::Ndcg(5)], |query| {
    ///     assert_eq!(query, "mentoring");
    ///     Ok::<_, ally_toolkit::Error>(vec!["athena-rising".to_owned()])
    /// })?;
    /// assert_eq!(evaluation.mean(Measure::Ndcg(5)).mean, 1.0);
    /// # Ok::<(), ally_toolkit::Error>(())
    /// ```
    ///
    /// # Errors
    /// The first error of `rank`.
    pub fn run<E>(
        judgments: &Judgments,
        measures: &[Measure],
        mut rank: impl FnMut(&str) -> Result<Vec<String>, E>,
    ) -> Result<Self, E> {
        let mut queries = BTreeMap::new();
        for query in judgments.answerable() {
            queries.insert(query.to_owned(), Measures::of(&rank(query)?, query, judgments, measures));
        }
        Ok(Queries { queries }.into())
    }

    /// The measures of each query that has an answer, by its id.
    pub fn queries(&self) -> &BTreeMap<String, Measures> {
        &self.queries
    }

    /// The mean of everything that was measured.
    pub fn means(&self) -> &BTreeMap<Measure, Mean> {
        &self.means
    }

    /// The mean of `measure`; 0 over no queries when it was not measured.
    pub fn mean(&self, measure: Measure) -> Mean {
        self.means.get(&measure).copied().unwrap_or_else(|| mean(&[]))
    }
}

pub(super) fn mean(values: &[f64]) -> Mean {
    let queries = values.len();
    let mean = if queries == 0 { 0.0 } else { values.iter().sum::<f64>() / queries as f64 };
    Mean { mean, interval: interval(values), queries }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_evaluation_that_is_written_and_read_is_the_same() {
        let judgments = Judgments::from_qrels("a x 3\na y 1\na z 2\nb x 1").unwrap();
        let rank = |_: &str| Ok::<_, ()>(["z", "q", "x"].map(str::to_owned).to_vec());
        let evaluation = Evaluation::run(&judgments, &Measure::DEFAULT, rank).unwrap();
        let text = serde_json::to_string(&evaluation).unwrap();
        assert_eq!(serde_json::from_str::<Evaluation>(&text).unwrap(), evaluation);
    }

    #[test]
    fn means_are_computed_not_believed() {
        let text = r#"{"queries": {"a": {"mrr@10": 0.5}}, "means": {"mrr@10": 1}}"#;
        let evaluation: Evaluation = serde_json::from_str(text).unwrap();
        assert_eq!(evaluation.mean(Measure::Mrr(10)).mean, 0.5);
        assert_eq!(evaluation.mean(Measure::Mrr(5)).queries, 0);
    }
}
