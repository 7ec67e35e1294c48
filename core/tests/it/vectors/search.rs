use ally_toolkit::search::Highlight;
use ally_toolkit::{Catalogue, SearchRequest, Searcher};
use serde_json::{Value, json};

use super::{Case, bundled, bytes, check, in_every_unit};

fn answer(searcher: &Searcher, case: &Case) -> Value {
    let request = SearchRequest::from_value(case["request"].clone()).unwrap();
    in_every_unit(|unit| serde_json::to_value(searcher.search_in_unit(&request, unit).unwrap()).unwrap())
}

#[test]
fn the_bundled_catalogue_is_searched_as_expected() {
    check("search.json", "results", |case| answer(bundled(), case));
}

fn small(case: &Case) -> Searcher {
    Searcher::new(Catalogue::from_json(&bytes(case, "catalogue")).unwrap()).unwrap()
}

/// The texts of each hit as HTML: title, description, the others.
fn html(searcher: &Searcher, case: &Case) -> Value {
    let request = SearchRequest::from_value(case["request"].clone()).unwrap();
    let hits = searcher.search(&request).unwrap().hits;
    let texts = hits.iter().map(|hit| {
        let texts = [&hit.title].into_iter().chain(&hit.description).chain(&hit.highlights);
        texts.map(Highlight::to_html).collect::<Vec<_>>()
    });
    json!(texts.collect::<Vec<_>>())
}

#[test]
fn highlights_are_the_html_expected() {
    check("search-small.json", "html", |case| html(&small(case), case));
}

#[test]
fn small_catalogues_are_searched_as_expected() {
    check("search-small.json", "results", |case| answer(&small(case), case));
}
