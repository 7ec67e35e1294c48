//! A catalogue in the sections of a snapshot.

use std::sync::Arc;

use super::lookup::Page;
use super::stored::{Stored, add_resources, byte_of};
use super::{About, Catalogue, CatalogueFile, Resources};
use crate::error::Error;
use crate::snapshot::{Container, SectionName, Writer};

/// The JSON of everything but the resources.
pub(super) const CATALOGUE: SectionName = SectionName::new(*b"cata");

impl Catalogue {
    /// Adds the catalogue to a snapshot: the same catalogue always gives the same bytes. Sections of a snapshot that the catalogue
    /// was read from are checked, and borrowed.
    ///
    /// # Errors
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot) where the snapshot it was read from is damaged.
    pub(crate) fn add_sections<'a>(&'a self, writer: &mut Writer<'a>) -> Result<(), Error> {
        let json = serde_json::to_vec(&CatalogueFile::without_resources(self));
        writer.add(CATALOGUE, json.map_err(|error| Error::internal(&error.to_string()))?);
        add_resources(&self.resources, writer)
    }

    /// The catalogue in a snapshot. Its resources are read when they are asked for, all else at once. Nothing is validated again.
    ///
    /// # Errors
    /// [`IncompatibleSnapshot`](crate::ErrorKind::IncompatibleSnapshot) where it holds no catalogue;
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot) where what is read is damaged.
    pub(crate) fn from_container(container: &Container) -> Result<Self, Error> {
        let json = container.section_checked(CATALOGUE)?;
        let file: CatalogueFile =
            serde_json::from_slice(&json).map_err(|error| json.damaged(byte_of(&error)))?;
        let mut catalogue = Catalogue::default();
        for (name, concepts) in file.vocabularies {
            catalogue.vocabulary_mut(name).concepts = concepts;
        }
        catalogue.about = About {
            title: file.title,
            description: file.description,
            licence: file.licence,
            updated: file.updated,
            fields: file.fields,
        };
        catalogue.resources = Resources::stored(Stored::open(container)?);
        catalogue.terms = Arc::new(file.glossary);
        catalogue.toolkits = Arc::new(file.toolkits);
        let pages = file.pages.into_iter().flat_map(|(toolkit, pages)| {
            pages.into_iter().map(move |page| Page { toolkit: toolkit.clone(), page })
        });
        catalogue.set_pages(pages.collect());
        catalogue.build_lookups();
        Ok(catalogue)
    }
}
