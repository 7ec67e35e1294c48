use serde::{Deserialize, Serialize};

use crate::model::{Creator, LanguageTag, Reference, RichText, TimeRange};
use crate::text::Localized;

/// Prose under an optional heading.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TextBlock {
    /// What links to this place of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The heading above the text.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub heading: Localized<String>,
    /// The heading's level: 2 (the default) or 3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    /// The text.
    pub body: Localized<RichText>,
}

/// Somebody's words, with who said them, in what role, and where.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quotation {
    /// What links to this place of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The heading above the quotation.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub heading: Localized<String>,
    /// The words; the language they were said in is the original, the other a translation.
    pub text: Localized<String>,
    /// Who said them, with the role held then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Creator>,
    /// The video or page they come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<QuotationSource>,
    /// The work they come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citation: Option<Box<Reference>>,
}

/// The video, recording or page a quotation comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuotationSource {
    /// Its title.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub title: Localized<String>,
    /// Its address.
    pub url: String,
    /// The language it is in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<LanguageTag>,
    /// The passages quoted, for a recording.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ranges: Vec<TimeRange>,
}

/// A picture. A complex one has a long description, open to everyone and not to screen readers alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ImageBlock {
    /// What links to this place of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The heading above the picture.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub heading: Localized<String>,
    /// The file, relative to the toolkit's folder, or an address.
    pub file: String,
    /// The short text alternative.
    pub alt: Localized<String>,
    /// The long description: a table in words, a comic told panel by panel.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub long_description: Localized<RichText>,
    /// Whose picture it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<ImageCredit>,
    /// True when the page repeats the picture's words as text.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub repeated_in_text: bool,
}

/// Whose picture it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ImageCredit {
    /// The credit line.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub text: Localized<String>,
    /// Where the picture comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}
