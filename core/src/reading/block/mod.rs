//! The blocks of a page, for one reader.

mod part;
mod read;

pub use part::{CapabilityView, ImageCreditView, QuotationSourceView, RangeView, TermRowView, TopicItemView};
pub(super) use read::{OnPage, read};

use serde::{Deserialize, Serialize};

use super::creator::CreatorView;
use super::page::LanguageToggleView;
use super::reference::ReferenceView;
use super::resource::ResourceView;
use super::rich_text::RichTextView;
use super::term::TermView;
use super::toolkit::{ContactView, CreditView, NavigationView, ToolkitLinkView};
use crate::model::PartialDate;
use crate::text::Text;

/// A block of a page: what every kind has, and its content. In JSON the two are one object.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BlockView {
    /// What links to this place of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The heading above the block.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<Text>,
    /// The heading's level: 2 or 3.
    pub level: u8,
    /// The content, by kind.
    #[serde(flatten)]
    pub content: BlockContent,
}

/// The content of a block. The kinds are those of [`model::Block`](crate::model::Block), with the same `type` in JSON.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum BlockContent {
    /// Prose.
    Text {
        /// The text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        body: Option<RichTextView>,
    },
    /// Somebody's words.
    Quotation {
        /// The words.
        text: Text,
        /// Who said them, with the role held then.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        speaker: Option<CreatorView>,
        /// The video or page they come from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<QuotationSourceView>,
        /// The work they come from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        citation: Option<Box<ReferenceView>>,
    },
    /// A picture with its text alternatives.
    Image {
        /// The file, relative to the catalogue's folder `toolkits`, or an address.
        file: String,
        /// The short text alternative.
        alt: Text,
        /// The long description, open to everyone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        long_description: Option<RichTextView>,
        /// Whose picture it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        credit: Option<ImageCreditView>,
        /// True when the page repeats the picture's words as text.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        repeated_in_text: bool,
    },
    /// A checklist or numbered tips.
    Checklist {
        /// The sentence that leads into the list.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lead_in: Option<Text>,
        /// True for numbered tips.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        ordered: bool,
        /// The items.
        items: Vec<RichTextView>,
        /// Who wrote the list.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        creators: Vec<CreatorView>,
        /// When it was written.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date: Option<PartialDate>,
        /// Where it was published.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<String>,
    },
    /// The key topics of a page or toolkit.
    TopicList {
        /// The sentence that leads into the list.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lead_in: Option<Text>,
        /// The topics.
        items: Vec<TopicItemView>,
    },
    /// Resources, in the order chosen by hand or, where a query found them, by title.
    ResourceList {
        /// The sentence that leads into the list.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lead_in: Option<Text>,
        /// The resources.
        resources: Vec<ResourceView>,
    },
    /// One resource put forward.
    FeaturedResource {
        /// The resource.
        resource: Box<ResourceView>,
        /// Why it is put forward.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<RichTextView>,
    },
    /// Terms to use and to avoid.
    TermTable {
        /// The sentence that leads into the table.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lead_in: Option<Text>,
        /// The rows.
        rows: Vec<TermRowView>,
        /// Where the advice comes from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<String>,
    },
    /// Glossary entries, in the reader's alphabetical order.
    Glossary {
        /// The entries.
        terms: Vec<TermView>,
    },
    /// Cited works.
    References {
        /// The works.
        items: Vec<ReferenceView>,
    },
    /// The toolkit's side navigation.
    Navigation {
        /// Its entries.
        items: Vec<NavigationView>,
    },
    /// The way to another toolkit.
    ToolkitLink {
        /// The sentence that leads to it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lead_in: Option<Text>,
        /// The other toolkit.
        toolkit: ToolkitLinkView,
    },
    /// The toolkit's contacts.
    Contact {
        /// The sentence that leads into them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lead_in: Option<Text>,
        /// The contacts.
        contacts: Vec<ContactView>,
    },
    /// An acknowledgement of the land.
    LandAcknowledgement {
        /// Its text: the block's own, else the toolkit's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<RichTextView>,
        /// Resources that tell how to make one's own.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        resources: Vec<ResourceView>,
    },
    /// The toolkit's credits and disclaimer.
    Credits {
        /// Who is credited.
        credits: Vec<CreditView>,
        /// What the views expressed do and do not stand for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        disclaimer: Option<Text>,
    },
    /// A leadership domain.
    Domain {
        /// The sentence that leads into the capabilities.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lead_in: Option<Text>,
        /// The capabilities.
        capabilities: Vec<CapabilityView>,
        /// The essay.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        essay: Option<RichTextView>,
        /// Who wrote the essay.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        byline: Option<CreatorView>,
        /// Resources.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        resources: Vec<ResourceView>,
    },
    /// The way to the same page in the other language.
    LanguageToggle {
        /// The same as the page's `other_language`.
        toggle: LanguageToggleView,
    },
    /// How to cite the page, when it was reviewed, how to report a problem.
    Citation {
        /// The suggested citation, in the usage of the reader's language.
        citation: String,
        /// When the page was last reviewed, as a sentence.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        last_reviewed: Option<Text>,
        /// How to report a broken link or suggest a resource.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        feedback: Option<RichTextView>,
    },
}
