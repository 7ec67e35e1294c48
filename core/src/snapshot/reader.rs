use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::bytes::{Bytes, Section};
use super::content::{ContentHasher, ContentId};
use super::description::{Description, SectionDescription};
use super::fault::{Fault, Part};
use super::format::{ENTRY_LENGTH, Entry, HEADER_LENGTH, Header, MAGIC, MAX_SECTIONS, SectionName, aligned};
use crate::analysis::ANALYSIS_VERSION;
use crate::error::Error;

/// An open snapshot: its header and table read and checked, its sections where they lie.
///
/// A clone is another handle on the same snapshot, and what one handle has checked is checked for all.
#[derive(Debug, Clone)]
pub struct Container {
    bytes: Bytes,
    header: Header,
    sections: Arc<[Stored]>,
}

/// A section of the table, whose range lies inside the file.
#[derive(Debug)]
struct Stored {
    entry: Entry,
    range: Range<usize>,
    /// Where its padding ends and the next section begins.
    padded: usize,
    /// Whether its bytes were found to be those that were written.
    checked: AtomicBool,
}

impl Container {
    /// Opens a snapshot that this library can search. Reads its header and table, and none of its sections.
    ///
    /// # Errors
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot): not a snapshot, cut short, damaged header or table.
    /// [`IncompatibleSnapshot`](crate::ErrorKind::IncompatibleSnapshot): a newer format, a capability that this library
    /// lacks, another version of the analysis.
    pub fn open(bytes: Bytes) -> Result<Self, Error> {
        let container = Container::inspect(bytes)?;
        let usable = container.header.check_use(ANALYSIS_VERSION);
        usable.map_err(|fault| container.error(fault))?;
        Ok(container)
    }

    /// True for bytes that begin as those of a snapshot do, whole or not.
    ///
    /// ```
    /// use ally_toolkit::snapshot::Container;
    /// assert!(!Container::is_snapshot(br#"{"title": {"en": "A catalogue"}}"#));
    /// ```
    pub fn is_snapshot(bytes: &[u8]) -> bool {
        bytes.starts_with(&MAGIC)
    }

    /// Opens a snapshot in order to describe or verify it, whatever version of the analysis and capabilities it needs.
    ///
    /// # Errors
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot), as [`open`](Container::open);
    /// [`IncompatibleSnapshot`](crate::ErrorKind::IncompatibleSnapshot) for a newer format.
    pub fn inspect(bytes: Bytes) -> Result<Self, Error> {
        let read = || {
            let header = Header::read(&bytes)?;
            header.check_format()?;
            let sections = table(&header, &bytes)?;
            Ok((header, sections))
        };
        match read() {
            Ok((header, sections)) => Ok(Container { bytes, header, sections: sections.into() }),
            Err(fault) => Err(Fault::into_error(fault, bytes.place())),
        }
    }

    /// The section called `name`, unchecked: for what is too large to be read whole before it is used. Its content may
    /// then be anything.
    ///
    /// # Errors
    /// [`IncompatibleSnapshot`](crate::ErrorKind::IncompatibleSnapshot) when there is none.
    pub fn section(&self, name: SectionName) -> Result<Section, Error> {
        self.find(name).and_then(|stored| self.hold(stored)).map_err(|fault| self.error(fault))
    }

    /// The section called `name`, compared with its checksum the first time that it is asked for.
    ///
    /// # Errors
    /// [`IncompatibleSnapshot`](crate::ErrorKind::IncompatibleSnapshot) when there is none;
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot) when it is not as it was written.
    pub fn section_checked(&self, name: SectionName) -> Result<Section, Error> {
        let checked = || {
            let stored = self.find(name)?;
            let section = self.hold(stored)?;
            if !stored.checked.load(Ordering::Relaxed) {
                self.check(stored, &section)?;
            }
            Ok(section)
        };
        checked().map_err(|fault| self.error(fault))
    }

    /// The bytes of the section called `name`, compared and refused as by [`section_checked`](Container::section_checked).
    pub(crate) fn bytes_checked(&self, name: SectionName) -> Result<&[u8], Error> {
        self.section_checked(name)?;
        let bytes = self.find(name).map(|stored| self.bytes.get(stored.range.clone()).unwrap_or_default());
        bytes.map_err(|fault| self.error(fault))
    }

    /// Compares all sections with their checksums and the content id, and the bytes between them with zero. Reads the
    /// whole file.
    ///
    /// # Errors
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot) with the first part that is not as it was written.
    pub fn verify(&self) -> Result<(), Error> {
        let verified = || {
            let mut content = ContentHasher::default();
            for stored in self.sections.iter() {
                let section = self.hold(stored)?;
                self.check(stored, &section)?;
                content.add(stored.entry.name, &section);
            }
            if content.finish() == self.header.content_id { Ok(()) } else { Err(Fault::OtherContent) }
        };
        verified().map_err(|fault| self.error(fault))
    }

    /// What the header says the sections hold; [`verify`](Container::verify) compares it with them.
    pub fn content_id(&self) -> ContentId {
        self.header.content_id
    }

    /// What the header and the table say.
    pub fn describe(&self) -> Description {
        let header = &self.header;
        Description {
            format_version: header.format,
            oldest_reader: header.oldest_reader,
            analysis_version: header.analysis,
            required_capabilities: header.required,
            optional_capabilities: header.optional,
            content_id: header.content_id.to_string(),
            length: header.file_length,
            sections: self
                .sections
                .iter()
                .map(|Stored { entry, .. }| SectionDescription {
                    name: entry.name.to_string(),
                    offset: entry.offset,
                    length: entry.length,
                    checksum: entry.checksum,
                })
                .collect(),
        }
    }

    /// The sections there are, in the order of the file.
    pub fn names(&self) -> impl Iterator<Item = SectionName> {
        self.sections.iter().map(|stored| stored.entry.name)
    }

    fn find(&self, name: SectionName) -> Result<&Stored, Fault> {
        self.sections.iter().find(|stored| stored.entry.name == name).ok_or(Fault::MissingSection(name))
    }

    fn hold(&self, stored: &Stored) -> Result<Section, Fault> {
        Section::new(self.bytes.clone(), stored.entry.name, stored.range.clone())
            .ok_or_else(|| stored.damage())
    }

    fn check(&self, stored: &Stored, section: &[u8]) -> Result<(), Fault> {
        if crc32fast::hash(section) != stored.entry.checksum {
            return Err(stored.damage());
        }
        let padding = self.bytes.get(stored.range.end..stored.padded).unwrap_or_default();
        if padding.iter().any(|byte| *byte != 0) {
            let at = stored.range.end as u64;
            return Err(Fault::Damaged { part: Part::PaddingAfter(stored.entry.name), at });
        }
        stored.checked.store(true, Ordering::Relaxed);
        Ok(())
    }

    fn error(&self, fault: Fault) -> Error {
        fault.into_error(self.bytes.place())
    }
}

