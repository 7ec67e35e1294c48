//! Opening and validating: from a folder, a file, a text or the bundled data to a [`Catalogue`] or a [`Report`].

use std::path::Path;

use super::files;
use super::load::{Loaded, load_file, load_folder};
use super::lookup::Catalogue;
use super::validation::{Report, validate};
use crate::error::{Error, ErrorKind};
use crate::problem::{Place, Severity};
use crate::text::Bilingual;

impl Catalogue {
    /// Opens the catalogue in a folder (see `docs/catalogue.md` for its layout) or in a single `.json` file.
    ///
    /// # Errors
    /// [`Unreadable`](ErrorKind::Unreadable) when the path cannot be read; [`InvalidCatalogue`](ErrorKind::InvalidCatalogue)
    /// with every error found, when there is one. Warnings do not stop it: [`Catalogue::validate`] lists them.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Error> {
        usable(read(path.as_ref())?)
    }

    /// Opens a catalogue given as the text of a single file. A byte order mark is skipped.
    ///
    /// # Errors
    /// [`InvalidCatalogue`](ErrorKind::InvalidCatalogue) with every error found.
    pub fn from_json(json: &[u8]) -> Result<Self, Error> {
        usable(read_json(json))
    }

    /// Opens the bundled catalogue.
    ///
    /// # Errors
    /// None in a released version: the bundled catalogue is validated by the tests.
    #[cfg(feature = "bundled")]
    pub fn bundled() -> Result<Self, Error> {
        usable(load_folder(&files::bundled(), Vec::new()))
    }

    /// Reads the catalogue at `path` and reports every problem in it, errors and warnings. Nothing is lost: a record
    /// that cannot be read is reported, and the rest is checked all the same.
    ///
    /// # Errors
    /// [`Unreadable`](ErrorKind::Unreadable) when the path itself cannot be read.
    pub fn validate(path: impl AsRef<Path>) -> Result<Report, Error> {
        read(path.as_ref()).map(|loaded| validate(&loaded))
    }

    /// Like [`validate`](Catalogue::validate), for a catalogue given as the text of a single file.
    pub fn validate_json(json: &[u8]) -> Report {
        validate(&read_json(json))
    }

    /// Reports on the bundled catalogue.
    #[cfg(feature = "bundled")]
    pub fn validate_bundled() -> Report {
        validate(&load_folder(&files::bundled(), Vec::new()))
    }
}

fn read(path: &Path) -> Result<Loaded, Error> {
    if path.is_dir() {
        let mut problems = Vec::new();
        let files = files::read_folder(path, &mut problems)?;
        if files.is_empty() && problems.is_empty() {
            return Err(Error::new(
                ErrorKind::Unreadable,
                Place { file: Some(path.display().to_string()), ..Place::default() },
                Bilingual::new("The folder holds no catalogue.", "Le dossier ne contient aucun catalogue."),
                Bilingual::new(
                    "Give a folder with catalogue.json, vocabularies, resources and so on.",
                    "Indiquez un dossier qui contient catalogue.json, vocabularies, resources, etc.",
                ),
            ));
        }
        return Ok(load_folder(&files, problems));
    }
    Ok(load_file(&files::read_file(path)?))
}

fn read_json(json: &[u8]) -> Loaded {
    load_file(&files::File { path: "catalogue.json".to_owned(), bytes: json.to_vec().into() })
}

fn usable(loaded: Loaded) -> Result<Catalogue, Error> {
    let report = validate(&loaded);
    let errors: Vec<_> =
        report.problems.into_iter().filter(|problem| problem.severity == Severity::Error).collect();
    if errors.is_empty() { Ok(loaded.catalogue) } else { Err(Error::invalid_catalogue(errors)) }
}
