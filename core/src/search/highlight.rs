use serde::{Deserialize, Serialize};

use super::mark::{Mark, merged};
use super::passage::{LONGEST, Passage, Shown, passage};
use crate::error::Error;
use crate::index::{Field, FieldText};
use crate::request_json::{Unreadable, read, read_json};
use crate::text::{Bilingual, Language, OffsetUnit, Span};

/// A text of a hit, cut at its matches.
///
/// Segments, so that the host can mark them as its own format asks; [`to_html`](Highlight::to_html) makes HTML of them.
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

    /// Reads a highlight, as it stands in results, from JSON.
    ///
    /// # Errors
    /// [`InvalidRequest`](crate::ErrorKind::InvalidRequest) with the part at fault.
    pub fn from_json(json: &[u8]) -> Result<Self, Error> {
        read_json(json, UNREADABLE)
    }

    /// Reads a highlight from a JSON value: what bindings get from their hosts.
    ///
    /// # Errors
    /// As [`from_json`](Highlight::from_json).
    pub fn from_value(value: serde_json::Value) -> Result<Self, Error> {
        read(value, UNREADABLE)
    }

    /// The text as HTML: escaped, so that it may stand in an element or in a quoted attribute whatever it holds; what matched in
    /// `<mark>`; `…` where the text goes on. The element around it is the host's, with `lang` from
    /// [`language`](Highlight::language).
    ///
    /// ```
    /// use ally_toolkit::search::Highlight;
    /// let highlight = Highlight::from_json(
    ///     r#"{"field": "description", "language": "fr", "cut_after": true, "segments": [
    ///         {"text": "R & D : ", "marked": false, "span": {"start": 0, "end": 8}},
    ///         {"text": "allié·e·s", "marked": true, "span": {"start": 8, "end": 20}}]}"#.as_bytes(),
    /// )?;
    /// assert_eq!(highlight.to_html(), "R &amp; D : <mark>allié·e·s</mark> …");
    /// # Ok::<(), ally_toolkit::Error>(())
    /// ```
    pub fn to_html(&self) -> String {
        let mut html = String::new();
        if self.cut_before {
            html.push_str("… ");
        }
        for Segment { text, marked, .. } in &self.segments {
            let [before, after] = if *marked { ["<mark>", "</mark>"] } else { [""; 2] };
            html.push_str(before);
            add_escaped(text, &mut html);
            html.push_str(after);
        }
        if self.cut_after {
            html.push_str(" …");
        }
        html
    }
}

const UNREADABLE: Unreadable = Unreadable {
    message: |what| {
        Bilingual::new(
            format!("The highlight cannot be read: {}.", what.en),
            format!("L’extrait ne peut pas être lu\u{a0}: {}.", what.fr),
        )
    },
    remedy: || {
        Bilingual::new(
            "Give a text of a hit as the results have it: `title`, `description`, or one of `highlights`.",
            "Donnez un texte d’un résultat tel quel\u{a0}: `title`, `description` ou l’un des `highlights`.",
        )
    },
};

fn add_escaped(text: &str, html: &mut String) {
    for sign in text.chars() {
        match sign {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            _ => html.push(sign),
        }
    }
}

/// Highlights one text of a record, and tells how much of the query that shows. `marks`: those of the text, in their order;
/// `worths`: what each thing is worth that marks may show.
pub(super) fn highlight(
    text: &FieldText<'_>,
    language: Language,
    marks: &[Mark],
    worths: &[u64],
    unit: OffsetUnit,
) -> (Highlight, Shown) {
    let marked = merged(&text.text, marks);
    let Passage { span, shown } = passage(&text.text, &marked, worths, LONGEST);
    let spans: Vec<Span> = marked.iter().map(|marked| marked.span).collect();
    let named = matches!(text.field, Field::Creators | Field::Publisher);
    let highlight = Highlight {
        field: text.field,
        language: (!named).then_some(language),
        segments: segments(&text.text, span, &spans, unit),
        cut_before: span.start > 0,
        cut_after: span.end < text.text.len(),
    };
    (highlight, shown)
}

/// A passage of a text, cut at its marks, which ascend and do not overlap; of one that goes on beyond it, the part inside.
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
    for mark in marks.iter().filter(|mark| mark.overlaps(window)) {
        let (start, end) = (mark.start.max(window.start), mark.end.min(window.end));
        push(Span::new(at, start), false);
        push(Span::new(start, end), true);
        at = end;
    }
    push(Span::new(at, window.end), false);
    segments
}
