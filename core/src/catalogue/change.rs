//! Changes of a catalogue's resources.

use serde::Deserialize;

use super::Catalogue;
use super::validation::errors_of_change;
use crate::error::Error;
use crate::model::Resource;
use crate::object::object;
use crate::request_json::{Unreadable, read, read_json};
use crate::snapshot::{Bytes, Container, Writer};
use crate::text::Bilingual;

/// A change of a catalogue.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Puts the resource in the place of the one with its id, or after all others where there is none.
    Upsert(Box<Resource>),
    /// Takes the resource with this id away.
    Delete(String),
}

impl Change {
    /// Reads changes from JSON, `{"delete": [ID …], "upsert": [RESOURCE …]}`, both optional: what is deleted goes first.
    ///
    /// ```
    /// use ally_toolkit::catalogue::Change;
    /// let changes = Change::list_from_json(br#"{"delete": ["old"]}"#)?;
    /// assert_eq!(changes, [Change::Delete("old".into())]);
    /// let error = Change::list_from_json(br#"{"upsert": [{"id": "new", "colour": "red"}]}"#).unwrap_err();
    /// assert_eq!(error.place().field.as_deref(), Some("upsert[0].colour"));
    /// # Ok::<(), ally_toolkit::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`InvalidRequest`](crate::ErrorKind::InvalidRequest) with the field at fault.
    pub fn list_from_json(json: &[u8]) -> Result<Vec<Self>, Error> {
        read_json(json, UNREADABLE).map(Given::changes)
    }

    /// As [`list_from_json`](Change::list_from_json), from a JSON value: what bindings get from their hosts.
    ///
    /// # Errors
    /// [`InvalidRequest`](crate::ErrorKind::InvalidRequest) with the field at fault.
    pub fn list_from_value(value: serde_json::Value) -> Result<Vec<Self>, Error> {
        read(value, UNREADABLE).map(Given::changes)
    }
}

/// Changes as hosts give them: an object.
#[derive(Deserialize)]
struct Given(#[serde(deserialize_with = "object")] Lists);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    #[serde(default)]
    delete: Vec<String>,
    #[serde(default)]
    upsert: Vec<Resource>,
}

impl Given {
    fn changes(self) -> Vec<Change> {
        let Lists { delete, upsert } = self.0;
        delete.into_iter().map(Change::Delete).chain(upsert.into_iter().map(Change::from)).collect()
    }
}

const UNREADABLE: Unreadable = Unreadable {
    message: |what| {
        Bilingual::new(
            format!("The changes cannot be read: {}.", what.en),
            format!("Les modifications ne peuvent pas être lues\u{a0}: {}.", what.fr),
        )
    },
    remedy: || {
        Bilingual::new(
            "Give lists of resources (`upsert`) and of identifiers (`delete`).",
            "Donnez des listes de ressources (`upsert`) et d’identifiants (`delete`).",
        )
    },
};

impl From<Resource> for Change {
    fn from(resource: Resource) -> Self {
        Change::Upsert(Box::new(resource))
    }
}

impl Catalogue {
    /// The catalogue with some of its resources changed, in turn; this one stays as it is, and the two share what is the same in both.
    ///
    /// ```
    /// # #[cfg(feature = "bundled")] {
    /// use ally_toolkit::Catalogue;
    /// use ally_toolkit::catalogue::Change;
    /// let catalogue = Catalogue::bundled()?;
    /// let first = catalogue.resources().get(0)?.map(|resource| resource.id.clone());
    /// let fewer = catalogue.changed(first.into_iter().map(Change::Delete))?;
    /// assert_eq!(fewer.resources().len() + 1, catalogue.resources().len());
    /// # }
    /// # Ok::<(), ally_toolkit::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`InvalidCatalogue`](crate::ErrorKind::InvalidCatalogue) with every error of the resources given, and of the pages that show one
    /// that was deleted; [`NotFound`](crate::ErrorKind::NotFound) for a resource to be deleted that is not there;
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot) where the list of ids lies in a snapshot and is not as it was written.
    pub fn changed(&self, changes: impl IntoIterator<Item = Change>) -> Result<Self, Error> {
        self.with_changes(changes.into_iter().collect()).map(|(catalogue, _)| catalogue)
    }

    /// As [`changed`](Catalogue::changed), with the slots of the resources that changed, ascending.
    pub(crate) fn with_changes(&self, changes: Vec<Change>) -> Result<(Self, Vec<usize>), Error> {
        let (resources, slots) = self.resources.changed(changes)?;
        let mut catalogue = self.clone();
        catalogue.resources = resources;
        let errors = errors_of_change(&catalogue, &slots)?;
        if errors.is_empty() { Ok((catalogue, slots)) } else { Err(Error::invalid_catalogue(errors)) }
    }
}

impl Catalogue {
    /// The same catalogue with every resource in the slot of its place: as it is where none was changed, written into memory as a
    /// snapshot has it otherwise.
    ///
    /// # Errors
    /// `InvalidSnapshot` where the snapshot it was read from is damaged.
    pub(crate) fn settled(self) -> Result<Self, Error> {
        if !self.resources.is_changed() {
            return Ok(self);
        }
        let mut writer = Writer::default();
        self.add_sections(&mut writer)?;
        Catalogue::from_container(&Container::open(Bytes::from(writer.finish()))?)
    }
}
