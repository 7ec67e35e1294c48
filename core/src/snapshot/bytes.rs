//! Where a snapshot lies, and the parts of it that readers hold.

use std::fmt;
use std::fs::File;
use std::io;
use std::ops::{Deref, Range};
use std::path::Path;
use std::sync::Arc;

use super::fault::{Fault, Part};
use super::format::SectionName;
use crate::error::Error;
use crate::problem::Place;
use crate::text::Bilingual;

/// Bytes that many may read and nobody changes: a vector, a file in memory, a mapped file, a buffer of the host.
///
/// A clone is another handle on the same bytes. They are freed, or unmapped, with the last handle.
#[derive(Clone)]
pub struct Bytes {
    owner: Arc<dyn AsRef<[u8]> + Send + Sync>,
    /// The file they come from, for messages.
    file: Option<Arc<str>>,
}

impl Bytes {
    /// The bytes of whatever holds them, without copying. They must stay as they are.
    pub fn from_owner(owner: impl AsRef<[u8]> + Send + Sync + 'static) -> Self {
        Bytes { owner: Arc::new(owner), file: None }
    }

    /// Opens a file: mapped with the feature `mmap`, where the system can; otherwise read whole.
    ///
    /// While it is mapped, the file must not be changed in place: what is read then is undefined, and where the file has
    /// become shorter the system ends the process. A file that is replaced by another of the same name is safe.
    ///
    /// # Errors
    /// [`Unreadable`](crate::ErrorKind::Unreadable).
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        #[cfg(feature = "mmap")]
        if let Some(map) = File::open(path).ok().and_then(|file| super::mapping::map(&file).ok()) {
            return Ok(Bytes::from_owner(map).named(path));
        }
        Bytes::read(path)
    }

    /// Reads a file into memory, whole: for a file that may be changed while it is in use.
    ///
    /// # Errors
    /// [`Unreadable`](crate::ErrorKind::Unreadable).
    pub fn read(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let read = || {
            let mut bytes = Vec::new();
            io::Read::read_to_end(&mut File::open(path)?, &mut bytes)?;
            Ok(bytes)
        };
        read().map(|bytes| Bytes::from(bytes).named(path)).map_err(|error| unreadable(path, &error))
    }

    fn named(mut self, path: &Path) -> Self {
        self.file = Some(path.display().to_string().into());
        self
    }

    /// Where errors about these bytes are.
    pub(super) fn place(&self) -> Place {
        Place { file: self.file.as_deref().map(str::to_owned), ..Place::default() }
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        (*self.owner).as_ref()
    }
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.as_ref()
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from_owner(bytes)
    }
}

impl From<Arc<[u8]>> for Bytes {
    fn from(bytes: Arc<[u8]>) -> Self {
        Bytes::from_owner(bytes)
    }
}

impl fmt::Debug for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bytes").field("file", &self.file).field("length", &self.len()).finish()
    }
}

/// A section of a snapshot, or a part of one: keeps the whole alive, and derefs to its own bytes.
#[derive(Debug, Clone)]
pub struct Section {
    bytes: Bytes,
    name: SectionName,
    /// Inside `bytes`.
    range: Range<usize>,
}

impl Section {
    /// `None` where the bytes have no such range.
    pub(super) fn new(bytes: Bytes, name: SectionName, range: Range<usize>) -> Option<Self> {
        bytes.get(range.clone())?;
        Some(Section { bytes, name, range })
    }

    /// Bytes that are a section of their own, in no snapshot.
    pub(crate) fn of_bytes(bytes: Vec<u8>) -> Self {
        let range = 0..bytes.len();
        Section { bytes: Bytes::from(bytes), name: SectionName::new(*b"none"), range }
    }

    /// What the section is called.
    pub fn name(&self) -> SectionName {
        self.name
    }

    /// A part of it, counted from its start; `None` where it is not that long.
    pub fn part(&self, range: Range<usize>) -> Option<Section> {
        self.get(range.clone())?;
        let start = self.range.start.checked_add(range.start)?;
        let end = self.range.start.checked_add(range.end)?;
        Section::new(self.bytes.clone(), self.name, start..end)
    }

    /// The error of a section whose content makes no sense from byte `at` on, counted from its start.
    pub(crate) fn damaged(&self, at: usize) -> Error {
        let at = self.range.start.saturating_add(at) as u64;
        Fault::Damaged { part: Part::Section(self.name), at }.into_error(self.bytes.place())
    }
}

impl AsRef<[u8]> for Section {
    fn as_ref(&self) -> &[u8] {
        self.bytes.get(self.range.clone()).unwrap_or_default()
    }
}

impl Deref for Section {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.as_ref()
    }
}

fn unreadable(path: &Path, error: &io::Error) -> Error {
    let remedy = Bilingual::new(
        "Give the file of a snapshot, and check that you may read it.",
        "Indiquez le fichier d’un instantané et vérifiez que vous pouvez le lire.",
    );
    Error::unreadable(path, error, remedy)
}
