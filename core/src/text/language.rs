use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language the catalogue itself is written in: English or French.
///
/// A resource may be in other languages too (Inuktitut, Cree …); those are BCP 47 tags
/// ([`LanguageTag`](crate::model::LanguageTag)), not this type.
///
/// ```
/// use ally_toolkit::Language;
/// assert_eq!("fr".parse(), Ok(Language::French));
/// assert_eq!(Language::English.other(), Language::French);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Language {
    /// English, `en`.
    #[serde(rename = "en")]
    English,
    /// French, `fr`.
    #[serde(rename = "fr")]
    French,
}

impl Language {
    /// Both languages, English first.
    pub const ALL: [Language; 2] = [Language::English, Language::French];

    /// The BCP 47 code: `en` or `fr`.
    pub const fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::French => "fr",
        }
    }

    /// The other of the two languages.
    pub const fn other(self) -> Language {
        match self {
            Language::English => Language::French,
            Language::French => Language::English,
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The text was neither `en` nor `fr`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the language must be `en` or `fr`, not `{0}`")]
pub struct UnknownLanguage(pub String);

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(code: &str) -> Result<Self, UnknownLanguage> {
        match code {
            "en" => Ok(Language::English),
            "fr" => Ok(Language::French),
            other => Err(UnknownLanguage(other.to_owned())),
        }
    }
}
