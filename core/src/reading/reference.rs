use serde::{Deserialize, Serialize};

use super::citation::{Cited, full_title};
use super::creator::CreatorView;
use super::date;
use super::reader::Reader;
use super::resource::{best_address, doi_address};
use crate::error::Error;
use crate::model::{PartialDate, Reference};
use crate::text::Text;

/// A cited work, for one reader. A work that is a resource of the catalogue takes its fields from there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReferenceView {
    /// Identifies the reference on its page.
    pub id: String,
    /// The whole reference as one line, in the usage of the reader's language: `Creators (year). Title. Container.`
    pub citation: String,
    /// The resource it is, by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource: Option<String>,
    /// The work's title, in the reader's language if the work has one in it.
    pub title: Text,
    /// The work's subtitle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<Text>,
    /// Who made it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub creators: Vec<CreatorView>,
    /// When it appeared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// The journal, book or site it appeared in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub container: Option<String>,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The address of its DOI.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doi: Option<String>,
    /// The reference, on the same page, in which this work was seen cited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cited_in: Option<String>,
}

pub(super) fn read(reader: &Reader<'_>, reference: &Reference) -> Result<ReferenceView, Error> {
    let mut view = match &reference.resource {
        Some(id) => of_resource(reader, id)?,
        None => described(reader, reference),
    };
    view.id.clone_from(&reference.id);
    view.cited_in.clone_from(&reference.cited_in);
    let cited = Cited {
        creators: view.creators.iter().map(|creator| creator.name.as_str()).collect(),
        date: view.date.map(|date| date::year(date, reader.language)),
        title: full_title(&view.title, view.subtitle.as_ref()),
        appeared_in: view.container.as_deref().or(view.publisher.as_deref()),
    };
    view.citation = cited.text(reader.language);
    Ok(view)
}

fn of_resource(reader: &Reader<'_>, id: &str) -> Result<ReferenceView, Error> {
    let resource = reader.catalogue.resource(id)?;
    Ok(ReferenceView {
        id: String::new(),
        citation: String::new(),
        resource: Some(resource.id.clone()),
        title: reader.required(&resource.title),
        subtitle: reader.text(&resource.subtitle),
        creators: reader.creators(&resource.creators),
        date: resource.date,
        container: None,
        publisher: resource.publisher.as_ref().map(|name| reader.name(name)),
        url: best_address(resource, reader.language),
        doi: resource.identifiers.doi.as_deref().map(doi_address),
        cited_in: None,
    })
}

fn described(reader: &Reader<'_>, reference: &Reference) -> ReferenceView {
    let doi = reference.doi.as_deref().map(doi_address);
    ReferenceView {
        id: String::new(),
        citation: String::new(),
        resource: None,
        title: reader.required(&reference.title),
        subtitle: None,
        creators: reader.creators(&reference.creators),
        date: reference.date,
        container: reference.container.as_ref().map(|name| reader.name(name)),
        publisher: reference.publisher.as_ref().map(|name| reader.name(name)),
        url: reference.url.clone().or_else(|| doi.clone()),
        doi,
        cited_in: None,
    }
}
