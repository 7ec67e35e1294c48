use proptest::prelude::*;

use super::*;

#[test]
fn what_is_written_is_read() {
    let container = open_whole(sample()).unwrap();
    assert_eq!(&*container.section(WORDS).unwrap(), b"allies");
    assert_eq!(&*container.section_checked(TEXTS).unwrap(), "Le mentorat des allié·e·s".as_bytes());
    assert!(container.section_checked(EMPTY).unwrap().is_empty());
    assert_eq!(container.section(WORDS).unwrap().name(), WORDS);
    assert_eq!(container.names().collect::<Vec<_>>(), [WORDS, TEXTS, EMPTY, COUNTS]);
}

#[test]
fn a_snapshot_describes_itself() {
    let file = sample();
    let length = file.len() as u64;
    let container = open(file).unwrap();
    let description = container.describe();
    assert_eq!((description.format_version, description.oldest_reader), (1, 1));
    assert_eq!(description.analysis_version, crate::analysis::ANALYSIS_VERSION);
    assert_eq!(description.length, length);
    assert_eq!(description.content_id, container.content_id().to_string());
    assert_eq!(description.content_id.len(), 64);
    let sections: Vec<_> = description
        .sections
        .iter()
        .map(|section| (section.name.as_str(), section.offset, section.length))
        .collect();
    assert_eq!(sections, [("word", 176, 6), ("text", 184, 28), ("none", 216, 0), ("cnts", 216, 16)]);
    assert_eq!(description.sections[0].checksum, crc32fast::hash(b"allies"));
    let json = serde_json::to_string(&description).unwrap();
    assert_eq!(serde_json::from_str::<crate::snapshot::Description>(&json).unwrap(), description);
}

#[test]
fn a_snapshot_of_nothing_is_one() {
    let container = open_whole(Writer::default().finish()).unwrap();
    assert_eq!(container.names().count(), 0);
    assert_kind(&container.section(WORDS).unwrap_err(), ErrorKind::IncompatibleSnapshot);
}

#[test]
fn a_missing_section_is_named() {
    let container = open(sample()).unwrap();
    let error = container.section(SectionName::new(*b"grph")).unwrap_err();
    assert_eq!(error.message().fr, "L’instantané n’a pas de section «\u{a0}grph\u{a0}».");
    assert_eq!(container.section_checked(SectionName::new(*b"grph")).unwrap_err(), error);
}

#[test]
fn names_that_are_no_text_can_be_shown() {
    assert_eq!(SectionName::new([0, b'a', 0xff, b' ']).to_string(), "\\x00a\\xff ");
}

#[test]
fn a_section_added_twice_is_the_second() {
    let mut writer = Writer::default();
    writer.add(WORDS, &b"first"[..]);
    writer.add(TEXTS, &b"text"[..]);
    writer.add(WORDS, &b"second"[..]);
    let container = open_whole(writer.finish()).unwrap();
    assert_eq!(&*container.section(WORDS).unwrap(), b"second");
    assert_eq!(container.names().collect::<Vec<_>>(), [WORDS, TEXTS]);
}

#[test]
fn parts_of_a_section_stay_inside_it() {
    let section = open(sample()).unwrap().section(WORDS).unwrap();
    let part = section.part(2..6).unwrap();
    assert_eq!(&*part, b"lies");
    assert_eq!(&*part.part(1..3).unwrap(), b"ie");
    assert!(part.part(0..5).is_none());
    assert!(part.part(4..4).unwrap().is_empty());
    #[expect(clippy::reversed_empty_ranges, reason = "what a damaged list of offsets gives")]
    let reversed = part.part(3..2);
    assert!(reversed.is_none());
    assert!(part.part(usize::MAX - 1..usize::MAX).is_none());
}

#[test]
fn a_section_outlives_its_container_on_any_thread() {
    let section = open(sample()).unwrap().section(WORDS).unwrap();
    assert_eq!(std::thread::spawn(move || section.to_vec()).join().unwrap(), b"allies");
}

#[test]
fn the_content_id_is_that_of_what_the_format_says() {
    let mut writer = Writer::default();
    writer.add(WORDS, &b"allies"[..]);
    writer.add(EMPTY, Vec::new());
    let mut bytes = Vec::new();
    for (name, section) in [(b"word", &b"allies"[..]), (b"none", b"")] {
        bytes.extend_from_slice(name);
        bytes.extend_from_slice(&(section.len() as u64).to_le_bytes());
        bytes.extend_from_slice(section);
    }
    assert_eq!(writer.content_id().to_string(), blake3::hash(&bytes).to_hex().as_str());
    let content = writer.content_id();
    assert_eq!(open(writer.finish()).unwrap().content_id(), content);
}

#[test]
fn clones_share_what_was_checked() {
    let container = open(sample()).unwrap();
    let copy = container.clone();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| copy.section_checked(TEXTS).unwrap());
        }
    });
    assert_eq!(container.section_checked(TEXTS).unwrap().len(), 28);
}

fn sections() -> impl Strategy<Value = Vec<([u8; 4], Vec<u8>)>> {
    prop::collection::vec((any::<[u8; 4]>(), prop::collection::vec(any::<u8>(), 0..40)), 0..12)
}

proptest! {
    #[test]
    fn any_sections_come_back_and_the_bytes_are_always_the_same(sections in sections()) {
        let mut writer = Writer::default();
        let mut expected: Vec<(SectionName, Vec<u8>)> = Vec::new();
        for (name, bytes) in sections {
            let name = SectionName::new(name);
            if expected.iter().all(|(other, _)| *other != name) {
                expected.push((name, bytes.clone()));
                writer.add(name, bytes);
            }
        }
        let mut written = Vec::new();
        writer.write_to(&mut written).unwrap();
        let file = writer.finish();
        prop_assert_eq!(&file, &written);
        let container = open_whole(file).unwrap();
        prop_assert!(container.names().eq(expected.iter().map(|(name, _)| *name)));
        for (name, bytes) in expected {
            let section = container.section(name).unwrap();
            prop_assert_eq!(&*section, &bytes[..]);
        }
    }
}
