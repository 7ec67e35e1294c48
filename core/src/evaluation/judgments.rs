use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorKind};
use crate::problem::Place;
use crate::text::Bilingual;

/// Which records answer which query, and how well: the grade of each judged record, by query and record id.
///
/// Grade 0 means "judged, and not an answer"; a record without a grade counts as no answer too. In JSON:
/// `{"query": {"record": 2}}`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Judgments {
    /// The grades, by query and record.
    pub queries: BTreeMap<String, BTreeMap<String, u32>>,
}

impl Judgments {
    /// Reads TREC qrels: on each line the query, an unused column, the record and the grade, between blanks; the unused
    /// column may be left out. Grades are whole numbers; negative ones, which TREC uses for spam, are read as 0, those above
    /// 1,000 as 1,000. Empty lines are passed over; of a record that is judged twice for a query the last grade counts.
    ///
    /// ```
    /// use ally_toolkit::evaluation::Judgments;
    /// let judgments = Judgments::from_qrels("q1 0 d7 2\nq1\td9\t0\n")?;
    /// assert_eq!(judgments.grade("q1", "d7"), 2);
    /// # Ok::<(), ally_toolkit::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`InvalidRequest`](ErrorKind::InvalidRequest) with the first line that is of another form.
    pub fn from_qrels(text: &str) -> Result<Self, Error> {
        let mut judgments = Judgments::default();
        for (number, line) in (1..).zip(text.lines()) {
            let columns: Vec<&str> = line.split_whitespace().collect();
            let read = match columns.as_slice() {
                [] => continue,
                [query, record, grade] | [query, _, record, grade] => {
                    grade.parse::<i64>().ok().map(|grade| (*query, *record, grade.clamp(0, 1000)))
                }
                _ => None,
            };
            let (query, record, grade) = read.ok_or_else(|| no_judgment(number, line))?;
            let grade = u32::try_from(grade).unwrap_or(0);
            judgments.queries.entry(query.to_owned()).or_default().insert(record.to_owned(), grade);
        }
        Ok(judgments)
    }

    /// The grade of `record` for `query`; 0 where it was not judged.
    pub fn grade(&self, query: &str, record: &str) -> u32 {
        self.queries.get(query).and_then(|records| records.get(record)).copied().unwrap_or(0)
    }

    /// The queries that have at least one answer: the only ones a ranking can be measured on.
    ///
    /// ```
    /// use ally_toolkit::evaluation::Judgments;
    /// let judgments = Judgments::from_qrels("q1 d7 2\nq2 d7 0")?;
    /// assert_eq!(judgments.answerable().collect::<Vec<_>>(), ["q1"]);
    /// # Ok::<(), ally_toolkit::Error>(())
    /// ```
    pub fn answerable(&self) -> impl Iterator<Item = &str> {
        let answered = |records: &BTreeMap<String, u32>| records.values().any(|grade| *grade > 0);
        self.queries.iter().filter(move |(_, records)| answered(records)).map(|(query, _)| query.as_str())
    }
}

/// The error of a line that is no judgment.
fn no_judgment(number: usize, line: &str) -> Error {
    Error::new(
        ErrorKind::InvalidRequest,
        Place { field: Some("judgments".to_owned()), line: Some(number), ..Place::default() },
        Bilingual::new(
            format!("Line {number} of the judgments, `{line}`, is not a judgment."),
            format!("La ligne {number} des jugements, «\u{a0}{line}\u{a0}», n’est pas un jugement."),
        ),
        Bilingual::new(
            "Write `query record grade` or `query 0 record grade`.",
            "Écrivez «\u{a0}requête fiche note\u{a0}» ou «\u{a0}requête 0 fiche note\u{a0}».",
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_another_form_is_named() {
        let error = Judgments::from_qrels("q 0 d 1\n\nq 0 d one\n").unwrap_err();
        assert_eq!((error.kind(), error.place().line), (ErrorKind::InvalidRequest, Some(3)));
        assert!(error.message().fr.contains("q 0 d one"));
        assert!(Judgments::from_qrels("q d").is_err());
    }

    #[test]
    fn queries_without_an_answer_are_not_measured() {
        let judgments = Judgments::from_qrels("a 0 d 1\nb 0 d 0\nc 0 d -2\n").unwrap();
        assert_eq!(judgments.answerable().collect::<Vec<_>>(), ["a"]);
        assert_eq!(judgments.grade("c", "d"), 0);
    }
}
