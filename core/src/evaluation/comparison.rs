use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::bootstrap::{Interval, interval};
use super::{Judgments, Measure, Measures};

/// What rankings are worth over a set of judged queries.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evaluation {
    /// The measures of each query that has an answer.
    pub queries: BTreeMap<String, Measures>,
}

/// The mean of a measure over the queries.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mean {
    /// The mean.
    pub mean: f64,
    /// Its 95 % confidence interval.
    pub interval: Interval,
    /// Over how many queries.
    pub queries: usize,
}

impl Evaluation {
    /// Measures the ranking that `rank` gives for each query that has an answer: record ids, best first.
    ///
    /// # Errors
    /// The first error of `rank`.
    pub fn run<E>(
        judgments: &Judgments,
        mut rank: impl FnMut(&str) -> Result<Vec<String>, E>,
    ) -> Result<Self, E> {
        let mut evaluation = Evaluation::default();
        for query in judgments.answerable() {
            evaluation.queries.insert(query.to_owned(), Measures::of(&rank(query)?, query, judgments));
        }
        Ok(evaluation)
    }

    /// The mean of `measure`.
    pub fn mean(&self, measure: Measure) -> Mean {
        mean(self.queries.values().map(|measures| measures.get(measure)).collect())
    }

    /// This evaluation beside an earlier one of the same queries; queries that only one of them has are left out.
    pub fn compared_to(&self, before: &Evaluation, measure: Measure) -> Comparison {
        let mut changes: Vec<Change> = self
            .queries
            .iter()
            .filter_map(|(query, after)| {
                let before = before.queries.get(query)?.get(measure);
                Some(Change { query: query.clone(), before, after: after.get(measure) })
            })
            .collect();
        let difference = mean(changes.iter().map(|change| change.after - change.before).collect());
        changes.retain(|change| change.after != change.before);
        changes.sort_by(|a, b| {
            (a.after - a.before).total_cmp(&(b.after - b.before)).then_with(|| a.query.cmp(&b.query))
        });
        Comparison { measure, difference, changes }
    }
}

fn mean(values: Vec<f64>) -> Mean {
    let queries = values.len();
    let mean = if queries == 0 { 0.0 } else { values.iter().sum::<f64>() / queries as f64 };
    Mean { mean, interval: interval(&values), queries }
}

/// Two rankings of the same queries, paired query by query.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Comparison {
    /// What is compared.
    pub measure: Measure,
    /// The mean difference, after minus before, with its interval: an interval above 0 is an improvement beyond chance.
    pub difference: Mean,
    /// The queries that changed, the worst loss first.
    pub changes: Vec<Change>,
}

/// A query that two rankings answer differently well.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// The query's id.
    pub query: String,
    /// Its measure before.
    pub before: f64,
    /// Its measure after.
    pub after: f64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evaluation(rankings: &[(&str, &[&str])], judgments: &Judgments) -> Evaluation {
        Evaluation::run(judgments, |query| {
            let ranking =
                rankings.iter().find(|(id, _)| *id == query).map(|(_, ranking)| *ranking).unwrap_or(&[]);
            Ok::<_, ()>(ranking.iter().map(|record| (*record).to_owned()).collect())
        })
        .unwrap()
    }

    #[test]
    fn a_comparison_pairs_queries_and_lists_the_worst_loss_first() {
        let judgments = Judgments::from_qrels("a x 1\nb x 1\nc x 1").unwrap();
        let before = evaluation(&[("a", &["x"]), ("b", &["y", "x"]), ("c", &["x"])], &judgments);
        let after = evaluation(&[("a", &["y", "x"]), ("b", &["x"]), ("c", &["x"])], &judgments);
        let comparison = after.compared_to(&before, Measure::Mrr10);
        assert_eq!(
            comparison.changes,
            [
                Change { query: "a".into(), before: 1.0, after: 0.5 },
                Change { query: "b".into(), before: 0.5, after: 1.0 },
            ]
        );
        assert_eq!((comparison.difference.mean, comparison.difference.queries), (0.0, 3));
    }
}
