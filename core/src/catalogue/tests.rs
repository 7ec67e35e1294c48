//! Catalogues in snapshots: written, read back, damaged.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::{Catalogue, Resources};
use crate::error::{Error, ErrorKind};
use crate::lexicon::{Lexicon, LexiconSources};
use crate::model::VocabularyName;
use crate::search::{SearchRequest, Searcher};
use crate::snapshot::{Bytes, Container, Description, TextsBuilder, Writer};
use crate::text::Language;

/// Three resources, in another order than that of their ids.
const SMALL: &str = r#"{
    "title": {"en": "Mine", "fr": "Le mien"},
    "vocabularies": {"kinds": [{"id": "k", "label": {"en": "Kind", "fr": "Type"}}]},
    "resources": [
        {"id": "zoo", "kind": "k", "title": {"fr": "Zoo"}, "languages": ["fr"], "extra": {"n": 0.1, "a": [18446744073709551615]}},
        {"id": "ant", "kind": "k", "title": {"en": "The \"Ant\" \\ 🐜"}, "languages": ["en"], "date": "2019~"},
        {"id": "mouse", "kind": "k", "title": {"en": "Mouse", "fr": "Été"}, "languages": ["en", "fr"],
         "status": {"withdrawn": {"en": "Gone", "fr": "Retiré"}}}],
    "glossary": [{"id": "ally", "term": {"en": "ally", "fr": "personne alliée"}}],
    "toolkits": [{"key": "b", "title": {"en": "B", "fr": "B"}, "pages": ["q", "p"]},
                 {"key": "a", "title": {"en": "A", "fr": "A"}, "pages": ["p"]}],
    "pages": {"a": [{"key": "p", "title": {"en": "P", "fr": "P"}, "blocks": []}],
              "b": [{"key": "p", "title": {"en": "P", "fr": "P"}, "blocks": []},
                    {"key": "q", "title": {"en": "Q", "fr": "Q"}, "blocks": []}]}}"#;

fn small() -> Catalogue {
    Catalogue::from_json(SMALL.as_bytes()).unwrap()
}

fn written(catalogue: &Catalogue) -> Vec<u8> {
    let mut writer = Writer::default();
    catalogue.add_sections(&mut writer).unwrap();
    writer.finish()
}

fn opened(file: Vec<u8>) -> Result<Catalogue, Error> {
    Catalogue::from_container(&Container::open(Bytes::from(file))?)
}

/// Where the section called `name` lies in a snapshot.
fn range(file: &[u8], name: &str) -> std::ops::Range<usize> {
    let description: Description = Container::open(Bytes::from(file.to_vec())).unwrap().describe();
    let section = description.sections.iter().find(|section| section.name == name).unwrap();
    section.offset as usize..(section.offset + section.length) as usize
}

fn assert_same(catalogue: &Catalogue, stored: &Catalogue) {
    assert_eq!(stored.resources().len(), catalogue.resources().len());
    for (place, resource) in catalogue.resources().iter().enumerate() {
        let resource = resource.unwrap();
        assert_eq!(stored.resource(&resource.id).unwrap(), resource);
        assert_eq!(stored.resources().get(place).unwrap(), Some(resource));
    }
    assert_eq!(stored.resources().get(catalogue.resources().len()), Ok(None));
    assert_eq!(stored.resources().get(usize::MAX), Ok(None));
    for id in ["", "no-such-id", "zo", "zoo-1", "é"] {
        assert_eq!(stored.resources().find(id), Ok(None), "{id:?}");
        assert_eq!(stored.resource(id).unwrap_err().kind(), ErrorKind::NotFound);
    }
    for term in catalogue.terms() {
        assert_eq!(stored.term(&term.id), Ok(term));
    }
    assert_eq!(stored, catalogue);
    assert_eq!(stored.to_json(), catalogue.to_json());
}

#[test]
fn a_catalogue_is_the_same_in_a_snapshot() {
    for catalogue in [small(), Catalogue::default()] {
        let file = written(&catalogue);
        assert_same(&catalogue, &opened(file.clone()).unwrap());
        assert_eq!(written(&catalogue), file);
        let stored = opened(file.clone()).unwrap();
        assert_eq!(written(&stored), file, "and in a snapshot of what was read from one");
    }
}

