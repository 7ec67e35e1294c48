use serde::{Deserialize, Serialize};

/// What each part of the ranking is worth. The defaults were chosen over many collections of both languages and are meant
/// for every catalogue; `docs/ranking.md` has the formulas, and what each part adds. Each part is worth 0, which switches it
/// off, to 10; a search refuses any other number.
///
/// ```
/// use ally_toolkit::search::Ranking;
/// let plain: Ranking = serde_json::from_str(r#"{"phrase": 0, "whole_title": 0}"#).unwrap();
/// assert_eq!((plain.phrase, plain.family), (0.0, Ranking::default().family));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ranking {
    /// Words of the other language that translate a word of the query, beside the word itself.
    pub translations: f64,
    /// Words of the same language with the same translations.
    pub synonyms: f64,
    /// Words that begin alike; they lift what is found, and find nothing.
    pub family: f64,
    /// The very word that was typed, accents included; one that differs by accents only counts four fifths.
    pub exact_word: f64,
    /// Neighbours of the query that are neighbours in the record, in the same order.
    pub phrase: f64,
    /// Neighbours of the query that are near each other in the record, in any order.
    pub proximity: f64,
    /// A title that says what the query says, and little else.
    pub whole_title: f64,
    /// What a record found in the language that is not the reader's is worth, beside one found in theirs.
    pub other_language: f64,
}

impl Ranking {
    /// The first stage alone: BM25F of the words typed, in each language.
    ///
    /// ```
    /// use ally_toolkit::{Language, SearchRequest, search::Ranking};
    /// let plain = SearchRequest { ranking: Ranking::PLAIN, ..SearchRequest::new("mentorat", Language::French) };
    /// assert_eq!((plain.ranking.phrase, plain.ranking.other_language), (0.0, 0.95));
    /// ```
    pub const PLAIN: Ranking = Ranking {
        translations: 0.0,
        synonyms: 0.0,
        family: 0.0,
        exact_word: 0.0,
        phrase: 0.0,
        proximity: 0.0,
        whole_title: 0.0,
        ..Ranking::DEFAULT
    };

    const DEFAULT: Ranking = Ranking {
        translations: 1.0,
        synonyms: 1.0,
        family: 0.4,
        exact_word: 0.3,
        phrase: 0.6,
        proximity: 0.2,
        whole_title: 0.6,
        other_language: 0.95,
    };

    /// The parts with their names, as requests have them, and what each is worth.
    ///
    /// ```
    /// use ally_toolkit::search::Ranking;
    /// assert_eq!(Ranking::default().parts()[2], ("family", 0.4));
    /// ```
    pub fn parts(&self) -> [(&'static str, f64); 8] {
        [
            ("translations", self.translations),
            ("synonyms", self.synonyms),
            ("family", self.family),
            ("exact_word", self.exact_word),
            ("phrase", self.phrase),
            ("proximity", self.proximity),
            ("whole_title", self.whole_title),
            ("other_language", self.other_language),
        ]
    }

    /// True when the second stage has anything to add.
    pub(super) fn has_second_stage(&self) -> bool {
        self.exact_word > 0.0 || self.phrase > 0.0 || self.proximity > 0.0 || self.whole_title > 0.0
    }
}

impl Default for Ranking {
    fn default() -> Self {
        Ranking::DEFAULT
    }
}
