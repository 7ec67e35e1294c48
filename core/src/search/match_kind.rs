use serde::{Deserialize, Serialize};

use crate::text::{Bilingual, Language};

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
        let [en, fr] = Language::ALL.map(|language| self.label_in(language));
        Bilingual::new(en, fr)
    }

    /// The kind in words of `language`.
    pub(super) const fn label_in(self, language: Language) -> &'static str {
        let (en, fr) = match self {
            MatchKind::Exact => ("exact word", "mot exact"),
            MatchKind::Accents => ("same word but for accents", "même mot, aux accents près"),
            MatchKind::Stem => ("another form of the word", "autre forme du mot"),
            MatchKind::Prefix => ("begins with what was typed", "commence par ce qui a été saisi"),
            MatchKind::Translation => ("translation", "traduction"),
            MatchKind::Synonym => ("word of like meaning", "mot de sens voisin"),
            MatchKind::Family => ("word that begins alike", "mot qui commence de même"),
            MatchKind::Typo => ("spelled almost like it", "orthographe voisine"),
        };
        match language {
            Language::English => en,
            Language::French => fr,
        }
    }
}
