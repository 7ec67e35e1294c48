use serde::{Deserialize, Serialize};

use super::page::{PageLinkView, link_to_page};
use super::reader::Reader;
use super::resource::best_address;
use crate::error::Error;
use crate::model::{Inline, LinkTarget, Paragraph, RichText};
use crate::text::{Language, Text};

/// Prose ready to render, with the language it is in.
pub type RichTextView = Text<Vec<ParagraphView>>;

/// A paragraph or a list item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParagraphView {
    /// True for an item of a bullet list; items that follow each other are one list.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub item: bool,
    /// The words.
    pub content: Vec<InlineView>,
}

/// A run of words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum InlineView {
    /// Plain words.
    Text {
        /// The words.
        text: String,
    },
    /// Stressed words.
    Emphasis {
        /// The words.
        content: Vec<InlineView>,
    },
    /// Important words.
    Strong {
        /// The words.
        content: Vec<InlineView>,
    },
    /// Words that lead somewhere.
    Link {
        /// Where.
        target: LinkTargetView,
        /// The words.
        content: Vec<InlineView>,
    },
    /// An abbreviation with what it stands for.
    Abbreviation {
        /// The abbreviation.
        content: Vec<InlineView>,
        /// What it stands for.
        expansion: String,
    },
    /// Words in another language than the text around them.
    Foreign {
        /// Their language.
        language: Language,
        /// The words.
        content: Vec<InlineView>,
    },
}

/// Where a link leads, with what a host needs to show of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum LinkTargetView {
    /// An address on the Web, `http` or `https`.
    Web {
        /// The address.
        url: String,
    },
    /// A page of a toolkit.
    Page(PageLinkView),
    /// A resource of the catalogue.
    Resource {
        /// The resource's id.
        id: String,
        /// Its title.
        title: Text,
        /// Where it can be found, in the reader's language if possible.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        url: Option<String>,
    },
    /// A glossary term.
    Term {
        /// The term's id.
        id: String,
        /// The term.
        term: Text,
        /// Its first definition.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        definition: Option<Text>,
    },
}

pub(super) fn read(reader: &Reader<'_>, text: &RichText) -> Result<Vec<ParagraphView>, Error> {
    // Validation has refused what cannot be parsed; should it come here all the same, its words are shown as they are.
    let Ok(paragraphs) = text.parse() else { return Ok(plain(text.as_ref())) };
    let read = |paragraph: Paragraph| {
        Ok(ParagraphView { item: paragraph.item, content: inlines(reader, paragraph.content)? })
    };
    paragraphs.into_iter().map(read).collect()
}

/// A plain text as prose of one paragraph.
pub(super) fn plain(text: &str) -> Vec<ParagraphView> {
    vec![ParagraphView { item: false, content: vec![InlineView::Text { text: text.to_owned() }] }]
}

fn inlines(reader: &Reader<'_>, content: Vec<Inline>) -> Result<Vec<InlineView>, Error> {
    let mut views = Vec::with_capacity(content.len());
    for inline in content {
        views.extend(self::inline(reader, inline)?);
    }
    Ok(views)
}

/// One run; the words alone of a link that leads nowhere, which validation reports.
fn inline(reader: &Reader<'_>, inline: Inline) -> Result<Vec<InlineView>, Error> {
    let view = match inline {
        Inline::Text(text) => InlineView::Text { text },
        Inline::Emphasis(content) => InlineView::Emphasis { content: inlines(reader, content)? },
        Inline::Strong(content) => InlineView::Strong { content: inlines(reader, content)? },
        Inline::Abbreviation { content, expansion } => {
            InlineView::Abbreviation { content: inlines(reader, content)?, expansion }
        }
        Inline::Foreign { language, content } => {
            InlineView::Foreign { language, content: inlines(reader, content)? }
        }
        Inline::Link { target, content } => {
            let content = inlines(reader, content)?;
            match self::target(&reader.aside(), target)? {
                Some(target) => InlineView::Link { target, content },
                None => return Ok(content),
            }
        }
    };
    Ok(vec![view])
}

fn target(reader: &Reader<'_>, target: LinkTarget) -> Result<Option<LinkTargetView>, Error> {
    Ok(match target {
        LinkTarget::Web(url) => Some(LinkTargetView::Web { url }),
        LinkTarget::Page(target) => link_to_page(reader, &target).map(LinkTargetView::Page),
        LinkTarget::Resource(id) => {
            let Some(resource) = reader.catalogue.resources().find(&id)? else { return Ok(None) };
            let url = best_address(resource, reader.language);
            Some(LinkTargetView::Resource { id, title: reader.required(&resource.title), url })
        }
        LinkTarget::Term(id) => {
            let Ok(term) = reader.catalogue.term(&id) else { return Ok(None) };
            let definition = term.definitions.first().and_then(|definition| reader.text(&definition.text));
            Some(LinkTargetView::Term { id, term: reader.required(&term.term), definition })
        }
    })
}
