use serde::{Deserialize, Serialize};

use super::means::mean;
use super::{Evaluation, Mean, Measure};

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
    /// Its measure before, from 0 to 1.
    pub before: f64,
    /// Its measure after, from 0 to 1.
    pub after: f64,
}

impl Evaluation {
    /// This evaluation beside an earlier one of the same queries; queries that only one of them has, or that only one
    /// of them measured so, are left out.
    ///
    /// ```
    /// use ally_toolkit::evaluation::{Evaluation, Judgments, Measure};
    /// let judgments = Judgments::from_qrels("a x 1\nb x 1")?;
    /// let rank = |second: &'static str| {
    ///     move |query: &str| Ok::<_, ally_toolkit::Error>(vec![if query == "a" { "x" } else { second }.to_owned()])
    /// };
    /// let before = Evaluation::run(&judgments, &Measure::DEFAULT, rank("y"))?;
    /// let after = Evaluation::run(&judgments, &Measure::DEFAULT, rank("x"))?;
    /// let comparison = after.compared_to(&before, Measure::Mrr(10));
    /// assert_eq!((comparison.difference.mean, comparison.changes[0].query.as_str()), (0.5, "b"));
    /// # Ok::<(), ally_toolkit::Error>(())
    /// ```
    pub fn compared_to(&self, before: &Evaluation, measure: Measure) -> Comparison {
        let mut changes: Vec<Change> = self
            .queries()
            .iter()
            .filter_map(|(query, after)| {
                let before = before.queries().get(query)?.get(measure)?;
                Some(Change { query: query.clone(), before, after: after.get(measure)? })
            })
            .collect();
        let difference = mean(&changes.iter().map(|change| change.after - change.before).collect::<Vec<_>>());
        changes.retain(|change| change.after != change.before);
        changes.sort_by(|a, b| {
            (a.after - a.before).total_cmp(&(b.after - b.before)).then_with(|| a.query.cmp(&b.query))
        });
        Comparison { measure, difference, changes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluation::Judgments;

    fn evaluation(rankings: &[(&str, &[&str])], judgments: &Judgments) -> Evaluation {
        Evaluation::run(judgments, &Measure::DEFAULT, |query| {
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
        let comparison = after.compared_to(&before, Measure::Mrr(10));
        assert_eq!(
            comparison.changes,
            [
                Change { query: "a".into(), before: 1.0, after: 0.5 },
                Change { query: "b".into(), before: 0.5, after: 1.0 },
            ]
        );
        assert_eq!((comparison.difference.mean, comparison.difference.queries), (0.0, 3));
    }

    #[test]
    fn what_only_one_of_them_measured_is_not_compared() {
        let judgments = Judgments::from_qrels("a x 1").unwrap();
        let evaluation = evaluation(&[("a", &["x"])], &judgments);
        assert_eq!(evaluation.compared_to(&evaluation, Measure::Ndcg(3)).difference.queries, 0);
    }
}
