//! Updating a searcher: what is refused, and searching while it goes on.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use ally_toolkit::catalogue::Change;
use ally_toolkit::model::{Block, Resource};
use ally_toolkit::search::LiveSearcher;
use ally_toolkit::{Catalogue, ErrorKind, Language, ProblemCode, SearchRequest, SearchResults, Searcher};
use serde_json::json;

use crate::vectors::bundled;

fn resource(id: &str, title: &str) -> Resource {
    let resource = json!({"id": id, "kind": "article", "title": {"en": title}, "languages": ["en"]});
    serde_json::from_value(resource).unwrap()
}

#[test]
fn a_resource_that_breaks_a_rule_is_refused_with_every_error() {
    let wrong =
        Resource { kind: "nonsense".into(), topics: vec!["nowhere".into()], ..resource("new", "New") };
    let error = bundled().update([Change::from(resource("other", "Other")), wrong.into()]).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidCatalogue);
    let problems: Vec<_> =
        error.problems().iter().map(|problem| (problem.code, problem.place.record.clone())).collect();
    let of_new = Some("new".to_owned());
    assert_eq!(problems, [(ProblemCode::UnknownKind, of_new.clone()), (ProblemCode::UnknownTopic, of_new)]);
}

#[test]
fn a_resource_that_is_not_there_cannot_be_deleted() {
    let error = bundled().update([Change::Delete("nowhere".into())]).unwrap_err();
    assert_eq!((error.kind(), error.place().record.as_deref()), (ErrorKind::NotFound, Some("nowhere")));
}

#[test]
fn a_resource_that_a_page_shows_cannot_be_deleted() {
    let catalogue = bundled().catalogue();
    let shown = catalogue.pages().iter().find_map(|page| {
        let address = format!("{}/{}", page.toolkit, page.page.key);
        page.page.blocks.iter().find_map(|block| match block {
            Block::FeaturedResource(block) => Some((address.clone(), block.resource.clone())),
            _ => None,
        })
    });
    let (address, id) = shown.unwrap();
    let error = bundled().update([Change::Delete(id)]).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidCatalogue);
    assert!(error.problems().iter().all(|problem| problem.code == ProblemCode::UnknownResource));
    assert!(
        error.problems().iter().any(|problem| problem.place.record.as_ref() == Some(&address)),
        "{error:?}"
    );
}

#[test]
fn an_updated_catalogue_lists_its_resources_in_order() {
    let catalogue = bundled().catalogue();
    let ids = |catalogue: &Catalogue| -> Vec<String> {
        catalogue.resources().iter().map(|resource| resource.unwrap().id.clone()).collect()
    };
    let before = ids(catalogue);
    let in_place = Resource { id: before[1].clone(), ..resource("", "In place") };
    let updated = catalogue.changed([resource("new", "New").into(), in_place.into()]).unwrap();
    assert_eq!(ids(&updated), [before.as_slice(), &["new".to_owned()]].concat());
    assert_eq!(updated.resource(&before[1]).unwrap().title.get(Language::English).unwrap(), "In place");
    assert_eq!(updated.resources().get(before.len()).unwrap().unwrap().id, "new");
    assert_eq!(updated.resources().get(before.len() + 1).unwrap(), None);
    let again = updated.changed([Change::Delete("new".into())]).unwrap();
    assert_eq!((ids(&again), again.resource("new").unwrap_err().kind()), (before, ErrorKind::NotFound));
}

/// Searched while it is updated a thousand times and its index built anew: each answer is that of one of the versions, whole, and none is
/// older than the one before.
#[test]
fn every_answer_is_that_of_a_whole_version() {
    const VERSIONS: usize = 1000;
    let request = SearchRequest::new("zebra okapi", Language::English);
    let version = |number: usize| {
        // Two records that only change together.
        let title = |animal: &str| format!("{animal} {}", "stripes ".repeat(1 + number % 3));
        let counter = |id: &str, animal: &str| Resource {
            description: ally_toolkit::Localized::both(number.to_string(), number.to_string()),
            ..resource(id, &title(animal))
        };
        [counter("zebra", "zebra").into(), counter("okapi", "okapi").into()]
    };
    let number_of = |results: &SearchResults| -> usize {
        let text = |hit: &ally_toolkit::search::Hit| hit.description.as_ref().unwrap().text();
        assert_eq!(results.hits.iter().map(text).collect::<Vec<_>>(), vec![text(&results.hits[0]); 2]);
        text(&results.hits[0]).parse().unwrap()
    };
    let live =
        LiveSearcher::new(Searcher::new(Catalogue::bundled().unwrap()).unwrap().update(version(0)).unwrap());
    let done = AtomicBool::new(false);
    let mut answers: HashMap<usize, SearchResults> = HashMap::new();
    thread::scope(|scope| {
        let readers: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(|| {
                    let (mut last, mut seen) = (0, HashMap::new());
                    while !done.load(Ordering::Relaxed) {
                        let current = live.current();
                        let results = current.search(&request).unwrap();
                        let number = number_of(&results);
                        assert!(number >= last);
                        last = number;
                        assert_eq!(current.search(&request).unwrap(), results);
                        assert_eq!(seen.entry(number).or_insert_with(|| results.clone()), &results);
                    }
                    seen
                })
            })
            .collect();
        let rebuilder = scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                live.rebuild(Default::default()).unwrap();
            }
        });
        for number in 1..VERSIONS {
            let updated = live.update(version(number)).unwrap();
            answers.insert(number, updated.search(&request).unwrap());
        }
        done.store(true, Ordering::Relaxed);
        rebuilder.join().unwrap();
        for reader in readers {
            for (number, results) in reader.join().unwrap() {
                assert_eq!(answers.get(&number).unwrap_or(&results), &results, "version {number}");
            }
        }
    });
    assert_eq!(number_of(&live.current().search(&request).unwrap()), VERSIONS - 1);
}
