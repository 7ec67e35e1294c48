mod compatibility;
mod damage;
mod file;
mod forgery;
mod numbers;
mod packed;
mod round_trip;

use super::format::{ENTRY_LENGTH, HEADER_LENGTH};
use super::writer::Writer;
use super::{Bytes, Container, SectionName};
use crate::error::{Error, ErrorKind};

const WORDS: SectionName = SectionName::new(*b"word");
const TEXTS: SectionName = SectionName::new(*b"text");
const EMPTY: SectionName = SectionName::new(*b"none");
const COUNTS: SectionName = SectionName::new(*b"cnts");

/// A small snapshot: sections of all lengths, from none to whole multiples of the alignment.
fn sample() -> Vec<u8> {
    let mut writer = Writer::default();
    writer.add(WORDS, &b"allies"[..]);
    writer.add(TEXTS, "Le mentorat des allié·e·s".as_bytes());
    writer.add(EMPTY, Vec::new());
    writer.add(COUNTS, super::numbers::bytes_of([1_u32, 2, 3, 4]));
    writer.finish()
}

fn open(bytes: Vec<u8>) -> Result<Container, Error> {
    Container::open(Bytes::from(bytes))
}

/// Opens, verifies, and reads every section checked: what a careful host does.
fn open_whole(bytes: Vec<u8>) -> Result<Container, Error> {
    let container = open(bytes)?;
    container.verify()?;
    for name in container.names() {
        container.section_checked(name)?;
    }
    Ok(container)
}

/// Does with any bytes all that can be done, and minds neither answers nor errors.
fn try_everything(bytes: Vec<u8>) {
    let bytes = Bytes::from(bytes);
    let opened = [Container::open(bytes.clone()), Container::inspect(bytes)];
    for container in opened.into_iter().flatten() {
        container.describe();
        let _ = container.verify();
        for name in container.names() {
            container.section(name).unwrap();
            let _ = container.section_checked(name);
        }
    }
}

/// Makes the checksums of table and header right again after a change to them, as somebody with intent would.
fn sign(file: &mut [u8]) {
    let count = u32::from_le_bytes(*file[28..].first_chunk().unwrap()) as usize;
    let end = count.saturating_mul(ENTRY_LENGTH).saturating_add(HEADER_LENGTH);
    if let Some(table) = file.get(HEADER_LENGTH..end) {
        let checksum = crc32fast::hash(table);
        file[72..76].copy_from_slice(&checksum.to_le_bytes());
    }
    let checksum = crc32fast::hash(&file[..76]);
    file[76..80].copy_from_slice(&checksum.to_le_bytes());
}

fn assert_kind(error: &Error, kind: ErrorKind) {
    assert_eq!(error.kind(), kind, "{error}");
}

/// Numbers that only look random: the same in every run.
struct Random(u64);

impl Random {
    /// Steele, Lea and Flood's SplitMix64.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }
}
