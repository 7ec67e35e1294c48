use serde::{Deserialize, Serialize};

use crate::model::{Capability, ImageCredit, QuotationSource, TermRow, TimeRange, TopicItem};
use crate::reading::language::{self, LanguageView};
use crate::reading::page::link_to_page;
use crate::reading::reader::Reader;
use crate::text::Text;

/// The video, recording or page a quotation comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuotationSourceView {
    /// Its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Its address.
    pub url: String,
    /// The language it is in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<LanguageView>,
    /// The passages quoted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ranges: Vec<RangeView>,
}

/// A passage of a recording.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RangeView {
    /// Where it begins, in seconds.
    pub start: u32,
    /// Where it ends, in seconds.
    pub end: u32,
    /// Both as a reader sees them: `27:55-30:30`.
    pub label: String,
}

/// Whose picture it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ImageCreditView {
    /// The credit line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// Where the picture comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// One key topic.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TopicItemView {
    /// What it reads.
    pub label: Text,
    /// Where it leads: `TOOLKIT/PAGE` or `TOOLKIT/PAGE#ANCHOR`.
    pub address: String,
}

/// One row of a table of terms. A row that is about the words of the other language says so in its texts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TermRowView {
    /// What to say.
    #[serde(rename = "use")]
    pub preferred: Text,
    /// What not to say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub avoid: Option<Text>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// One capability of a domain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CapabilityView {
    /// Its name.
    pub title: Text,
    /// What it consists of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<Text>,
}

pub(super) fn source(reader: &Reader<'_>, source: &QuotationSource) -> QuotationSourceView {
    let range =
        |range: &TimeRange| RangeView { start: range.start(), end: range.end(), label: range.to_string() };
    QuotationSourceView {
        // A title of another's work: its language is not the page's concern.
        title: reader.aside().text(&source.title),
        url: source.url.clone(),
        language: source.language.as_ref().map(|tag| language::read(tag, reader.language)),
        ranges: source.ranges.iter().map(range).collect(),
    }
}

pub(super) fn image_credit(reader: &Reader<'_>, credit: &ImageCredit) -> ImageCreditView {
    ImageCreditView { text: reader.text(&credit.text), url: credit.url.clone() }
}

pub(super) fn topic(reader: &Reader<'_>, item: &TopicItem) -> Option<TopicItemView> {
    let address = link_to_page(reader, &item.target)?.address;
    Some(TopicItemView { label: reader.required(&item.label), address })
}

pub(super) fn term_row(reader: &Reader<'_>, row: &TermRow) -> TermRowView {
    // A row may be about one language only: the words to avoid differ. That is no gap in the translation.
    let reader = if row.preferred.get(reader.language).is_some() { reader } else { &reader.aside() };
    TermRowView {
        preferred: reader.required(&row.preferred),
        avoid: reader.text(&row.avoid),
        note: reader.text(&row.note),
    }
}

pub(super) fn capability(reader: &Reader<'_>, capability: &Capability) -> CapabilityView {
    CapabilityView { title: reader.required(&capability.title), points: reader.texts(&capability.points) }
}
