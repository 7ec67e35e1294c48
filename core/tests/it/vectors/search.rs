use ally_toolkit::{Catalogue, SearchRequest, Searcher};
use serde_json::Value;

use super::{Case, bundled, bytes, check, in_every_unit};

fn answer(searcher: &Searcher, case: &Case) -> Value {
    let request = SearchRequest::from_value(case["request"].clone()).unwrap();
    in_every_unit(|unit| serde_json::to_value(searcher.search_in_unit(&request, unit).unwrap()).unwrap())
}

#[test]
fn the_bundled_catalogue_is_searched_as_expected() {
    check("search.json", "results", |case| answer(bundled(), case));
}

#[test]
fn small_catalogues_are_searched_as_expected() {
    check("search-small.json", "results", |case| {
        answer(&Searcher::new(Catalogue::from_json(&bytes(case, "catalogue")).unwrap()).unwrap(), case)
    });
}
