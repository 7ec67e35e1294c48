use serde::{Deserialize, Serialize};

use crate::text::Bilingual;

/// How a word of a record matches a word of the query, the most exact first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum MatchKind {
    /// The same word, accents included.
    Exact,
    /// The same word but for accents or ligatures.
    Accents,
    /// Another form of the word: plural, feminine, inflected.
    Stem,
    /// A word that begins with what was typed.
    Prefix,
    /// A word one or two typing errors away.
    Typo,
    /// A word of the other language that translates it.
    Translation,
    /// Another word with the same translations.
    Synonym,
    /// A word that begins alike, and only lifts a record found otherwise.
    Family,
}

impl MatchKind {
    /// The kind in words, as they follow the matched word.
    ///
    /// ```
    /// use ally_toolkit::search::MatchKind;
    /// assert_eq!(MatchKind::Stem.label().en, "another form of the word");
    /// ```
    pub fn label(self) -> Bilingual {
        match self {
            MatchKind::Exact => Bilingual::new("exact word", "mot exact"),
            MatchKind::Accents => Bilingual::new("same word but for accents", "même mot, aux accents près"),
            MatchKind::Stem => Bilingual::new("another form of the word", "autre forme du mot"),
            MatchKind::Prefix => {
                Bilingual::new("begins with what was typed", "commence par ce qui a été saisi")
            }
            MatchKind::Translation => Bilingual::new("translation", "traduction"),
            MatchKind::Synonym => Bilingual::new("word of like meaning", "mot de sens voisin"),
            MatchKind::Family => Bilingual::new("word that begins alike", "mot qui commence de même"),
            MatchKind::Typo => Bilingual::new("spelled almost like it", "orthographe voisine"),
        }
    }
}
