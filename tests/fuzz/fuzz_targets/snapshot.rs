//! Any bytes as a snapshot, as they are and with the checksums of header and table made right: it opens or says why, and its
//! sections can be read, verified and searched.
#![no_main]

use ally_toolkit::snapshot::{Bytes, Container};
use ally_toolkit::{ErrorKind, Language, SearchRequest, Searcher};
use libfuzzer_sys::fuzz_target;

const HEADER: usize = 80;
const LINE: usize = 24;

fn read(file: &[u8]) {
    let bytes = Bytes::from(file.to_vec());
    let opened = Container::open(bytes.clone());
    let inspected = Container::inspect(bytes);
    assert!(opened.is_err() || inspected.is_ok());
    for error in [&opened, &inspected].into_iter().filter_map(|opened| opened.as_ref().err()) {
        assert!(matches!(error.kind(), ErrorKind::InvalidSnapshot | ErrorKind::IncompatibleSnapshot));
        assert!(Language::ALL.iter().all(|language| !error.line(*language).is_empty()));
    }
    let Ok(container) = inspected else { return };
    let description = container.describe();
    assert_eq!(description.length, file.len() as u64);
    let verified = container.verify();
    for (name, described) in container.names().zip(&description.sections) {
        let section = container.section(name).unwrap();
        let start = described.offset as usize;
        assert_eq!(&*section, &file[start..start + described.length as usize]);
        let checked = container.section_checked(name);
        assert!(checked.is_ok() || verified.is_err());
    }
}

/// Few inputs would ever pass a checksum that is not made right for them.
fn sign(file: &mut [u8]) -> Option<()> {
    file.get_mut(..8)?.copy_from_slice(b"\x89ALLY\r\n\x1a");
    let count = u32::from_le_bytes(*file.get(28..)?.first_chunk()?) as usize;
    let end = count.checked_mul(LINE)?.checked_add(HEADER)?;
    let length = file.len() as u64;
    file.get_mut(32..40)?.copy_from_slice(&length.to_le_bytes());
    if let Some(table) = file.get(HEADER..end) {
        let checksum = crc32fast::hash(table);
        file.get_mut(72..76)?.copy_from_slice(&checksum.to_le_bytes());
    }
    let checksum = crc32fast::hash(file.get(..76)?);
    file.get_mut(76..80)?.copy_from_slice(&checksum.to_le_bytes());
    Some(())
}

/// Opened as a catalogue with its index, it is searched, or says why not.
fn search(file: Vec<u8>) {
    let Ok(searcher) = Searcher::open_snapshot(Bytes::from(file)) else { return };
    for query in ["mentorat des femmes", "leadershp", "the", ""] {
        let _ = searcher.search(&SearchRequest::new(query, Language::French));
    }
}

fuzz_target!(|file: &[u8]| {
    read(file);
    let mut signed = file.to_vec();
    if sign(&mut signed).is_some() {
        read(&signed);
        search(signed);
    }
});
