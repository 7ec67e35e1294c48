//! A catalogue with its index as a snapshot: written, opened, damaged.

use ally_toolkit::snapshot::{Bytes, Container};
use ally_toolkit::{Catalogue, ErrorKind, Language, SearchRequest, Searcher};
use serde_json::json;

use crate::vectors::bundled;

/// What people ask: words of both languages, errors, beginnings, stop words, nothing.
const QUERIES: [&str; 8] = [
    "mentorat des femmes",
    "land acknowledgement",
    "microagresions",
    "allié·e·s",
    "leadersh",
    "the",
    "feuille de route",
    "",
];

fn requests() -> impl Iterator<Item = SearchRequest> {
    QUERIES.iter().zip(Language::ALL.iter().cycle()).map(|(query, language)| {
        let request = json!({"query": query, "language": language, "records": ["resource", "page", "term"],
            "facets": ["kind", "topic", "year"], "explain": true});
        SearchRequest::from_value(request).unwrap()
    })
}

fn small() -> Searcher {
    let resource = |at: usize| {
        let words = ["mentorat", "leadership", "équité", "alliance", "santé", "école"];
        json!({"id": format!("r{at}"), "kind": "guide", "languages": ["fr"],
            "date": format!("{}", 2000 + at), "publisher": {"en": format!("House {at}"), "fr": format!("Maison {at}")},
            "extra": {"format": [at % 3, "pdf"]}, "title": {"en": format!("Mentoring {at}"), "fr": format!("{} {at}", words[at % 6])},
            "description": {"fr": format!("Un guide sur le {} des femmes, {at}", words[at % 5])}})
    };
    let catalogue = json!({"title": {"en": "T", "fr": "T"},
        "fields": [{"id": "format", "label": {"en": "Format", "fr": "Format"}}],
        "vocabularies": {"kinds": [{"id": "guide", "label": {"en": "guide", "fr": "guide"}}]},
        "resources": (0..40).map(resource).collect::<Vec<_>>(),
        "glossary": [{"id": "ally", "term": {"en": "ally", "fr": "personne alliée"}}]});
    Searcher::new(Catalogue::from_json(catalogue.to_string().as_bytes()).unwrap()).unwrap()
}

#[test]
fn an_opened_snapshot_answers_like_the_catalogue_it_was_written_from() {
    let bytes = bundled().snapshot().unwrap();
    let opened = Searcher::open_snapshot(bytes.clone().into()).unwrap();
    opened.container().verify().unwrap();
    for request in requests() {
        assert_eq!(
            opened.search(&request).unwrap(),
            bundled().search(&request).unwrap(),
            "{}",
            request.query
        );
    }
    assert!(opened.catalogue() == bundled().catalogue());
    assert!(opened.snapshot().unwrap() == bytes, "a snapshot of a snapshot is the same");
}

#[test]
fn the_same_catalogue_gives_the_same_bytes() {
    assert!(small().snapshot().unwrap() == small().snapshot().unwrap());
}

#[test]
fn a_snapshot_is_written_to_a_file_and_replaces_the_one_that_was_there() {
    let folder = std::env::temp_dir().join(format!("ally-snapshot-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("catalogue.ally");
    bundled().write_snapshot(&path).unwrap();
    let before = Searcher::open_snapshot(Bytes::open(&path).unwrap()).unwrap();
    small().write_snapshot(&path).unwrap();
    let after = Searcher::open_snapshot(Bytes::open(&path).unwrap()).unwrap();
    assert_eq!(after.catalogue().resources().len(), 40);
    assert!(before.catalogue() == bundled().catalogue(), "a reader keeps what it opened");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
    let error = small().write_snapshot(folder.join("missing/catalogue.ally")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unwritable);
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_container_without_a_catalogue_is_refused() {
    let fixture = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/snapshots/container-1.snapshot");
    let error = Searcher::open_snapshot(Bytes::open(fixture).unwrap()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::IncompatibleSnapshot);
}

/// Numbers that look random and are the same on every run (the generator of G. Marsaglia, *Xorshift RNGs*, 2003).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound as u64) as usize
    }
}

#[test]
fn damage_gives_an_error_or_an_answer_and_never_a_panic() {
    let whole = small().snapshot().unwrap();
    let expected: Vec<_> = requests().map(|request| small().search(&request).unwrap()).collect();
    let mut random = Random(2026);
    let (mut refused, mut answered) = (0, 0);
    for _ in 0..10_000 {
        let mut bytes = whole.clone();
        match random.below(8) {
            0 => bytes.truncate(random.below(whole.len())),
            // Two parts change places.
            1 => {
                let length = 1 + random.below(64);
                let (one, other) = (random.below(whole.len() - length), random.below(whole.len() - length));
                (0..length).for_each(|at| bytes.swap(one + at, other + at));
            }
            // A number near its limits.
            2 => {
                let at = random.below(whole.len() - 8);
                bytes[at..at + 8].copy_from_slice(&(u64::MAX - random.below(3) as u64).to_le_bytes());
            }
            _ => {
                let at = random.below(whole.len());
                bytes[at] ^= 1 << random.below(8);
            }
        }
        match Searcher::open_snapshot(Bytes::from(bytes.clone())) {
            Err(error) => {
                assert!(matches!(error.kind(), ErrorKind::InvalidSnapshot | ErrorKind::IncompatibleSnapshot));
                refused += 1;
            }
            Ok(searcher) => {
                let verified =
                    Container::inspect(bytes.into()).and_then(|container| container.verify()).is_ok();
                for (request, expected) in requests().zip(&expected) {
                    match searcher.search(&request) {
                        Ok(results) => assert!(!verified || results == *expected, "{}", request.query),
                        Err(error) => assert_eq!(error.kind(), ErrorKind::InvalidSnapshot),
                    }
                }
                answered += 1;
            }
        }
    }
    assert!(refused > 1000 && answered > 1000, "{refused} refused, {answered} answered");
}
