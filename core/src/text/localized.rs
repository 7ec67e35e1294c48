use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Language;
use crate::object::object;

/// How a text came to be in its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TranslationState {
    /// Written in this language.
    #[default]
    Original,
    /// Translated by a person.
    Human,
    /// Translated by a machine, not yet read by a person.
    Machine,
    /// Translated, then reviewed by a second person.
    Reviewed,
}

/// Identifies the exact text a translation was made from: FNV-1a (64 bits) of its UTF-8 bytes, as 16 hexadecimal digits.
///
/// FNV is enough here: it guards against forgetting, not against an adversary.
/// Source: <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// The fingerprint of `text`.
    ///
    /// ```
    /// use ally_toolkit::Fingerprint;
    /// assert_eq!(Fingerprint::of("a").to_string(), "af63dc4c8601ec8c");
    /// ```
    pub fn of(text: &str) -> Self {
        let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Fingerprint(format!("{hash:016x}"))
    }
}

impl std::fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// One language's side of a [`Localized`] value, with how it came to be.
///
/// In JSON an original is written as the bare value; anything else as an object:
/// `{"value": "…", "state": "human", "source": "af63dc4c8601ec8c"}`.
#[derive(Debug, Clone, PartialEq)]
pub struct Translation<T> {
    /// The value in this language.
    pub value: T,
    /// How it came to be.
    pub state: TranslationState,
    /// What it was translated from; lets [`Localized::is_stale`] notice that the source has changed since.
    pub source: Option<Fingerprint>,
}

impl<T> Translation<T> {
    /// A value written in its language.
    pub fn original(value: T) -> Self {
        Translation { value, state: TranslationState::Original, source: None }
    }
}

/// A value in English, in French, or in both.
///
/// [`read`](Localized::read) never falls back silently: it says which language it answers in, so that a page can
/// always set `lang` (WCAG 3.1.2).
///
/// ```
/// use ally_toolkit::{Language, Localized};
/// let title = Localized::<String>::in_language(Language::English, "Men as Allies".into());
/// let text = title.read(Language::French).unwrap();
/// assert_eq!((text.value.as_str(), text.language, text.fallback), ("Men as Allies", Language::English, true));
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(deny_unknown_fields, bound(serialize = "T: Serialize"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Localized_of_{T}"))]
pub struct Localized<T> {
    /// The English side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<Translation<T>>,
    /// The French side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fr: Option<Translation<T>>,
}

impl<T> Default for Localized<T> {
    fn default() -> Self {
        Localized { en: None, fr: None }
    }
}

/// A text as a reader gets it: the value and the language it is in.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Text_of_{T}"))]
pub struct Text<T = String> {
    /// The text.
    pub value: T,
    /// The language of the text: what a page's `lang` attribute must say.
    pub language: Language,
    /// True when the reader's language has no such text, so that this is the other one.
    pub fallback: bool,
    /// How the text came to be in its language.
    pub state: TranslationState,
}

impl<T> Localized<T> {
    /// A value written in both languages.
    pub fn both(en: T, fr: T) -> Self {
        Localized { en: Some(Translation::original(en)), fr: Some(Translation::original(fr)) }
    }

    /// A value written in one language only.
    pub fn in_language(language: Language, value: T) -> Self {
        let side = Some(Translation::original(value));
        match language {
            Language::English => Localized { en: side, fr: None },
            Language::French => Localized { en: None, fr: side },
        }
    }

    /// The side of `language`, with its state.
    pub fn translation(&self, language: Language) -> Option<&Translation<T>> {
        match language {
            Language::English => self.en.as_ref(),
            Language::French => self.fr.as_ref(),
        }
    }

    /// The value in exactly `language`.
    pub fn get(&self, language: Language) -> Option<&T> {
        self.translation(language).map(|side| &side.value)
    }

    /// True when neither language has a value.
    pub fn is_empty(&self) -> bool {
        self.en.is_none() && self.fr.is_none()
    }

    /// The languages that have a value, English first.
    pub fn languages(&self) -> impl Iterator<Item = Language> + '_ {
        Language::ALL.into_iter().filter(|language| self.translation(*language).is_some())
    }

    /// The value for a reader of `reader`: theirs, else the other language's; `None` when there is neither.
    pub fn read(&self, reader: Language) -> Option<Text<&T>> {
        [reader, reader.other()].into_iter().find_map(|language| {
            self.translation(language).map(|side| Text {
                value: &side.value,
                language,
                fallback: language != reader,
                state: side.state,
            })
        })
    }
}

impl<T: Clone> Localized<T> {
    /// Like [`read`](Localized::read), with the value cloned.
    pub fn text(&self, reader: Language) -> Option<Text<T>> {
        self.read(reader).map(|text| Text {
            value: text.value.clone(),
            language: text.language,
            fallback: text.fallback,
            state: text.state,
        })
    }
}

impl<T: AsRef<str>> Localized<T> {
    /// True when the text in `language` was translated from a text that has changed since.
    ///
    /// Only a translation that names its source can be known to be stale.
    pub fn is_stale(&self, language: Language) -> bool {
        let source = self.translation(language).and_then(|side| side.source.as_ref());
        match (source, self.get(language.other())) {
            (Some(source), Some(now)) => *source != Fingerprint::of(now.as_ref()),
            (Some(_), None) => true,
            (None, _) => false,
        }
    }
}

impl<'de, T: for<'a> Deserialize<'a>> Deserialize<'de> for Localized<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields, bound(deserialize = "T: for<'a> Deserialize<'a>"))]
        struct Sides<T> {
            en: Option<Translation<T>>,
            fr: Option<Translation<T>>,
        }
        let Sides { en, fr } = object(deserializer)?;
        Ok(Localized { en, fr })
    }
}

