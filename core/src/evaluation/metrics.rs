use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Judgments, Measure};

/// What a ranking is worth for one query, each measure from 0 to 1.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Measures(pub BTreeMap<Measure, f64>);

impl Measures {
    /// Measures `ranking`, record ids with the best first, against the judgments of `query`.
    ///
    /// The gain of a grade is the grade itself, discounted by log2(rank + 1): K. Järvelin and J. Kekäläinen, *Cumulated
    /// gain-based evaluation of IR techniques*, ACM TOIS 20 (2002), with the discount of trec_eval. A record that comes
    /// again counts where it comes first only.
    ///
    /// ```
    /// use ally_toolkit::evaluation::{Judgments, Measure, Measures};
    /// let judgments = Judgments::from_qrels("q a 1\nq b 1")?;
    /// let measures = Measures::of(&["x", "a"], "q", &judgments, &[Measure::Mrr(10), Measure::Recall(2)]);
    /// assert_eq!(measures.get(Measure::Mrr(10)), Some(0.5));
    /// assert_eq!(measures.get(Measure::Ndcg(10)), None);
    /// # Ok::<(), ally_toolkit::Error>(())
    /// ```
    pub fn of<S: AsRef<str>>(
        ranking: &[S],
        query: &str,
        judgments: &Judgments,
        measures: &[Measure],
    ) -> Self {
        let mut seen = BTreeSet::new();
        let grades: Vec<u32> = ranking
            .iter()
            .map(S::as_ref)
            .map(|record| if seen.insert(record) { judgments.grade(query, record) } else { 0 })
            .collect();
        let mut ideal: Vec<u32> =
            judgments.queries.get(query).into_iter().flat_map(|records| records.values().copied()).collect();
        ideal.sort_unstable_by(|a, b| b.cmp(a));
        Measures(measures.iter().map(|measure| (*measure, value(*measure, &grades, &ideal))).collect())
    }

    /// One of the measures, if it was measured.
    pub fn get(&self, measure: Measure) -> Option<f64> {
        self.0.get(&measure).copied()
    }
}

/// A measure of the grades in the order of a ranking; `ideal` has every grade, the highest first.
fn value(measure: Measure, grades: &[u32], ideal: &[u32]) -> f64 {
    let first = |grades: &[u32]| -> Vec<u32> {
        grades.iter().take(usize::try_from(measure.depth()).unwrap_or(usize::MAX)).copied().collect()
    };
    let share = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.0 };
    let answers = |grades: &[u32]| grades.iter().filter(|grade| **grade > 0).count() as f64;
    let grades = first(grades);
    match measure {
        Measure::Ndcg(_) => share(gain(&grades), gain(&first(ideal))),
        Measure::Mrr(_) => {
            grades.iter().position(|grade| *grade > 0).map_or(0.0, |at| 1.0 / (at as f64 + 1.0))
        }
        Measure::Recall(_) => share(answers(&grades), answers(ideal)),
    }
}

/// The discounted cumulative gain.
fn gain(grades: &[u32]) -> f64 {
    grades.iter().zip(1_u32..).map(|(grade, rank)| f64::from(*grade) / f64::from(rank + 1).log2()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(ranking: &[&str], judgments: &Judgments) -> [f64; 3] {
        let measures = Measures::of(ranking, "q", judgments, &Measure::DEFAULT);
        Measure::DEFAULT.map(|measure| measures.get(measure).unwrap())
    }

    #[test]
    fn measures_are_those_of_trec_eval() {
        let judgments = Judgments::from_qrels("q a 3\nq b 2\nq c 3\nq d 0\nq e 1\nq f 2").unwrap();
        let [ndcg, mrr, recall] = values(&["a", "b", "c", "d", "e", "f"], &judgments);
        // 3 + 2/log2(3) + 3/2 + 0 + 1/log2(6) + 2/log2(7) over 3 + 3/log2(3) + 2/2 + 2/log2(5) + 1/log2(6)
        assert!((ndcg - 0.960_817).abs() < 1e-5, "{ndcg}");
        assert_eq!((mrr, recall), (1.0, 1.0));
        assert_eq!(values(&[], &judgments), [0.0; 3]);
    }

    #[test]
    fn answers_beyond_the_tenth_do_not_count_for_the_first_page() {
        let judgments = Judgments::from_qrels("q a 1").unwrap();
        let ranking: Vec<String> = (0..10).map(|n| n.to_string()).chain(["a".to_owned()]).collect();
        let ranking: Vec<&str> = ranking.iter().map(String::as_str).collect();
        assert_eq!(values(&ranking, &judgments), [0.0, 0.0, 1.0]);
    }

    #[test]
    fn the_rank_bounds_the_ideal_too() {
        let judgments = Judgments::from_qrels("q a 1\nq b 1\nq c 1").unwrap();
        let measures = [Measure::Ndcg(1), Measure::Recall(1), Measure::Mrr(1)];
        let measured = Measures::of(&["b", "x"], "q", &judgments, &measures);
        assert_eq!(measures.map(|measure| measured.get(measure).unwrap()), [1.0, 1.0 / 3.0, 1.0]);
    }

    #[test]
    fn a_record_counts_once() {
        let judgments = Judgments::from_qrels("q a 1\nq b 1").unwrap();
        let [ndcg, _, recall] = values(&["a", "a", "a"], &judgments);
        assert!(ndcg < 1.0 && recall == 0.5, "{ndcg} {recall}");
    }
}
