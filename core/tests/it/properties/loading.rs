use ally_toolkit::{Catalogue, Language, SearchRequest, Searcher};
use proptest::prelude::*;

use super::cases;
use crate::vectors;

/// Every catalogue of the vectors of validation: most kinds of record and of mistake.
fn catalogues() -> Vec<Vec<u8>> {
    let own = vectors::cases("validation.json");
    own.iter()
        .filter_map(|case| case.get("catalogue")?.as_str())
        .map(|text| text.as_bytes().to_vec())
        .collect()
}

#[derive(Debug, Clone)]
enum Change {
    Replace(prop::sample::Index, u8),
    Remove(prop::sample::Index, usize),
    Insert(prop::sample::Index, Vec<u8>),
    Copy(prop::sample::Index, prop::sample::Index, usize),
}

fn changes() -> impl Strategy<Value = Change> {
    let index = any::<prop::sample::Index>;
    let pieces = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "null",
        "0",
        "-1",
        "1e9",
        "\"\"",
        "\"a\"",
        "{}",
        "[]",
        "\\u0000",
        "\\ud800",
        "é",
        "\u{feff}",
        "\"extra\": {\"x\": 1}",
        "\"status\": \"archived\"",
        "\"en\": \"x\"",
        "\"fr\": \"x\"",
        "page:kit/home",
        "term:a",
        "resource:whole",
    ]);
    prop_oneof![
        (index(), any::<u8>()).prop_map(|(at, byte)| Change::Replace(at, byte)),
        (index(), 1..40_usize).prop_map(|(at, count)| Change::Remove(at, count)),
        (index(), pieces).prop_map(|(at, piece)| Change::Insert(at, piece.as_bytes().to_vec())),
        (index(), index(), 1..60_usize).prop_map(|(from, to, count)| Change::Copy(from, to, count)),
    ]
}

fn change(bytes: &mut Vec<u8>, change: Change) {
    if bytes.is_empty() {
        return;
    }
    match change {
        Change::Replace(at, byte) => {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        Change::Remove(at, count) => {
            let at = at.index(bytes.len());
            let end = (at + count).min(bytes.len());
            bytes.drain(at..end);
        }
        Change::Insert(at, piece) => {
            let at = at.index(bytes.len());
            bytes.splice(at..at, piece);
        }
        Change::Copy(from, to, count) => {
            let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
            let piece = bytes[from..(from + count).min(bytes.len())].to_vec();
            bytes.splice(to..to, piece);
        }
    }
}

/// Opens and validates; what opens can be indexed, searched, read whole and written.
fn open(bytes: &[u8]) -> Result<(), TestCaseError> {
    let report = Catalogue::validate_json(bytes);
    for problem in &report.problems {
        for language in Language::ALL {
            prop_assert!(!problem.line(language).is_empty());
        }
    }
    let opened = Catalogue::from_json(bytes);
    prop_assert_eq!(opened.is_ok(), report.is_valid());
    let Ok(catalogue) = opened else { return Ok(()) };
    for language in Language::ALL {
        for page in catalogue.pages() {
            let address = format!("{}/{}", page.toolkit, page.page.key);
            prop_assert!(catalogue.read_page(&address, language).is_ok(), "{}", address);
        }
        for toolkit in catalogue.toolkits() {
            prop_assert!(catalogue.read_toolkit(&toolkit.key, language).is_ok());
        }
        for resource in catalogue.resources() {
            prop_assert!(catalogue.read_resource(&resource.unwrap().id, language).is_ok());
        }
        for term in catalogue.terms() {
            prop_assert!(catalogue.read_term(&term.id, language).is_ok());
        }
    }
    let written = catalogue.to_json().unwrap();
    prop_assert!(Catalogue::from_json(written.as_bytes()).as_ref() == Ok(&catalogue), "{}", written);
    let searcher = Searcher::new(catalogue).unwrap();
    prop_assert!(searcher.search(&SearchRequest::new("title words", Language::English)).is_ok());
    Ok(())
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn anything_may_be_tried_as_a_catalogue(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        open(&bytes)?;
    }

    #[test]
    fn a_changed_catalogue_opens_or_says_why(whole in prop::sample::select(catalogues()), changes in prop::collection::vec(changes(), 0..4)) {
        let mut whole = whole;
        for each in changes {
            change(&mut whole, each);
        }
        open(&whole)?;
    }

    #[test]
    fn anything_may_be_tried_as_a_request(text in "[\\[\\]{}:,\"a-z0-9 .-]{0,40}|\\PC{0,40}") {
        let _ = SearchRequest::from_json(text.as_bytes());
    }
}

#[test]
fn nesting_of_any_depth_is_refused_without_a_crash() {
    for open in [
        "[",
        "{\"a\":",
        "{\"title\":",
        "{\"title\": {\"en\": \"T\"}, \"resources\": [",
        "{\"title\": {\"en\": \"T\"}, \"pages\": {\"kit\": [{\"blocks\": [",
    ] {
        let deep = open.to_owned() + &"[".repeat(100_000);
        assert!(!Catalogue::validate_json(deep.as_bytes()).is_valid());
        let closed = deep + &"]".repeat(100_000);
        assert!(!Catalogue::validate_json(closed.as_bytes()).is_valid());
        assert!(SearchRequest::from_json(closed.as_bytes()).is_err());
    }
}

#[test]
fn a_million_bytes_of_query_are_refused() {
    let searcher = Searcher::new(Catalogue::from_json(br#"{"title": {"en": "T"}}"#).unwrap()).unwrap();
    let error = searcher.search(&SearchRequest::new("é".repeat(500_000), Language::French)).unwrap_err();
    assert_eq!(error.place().field.as_deref(), Some("query"));
}
