use serde::{Deserialize, Serialize};

use super::{Language, Localized};

/// The name of a person, an organization or a publication: one form for both languages, or one for each.
///
/// Names are exempt from WCAG 3.1.2, so reading one yields a bare string. In JSON: `"UN Women"`, or
/// `{"en": "UN Women", "fr": "ONU Femmes"}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Name {
    /// The same form in both languages.
    Same(String),
    /// A form of its own in each language.
    ByLanguage(Localized<String>),
}

impl Name {
    /// The form for a reader of `reader`; empty only for a name with no form at all, which validation reports.
    ///
    /// ```
    /// use ally_toolkit::{Language, Localized, Name};
    /// let name = Name::ByLanguage(Localized::both("UN Women".into(), "ONU Femmes".into()));
    /// assert_eq!(name.read(Language::French), "ONU Femmes");
    /// ```
    pub fn read(&self, reader: Language) -> &str {
        match self {
            Name::Same(name) => name,
            Name::ByLanguage(name) => name.read(reader).map_or("", |text| text.value),
        }
    }

    /// The form in exactly `language`; a name with one form has it in both.
    pub fn get(&self, language: Language) -> Option<&str> {
        match self {
            Name::Same(name) => Some(name),
            Name::ByLanguage(name) => name.get(language).map(String::as_str),
        }
    }
}

impl From<&str> for Name {
    fn from(name: &str) -> Self {
        Name::Same(name.to_owned())
    }
}