impl Stored {
    fn damage(&self) -> Fault {
        Fault::Damaged { part: Part::Section(self.entry.name), at: self.entry.offset }
    }
}

/// Reads the table: sections that follow each other without a gap, each with a name of its own, up to the end of the file.
fn table(header: &Header, file: &[u8]) -> Result<Vec<Stored>, Fault> {
    let damaged = |at: usize| Fault::Damaged { part: Part::Table, at: at as u64 };
    let count = header.section_count;
    if count > MAX_SECTIONS {
        return Err(Fault::Damaged { part: Part::Header, at: 28 });
    }
    let end = HEADER_LENGTH + ENTRY_LENGTH * count as usize;
    let bytes = file.get(HEADER_LENGTH..end).ok_or_else(|| damaged(HEADER_LENGTH))?;
    if crc32fast::hash(bytes) != header.table_checksum {
        return Err(damaged(HEADER_LENGTH));
    }
    let mut sections = Vec::with_capacity(count as usize);
    let mut offset = end as u64;
    for (place, line) in bytes.chunks_exact(ENTRY_LENGTH).enumerate() {
        let stored = Entry::read(line).and_then(|entry| stored(entry, offset, header.file_length));
        let stored = stored.ok_or_else(|| damaged(HEADER_LENGTH + ENTRY_LENGTH * place))?;
        offset = stored.padded as u64;
        sections.push(stored);
    }
    let mut names: Vec<SectionName> = sections.iter().map(|stored| stored.entry.name).collect();
    names.sort_unstable();
    let each_once = names.windows(2).all(|pair| pair.first() != pair.last());
    if !each_once || offset != header.file_length {
        return Err(damaged(HEADER_LENGTH));
    }
    Ok(sections)
}

/// The section of `entry`; `None` unless it begins at `offset` and ends, with its padding, inside the file.
fn stored(entry: Entry, offset: u64, file_length: u64) -> Option<Stored> {
    let end = entry.offset.checked_add(entry.length)?;
    let padded = aligned(end)?;
    if entry.offset != offset || padded > file_length {
        return None;
    }
    let place = |offset: u64| usize::try_from(offset).ok();
    let range = place(entry.offset)?..place(end)?;
    Some(Stored { entry, range, padded: place(padded)?, checked: AtomicBool::new(false) })
}
