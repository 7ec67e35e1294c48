use serde::{Deserialize, Serialize};

/// Where a translation comes from, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TranslationSource {
    /// The labels of a topic of the catalogue.
    Topics,
    /// The catalogue's glossary.
    Glossary,
    /// Learned from the catalogue's records that are in both languages.
    Learned,
    /// The general lexicon that ships with the library.
    General,
}

/// A translation of a word or term, in the other language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TermTranslation {
    /// The stems of its words, in order; at least one.
    pub words: Vec<String>,
    /// How probable it is that the term is translated so, above 0 and at most 1.
    pub probability: f32,
    /// Where it comes from; of several sources, the one that says most.
    pub source: TranslationSource,
}

/// Which sources a lexicon draws on; all where nothing is said.
///
/// ```
/// use ally_toolkit::lexicon::LexiconSources;
/// let sources: LexiconSources = serde_json::from_str(r#"{"general": false}"#).unwrap();
/// assert!(sources.topics && sources.glossary && sources.learned && !sources.general);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LexiconSources {
    /// The labels of topics.
    pub topics: bool,
    /// The glossary.
    pub glossary: bool,
    /// What is learned from records in both languages.
    pub learned: bool,
    /// The general lexicon that ships with the library.
    pub general: bool,
}

impl LexiconSources {
    /// True when `source` is drawn on.
    pub fn has(self, source: TranslationSource) -> bool {
        match source {
            TranslationSource::Topics => self.topics,
            TranslationSource::Glossary => self.glossary,
            TranslationSource::Learned => self.learned,
            TranslationSource::General => self.general,
        }
    }
}

impl Default for LexiconSources {
    fn default() -> Self {
        LexiconSources { topics: true, glossary: true, learned: true, general: true }
    }
}
