//! Changes whose checksums were made right again: no checksum finds them, so bounds and the content id must.

use super::*;

fn forged(change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut file = sample();
    change(&mut file);
    sign(&mut file);
    try_everything(file.clone());
    file
}

fn entry(place: usize) -> usize {
    HEADER_LENGTH + ENTRY_LENGTH * place
}

#[test]
fn signing_changes_nothing_in_a_whole_snapshot() {
    assert_eq!(forged(|_| ()), sample());
}

#[test]
fn sizes_near_overflow_are_refused() {
    for value in
        [u64::MAX, u64::MAX - 7, u64::MAX - 8, i64::MAX as u64, 1 << 32, u64::from(u32::MAX), 233, 217]
    {
        for place in 0..4 {
            for field in [8, 16] {
                let at = entry(place) + field;
                let file = forged(|file| file[at..at + 8].copy_from_slice(&value.to_le_bytes()));
                let error = open(file).unwrap_err();
                assert_kind(&error, ErrorKind::InvalidSnapshot);
                assert!(error.message().en.contains("table of sections"), "{error}");
            }
        }
        let file = forged(|file| file[32..40].copy_from_slice(&value.to_le_bytes()));
        assert_kind(&open(file).unwrap_err(), ErrorKind::InvalidSnapshot);
    }
}

#[test]
fn a_count_of_sections_that_is_not_there_is_refused() {
    for count in [0, 1, 3, 5, 4096, 4097, u32::MAX / 24, u32::MAX] {
        let file = forged(|file| file[28..32].copy_from_slice(&u32::to_le_bytes(count)));
        assert_kind(&open(file).unwrap_err(), ErrorKind::InvalidSnapshot);
    }
}

#[test]
fn sections_that_overlap_or_leave_gaps_are_refused() {
    for (place, offset) in [(1, 176_u64), (1, 192), (1, 185), (3, 184), (0, 168), (0, 0)] {
        let at = entry(place) + 8;
        let file = forged(|file| file[at..at + 8].copy_from_slice(&offset.to_le_bytes()));
        assert_kind(&open(file).unwrap_err(), ErrorKind::InvalidSnapshot);
    }
}

#[test]
fn two_sections_of_one_name_are_refused() {
    let file = forged(|file| file.copy_within(entry(0)..entry(0) + 4, entry(3)));
    assert_kind(&open(file).unwrap_err(), ErrorKind::InvalidSnapshot);
}

#[test]
fn swapped_sections_are_found_by_the_content_id() {
    // The names change places: every checksum is right.
    let renamed = forged(|file| {
        for byte in 0..4 {
            file.swap(entry(0) + byte, entry(1) + byte);
        }
    });
    // Another content, with a checksum that fits it.
    let replaced = forged(|file| {
        file[176..182].copy_from_slice(b"allied");
        let checksum = crc32fast::hash(b"allied");
        file[entry(0) + 4..entry(0) + 8].copy_from_slice(&checksum.to_le_bytes());
    });
    for file in [renamed, replaced] {
        let container = open(file).unwrap();
        container.names().for_each(|name| drop(container.section_checked(name).unwrap()));
        let error = container.verify().unwrap_err();
        assert_kind(&error, ErrorKind::InvalidSnapshot);
        assert!(error.message().en.contains("content id"), "{error}");
    }
}

#[test]
fn swapped_lines_of_the_table_are_refused() {
    let file = forged(|file| {
        for byte in 0..ENTRY_LENGTH {
            file.swap(entry(0) + byte, entry(1) + byte);
        }
    });
    assert_kind(&open(file).unwrap_err(), ErrorKind::InvalidSnapshot);
}

#[test]
fn any_forged_header_and_table_may_be_tried() {
    let whole = sample();
    let mut random = Random(5);
    for _ in 0..10_000 {
        let mut file = whole.clone();
        for _ in 0..=random.below(4) {
            let at = 8 + random.below(entry(4) - 8);
            file[at] =
                if random.below(2) == 0 { random.next() as u8 } else { [0, 1, 0x7f, 0xff][random.below(4)] };
        }
        sign(&mut file);
        try_everything(file);
    }
}
