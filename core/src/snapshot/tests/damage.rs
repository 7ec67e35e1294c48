use super::*;

/// Opens and verifies a damaged snapshot: that must fail, and say it is the snapshot.
fn assert_found(file: Vec<u8>, what: &str) -> Error {
    try_everything(file.clone());
    match open(file).and_then(|container| container.verify()) {
        Ok(()) => panic!("{what} was not noticed"),
        Err(error) => {
            assert_kind(&error, ErrorKind::InvalidSnapshot);
            error
        }
    }
}

#[test]
fn every_flipped_bit_is_found() {
    let whole = sample();
    for at in 0..whole.len() {
        for bit in 0..8 {
            let mut file = whole.clone();
            file[at] ^= 1 << bit;
            assert_found(file, &format!("bit {bit} of byte {at}"));
        }
    }
}

#[test]
fn every_truncation_is_refused_at_once() {
    let whole = sample();
    for length in 0..whole.len() {
        let error = open(whole[..length].to_vec()).unwrap_err();
        assert_kind(&error, ErrorKind::InvalidSnapshot);
        assert!(error.message().en.contains("cut short"), "{error}");
    }
}

#[test]
fn a_longer_file_is_refused_at_once() {
    let mut file = sample();
    file.push(0);
    let error = open(file).unwrap_err();
    assert_eq!(error.message().en, "The snapshot is damaged: something stands after its end (byte 232).");
}

#[test]
fn other_files_are_told_from_snapshots() {
    for other in [&b"{\"title\": {}}"[..], b"\x89PNG\r\n\x1a\n", b"\x89ALLY\n\x1a and so on", &[0; 200]] {
        let error = open(other.to_vec()).unwrap_err();
        assert!(error.message().en.contains("not a snapshot"), "{error}");
    }
}

#[test]
fn a_damaged_section_is_named_and_the_others_can_be_read() {
    let mut file = sample();
    file[184 + 3] ^= 4;
    let container = open(file).unwrap();
    assert_eq!(&*container.section_checked(WORDS).unwrap(), b"allies");
    let error = container.section_checked(TEXTS).unwrap_err();
    assert_eq!(
        error.line(crate::Language::English),
        "The snapshot is damaged: the section `text` is not as it was written (byte 184). Copy it again, or build it again."
    );
    assert_eq!(container.section_checked(TEXTS).unwrap_err(), error);
    assert_eq!(container.verify().unwrap_err(), error);
}

#[test]
fn something_between_sections_is_found() {
    let mut file = sample();
    file[176 + 6] = 1;
    let error = open(file).unwrap().section_checked(WORDS).unwrap_err();
    assert_eq!(
        error.message().fr,
        "L’instantané est endommagé\u{a0}: il y a quelque chose après la section «\u{a0}word\u{a0}» (octet 182)."
    );
}

/// Flipped bits, other bytes, lost and doubled stretches, zeros, stretches that changed places.
#[test]
fn ten_thousand_random_damages_are_found() {
    let whole = sample();
    let mut random = Random(4);
    for trial in 0..10_000 {
        let mut file = whole.clone();
        for _ in 0..=random.below(3) {
            if file.is_empty() {
                break;
            }
            let at = random.below(file.len());
            let end = at + random.below(file.len() - at) + 1;
            match random.below(7) {
                0 => file[at] ^= 1 << random.below(8),
                1 => file[at] = random.next() as u8,
                2 => file.truncate(at),
                3 => drop(file.drain(at..end)),
                4 => file[at..end].fill(0),
                5 => file.extend_from_within(at..end),
                _ => file[at..end].rotate_left((end - at) / 2),
            }
        }
        if file != whole {
            assert_found(file, &format!("trial {trial}"));
        }
    }
}
