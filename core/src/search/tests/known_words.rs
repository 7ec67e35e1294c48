//! Words that were asked for before, beside words that were not.

use proptest::prelude::*;

use super::super::asked::Asked;
use super::super::known_words::KnownWords;
use super::super::matches::Matches;
use super::super::plan::plans;
use super::super::rank::rank;
use super::super::{SearchRequest, Searcher};
use super::best_records::{SEARCHER, request};
use crate::catalogue::Catalogue;
use crate::lexicon::LexiconSources;
use crate::text::Language;

/// What a request means and finds, where `known` is known.
fn answer(request: &SearchRequest, known: &KnownWords) -> String {
    let index = &SEARCHER.index;
    let asked = Asked::of(request, &SEARCHER.catalogue, index).unwrap();
    let plans = plans(&asked.words, &asked.beginnings, request, index, known);
    let matches = Matches::of(&plans, index, known, request.matching);
    let found = matches.found();
    format!("{plans:?} {:?} {found:?}", rank(&matches, &found, 20, request))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_word_means_the_same_whether_it_was_asked_for_or_not(
        requests in proptest::collection::vec((request(), any::<bool>(), any::<bool>()), 1..6),
    ) {
        let index = &SEARCHER.index;
        // Some of these have no room for every word, one for none.
        let known: Vec<KnownWords> = [0, 1, 7, 1000].map(|room| KnownWords::with_room(room, index)).into();
        for (request, general, learned) in requests {
            let across = LexiconSources { general, learned, ..LexiconSources::default() };
            let request = SearchRequest { across, ..request };
            let expected = answer(&request, &KnownWords::new(index));
            for known in known.iter().chain([&SEARCHER.known]) {
                prop_assert_eq!(&answer(&request, known), &expected);
                prop_assert_eq!(&answer(&request, known), &expected);
            }
        }
    }
}

#[test]
fn what_was_known_of_words_is_not_taken_for_those_of_a_changed_index() {
    let catalogue = |title: &str| {
        let resource =
            serde_json::json!({"id": "a", "kind": "k", "languages": ["en"], "title": {"en": title}});
        let kinds = serde_json::json!([{"id": "k", "label": {"en": "k", "fr": "k"}}]);
        let json = serde_json::json!({"title": {"en": "A", "fr": "A"}, "vocabularies": {"kinds": kinds}, "resources": [resource]});
        Catalogue::from_json(json.to_string().as_bytes()).unwrap()
    };
    let searcher = Searcher::new(catalogue("mentoring")).unwrap();
    let total = |searcher: &Searcher, query: &str| {
        searcher.search(&SearchRequest::new(query, Language::English)).unwrap().total
    };
    assert_eq!(["mentoring", "harbour"].map(|query| total(&searcher, query)), [1, 0]);
    let changed = catalogue("harbour").resources().get(0).unwrap().unwrap().clone();
    let updated = searcher.update([crate::catalogue::Change::from(changed)]).unwrap();
    assert_eq!(["mentoring", "harbour"].map(|query| total(&updated, query)), [0, 1]);
    assert_eq!(["mentoring", "harbour"].map(|query| total(&searcher, query)), [1, 0]);
}
