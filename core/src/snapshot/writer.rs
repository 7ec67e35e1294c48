use std::borrow::Cow;
use std::io::{self, Write};
use std::path::Path;

use super::content::{ContentHasher, ContentId};
use super::file::write_atomically;
use super::format::{
    ALIGNMENT, ENTRY_LENGTH, Entry, FORMAT_VERSION, HEADER_LENGTH, Header, OLDEST_READER, SectionName,
};
use crate::analysis::ANALYSIS_VERSION;
use crate::error::Error;

/// Collects sections and writes them as a snapshot. The same sections in the same order give the same bytes.
///
/// Sections may be borrowed, also from a mapped file: writing to a file copies none of them.
#[derive(Debug, Default)]
pub(crate) struct Writer<'a> {
    sections: Vec<(SectionName, Cow<'a, [u8]>)>,
    required: u32,
    optional: u32,
}

impl<'a> Writer<'a> {
    /// Adds a section after the others. A section of the same name is replaced, and keeps its place.
    pub(crate) fn add(&mut self, name: SectionName, bytes: impl Into<Cow<'a, [u8]>>) {
        let bytes = bytes.into();
        match self.sections.iter_mut().find(|(other, _)| *other == name) {
            Some((_, old)) => *old = bytes,
            None => self.sections.push((name, bytes)),
        }
    }

    /// Adds the sections of another after the others.
    pub(crate) fn append(&mut self, other: Writer<'a>) {
        other.sections.into_iter().for_each(|(name, bytes)| self.add(name, bytes));
    }

    /// Notes what readers must be able to do (nothing so far): one that does not know a bit of these refuses the file.
    #[cfg(test)]
    pub(crate) fn require(&mut self, bits: u32) {
        self.required |= bits;
    }

    /// Notes what readers may make use of (nothing so far): one that does not know a bit of these reads the file all the same.
    #[cfg(test)]
    pub(crate) fn offer(&mut self, bits: u32) {
        self.optional |= bits;
    }

    /// What the sections hold, as the header will say it. Reads them all.
    pub(crate) fn content_id(&self) -> ContentId {
        let mut content = ContentHasher::default();
        for (name, bytes) in &self.sections {
            content.add(*name, bytes);
        }
        content.finish()
    }

    /// The snapshot in memory. Each section is let go once it is copied, so that they are held twice only one at a time: a system
    /// gives memory when it is written to.
    pub(crate) fn finish(self) -> Vec<u8> {
        let mut file = self.header_and_table();
        file.reserve_exact(self.sections.iter().map(|(_, bytes)| bytes.len() + padding(bytes).len()).sum());
        for (_, bytes) in self.sections {
            file.extend_from_slice(&bytes);
            file.extend_from_slice(padding(&bytes));
        }
        file
    }

    /// Writes the snapshot piece by piece.
    ///
    /// # Errors
    /// Those of `out`.
    pub(crate) fn write_to(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(&self.header_and_table())?;
        for (_, bytes) in &self.sections {
            out.write_all(bytes)?;
            out.write_all(padding(bytes))?;
        }
        Ok(())
    }

    /// Writes the snapshot to a file, or leaves the file that was there: see [`write_atomically`].
    ///
    /// # Errors
    /// [`Unwritable`](crate::ErrorKind::Unwritable).
    pub(crate) fn write_file(&self, path: &Path) -> Result<(), Error> {
        write_atomically(path, |out| self.write_to(out))
    }

    fn header_and_table(&self) -> Vec<u8> {
        let mut table = Vec::with_capacity(ENTRY_LENGTH * self.sections.len());
        let mut offset = (HEADER_LENGTH + ENTRY_LENGTH * self.sections.len()) as u64;
        for (name, bytes) in &self.sections {
            let length = bytes.len() as u64;
            Entry { name: *name, checksum: crc32fast::hash(bytes), offset, length }.write(&mut table);
            offset += length + padding(bytes).len() as u64;
        }
        let header = Header {
            format: FORMAT_VERSION,
            oldest_reader: OLDEST_READER,
            analysis: ANALYSIS_VERSION,
            required: self.required,
            optional: self.optional,
            section_count: u32::try_from(self.sections.len()).unwrap_or(u32::MAX),
            file_length: offset,
            content_id: self.content_id(),
            table_checksum: crc32fast::hash(&table),
        };
        let mut start = header.to_bytes().to_vec();
        start.append(&mut table);
        start
    }
}

/// The zeros that stand between `bytes` and the next section.
fn padding(bytes: &[u8]) -> &'static [u8] {
    const ZEROS: [u8; ALIGNMENT as usize] = [0; ALIGNMENT as usize];
    let missing = bytes.len().next_multiple_of(ZEROS.len()) - bytes.len();
    ZEROS.get(..missing).unwrap_or_default()
}