#[cfg(feature = "bundled")]
#[test]
fn the_bundled_catalogue_is_the_same_in_a_snapshot() {
    let catalogue = Catalogue::bundled().unwrap();
    assert_same(&catalogue, &opened(written(&catalogue)).unwrap());
}

#[test]
fn resources_are_iterated_in_order() {
    let stored = opened(written(&small())).unwrap();
    let ids: Vec<&str> = stored.resources().iter().map(|resource| resource.unwrap().id.as_str()).collect();
    assert_eq!(ids, ["zoo", "ant", "mouse"]);
    assert_eq!(stored.resources().iter().len(), 3);
    assert_eq!(stored.resources().iter().nth(2).unwrap().unwrap().id, "mouse");
    assert_eq!(stored.resources().iter().nth(3), None);
    assert_eq!(stored.resources().scan().len(), 3);
    assert_eq!(format!("{:?}", stored.resources()), "Stored { length: 3 }");
    assert!(Resources::default().is_empty() && !stored.resources().is_empty());
}

#[test]
fn a_resource_is_decoded_once_and_clones_share_it() {
    let stored = opened(written(&small())).unwrap();
    let again = stored.clone();
    let [first, second] =
        [&stored, &again].map(|catalogue| std::ptr::from_ref(catalogue.resource("ant").unwrap()));
    assert_eq!(first, second);
}

#[test]
fn many_threads_may_read_at_once() {
    let catalogue = small();
    let stored = opened(written(&catalogue)).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| assert_same(&catalogue, &stored));
        }
    });
}

#[test]
fn a_snapshot_without_a_catalogue_is_said_to_have_none() {
    let mut writer = Writer::default();
    assert_eq!(opened(Writer::default().finish()).unwrap_err().kind(), ErrorKind::IncompatibleSnapshot);
    writer.add(super::sections::CATALOGUE, &br#"{"title": {}}"#[..]);
    let error = opened(writer.finish()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::IncompatibleSnapshot);
    assert!(error.message().en.contains("`rend`"), "{error}");
}

#[test]
fn sections_that_were_forged_are_errors() {
    use super::stored::{CHECKSUMS, IDS, RECORDS};
    let [ends, codes, ..] = RECORDS;
    let file = written(&small());
    let container = Container::open(Bytes::from(file)).unwrap();
    let with = |name, bytes: &[u8]| {
        let mut writer = Writer::default();
        let sections: Vec<_> = container.names().map(|name| container.section(name).unwrap()).collect();
        sections.iter().for_each(|section| writer.add(section.name(), section.to_vec()));
        writer.add(name, bytes.to_vec());
        opened(writer.finish())
    };
    assert_damaged(with(ends, &[2, 0]).map(|_| ()), "rend");
    assert_damaged(with(ends, &[1, 0]).map(|_| ()), "rsum");
    assert_damaged(with(CHECKSUMS, &[0; 13]).map(|_| ()), "rsum");
    assert_damaged(with(CHECKSUMS, &[0; 8]).map(|_| ()), "rsum");
    let eight = |numbers: [u64; 3]| {
        std::iter::once(8).chain(numbers.iter().flat_map(|number| number.to_le_bytes())).collect::<Vec<u8>>()
    };
    for end in [1 << 20, 1 << 32, u64::MAX] {
        // The first ends beyond the codes, and the second before the first.
        let stored = with(ends, &eight([end, 1, 1])).unwrap();
        assert_damaged(stored.resources().get(0).map(|_| ()), "rend");
        assert_damaged(stored.resources().get(1).map(|_| ()), "rend");
    }
    // A literal of a byte that is not there, and one phrase more than there are.
    for code in [&[255, 1][..], &[254, 255, 255]] {
        let at = container.section(codes).unwrap();
        let mut forged = at.to_vec();
        forged.truncate(forged.len() - code.len());
        forged.extend_from_slice(code);
        assert_damaged(with(codes, &forged).unwrap().resources().get(2).map(|_| ()), "reco");
    }
    let no_resource = "{\"id\": 3}";
    let mut writer = Writer::default();
    let catalogue = container.section(super::sections::CATALOGUE).unwrap();
    writer.add(catalogue.name(), catalogue.to_vec());
    let mut texts = TextsBuilder::default();
    (0..3).for_each(|_| texts.push(no_resource));
    RECORDS.into_iter().zip(texts.finish().unwrap()).for_each(|(name, bytes)| writer.add(name, bytes));
    writer.add(CHECKSUMS, crc32fast::hash(no_resource.as_bytes()).to_le_bytes().repeat(3));
    writer.add(
        IDS,
        fst::Map::from_iter([("a", 0_u64), ("b", 7), ("c", u64::MAX)]).unwrap().into_fst().into_inner(),
    );
    let stored = opened(writer.finish()).unwrap();
    assert_damaged(stored.resources().get(0).map(|_| ()), "reco");
    assert_damaged(stored.resource("a").map(|_| ()), "reco");
    assert_damaged(stored.resource("b").map(|_| ()), "rids");
    assert_damaged(stored.resource("c").map(|_| ()), "rids");
    for ids in [&b""[..], b"not a map at all, of which no word is true", &[0; 64]] {
        assert_damaged(with(IDS, ids).unwrap().resource("ant").map(|_| ()), "rids");
    }
    let others = fst::Map::from_iter([("ant", 0_u64)]).unwrap().into_fst().into_inner();
    for id in ["ant", "an id that the other map does not have"] {
        assert_damaged(with(IDS, &others).unwrap().resource(id).map(|_| ()), "rids");
    }
}

/// Says that it is the snapshot, in which section, and at which byte.
#[track_caller]
fn assert_damaged(result: Result<(), Error>, section: &str) -> usize {
    let error = result.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidSnapshot);
    let message = &error.message().en;
    let byte = message.strip_prefix(&format!(
        "The snapshot is damaged: the section `{section}` is not as it was written (byte "
    ));
    byte.and_then(|rest| rest.strip_suffix(").")).unwrap_or_else(|| panic!("{message}")).parse().unwrap()
}

