//! The layout of header and table, byte by byte, as `docs/snapshot-format.md` has it. All numbers are little-endian.

use std::fmt;

use super::content::ContentId;
use super::fault::{Fault, Part};

/// The version of the format that this library writes, and the newest it reads in full.
pub const FORMAT_VERSION: u32 = 1;

/// The oldest version of the format that this library reads.
pub(super) const OLDEST_READABLE: u32 = 1;

/// The oldest format whose readers understand what this library writes.
pub(super) const OLDEST_READER: u32 = 1;

/// The capabilities this library has, of those a file may require: none is defined yet.
pub(super) const KNOWN_CAPABILITIES: u32 = 0;

/// Tells a snapshot from other files. The first byte is no text, and the line ends notice a transfer that changes them.
pub(super) const MAGIC: [u8; 8] = *b"\x89ALLY\r\n\x1a";

pub(super) const HEADER_LENGTH: usize = 80;
pub(super) const ENTRY_LENGTH: usize = 24;

/// Every section begins at a multiple of this many bytes.
pub(super) const ALIGNMENT: u64 = 8;

/// The most sections a file may have: a bound on what a forged count makes a reader allocate.
pub(super) const MAX_SECTIONS: u32 = 4096;

/// What a section is called: four bytes, ASCII letters and digits by habit, so that a dump of the file shows them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SectionName(u32);

impl SectionName {
    /// The name of these four bytes. A section that each language has its own of takes two names: `b"dcen"`, `b"dcfr"`.
    pub const fn new(name: [u8; 4]) -> Self {
        SectionName(u32::from_le_bytes(name))
    }

    /// The name as the number that stands in the table.
    pub const fn code(self) -> u32 {
        self.0
    }

    pub(super) const fn from_code(code: u32) -> Self {
        SectionName(code)
    }
}

impl fmt::Display for SectionName {
    /// The four characters; bytes that are no visible ASCII as `\x00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.to_le_bytes().escape_ascii())
    }
}

impl fmt::Debug for SectionName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The first 80 bytes. Their layout is that of every version of the format, so that any reader can say what it refuses.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Header {
    pub(super) format: u32,
    pub(super) oldest_reader: u32,
    pub(super) analysis: u32,
    pub(super) required: u32,
    pub(super) optional: u32,
    pub(super) section_count: u32,
    pub(super) file_length: u64,
    pub(super) content_id: ContentId,
    pub(super) table_checksum: u32,
}

impl Header {
    pub(super) fn to_bytes(&self) -> [u8; HEADER_LENGTH] {
        let mut bytes = Vec::with_capacity(HEADER_LENGTH);
        bytes.extend(MAGIC);
        for number in
            [self.format, self.oldest_reader, self.analysis, self.required, self.optional, self.section_count]
        {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend(self.file_length.to_le_bytes());
        bytes.extend(self.content_id.as_bytes());
        bytes.extend(self.table_checksum.to_le_bytes());
        bytes.extend(crc32fast::hash(&bytes).to_le_bytes());
        bytes.first_chunk().copied().unwrap_or([0; HEADER_LENGTH])
    }

    /// Reads the header of `file`; checks its checksum and that the file is as long as it says.
    pub(super) fn read(file: &[u8]) -> Result<Header, Fault> {
        let begins_right = file.iter().zip(&MAGIC).all(|(byte, expected)| byte == expected);
        if !begins_right {
            return Err(Fault::NotASnapshot);
        }
        let length = file.len() as u64;
        let bytes: &[u8; HEADER_LENGTH] =
            file.first_chunk().ok_or(Fault::Truncated { length, expected: HEADER_LENGTH as u64 })?;
        let mut fields = Fields(bytes);
        let damaged = || Fault::Damaged { part: Part::Header, at: 0 };
        let (header, checksum) = Header::parse(&mut fields).ok_or_else(damaged)?;
        if bytes.get(..HEADER_LENGTH - 4).map(crc32fast::hash) != Some(checksum) {
            return Err(damaged());
        }
        if header.file_length > length {
            return Err(Fault::Truncated { length, expected: header.file_length });
        }
        if header.file_length < length {
            return Err(Fault::Damaged { part: Part::End, at: header.file_length });
        }
        Ok(header)
    }

    fn parse(fields: &mut Fields<'_>) -> Option<(Header, u32)> {
        fields.take::<8>()?;
        let header = Header {
            format: fields.u32()?,
            oldest_reader: fields.u32()?,
            analysis: fields.u32()?,
            required: fields.u32()?,
            optional: fields.u32()?,
            section_count: fields.u32()?,
            file_length: fields.u64()?,
            content_id: ContentId::from_bytes(fields.take()?),
            table_checksum: fields.u32()?,
        };
        Some((header, fields.u32()?))
    }

    /// Whether this library reads the format of the file.
    pub(super) fn check_format(&self) -> Result<(), Fault> {
        if self.oldest_reader > FORMAT_VERSION {
            return Err(Fault::NewerFormat { format: self.format, oldest_reader: self.oldest_reader });
        }
        if self.format < OLDEST_READABLE {
            return Err(Fault::OlderFormat { format: self.format });
        }
        if self.oldest_reader > self.format {
            return Err(Fault::Damaged { part: Part::Header, at: 12 });
        }
        Ok(())
    }

    /// Whether this library can search what is in the file: it has what is required and analyses texts the same way.
    pub(super) fn check_use(&self, analysis: u32) -> Result<(), Fault> {
        let unknown = self.required & !KNOWN_CAPABILITIES;
        if unknown != 0 {
            return Err(Fault::UnknownCapabilities { bits: unknown });
        }
        if self.analysis != analysis {
            return Err(Fault::OtherAnalysis { found: self.analysis, expected: analysis });
        }
        Ok(())
    }
}

/// A line of the table: one section.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    pub(super) name: SectionName,
    pub(super) checksum: u32,
    pub(super) offset: u64,
    pub(super) length: u64,
}

impl Entry {
    pub(super) fn write(&self, table: &mut Vec<u8>) {
        table.extend(self.name.code().to_le_bytes());
        table.extend(self.checksum.to_le_bytes());
        table.extend(self.offset.to_le_bytes());
        table.extend(self.length.to_le_bytes());
    }

    pub(super) fn read(bytes: &[u8]) -> Option<Entry> {
        let mut fields = Fields(bytes);
        Some(Entry {
            name: SectionName::from_code(fields.u32()?),
            checksum: fields.u32()?,
            offset: fields.u64()?,
            length: fields.u64()?,
        })
    }
}

/// The next multiple of [`ALIGNMENT`]; `None` beyond the largest number.
pub(super) fn aligned(offset: u64) -> Option<u64> {
    offset.checked_next_multiple_of(ALIGNMENT)
}

/// Reads one field after another.
struct Fields<'a>(&'a [u8]);

impl Fields<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (field, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*field)
    }

    fn u32(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    fn u64(&mut self) -> Option<u64> {
        self.take().map(u64::from_le_bytes)
    }
}
