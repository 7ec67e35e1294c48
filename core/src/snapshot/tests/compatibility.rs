use super::*;

/// The sample with other numbers in its header, at bytes of the file.
fn with(fields: &[(usize, u32)]) -> Vec<u8> {
    let mut file = sample();
    for (at, value) in fields {
        file[*at..*at + 4].copy_from_slice(&value.to_le_bytes());
    }
    sign(&mut file);
    file
}

const FORMAT: usize = 8;
const OLDEST_READER: usize = 12;
const ANALYSIS: usize = 16;
const REQUIRED: usize = 20;
const OPTIONAL: usize = 24;

fn refused(fields: &[(usize, u32)]) -> Error {
    let error = open(with(fields)).unwrap_err();
    assert_kind(&error, ErrorKind::IncompatibleSnapshot);
    error
}

#[test]
fn a_newer_format_is_read_when_it_says_so() {
    open_whole(with(&[(FORMAT, 2)])).unwrap();
    assert_eq!(
        refused(&[(FORMAT, 9), (OLDEST_READER, 8)]).to_string(),
        "The snapshot has format 9, which readers of format 8 or later can read; this library reads formats 1 to 1. \
         Update ally-toolkit, or build the snapshot again with this version."
    );
}

#[test]
fn a_newer_format_may_have_another_table() {
    let mut file = with(&[(FORMAT, 9), (OLDEST_READER, 9)]);
    file[HEADER_LENGTH..].fill(7);
    assert_kind(&open(file).unwrap_err(), ErrorKind::IncompatibleSnapshot);
}

#[test]
fn a_format_before_the_first_is_refused() {
    refused(&[(FORMAT, 0), (OLDEST_READER, 0)]);
    let nonsense = open(with(&[(FORMAT, 0)])).unwrap_err();
    assert_kind(&nonsense, ErrorKind::IncompatibleSnapshot);
}

#[test]
fn only_an_unknown_capability_that_is_required_is_refused() {
    open_whole(with(&[(OPTIONAL, u32::MAX)])).unwrap();
    let error = refused(&[(REQUIRED, 1 << 31)]);
    assert!(error.message().en.contains("0x80000000"), "{error}");
    let mut writer = Writer::default();
    writer.require(1);
    writer.offer(6);
    let container = Container::inspect(Bytes::from(writer.finish())).unwrap();
    let description = container.describe();
    assert_eq!((description.required_capabilities, description.optional_capabilities), (1, 6));
}

#[test]
fn another_analysis_is_refused_but_can_be_looked_at() {
    let other = crate::analysis::ANALYSIS_VERSION + 1;
    let error = refused(&[(ANALYSIS, other)]);
    assert_eq!(error.remedy().fr, "Reconstruisez l’instantané avec la présente version d’ally-toolkit.");
    let container = Container::inspect(Bytes::from(with(&[(ANALYSIS, other)]))).unwrap();
    container.verify().unwrap();
    assert_eq!(container.describe().analysis_version, other);
}

fn fixture() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/snapshots/container-1.snapshot")
}

/// Files of format 1 are in use: this library opens them, and writes them byte for byte, as long as it writes format 1.
/// `UPDATE_SNAPSHOTS=1` writes the file; after that it changes only with the format's version.
#[test]
fn the_file_kept_of_format_1_is_read_and_written() {
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::create_dir_all(fixture().parent().unwrap()).unwrap();
        std::fs::write(fixture(), sample()).unwrap();
    }
    let kept = std::fs::read(fixture()).unwrap();
    let container = Container::inspect(Bytes::from(kept.clone())).unwrap();
    container.verify().unwrap();
    assert_eq!(&*container.section_checked(WORDS).unwrap(), b"allies");
    let mut written = sample();
    // The version of the analysis changes without the format.
    written[ANALYSIS..ANALYSIS + 4].copy_from_slice(&kept[ANALYSIS..ANALYSIS + 4]);
    sign(&mut written);
    assert!(
        written == kept,
        "the bytes of format 1 have changed: raise its version and keep a file of the new one"
    );
}

#[test]
fn every_fault_has_its_words_in_both_languages() {
    use super::super::fault::{Fault, Part};
    let parts = [Part::Header, Part::Table, Part::Section(WORDS), Part::PaddingAfter(WORDS), Part::End];
    let damages = parts.map(|part| Fault::Damaged { part, at: 12 });
    let others = [
        Fault::NotASnapshot,
        Fault::Truncated { length: 1, expected: 2 },
        Fault::OtherContent,
        Fault::NewerFormat { format: 3, oldest_reader: 2 },
        Fault::OlderFormat { format: 0 },
        Fault::UnknownCapabilities { bits: 1 },
        Fault::OtherAnalysis { found: 2, expected: 1 },
        Fault::MissingSection(WORDS),
    ];
    let mut seen = std::collections::HashSet::new();
    for fault in damages.into_iter().chain(others) {
        let error = fault.into_error(crate::Place::default());
        for text in [&error.message().en, &error.message().fr, &error.remedy().en, &error.remedy().fr] {
            assert!(text.ends_with('.') && !text.contains("  "), "{text}");
        }
        // French has an unbreakable blank before a colon and inside its quotation marks.
        for text in [&error.message().fr, &error.remedy().fr] {
            assert!(!text.contains(" :") && !text.contains("« ") && !text.contains(" »"), "{text}");
        }
        assert!(seen.insert(error.message().clone()), "{error}");
    }
}
