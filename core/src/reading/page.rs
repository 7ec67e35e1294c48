use serde::{Deserialize, Serialize};

use super::block::{self, BlockContent, BlockView, OnPage};
use super::reader::Reader;
use super::toolkit::{self, ToolkitLinkView, address};
use crate::error::Error;
use crate::model::{Page, PageTarget, PartialDate, Toolkit};
use crate::text::{Bilingual, Language, Text};

/// A page of a toolkit, for one reader.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PageView {
    /// The toolkit it belongs to.
    pub toolkit: ToolkitLinkView,
    /// The page's key.
    pub key: String,
    /// `TOOLKIT/PAGE`.
    pub address: String,
    /// The title.
    pub title: Text,
    /// A second line of the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<Text>,
    /// When the page, or else its toolkit, was last reviewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<PartialDate>,
    /// True when all of the page's own words are in the reader's language. Resources, glossary terms and cited works
    /// shown on it do not count: each says the language it is in.
    pub translated: bool,
    /// The way to the page in the other language.
    pub other_language: LanguageToggleView,
    /// What is on the page, in order.
    pub blocks: Vec<BlockView>,
    /// The page before it in reading order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<PageLinkView>,
    /// The page after it in reading order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<PageLinkView>,
}

/// A page, or an anchor on it, as others refer to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PageLinkView {
    /// The page's key in its toolkit.
    pub key: String,
    /// `TOOLKIT/PAGE` or `TOOLKIT/PAGE#ANCHOR`.
    pub address: String,
    /// The page's title.
    pub title: Text,
}

/// The way to the same page in the other language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LanguageToggleView {
    /// The other language.
    pub language: Language,
    /// Its own name for itself: what the link to it reads.
    pub name: String,
    /// True when the page exists in it, that is, has a title in it.
    pub available: bool,
    /// The page's title in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Says, in the reader's language, what is missing in either language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<String>,
}

pub(super) fn read(reader: &Reader<'_>, page_address: &str) -> Result<PageView, Error> {
    let path = page_address.split('#').next().unwrap_or_default();
    let page = reader.catalogue.page(path)?;
    let toolkit = reader.catalogue.toolkit(path.split('/').next().unwrap_or_default())?;
    let title = reader.required(&page.title);
    let subtitle = reader.text(&page.subtitle);
    let mut on = OnPage { reader, toolkit, page, other_language: toggle(reader, page) };
    let mut blocks =
        page.blocks.iter().map(|block| block::read(block, &on)).collect::<Result<Vec<_>, _>>()?;
    let translated = !reader.fell_back();
    if !translated && !title.fallback {
        // Known only now that every block has been read; the toggle itself is usually the first of them.
        let notice = Some(partly_untranslated(reader.language));
        on.other_language.notice.clone_from(&notice);
        for block in &mut blocks {
            if let BlockContent::LanguageToggle { toggle } = &mut block.content {
                toggle.notice.clone_from(&notice);
            }
        }
    }
    Ok(PageView {
        toolkit: toolkit::link(reader, toolkit),
        key: page.key.clone(),
        address: path.to_owned(),
        title,
        subtitle,
        reviewed: page.reviewed.or(toolkit.reviewed),
        translated,
        other_language: on.other_language,
        blocks,
        previous: neighbour(reader, toolkit, page, |at| at.checked_sub(1)),
        next: neighbour(reader, toolkit, page, |at| at.checked_add(1)),
    })
}

fn neighbour(
    reader: &Reader<'_>,
    toolkit: &Toolkit,
    page: &Page,
    step: impl FnOnce(usize) -> Option<usize>,
) -> Option<PageLinkView> {
    let at = toolkit.pages.iter().position(|key| *key == page.key)?;
    link_to(reader, &toolkit.key, toolkit.pages.get(step(at)?)?, None)
}

/// A link to a page of the catalogue; none to a page it does not have, which validation reports.
pub(super) fn link_to(
    reader: &Reader<'_>,
    toolkit: &str,
    page: &str,
    anchor: Option<&str>,
) -> Option<PageLinkView> {
    let found = reader.catalogue.find_page(toolkit, page)?;
    let address = address(toolkit, page, anchor);
    Some(PageLinkView { key: page.to_owned(), address, title: reader.aside().required(&found.title) })
}

pub(super) fn link_to_page(reader: &Reader<'_>, target: &PageTarget) -> Option<PageLinkView> {
    link_to(reader, &target.toolkit, &target.page, target.anchor.as_deref())
}

fn toggle(reader: &Reader<'_>, page: &Page) -> LanguageToggleView {
    let language = reader.language.other();
    let title = page.title.text(language).filter(|title| !title.fallback);
    let missing = |language| page.title.get(language).is_none();
    let notice = if missing(reader.language) {
        Some(Bilingual::new(
            "This page is not available in English. It is shown in French.",
            "Cette page n’est pas offerte en français. Elle est affichée en anglais.",
        ))
    } else if missing(language) {
        Some(Bilingual::new(
            "This page is not available in French.",
            "Cette page n’est pas offerte en anglais.",
        ))
    } else {
        None
    };
    LanguageToggleView {
        language,
        name: match language {
            Language::English => "English".to_owned(),
            Language::French => "Français".to_owned(),
        },
        available: title.is_some(),
        title,
        notice: notice.map(|notice| notice.get(reader.language).to_owned()),
    }
}

fn partly_untranslated(reader: Language) -> String {
    let notice = Bilingual::new(
        "Parts of this page are not available in English. They are shown in French.",
        "Certaines parties de cette page ne sont pas offertes en français. Elles sont affichées en anglais.",
    );
    notice.get(reader).to_owned()
}
