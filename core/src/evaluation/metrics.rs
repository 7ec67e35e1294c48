use serde::{Deserialize, Serialize};

use super::Judgments;
use crate::text::Bilingual;

/// A measure of a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Measure {
    /// How good the first ten are, the earlier ones counting more: normalized discounted cumulative gain.
    #[serde(rename = "ndcg@10")]
    Ndcg10,
    /// How early the first answer comes among the first ten: its reciprocal rank.
    #[serde(rename = "mrr@10")]
    Mrr10,
    /// How many of the answers are among the first hundred.
    #[serde(rename = "recall@100")]
    Recall100,
}

impl Measure {
    /// Every measure.
    pub const ALL: [Measure; 3] = [Measure::Ndcg10, Measure::Mrr10, Measure::Recall100];

    /// The name, as papers write it.
    pub fn label(self) -> Bilingual {
        match self {
            Measure::Ndcg10 => Bilingual::new("nDCG@10", "nDCG@10"),
            Measure::Mrr10 => Bilingual::new("MRR@10", "MRR@10"),
            Measure::Recall100 => Bilingual::new("recall@100", "rappel@100"),
        }
    }
}

/// What a ranking is worth for one query, each measure from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Measures {
    /// nDCG@10.
    pub ndcg_10: f64,
    /// MRR@10.
    pub mrr_10: f64,
    /// Recall@100.
    pub recall_100: f64,
}

impl Measures {
    /// Measures `ranking`, record ids with the best first, against the judgments of `query`.
    ///
    /// The gain of a grade is the grade itself, discounted by log2(rank + 1): K. Järvelin and J. Kekäläinen, *Cumulated
    /// gain-based evaluation of IR techniques*, ACM TOIS 20 (2002), with the discount of trec_eval.
    ///
    /// ```
    /// use ally_toolkit::evaluation::{Judgments, Measures};
    /// let judgments = Judgments::from_qrels("q a 1\nq b 1").unwrap();
    /// let measures = Measures::of(&["x", "a"], "q", &judgments);
    /// assert_eq!((measures.mrr_10, measures.recall_100), (0.5, 0.5));
    /// ```
    pub fn of<S: AsRef<str>>(ranking: &[S], query: &str, judgments: &Judgments) -> Self {
        let grades: Vec<u32> = ranking.iter().map(|record| judgments.grade(query, record.as_ref())).collect();
        let mut ideal: Vec<u32> =
            judgments.queries.get(query).into_iter().flat_map(|records| records.values().copied()).collect();
        ideal.sort_unstable_by(|a, b| b.cmp(a));
        let answers = ideal.iter().filter(|grade| **grade > 0).count();
        let best = gain(&ideal);
        let first = grades.iter().take(10).position(|grade| *grade > 0);
        let found = grades.iter().take(100).filter(|grade| **grade > 0).count();
        Measures {
            ndcg_10: if best > 0.0 { gain(&grades) / best } else { 0.0 },
            mrr_10: first.map_or(0.0, |at| 1.0 / (at as f64 + 1.0)),
            recall_100: if answers > 0 { found as f64 / answers as f64 } else { 0.0 },
        }
    }

    /// One of the measures.
    pub fn get(&self, measure: Measure) -> f64 {
        match measure {
            Measure::Ndcg10 => self.ndcg_10,
            Measure::Mrr10 => self.mrr_10,
            Measure::Recall100 => self.recall_100,
        }
    }
}

/// The discounted cumulative gain of the first ten.
fn gain(grades: &[u32]) -> f64 {
    grades
        .iter()
        .take(10)
        .zip(1_u32..)
        .map(|(grade, rank)| f64::from(*grade) / f64::from(rank + 1).log2())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_are_those_of_trec_eval() {
        let judgments = Judgments::from_qrels("q a 3\nq b 2\nq c 3\nq d 0\nq e 1\nq f 2").unwrap();
        let measures = Measures::of(&["a", "b", "c", "d", "e", "f"], "q", &judgments);
        // 3 + 2/log2(3) + 3/2 + 0 + 1/log2(6) + 2/log2(7) over 3 + 3/log2(3) + 2/2 + 2/log2(5) + 1/log2(6)
        assert!((measures.ndcg_10 - 0.960_817).abs() < 1e-5, "{measures:?}");
        assert_eq!((measures.mrr_10, measures.recall_100), (1.0, 1.0));
        let none = Measures::of::<&str>(&[], "q", &judgments);
        assert_eq!(none, Measures { ndcg_10: 0.0, mrr_10: 0.0, recall_100: 0.0 });
    }

    #[test]
    fn answers_beyond_the_tenth_do_not_count_for_the_first_page() {
        let judgments = Judgments::from_qrels("q a 1").unwrap();
        let ranking: Vec<String> = (0..10).map(|n| n.to_string()).chain(["a".to_owned()]).collect();
        let measures = Measures::of(&ranking, "q", &judgments);
        assert_eq!(measures, Measures { ndcg_10: 0.0, mrr_10: 0.0, recall_100: 1.0 });
    }
}
