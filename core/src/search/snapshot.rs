//! A searcher as a snapshot: one file with the catalogue, its index and its lexicon.

use std::path::Path;

use super::Searcher;
use super::known_words::KnownWords;
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::index::Index;
use crate::snapshot::{Bytes, Container, Section, Writer};

impl Searcher {
    /// Opens a snapshot that [`write_snapshot`](Searcher::write_snapshot) wrote, on any host. The index is read where it
    /// lies, as far as a search needs it: nothing is analysed, learned or built.
    ///
    /// Checksums are verified for what a damaged byte could mislead most (the transducers of the dictionaries, the lexicon, what a
    /// catalogue says of itself); other damage gives an error where it is met, or a wrong answer: [`Container::verify`] reads everything.
    ///
    /// ```no_run
    /// use ally_toolkit::snapshot::Bytes;
    /// use ally_toolkit::{Language, SearchRequest, Searcher};
    /// let searcher = Searcher::open_snapshot(Bytes::open("catalogue.ally")?)?;
    /// searcher.container().verify()?;
    /// println!("{}", searcher.search(&SearchRequest::new("mentorat", Language::French))?.total);
    /// # Ok::<(), ally_toolkit::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot): no snapshot, a damaged one, or one without a catalogue;
    /// [`IncompatibleSnapshot`](crate::ErrorKind::IncompatibleSnapshot): written by a version of the library that this one cannot
    /// read.
    pub fn open_snapshot(bytes: Bytes) -> Result<Self, Error> {
        let container = Container::open(bytes)?;
        let catalogue = Catalogue::from_container(&container)?;
        let index = Index::open(&catalogue, &container)?;
        let known = KnownWords::new(&index);
        Ok(Searcher { catalogue, index, container, known, changes: 0 })
    }

    /// The snapshot in memory. The same catalogue gives the same bytes on every host, and so does a snapshot that was opened.
    /// After [`update`](Searcher::update) the index is built anew for it.
    ///
    /// ```
    /// use ally_toolkit::{Catalogue, Searcher};
    /// let catalogue = Catalogue::from_json(br#"{"title": {"en": "Mine", "fr": "Le mien"}}"#)?;
    /// let bytes = Searcher::new(catalogue.clone())?.snapshot()?;
    /// let opened = Searcher::open_snapshot(bytes.clone().into())?;
    /// assert_eq!(opened.catalogue(), &catalogue);
    /// assert_eq!(opened.snapshot()?, bytes);
    /// # Ok::<(), ally_toolkit::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot) for one that was opened from a snapshot that is damaged.
    pub fn snapshot(&self) -> Result<Vec<u8>, Error> {
        self.with_writer(|writer| Ok(writer.finish()))
    }

    /// Writes the snapshot to a file, or leaves the file that was there: it is written under another name, and put in its place
    /// when it is whole.
    ///
    /// # Errors
    /// [`Unwritable`](crate::ErrorKind::Unwritable); that of [`snapshot`](Searcher::snapshot).
    pub fn write_snapshot(&self, path: impl AsRef<Path>) -> Result<(), Error> {
        self.with_writer(|writer| writer.write_file(path.as_ref()))
    }

    /// The sections that the searcher reads: what [`describe`](Container::describe) and [`verify`](Container::verify) are
    /// asked. Those of the catalogue are among them where it was opened from a snapshot. What [`update`](Searcher::update) changed since is
    /// not.
    pub fn container(&self) -> &Container {
        &self.container
    }

    fn with_writer<T>(&self, write: impl FnOnce(Writer<'_>) -> Result<T, Error>) -> Result<T, Error> {
        if self.changes > 0 {
            return Searcher::new(self.catalogue.clone())?.with_writer(write);
        }
        let sections = self.container.names().map(|name| Ok((name, self.container.section_checked(name)?)));
        let sections = sections.collect::<Result<Vec<_>, Error>>()?;
        let mut writer = Writer::default();
        // The catalogue's first, as in a snapshot that was opened.
        self.catalogue.add_sections(&mut writer)?;
        for (name, section) in &sections {
            writer.add(*name, Section::as_ref(section));
        }
        write(writer)
    }
}
