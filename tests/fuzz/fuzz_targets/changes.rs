//! Any changes to the bundled catalogue: they are refused with a reason, or made, and what was added is found.
#![no_main]

use std::sync::LazyLock;

use ally_toolkit::catalogue::Change;
use ally_toolkit::search::{FacetField, FacetRequest};
use ally_toolkit::{Catalogue, Language, SearchRequest, Searcher};
use libfuzzer_sys::fuzz_target;

static SEARCHER: LazyLock<Searcher> = LazyLock::new(|| Searcher::new(Catalogue::bundled().unwrap()).unwrap());

fuzz_target!(|data: &[u8]| {
    let changes = match Change::list_from_json(data) {
        Ok(changes) => changes,
        Err(error) => return assert!(Language::ALL.iter().all(|language| !error.line(*language).is_empty())),
    };
    let Ok(updated) = SEARCHER.update(changes.clone()) else { return };
    for change in changes {
        let Change::Upsert(resource) = change else { continue };
        let Some(kept) = updated.catalogue().resources().find(&resource.id).unwrap() else { panic!("lost") };
        for language in Language::ALL {
            let title: String = kept.title.get(language).cloned().unwrap_or_default().chars().take(1000).collect();
            let facets = FacetField::ALL.map(FacetRequest::from).to_vec();
            let results = updated.search(&SearchRequest { facets, ..SearchRequest::new(title, language) }).unwrap();
            assert!(results.hits.iter().all(|hit| hit.score.is_finite()));
        }
    }
});
