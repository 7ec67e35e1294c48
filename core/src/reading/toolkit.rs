use serde::{Deserialize, Serialize};

use super::page::{PageLinkView, link_to};
use super::reader::Reader;
use crate::error::Error;
use crate::model::{Contact, Credit, NavigationItem, PartialDate, Toolkit};
use crate::text::Text;

/// A toolkit, for one reader.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ToolkitView {
    /// The toolkit's key.
    pub key: String,
    /// The full title.
    pub title: Text,
    /// A short name, for navigation; the title where there is none.
    pub label: Text,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
    /// Its pages, in reading order.
    pub pages: Vec<PageLinkView>,
    /// The side navigation, two levels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub navigation: Vec<NavigationView>,
    /// The toolkit to go on with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<ToolkitLinkView>,
    /// Whom to write to, by purpose.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<ContactView>,
    /// Funders, partners, authors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub credits: Vec<CreditView>,
    /// What the views expressed do and do not stand for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disclaimer: Option<Text>,
    /// The acknowledgement of the land.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub land_acknowledgement: Option<Text>,
    /// Who publishes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// When it was last reviewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<PartialDate>,
}

/// A toolkit as others refer to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ToolkitLinkView {
    /// The toolkit's key.
    pub key: String,
    /// The full title.
    pub title: Text,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
    /// The address of its first page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// An entry of the side navigation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NavigationView {
    /// What the entry reads.
    pub label: Text,
    /// Where it leads: `TOOLKIT/PAGE` or `TOOLKIT/PAGE#ANCHOR`.
    pub address: String,
    /// The page's key.
    pub page: String,
    /// The anchor on that page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The second level.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<NavigationView>,
}

/// Where to turn for one purpose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ContactView {
    /// The purpose.
    pub purpose: Text,
    /// Whom it reaches.
    pub name: String,
    /// The public page to reach them through.
    pub url: String,
}

/// Somebody credited, and for what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CreditView {
    /// Funder, partner, author …
    pub role: Text,
    /// Who.
    pub name: String,
    /// Their public page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

pub(super) fn read(reader: &Reader<'_>, toolkit: &Toolkit) -> Result<ToolkitView, Error> {
    let title = reader.required(&toolkit.title);
    let next = toolkit.next.as_deref().map(|key| reader.catalogue.toolkit(key)).transpose()?;
    Ok(ToolkitView {
        key: toolkit.key.clone(),
        label: reader.text(&toolkit.label).unwrap_or_else(|| title.clone()),
        title,
        description: reader.text(&toolkit.description),
        pages: toolkit.pages.iter().filter_map(|page| link_to(reader, &toolkit.key, page, None)).collect(),
        navigation: navigation(reader, toolkit),
        next: next.map(|next| link(reader, next)),
        contacts: contacts(reader, toolkit),
        credits: credits(reader, toolkit),
        disclaimer: reader.text(&toolkit.disclaimer),
        land_acknowledgement: reader.text(&toolkit.land_acknowledgement),
        publisher: toolkit.publisher.as_ref().map(|name| reader.name(name)),
        reviewed: toolkit.reviewed,
    })
}

pub(super) fn link(reader: &Reader<'_>, toolkit: &Toolkit) -> ToolkitLinkView {
    ToolkitLinkView {
        key: toolkit.key.clone(),
        title: reader.required(&toolkit.title),
        description: reader.text(&toolkit.description),
        address: toolkit.pages.first().map(|page| address(&toolkit.key, page, None)),
    }
}

pub(super) fn navigation(reader: &Reader<'_>, toolkit: &Toolkit) -> Vec<NavigationView> {
    entries(reader, &toolkit.key, &toolkit.navigation)
}

fn entries(reader: &Reader<'_>, toolkit: &str, items: &[NavigationItem]) -> Vec<NavigationView> {
    let read = |item: &NavigationItem| NavigationView {
        label: reader.required(&item.label),
        address: address(toolkit, &item.page, item.anchor.as_deref()),
        page: item.page.clone(),
        anchor: item.anchor.clone(),
        children: entries(reader, toolkit, &item.children),
    };
    items.iter().map(read).collect()
}

pub(super) fn contacts(reader: &Reader<'_>, toolkit: &Toolkit) -> Vec<ContactView> {
    let read = |contact: &Contact| ContactView {
        purpose: reader.required(&contact.purpose),
        name: reader.name(&contact.name),
        url: contact.url.clone(),
    };
    toolkit.contacts.iter().map(read).collect()
}

pub(super) fn credits(reader: &Reader<'_>, toolkit: &Toolkit) -> Vec<CreditView> {
    let read = |credit: &Credit| CreditView {
        role: reader.required(&credit.role),
        name: reader.name(&credit.name),
        url: credit.url.clone(),
    };
    toolkit.credits.iter().map(read).collect()
}

pub(super) fn address(toolkit: &str, page: &str, anchor: Option<&str>) -> String {
    match anchor {
        Some(anchor) => format!("{toolkit}/{page}#{anchor}"),
        None => format!("{toolkit}/{page}"),
    }
}

#[cfg(all(test, feature = "bundled"))]
mod tests {
    use crate::catalogue::Catalogue;
    use crate::text::Language;

    #[test]
    fn navigation_leads_to_pages_and_anchors() {
        let catalogue = Catalogue::bundled().unwrap();
        let toolkit = catalogue.read_toolkit("men-as-allies", Language::French).unwrap();
        let addresses = |at: usize| {
            let children = toolkit.navigation[at].children.iter();
            children.map(|entry| entry.address.as_str()).collect::<Vec<_>>()
        };
        let top: Vec<&str> = toolkit.navigation.iter().map(|entry| entry.address.as_str()).collect();
        assert_eq!(
            top,
            ["home", "why", "what", "mentorship", "resources", "contact"]
                .map(|page| format!("men-as-allies/{page}"))
        );
        let anchors = ["bias", "microaggressions", "tokenism"];
        assert_eq!(addresses(2), anchors.map(|anchor| format!("men-as-allies/what#{anchor}")));
        assert_eq!(addresses(0), [] as [&str; 0]);
        let pages: Vec<&str> = toolkit.pages.iter().map(|page| page.address.as_str()).collect();
        assert_eq!(pages, top);
        let next = toolkit.next.unwrap();
        assert_eq!(next.address.as_deref(), Some("diverse-leadership/home"));
        assert_eq!(next.title, catalogue.toolkit(&next.key).unwrap().title.text(Language::French).unwrap());
    }
}
