use serde::{Deserialize, Serialize};

use super::evidence::Found;
use crate::index::{Field, FieldText};
use crate::text::{Language, OffsetUnit, Span};

/// The longest text shown whole, in bytes; of a longer one, the passage around the matches.
const LONGEST: usize = 400;

/// How much of a passage stands before its first match, in bytes.
const BEFORE: usize = 80;

/// A text of a hit, cut at its matches.
///
/// Segments, never HTML: the host escapes and marks as its own format asks, and sets `lang`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Highlight {
    /// Where in the record the text stands.
    pub field: Field,
    /// The language of the text; `None` for a name, which has none of its own.
    pub language: Option<Language>,
    /// The parts of the text, in order; together they are the text, or a passage of it.
    pub segments: Vec<Segment>,
    /// True when the text goes on before the first segment.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cut_before: bool,
    /// True when the text goes on after the last segment.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cut_after: bool,
}

/// A part of a highlighted text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Segment {
    /// The words.
    pub text: String,
    /// True for words that matched.
    pub marked: bool,
    /// Where the part stands in the whole text, in the unit asked for.
    pub span: Span,
}

impl Highlight {
    /// The words of all segments: the text, or the passage of it, without marks.
    pub fn text(&self) -> String {
        self.segments.iter().map(|segment| segment.text.as_str()).collect()
    }
}

/// Highlights one text of a record. `found`: the matches in that text, in the order of their spans.
pub(super) fn highlight(
    text: &FieldText<'_>,
    language: Language,
    found: &[Found],
    unit: OffsetUnit,
) -> Highlight {
    let marks = merged(&text.text, found);
    let named = matches!(text.field, Field::Creators | Field::Publisher);
    new(text.field, (!named).then_some(language), &text.text, &marks, unit)
}

fn new(field: Field, language: Option<Language>, text: &str, marks: &[Span], unit: OffsetUnit) -> Highlight {
    let window = passage(text, marks);
    let segments = segments(text, window, marks, unit);
    Highlight { field, language, segments, cut_before: window.start > 0, cut_after: window.end < text.len() }
}

/// A passage of a text, cut at its marks, which ascend and do not overlap.
pub(crate) fn segments(text: &str, window: Span, marks: &[Span], unit: OffsetUnit) -> Vec<Segment> {
    // Each mark, what stands before it, and what follows the last.
    let mut segments = Vec::with_capacity(2 * marks.len() + 1);
    let mut at = window.start;
    let mut push = |span: Span, marked: bool| {
        if span.start < span.end {
            segments.push(Segment {
                text: span.slice(text).to_owned(),
                marked,
                span: span.in_unit(text, unit),
            });
        }
    };
    for mark in marks.iter().filter(|mark| mark.start >= window.start && mark.end <= window.end) {
        push(Span::new(at, mark.start), false);
        push(*mark, true);
        at = mark.end;
    }
    push(Span::new(at, window.end), false);
    segments
}

/// The places to mark: overlapping ones as one, and parts of a compound joined over their hyphen.
fn merged(text: &str, found: &[Found]) -> Vec<Span> {
    let mut marks: Vec<Span> = Vec::with_capacity(found.len());
    for span in found.iter().map(Found::span) {
        match marks.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            Some(last) if is_hyphen(Span::new(last.end, span.start).slice(text)) => last.end = span.end,
            _ => marks.push(span),
        }
    }
    marks
}

fn is_hyphen(between: &str) -> bool {
    matches!(between, "-" | "\u{2010}" | "\u{2011}")
}

/// The part of a text that is shown: all of a short one, else a passage that begins a little before the first match, at
/// a word.
fn passage(text: &str, marks: &[Span]) -> Span {
    if text.len() <= LONGEST {
        return Span::new(0, text.len());
    }
    let first = marks.first().map_or(0, |mark| mark.start);
    let word_start = |from: usize| {
        let rest = text.get(boundary(text, from)..)?;
        let blank = rest.find(char::is_whitespace)?;
        let after = rest.get(blank..)?.chars().next().map_or(0, char::len_utf8);
        Some(text.len() - rest.len() + blank + after)
    };
    let start = if first <= BEFORE {
        0
    } else {
        word_start(first - BEFORE).filter(|at| *at <= first).unwrap_or(first)
    };
    let reach = start + LONGEST;
    let end = if reach >= text.len() {
        text.len()
    } else {
        let reached = text.get(..boundary(text, reach + 1)).unwrap_or_default();
        reached.rfind(char::is_whitespace).unwrap_or(text.len())
    };
    // A match that the last word boundary would cut off, in a text without blanks, is shown all the same.
    let end = end.max(marks.first().map_or(0, |mark| mark.end));
    Span::new(start, end)
}

/// The first place at or after `at` where a character begins, or the end.
fn boundary(text: &str, at: usize) -> usize {
    (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}
