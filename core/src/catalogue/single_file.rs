//! A catalogue in one file.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{About, Catalogue};
use crate::error::Error;
use crate::model::{Concept, OwnField, Page, PartialDate, Resource, Term, Toolkit, VocabularyName};
use crate::text::Localized;

/// A whole catalogue as one JSON document: what [`Catalogue::from_json`] reads and [`Catalogue::to_json`] writes.
///
/// Nothing is checked in it; a [`Catalogue`] is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CatalogueFile {
    /// The catalogue's title.
    pub title: Localized<String>,
    /// What it holds and for whom.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub description: Localized<String>,
    /// Its licence, as an SPDX identifier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// When it was last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<PartialDate>,
    /// The fields of its own that resources are filtered and counted by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<OwnField>,
    /// The concepts of each vocabulary, in the order they are shown.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub vocabularies: BTreeMap<VocabularyName, Vec<Concept>>,
    /// The resources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<Resource>,
    /// The glossary.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub glossary: Vec<Term>,
    /// The toolkits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub toolkits: Vec<Toolkit>,
    /// The pages of each toolkit, by its key.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub pages: BTreeMap<String, Vec<Page>>,
}

impl TryFrom<&Catalogue> for CatalogueFile {
    type Error = Error;

    /// Fails with [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot) where a resource lies in a snapshot and is not as it was
    /// written.
    fn try_from(catalogue: &Catalogue) -> Result<Self, Error> {
        let resources = catalogue.resources().scan().map(|resource| resource.map(Cow::into_owned));
        let resources = resources.collect::<Result<_, _>>()?;
        Ok(CatalogueFile { resources, ..CatalogueFile::without_resources(catalogue) })
    }
}

impl CatalogueFile {
    /// All of `catalogue` but its resources.
    pub(super) fn without_resources(catalogue: &Catalogue) -> Self {
        let About { title, description, licence, updated, fields } = catalogue.about().clone();
        let vocabularies = VocabularyName::ALL
            .into_iter()
            .map(|name| (name, catalogue.vocabulary(name).concepts.clone()))
            .filter(|(_, concepts)| !concepts.is_empty())
            .collect();
        let mut pages: BTreeMap<String, Vec<Page>> = BTreeMap::new();
        for page in catalogue.pages() {
            pages.entry(page.toolkit.clone()).or_default().push(page.page.clone());
        }
        CatalogueFile {
            title,
            description,
            licence,
            updated,
            fields,
            vocabularies,
            resources: Vec::new(),
            glossary: catalogue.terms().to_vec(),
            toolkits: catalogue.toolkits().to_vec(),
            pages,
        }
    }
}

impl Catalogue {
    /// The whole catalogue as one JSON document, which [`from_json`](Catalogue::from_json) reads back to an equal one.
    ///
    /// ```
    /// # #[cfg(feature = "bundled")] {
    /// use ally_toolkit::Catalogue;
    /// let catalogue = Catalogue::bundled()?;
    /// assert!(Catalogue::from_json(catalogue.to_json()?.as_bytes())? == catalogue);
    /// # }
    /// # Ok::<(), ally_toolkit::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot) where a resource lies in a snapshot and is not as it was written. No
    /// other is known: every value of a catalogue can be written as JSON.
    pub fn to_json(&self) -> Result<String, Error> {
        serde_json::to_string_pretty(&CatalogueFile::try_from(self)?)
            .map_err(|error| Error::internal(&error.to_string()))
    }
}
