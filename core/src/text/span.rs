use serde::{Deserialize, Serialize};

/// What a position inside a text counts. Rust strings count bytes, Python strings code points, JavaScript strings
/// UTF-16 code units; each host asks for its own, so that slicing its own string gives the text meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OffsetUnit {
    /// UTF-8 bytes (Rust).
    #[default]
    Bytes,
    /// Unicode code points (Python).
    CodePoints,
    /// UTF-16 code units (JavaScript).
    Utf16,
}

/// A half-open range `start..end` of a text, in one [`OffsetUnit`] (bytes unless a function says otherwise).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// The first position inside the range.
    pub start: usize,
    /// The first position after the range.
    pub end: usize,
}

impl Span {
    /// The range `start..end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Span { start, end }
    }

    /// True when the two ranges share a position.
    ///
    /// ```
    /// use ally_toolkit::Span;
    /// assert!(Span::new(0, 3).overlaps(Span::new(2, 5)) && !Span::new(0, 3).overlaps(Span::new(3, 5)));
    /// ```
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The part of `text` that a span in bytes covers; empty when the span does not fit the text.
    ///
    /// ```
    /// use ally_toolkit::Span;
    /// assert_eq!(Span::new(2, 7).slice("l’été"), "");  // cuts the apostrophe
    /// assert_eq!(Span::new(4, 9).slice("l’été"), "été");
    /// ```
    pub fn slice(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// The same range of `text` in `unit`, from a span in bytes.
    ///
    /// ```
    /// use ally_toolkit::{OffsetUnit, Span};
    /// let text = "😀 été";
    /// let span = Span::new(5, 10);
    /// assert_eq!(span.in_unit(text, OffsetUnit::CodePoints), Span::new(2, 5));
    /// assert_eq!(span.in_unit(text, OffsetUnit::Utf16), Span::new(3, 6));
    /// ```
    pub fn in_unit(self, text: &str, unit: OffsetUnit) -> Span {
        let count = |range: &str| match unit {
            OffsetUnit::Bytes => range.len(),
            OffsetUnit::CodePoints => range.chars().count(),
            OffsetUnit::Utf16 => range.chars().map(char::len_utf16).sum(),
        };
        let start = count(text.get(..self.start).unwrap_or_default());
        Span { start, end: start + count(self.slice(text)) }
    }
}
