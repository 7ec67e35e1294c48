//! What a page is made of: eighteen kinds of block.
//!
//! The kinds come from the inventory of real toolkit pages. In JSON each block names its kind in `type`. To add one:
//! its struct in the file it belongs to, a variant here, its reading in `reading/block/read.rs`, its checks in
//! `catalogue/validation/page.rs`; the compiler asks for the rest.

mod collections;
mod frame;
mod prose;

pub use collections::{
    Checklist, FeaturedResource, GlossaryBlock, References, ResourceList, ResourceQuery, TermRow, TermTable,
    TopicItem, TopicList,
};
pub use frame::{
    Capability, CitationBlock, ContactBlock, CreditsBlock, DomainBlock, LandAcknowledgement, LanguageToggle,
    NavigationBlock, ToolkitLink,
};
pub use prose::{ImageBlock, ImageCredit, Quotation, QuotationSource, TextBlock};

use serde::{Deserialize, Serialize};

use crate::text::Localized;

macro_rules! blocks {
    ($($(#[$doc:meta])* $variant:ident($content:ty) = $tag:literal,)+) => {
        /// A block of a page.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "type")]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum Block {
            $($(#[$doc])* #[serde(rename = $tag)] $variant($content),)+
        }

        impl Block {
            /// Every kind of block, by its name in JSON.
            pub const KINDS: &'static [&'static str] = &[$($tag),+];

            /// The kind's name in JSON.
            pub fn kind(&self) -> &'static str {
                match self { $(Block::$variant(_) => $tag,)+ }
            }

            /// What links to this place of the page.
            pub fn anchor(&self) -> Option<&str> {
                match self { $(Block::$variant(block) => block.anchor.as_deref(),)+ }
            }

            /// The heading above the block.
            pub fn heading(&self) -> &Localized<String> {
                match self { $(Block::$variant(block) => &block.heading,)+ }
            }
        }
    };
}

blocks! {
    /// Prose.
    Text(TextBlock) = "text",
    /// Somebody's words.
    Quotation(Quotation) = "quotation",
    /// A picture with its text alternatives.
    Image(ImageBlock) = "image",
    /// A checklist or numbered tips.
    Checklist(Checklist) = "checklist",
    /// The key topics of a page or toolkit.
    TopicList(TopicList) = "topic_list",
    /// Resources, chosen by hand or by a query.
    ResourceList(ResourceList) = "resource_list",
    /// One resource put forward.
    FeaturedResource(FeaturedResource) = "featured_resource",
    /// Terms to use and to avoid.
    TermTable(TermTable) = "term_table",
    /// Glossary entries.
    Glossary(GlossaryBlock) = "glossary",
    /// Cited works.
    References(References) = "references",
    /// The toolkit's side navigation.
    Navigation(NavigationBlock) = "navigation",
    /// The way to another toolkit.
    ToolkitLink(ToolkitLink) = "toolkit_link",
    /// The toolkit's contacts.
    Contact(ContactBlock) = "contact",
    /// An acknowledgement of the land.
    LandAcknowledgement(LandAcknowledgement) = "land_acknowledgement",
    /// The toolkit's credits and disclaimer.
    Credits(CreditsBlock) = "credits",
    /// A leadership domain with its capabilities, essay and resources.
    Domain(DomainBlock) = "domain",
    /// The way to the same page in the other language.
    LanguageToggle(LanguageToggle) = "language_toggle",
    /// How to cite the page, when it was reviewed, how to report a problem.
    Citation(CitationBlock) = "citation",
}