/// The JSON shape of a side that is not an original.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "Translated_of_{T}", description = "A text with how it came to be in its language.")
)]
struct Detailed<T> {
    /// The text.
    value: T,
    /// How it came to be.
    #[serde(default)]
    state: TranslationState,
    /// What it was translated from: the fingerprint of that text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<Fingerprint>,
}

impl<T: Serialize> Serialize for Translation<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.state == TranslationState::Original && self.source.is_none() {
            self.value.serialize(serializer)
        } else {
            Detailed { value: &self.value, state: self.state, source: self.source.clone() }
                .serialize(serializer)
        }
    }
}

impl<'de, T: for<'a> Deserialize<'a>> Deserialize<'de> for Translation<T> {
    /// An object is the detailed form, anything else the bare value: no text of the model is itself an object.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::Error;
        let value = serde_json::Value::deserialize(deserializer)?;
        if value.is_object() {
            let Detailed { value, state, source } =
                serde_json::from_value(value).map_err(D::Error::custom)?;
            Ok(Translation { value, state, source })
        } else {
            serde_json::from_value(value).map(Translation::original).map_err(D::Error::custom)
        }
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Translation<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Translation_of_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let value = generator.subschema_for::<T>();
        let detailed = generator.subschema_for::<Detailed<T>>();
        schemars::json_schema!({ "anyOf": [value, detailed] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bare_strings_are_originals_and_round_trip() {
        let json = r#"{"en":"ally","fr":{"value":"allié","state":"machine","source":"af63dc4c8601ec8c"}}"#;
        let text: Localized<String> = serde_json::from_str(json).unwrap();
        assert_eq!(text.en, Some(Translation::original("ally".to_owned())));
        assert_eq!(text.translation(Language::French).unwrap().state, TranslationState::Machine);
        assert_eq!(serde_json::to_string(&text).unwrap(), json);
    }

    #[test]
    fn a_translation_is_stale_once_its_source_changes() {
        let mut text = Localized::both("ally".to_owned(), "allié".to_owned());
        assert!(!text.is_stale(Language::French));
        text.fr.as_mut().unwrap().source = Some(Fingerprint::of("ally"));
        assert!(!text.is_stale(Language::French));
        text.en.as_mut().unwrap().value = "allies".to_owned();
        assert!(text.is_stale(Language::French));
        assert!(!text.is_stale(Language::English));
    }

    #[test]
    fn a_list_is_no_text_in_two_languages() {
        for json in ["[]", r#"["ally", "allié"]"#] {
            let error = serde_json::from_str::<Localized<String>>(json).unwrap_err();
            assert!(error.to_string().starts_with("invalid type: sequence, expected an object"), "{error}");
        }
    }

    #[test]
    fn a_third_language_is_refused() {
        let error = serde_json::from_str::<Localized<String>>(r#"{"de":"x"}"#).unwrap_err();
        assert!(error.to_string().contains("unknown field `de`"), "{error}");
    }
}
