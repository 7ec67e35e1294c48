use serde::{Deserialize, Serialize};

use super::Language;

/// A text of the library's own, always in both languages: a message, a facet's label.
///
/// A catalogue's texts are [`Localized`](crate::Localized) instead, since either side may be missing there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bilingual {
    /// The English text.
    pub en: String,
    /// The French text.
    pub fr: String,
}

impl Bilingual {
    /// Pairs an English and a French text.
    pub fn new(en: impl Into<String>, fr: impl Into<String>) -> Self {
        Bilingual { en: en.into(), fr: fr.into() }
    }

    /// The text in `language`.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::English => &self.en,
            Language::French => &self.fr,
        }
    }
}
