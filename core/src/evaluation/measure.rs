use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::text::Bilingual;

/// A measure of a ranking: what is counted, and down to which rank.
///
/// Written as papers write it: `ndcg@10`, `mrr@10`, `recall@100`, each with any rank from 1.
///
/// ```
/// use ally_toolkit::evaluation::Measure;
/// let measure: Measure = "ndcg@5".parse()?;
/// assert_eq!(measure, Measure::Ndcg(5));
/// assert_eq!((measure.to_string(), measure.label().fr), ("ndcg@5".into(), "nDCG@5".into()));
/// # Ok::<(), ally_toolkit::evaluation::UnknownMeasure>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Measure {
    /// How good the first ones are, the earlier ones counting more: normalized discounted cumulative gain.
    Ndcg(u32),
    /// How early the first answer comes among the first ones: its reciprocal rank.
    Mrr(u32),
    /// How many of the answers are among the first ones.
    Recall(u32),
}

/// A text that names no measure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a measure: write ndcg@10, mrr@10 or recall@100, with any rank from 1")]
pub struct UnknownMeasure(pub String);

impl Measure {
    /// What is measured where nothing else is asked for: the first page, and what a patient reader could find.
    pub const DEFAULT: [Measure; 3] = [Measure::Ndcg(10), Measure::Mrr(10), Measure::Recall(100)];

    /// The rank down to which it looks.
    ///
    /// ```
    /// use ally_toolkit::evaluation::Measure;
    /// assert_eq!(Measure::Recall(100).depth(), 100);
    /// ```
    pub fn depth(self) -> u32 {
        let (Measure::Ndcg(depth) | Measure::Mrr(depth) | Measure::Recall(depth)) = self;
        depth
    }

    /// The name for readers.
    pub fn label(self) -> Bilingual {
        let depth = self.depth();
        let (en, fr) = match self {
            Measure::Ndcg(_) => ("nDCG", "nDCG"),
            Measure::Mrr(_) => ("MRR", "MRR"),
            Measure::Recall(_) => ("recall", "rappel"),
        };
        Bilingual::new(format!("{en}@{depth}"), format!("{fr}@{depth}"))
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Measure::Ndcg(_) => "ndcg",
            Measure::Mrr(_) => "mrr",
            Measure::Recall(_) => "recall",
        };
        write!(f, "{name}@{}", self.depth())
    }
}

impl FromStr for Measure {
    type Err = UnknownMeasure;

    fn from_str(text: &str) -> Result<Self, UnknownMeasure> {
        let read = || {
            let (name, depth) = text.split_once('@')?;
            // One way to write each, so that a name can be compared and be a key: not `@010`, not `@+10`.
            let depth = depth.parse::<u32>().ok().filter(|read| *read > 0 && read.to_string() == depth)?;
            match name {
                "ndcg" => Some(Measure::Ndcg(depth)),
                "mrr" => Some(Measure::Mrr(depth)),
                "recall" => Some(Measure::Recall(depth)),
                _ => None,
            }
        };
        read().ok_or_else(|| UnknownMeasure(text.to_owned()))
    }
}

impl TryFrom<String> for Measure {
    type Error = UnknownMeasure;

    fn try_from(text: String) -> Result<Self, UnknownMeasure> {
        text.parse()
    }
}

impl From<Measure> for String {
    fn from(measure: Measure) -> String {
        measure.to_string()
    }
}

// By hand: the schema of an enum with numbers in it would not be that of the text it is written as. Without a pattern,
// which would make every object with measures for keys one that generators of types do not know.
#[cfg(feature = "schema")]
impl schemars::JsonSchema for Measure {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Measure".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A measure of a ranking, down to a rank: `ndcg@10`, `mrr@10`, `recall@100`, each with any rank from 1.",
            "type": "string"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_is_written_as_it_is_read() {
        for text in ["ndcg@10", "mrr@1", "recall@1000"] {
            assert_eq!(text.parse::<Measure>().unwrap().to_string(), text);
            let json = format!("\"{text}\"");
            assert_eq!(
                serde_json::to_string(&serde_json::from_str::<Measure>(&json).unwrap()).unwrap(),
                json
            );
        }
    }

    #[test]
    fn what_is_no_measure_is_refused() {
        for text in ["", "ndcg", "ndcg@0", "ndcg@010", "ndcg@+1", "NDCG@10", "map@10", "ndcg@4294967296"] {
            assert_eq!(text.parse::<Measure>(), Err(UnknownMeasure(text.to_owned())));
        }
    }
}
