//! What is marked in the texts of a record.

use super::evidence::Found;
use super::plan::Plan;
use super::side_by_side::{FARTHEST, Place};
use crate::text::Span;

/// A place of a text that shows something of the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark {
    /// The place of the text among those of the record.
    pub(super) text: u32,
    /// Where it begins and ends there, in bytes.
    pub(super) start: u32,
    pub(super) end: u32,
    /// What it shows: a word of the query, by its place among the units of the plan; after these its phrases.
    pub(super) shows: usize,
}

impl Mark {
    pub(super) fn new(Place { text, start, end }: Place, shows: usize) -> Self {
        Mark { text, start, end, shows }
    }

    fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

/// The words found in a record as marks; of terms of several words that stand side by side one more, from the first to the last.
pub(super) fn marks(found: &[Found], plan: &Plan) -> Vec<Mark> {
    let place =
        |found: &Found| Place { text: found.occurrence.text, start: found.occurrence.start, end: found.end };
    let mut marks: Vec<Mark> = found.iter().map(|found| Mark::new(place(found), found.unit)).collect();
    add_terms(found, plan, &mut marks);
    marks
}

/// Adds the terms among what was found: all their words in their order, with nothing but stop words and signs between.
fn add_terms(found: &[Found], plan: &Plan, marks: &mut Vec<Mark>) {
    let words = |found: &Found| plan.alternative(found).map_or(1, |alternative| 1 + alternative.with.len());
    let mut of_terms: Vec<&Found> = found.iter().filter(|found| words(found) > 1).collect();
    let alternative = |found: &Found| (found.unit, found.alternative, found.occurrence.text);
    of_terms.sort_by_key(|found| (alternative(found), found.occurrence.start));
    for of_term in of_terms.chunk_by(|a, b| alternative(a) == alternative(b)) {
        for words in of_term.windows(of_term.first().map_or(1, |found| words(found))) {
            let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
            let are_all = words.iter().map(|found| found.word).eq(0..words.len());
            let are_neighbours = words.iter().zip(words.iter().skip(1)).all(|(left, right)| {
                right.occurrence.position == left.occurrence.position + 1
                    && right.occurrence.start.checked_sub(left.end).is_some_and(|between| between <= FARTHEST)
            });
            if are_all && are_neighbours {
                let (text, start) = (first.occurrence.text, first.occurrence.start);
                marks.push(Mark::new(Place { text, start, end: last.end }, first.unit));
            }
        }
    }
}

/// Marks of a text that are shown as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marked<'m> {
    pub(super) span: Span,
    pub(super) marks: &'m [Mark],
}

/// The marks of a text, in their order, as they are shown: overlapping ones as one, and parts of a compound joined over their hyphen.
pub(super) fn merged<'m>(text: &str, marks: &'m [Mark]) -> Vec<Marked<'m>> {
    let (mut merged, mut rest) = (Vec::with_capacity(marks.len()), marks);
    while let Some(first) = rest.first() {
        let (mut span, mut count) = (first.span(), 1);
        for next in rest.iter().skip(1).map(Mark::span) {
            if next.start > span.end && !is_hyphen(Span::new(span.end, next.start).slice(text)) {
                break;
            }
            span.end = span.end.max(next.end);
            count += 1;
        }
        let (marks, others) = rest.split_at_checked(count).unwrap_or((rest, &[]));
        merged.push(Marked { span, marks });
        rest = others;
    }
    merged
}

fn is_hyphen(between: &str) -> bool {
    matches!(between, "-" | "\u{2010}" | "\u{2011}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: u32, end: u32) -> Mark {
        Mark { text: 0, start, end, shows: 0 }
    }

    #[test]
    fn marks_that_overlap_or_that_a_hyphen_joins_are_one() {
        let text = "micro-agressions de tous les jours";
        let marks = [mark(0, 5), mark(0, 16), mark(6, 16), mark(20, 24), mark(20, 34)];
        let spans: Vec<&str> = merged(text, &marks).iter().map(|marked| marked.span.slice(text)).collect();
        assert_eq!(spans, ["micro-agressions", "tous les jours"]);
        let marked: Vec<usize> = merged(text, &marks).iter().map(|marked| marked.marks.len()).collect();
        assert_eq!(marked, [3, 2]);
        assert_eq!(merged(text, &[]), []);
    }
}