/// The sections of resources, and the catalogue's.
const SECTIONS: [&str; 7] = ["cata", "rend", "reco", "rph0", "rph1", "rsum", "rids"];

/// Changes a byte of the snapshot `file` of `catalogue`, and reads whatever the change touches, and what it does not.
fn assert_change_is_found(catalogue: &Catalogue, file: &[u8], at: usize, change: u8) {
    let section = SECTIONS.into_iter().find(|name| range(file, name).contains(&at)).unwrap();
    let whole = range(file, section);
    let mut changed = file.to_vec();
    changed[at] ^= change;
    let stored = match opened(changed) {
        Ok(stored) => stored,
        Err(error) => {
            // What is read at once: the catalogue, and how many bytes a number takes, which says how many there are.
            assert!(section == "cata" || at == whole.start || error.message().en.contains("`rsum`"));
            let found = if error.message().en.contains("`rsum`") { "rsum" } else { section };
            assert_damaged(Err(error), found);
            return;
        }
    };
    assert_ne!(section, "cata");
    let mut wrong: Vec<usize> = Vec::new();
    for (place, resource) in catalogue.resources().iter().enumerate() {
        let resource = resource.unwrap();
        let [got, found] = [stored.resources().get(place).map(Option::unwrap), stored.resource(&resource.id)];
        match got {
            Ok(got) => assert_eq!(got, resource),
            Err(error) => {
                assert_damaged(Err(error), section);
                assert_damaged(found.clone().map(|_| ()), section);
                assert!(stored.resources().scan().nth(place).unwrap().is_err());
                wrong.push(place);
            }
        }
        match found {
            Ok(found) => assert_eq!(found, resource),
            Err(error) if section == "rids" => assert_eq!(assert_damaged(Err(error), "rids"), whole.start),
            Err(_) => assert_eq!(wrong.last(), Some(&place)),
        }
    }
    // Damage to what a resource has of its own spares the others; an end is also where the next begins.
    match section {
        "rids" => assert!(wrong.is_empty()),
        "rsum" => assert_eq!(wrong, [(at - whole.start) / 4]),
        "reco" => assert_eq!(wrong.len(), 1),
        "rend" if at > whole.start => assert!(matches!(wrong[..], [_] | [_, _]), "{wrong:?}"),
        _ => {}
    }
    assert_eq!(&stored == catalogue, wrong.is_empty());
    let mut writer = Writer::default();
    assert!(stored.add_sections(&mut writer).is_err(), "damage is not written again under a right checksum");
}

