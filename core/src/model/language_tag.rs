use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};

use crate::text::{Bilingual, Language};

/// The language of a resource or a link: a well-formed BCP 47 tag, such as `en`, `fr-CA`, `iu` or `crk-Cans`.
///
/// Kept in the canonical case of RFC 5646, section 2.1.1. Only the form is checked, not the registry.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LanguageTag(
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$")))]
    String,
);

impl LanguageTag {
    /// The tag as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The primary language, without script or region: `fr` of `fr-CA`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// English or French where the tag is one of them, whatever its region.
    ///
    /// ```
    /// use ally_toolkit::{Language, model::LanguageTag};
    /// assert_eq!("fr-ca".parse::<LanguageTag>().unwrap().language(), Some(Language::French));
    /// assert_eq!("iu".parse::<LanguageTag>().unwrap().language(), None);
    /// ```
    pub fn language(&self) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.code() == self.primary())
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text is not a well-formed BCP 47 tag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a language tag (BCP 47), such as `en`, `fr-CA` or `iu`")]
pub struct InvalidLanguageTag(pub String);

impl FromStr for LanguageTag {
    type Err = InvalidLanguageTag;

    fn from_str(text: &str) -> Result<Self, InvalidLanguageTag> {
        oxilangtag::LanguageTag::parse_and_normalize(text)
            .map(|tag| LanguageTag(tag.into_inner()))
            .map_err(|_| InvalidLanguageTag(text.to_owned()))
    }
}

impl<'de> Deserialize<'de> for LanguageTag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// The name of a language by its primary tag, for readers of both languages; `None` for one that has no name here.
///
/// The languages a Canadian catalogue is likely to list; names as in CLDR, the community's own where it differs.
pub fn language_name(primary: &str) -> Option<Bilingual> {
    let [en, fr] = Language::ALL.map(|reader| language_name_in(primary, reader));
    Some(Bilingual::new(en?, fr?))
}

/// As [`language_name`], for readers of one language.
pub(crate) fn language_name_in(primary: &str, reader: Language) -> Option<&'static str> {
    let (en, fr) = match primary {
        "en" => ("English", "anglais"),
        "fr" => ("French", "français"),
        "iu" => ("Inuktitut", "inuktitut"),
        "ikt" => ("Inuinnaqtun", "inuinnaqtun"),
        "cr" => ("Cree", "cri"),
        "oj" => ("Ojibwe", "ojibwé"),
        "moe" => ("Innu-aimun", "innu-aimun"),
        "atj" => ("Atikamekw", "atikamekw"),
        "mic" => ("Mi’kmaw", "mi’kmaw"),
        "moh" => ("Kanien’kéha (Mohawk)", "kanien’kéha (mohawk)"),
        "crg" => ("Michif", "michif"),
        "den" => ("Dene", "déné"),
        "ase" => ("American Sign Language", "langue des signes américaine"),
        "fcs" => ("Quebec Sign Language", "langue des signes québécoise"),
        "es" => ("Spanish", "espagnol"),
        "pt" => ("Portuguese", "portugais"),
        "de" => ("German", "allemand"),
        "it" => ("Italian", "italien"),
        "ar" => ("Arabic", "arabe"),
        "zh" => ("Chinese", "chinois"),
        "pa" => ("Punjabi", "pendjabi"),
        "hi" => ("Hindi", "hindi"),
        "ur" => ("Urdu", "ourdou"),
        "tl" => ("Tagalog", "tagalog"),
        "ht" => ("Haitian Creole", "créole haïtien"),
        "vi" => ("Vietnamese", "vietnamien"),
        _ => return None,
    };
    Some(if reader == Language::English { en } else { fr })
}
