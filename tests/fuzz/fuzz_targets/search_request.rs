//! Any request to the bundled catalogue: what begins with a brace as JSON, any other text as a query.
#![no_main]

use std::sync::LazyLock;

use ally_toolkit::search::{FacetField, FacetRequest, Match};
use ally_toolkit::{Catalogue, Language, SearchRequest, Searcher};
use libfuzzer_sys::fuzz_target;

static SEARCHER: LazyLock<Searcher> = LazyLock::new(|| Searcher::new(Catalogue::bundled().unwrap()).unwrap());

fn search(request: &SearchRequest) {
    let Ok(results) = SEARCHER.search(request) else { return };
    assert!(results.hits.len() <= results.total);
    for hit in &results.hits {
        assert!(hit.score.is_finite() && hit.score >= 0.0);
        for highlight in [&hit.title].into_iter().chain(&hit.description).chain(&hit.highlights) {
            assert!(highlight.segments.windows(2).all(|pair| pair[0].span.end == pair[1].span.start));
        }
    }
}

fuzz_target!(|data: &[u8]| {
    if data.first() == Some(&b'{') {
        if let Ok(request) = SearchRequest::from_json(data) {
            search(&request);
        }
    } else if let Ok(query) = std::str::from_utf8(data) {
        for language in Language::ALL {
            for matching in [Match::Any, Match::All] {
                let facets = FacetField::ALL.map(FacetRequest::from).to_vec();
                search(&SearchRequest { matching, facets, ..SearchRequest::new(query, language) });
            }
        }
    }
});