#[test]
fn every_changed_byte_is_found_when_it_is_read_and_spares_the_rest() {
    let catalogue = small();
    let file = written(&catalogue);
    for section in SECTIONS {
        for at in range(&file, section) {
            for bit in 0..8 {
                assert_change_is_found(&catalogue, &file, at, 1 << bit);
            }
        }
    }
}

proptest! {
    #[test]
    fn any_change_of_a_byte_is_found(section in 1..SECTIONS.len(), at in any::<prop::sample::Index>(), change in 1..=u8::MAX) {
        static SNAPSHOT: LazyLock<(Catalogue, Vec<u8>)> = LazyLock::new(|| {
            // More resources than cells are made at once.
            let mut catalogue = small();
            let resources = catalogue.resources.clone();
            let copies = (0..200).flat_map(|copy| {
                resources.iter().map(move |resource| {
                    let mut resource = resource.unwrap().clone();
                    resource.id = format!("{}-{copy}", resource.id);
                    resource
                })
            });
            catalogue.resources = Resources::from(copies.collect::<Vec<_>>());
            let file = written(&catalogue);
            (catalogue, file)
        });
        let (catalogue, file) = &*SNAPSHOT;
        let range = range(file, SECTIONS[section]);
        assert_change_is_found(catalogue, file, range.start + at.index(range.len()), change);
    }
}

/// A page that shows both resources in every way there is, one of them only by a link in its prose.
const PAGE: &str = r#"{
    "title": {"en": "Mine", "fr": "Le mien"},
    "vocabularies": {"kinds": [{"id": "k", "label": {"en": "Kind", "fr": "Type"}}]},
    "resources": [{"id": "ant", "kind": "k", "title": {"en": "Ant"}, "languages": ["en"]},
                  {"id": "mouse", "kind": "k", "title": {"en": "Mouse"}, "languages": ["en"]}],
    "toolkits": [{"key": "t", "title": {"en": "T", "fr": "T"}, "pages": ["link", "list", "query"]}],
    "pages": {"t": [
        {"key": "link", "title": {"en": "P", "fr": "P"}, "blocks": [
            {"type": "text", "body": {"en": "*A [mouse](resource:mouse)*", "fr": "*Une [souris](resource:mouse)*"}}]},
        {"key": "list", "title": {"en": "P", "fr": "P"}, "blocks": [{"type": "resource_list", "resources": ["mouse"]}]},
        {"key": "query", "title": {"en": "P", "fr": "P"}, "blocks": [{"type": "resource_list", "query": {"kind": ["k"]}}]}]}}"#;

#[test]
fn a_damaged_resource_is_never_left_out_in_silence() {
    let catalogue = Catalogue::from_json(PAGE.as_bytes()).unwrap();
    let mut file = written(&catalogue);
    let pages = ["t/link", "t/list", "t/query"];
    let whole = opened(file.clone()).unwrap();
    for page in pages {
        assert_eq!(whole.read_page(page, Language::French), catalogue.read_page(page, Language::French));
    }
    let last = range(&file, "reco").end - 1;
    file[last] ^= 1;
    let stored = opened(file).unwrap();
    for page in pages {
        assert_damaged(stored.read_page(page, Language::French).map(|_| ()), "reco");
    }
    assert!(stored.read_resource("ant", Language::French).is_ok());
    assert_damaged(stored.read_resource("mouse", Language::French).map(|_| ()), "reco");
    let concept = stored.read_concept(VocabularyName::Kinds, "k", Language::French);
    assert_damaged(concept.map(|_| ()), "reco");
    assert_damaged(stored.to_json().map(|_| ()), "reco");
    assert_damaged(Lexicon::of(&stored, LexiconSources::default()).map(|_| ()), "reco");
    assert_damaged(Searcher::new(stored).map(|_| ()), "reco");
}

#[test]
fn what_is_in_a_snapshot_is_searched_alike() {
    let catalogue = Catalogue::from_json(PAGE.as_bytes()).unwrap();
    let stored = opened(written(&catalogue)).unwrap();
    let [one, other] = [catalogue, stored].map(|catalogue| Searcher::new(catalogue).unwrap());
    for query in ["", "mouse", "type", "souris"] {
        let request = SearchRequest::new(query, Language::French);
        assert_eq!(one.search(&request), other.search(&request), "{query}");
    }
}
