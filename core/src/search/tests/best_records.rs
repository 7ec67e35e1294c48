//! The best records, beside a look at every one.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::super::asked::Asked;
use super::super::matches::Matches;
use super::super::plan::plans;
use super::super::rank::{rank, score};
use super::super::scored::{Scored, by_score};
use super::super::{FacetField, Filters, Match, Ranking, SearchRequest, Searcher, Sort};
use crate::catalogue::Catalogue;
use crate::index::RecordSet;
use crate::text::Language;

/// Words of both languages, the first ones common and the last ones rare; some translate each other, some are of a family.
const ENGLISH: [&str; 16] = [
    "health",
    "women",
    "school",
    "mentor",
    "mentoring",
    "leader",
    "leadership",
    "work",
    "equity",
    "equal",
    "high",
    "speed",
    "highspeed",
    "nurse",
    "bias",
    "ally",
];
const FRENCH: [&str; 16] = [
    "santé",
    "femmes",
    "école",
    "mentor",
    "mentorat",
    "leader",
    "leadership",
    "travail",
    "équité",
    "égal",
    "haute",
    "vitesse",
    "hautevitesse",
    "infirmière",
    "préjugés",
    "allié",
];

/// More records than three windows have, in which words are as unevenly spread as in real ones.
pub(super) static SEARCHER: LazyLock<Searcher> = LazyLock::new(|| {
    let mut seed = 7_u64;
    let mut random = move |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let mut text = |words: &[&str; 16], most: u64| -> String {
        let count = 1 + random(most);
        let words = (0..count).map(|_| {
            let (a, b) = (random(16), random(16));
            words[(a * b / 15) as usize]
        });
        words.collect::<Vec<_>>().join(" ")
    };
    let resources = (0..13_000).map(|number| {
        let (english, french) = (number % 5 != 0, number % 3 != 0 || number % 5 == 0);
        let mut title = serde_json::Map::new();
        let mut description = serde_json::Map::new();
        for (tag, has, words) in [("en", english, &ENGLISH), ("fr", french, &FRENCH)] {
            if has {
                title.insert(tag.into(), text(words, 4).into());
                description.insert(tag.into(), text(words, 20).into());
            }
        }
        let kind = ["article", "video", "course"][number % 7 % 3];
        serde_json::json!({"id": format!("r{number}"), "kind": kind, "languages": ["en"], "title": title,
            "description": description, "date": format!("{}", 2000 + number % 11)})
    });
    let kinds =
        ["article", "video", "course"].map(|id| serde_json::json!({"id": id, "label": {"en": id, "fr": id}}));
    let catalogue = serde_json::json!({"title": {"en": "A", "fr": "A"}, "vocabularies": {"kinds": kinds},
        "resources": resources.collect::<Vec<_>>()});
    Searcher::new(Catalogue::from_json(catalogue.to_string().as_bytes()).unwrap()).unwrap()
});

fn query() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        8 => proptest::sample::select(ENGLISH.to_vec()),
        8 => proptest::sample::select(FRENCH.to_vec()),
        1 => proptest::sample::select(vec!["mentorin", "santee", "the", "zzz", "leadershipp"]),
    ];
    proptest::collection::vec(word, 1..5).prop_map(|words| words.join(" "))
}

pub(super) fn request() -> impl Strategy<Value = SearchRequest> {
    let kinds = proptest::collection::vec(proptest::sample::select(vec!["article", "video", "course"]), 0..2);
    let own_language = Ranking { other_language: 0.0, ..Ranking::default() };
    let ranking = proptest::sample::select(vec![Ranking::default(), Ranking::PLAIN, own_language]);
    (query(), any::<bool>(), any::<bool>(), ranking, kinds, proptest::option::of(2001_i32..2009)).prop_map(
        |(query, english, all, ranking, kinds, year)| SearchRequest {
            matching: if all { Match::All } else { Match::Any },
            ranking,
            filters: Filters {
                kind: kinds.into_iter().map(str::to_owned).collect(),
                year: year.map(|from| super::super::YearRange { from: Some(from), to: Some(from + 2) }),
                ..Filters::default()
            },
            facets: vec![FacetField::Kind.into(), FacetField::Year.into()],
            ..SearchRequest::new(query, if english { Language::English } else { Language::French })
        },
    )
}

/// Every record that matches, scored on its own, best first.
fn every(matches: &Matches<'_>, found: &RecordSet, request: &SearchRequest) -> Vec<Scored> {
    let mut all: Vec<Scored> = found.iter().filter_map(|record| score(matches, record, request)).collect();
    all.sort_by(by_score);
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_best_are_those_that_a_look_at_every_record_finds(
        request in request(),
        count in prop_oneof![Just(0_usize), 1_usize..30, Just(100), Just(20_000)],
        left_out in 1_u32..9,
    ) {
        let index = &SEARCHER.index;
        let asked = Asked::of(&request, &SEARCHER.catalogue, index).unwrap();
        let plans = plans(&asked.words, &asked.beginnings, &request, index, &SEARCHER.known);
        let matches = Matches::of(&plans, index, &SEARCHER.known, request.matching);
        let mut found = matches.found();
        let all = every(&matches, &found, &request);
        let mut best = all.clone();
        best.truncate(count);
        prop_assert_eq!(rank(&matches, &found, count, &request), best);
        // A hit is shown in a language that it was found in.
        prop_assert!(all.iter().all(|scored| matches.view(scored.language).found.contains(scored.record)));

        // Among some of the records only.
        (0..13_000).filter(|record| record % left_out == 0).for_each(|record| found.remove(record));
        let mut best: Vec<Scored> = all.into_iter().filter(|scored| scored.record % left_out != 0).collect();
        best.truncate(count);
        prop_assert_eq!(rank(&matches, &found, count, &request), best);
    }

    #[test]
    fn totals_and_facets_count_what_a_look_at_every_resource_counts(request in request(), newest in any::<bool>()) {
        let request = SearchRequest { sort: if newest { Sort::Newest } else { Sort::Relevance }, ..request };
        let searcher = &*SEARCHER;
        let asked = Asked::of(&request, &searcher.catalogue, &searcher.index).unwrap();
        let plans = plans(&asked.words, &asked.beginnings, &request, &searcher.index, &searcher.known);
        let found = Matches::of(&plans, &searcher.index, &searcher.known, request.matching).found();
        let records = found.iter().map(|record| {
            let resource = searcher.catalogue.resources().get(record as usize).unwrap().unwrap();
            (resource.kind.clone(), resource.date.unwrap().year())
        });
        let records: Vec<(String, i32)> = records.collect();
        let of_kind = |kind: &str| request.filters.kind.is_empty() || request.filters.kind.iter().any(|asked| asked == kind);
        let of_year = |year: i32| request.filters.year.is_none_or(|range| (range.from..=range.to).contains(&Some(year)));

        let results = searcher.search(&request).unwrap();
        let passing = records.iter().filter(|(kind, year)| of_kind(kind) && of_year(*year)).count();
        prop_assert_eq!(results.total, passing);
        prop_assert_eq!(results.hits.len(), passing.min(10));
        for value in &results.facets[0].values {
            let having = records.iter().filter(|(kind, year)| *kind == value.id && of_year(*year)).count();
            prop_assert_eq!(value.count, having, "{}", &value.id);
        }
        for value in &results.facets[1].values {
            let having = records.iter().filter(|(kind, year)| of_kind(kind) && year.to_string() == value.id).count();
            prop_assert_eq!(value.count, having, "{}", &value.id);
        }
        if newest {
            let years = results.hits.iter().map(|hit| searcher.catalogue.resource(&hit.id).unwrap().date.unwrap().year());
            prop_assert!(years.collect::<Vec<_>>().is_sorted_by(|a, b| a >= b));
        }
    }
}
