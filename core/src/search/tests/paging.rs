//! Pages that follow each other by cursors, beside the whole list.

use std::collections::HashMap;

use proptest::prelude::*;
use serde_json::json;

use super::super::diversity::spread;
use super::super::{Diversity, FacetField, Hit, SearchRequest, SearchResults, Searcher, Sort};
use super::best_records::{SEARCHER, request as request_of_many};
use super::updates::{Wanted, changes, make, request, resource, searcher};
use crate::catalogue::{Catalogue, Change};
use crate::model::Resource;
use crate::text::Language;

/// Every hit of a request, in order, by pages with numbers.
fn every_hit(searcher: &Searcher, request: &SearchRequest) -> Vec<Hit> {
    let page = |page| searcher.search(&SearchRequest { page, after: None, ..request.clone() }).unwrap();
    let pages = i64::try_from(page(1).pages).unwrap();
    (1..=pages).flat_map(|number| page(number).hits).collect()
}

/// The page after an answer.
fn page_after(searcher: &Searcher, results: &SearchResults, request: &SearchRequest) -> SearchResults {
    searcher.search(&SearchRequest { after: results.next.clone(), ..request.clone() }).unwrap()
}

fn ids(hits: &[Hit]) -> Vec<&str> {
    hits.iter().map(|hit| hit.id.as_str()).collect()
}

/// Resources without two of the same id, nor of the same title: each ends with its id.
fn distinct(mut resources: Vec<Resource>) -> Vec<Resource> {
    resources.sort_by(|a, b| a.id.cmp(&b.id));
    resources.dedup_by(|a, b| a.id == b.id);
    resources.iter_mut().for_each(titled_by_id);
    resources
}

fn titled_by_id(resource: &mut Resource) {
    let mut title = serde_json::to_value(&resource.title).unwrap();
    for text in title.as_object_mut().unwrap().values_mut() {
        *text = format!("{} {}", text.as_str().unwrap(), resource.id).into();
    }
    resource.title = serde_json::from_value(title).unwrap();
}

/// Where the page after the hit at `place` of `before` begins in `now`, hits by relevance.
fn start_by_relevance(before: &[Hit], place: usize, now: &[Hit], request: &SearchRequest) -> usize {
    let anchor = &before[place];
    for shown in before[..=place].iter().rev().take(3) {
        if let Some(at) = now.iter().position(|hit| (hit.record, &hit.id) == (shown.record, &shown.id)) {
            return at + 1;
        }
    }
    if request.diversity.is_some() {
        return place.min(now.len());
    }
    let ties = before[..place].iter().rev().take_while(|hit| hit.score == anchor.score).count();
    let ties = ties.saturating_sub(before[..place].len().min(2));
    let start = now.iter().take_while(|hit| hit.score > anchor.score).count();
    start + now[start..].iter().take(ties).take_while(|hit| hit.score == anchor.score).count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn following_cursors_gives_the_pages_by_number(
        resources in prop::collection::vec(resource(), 0..9),
        requests in prop::collection::vec(request(), 6),
    ) {
        let mut resources = resources;
        resources.sort_by(|a, b| a.id.cmp(&b.id));
        resources.dedup_by(|a, b| a.id == b.id);
        let searcher = searcher(&resources);
        for request in &requests {
            let mut results = searcher.search(request).unwrap();
            for page in 1.. {
                let by_number = searcher.search(&SearchRequest { page, ..request.clone() }).unwrap();
                prop_assert_eq!(&results, &by_number, "{:?}", request);
                prop_assert_eq!(results.next.is_some(), (page as usize) < results.pages);
                if results.next.is_none() {
                    break;
                }
                results = page_after(&searcher, &results, request);
            }
        }
    }

    #[test]
    fn a_page_goes_on_after_the_last_hit_wherever_it_is_now(
        resources in prop::collection::vec(resource(), 4..9),
        updates in prop::collection::vec(changes(), 6),
        request in request(),
        per_page in 1..4_i64,
    ) {
        let mut resources = distinct(resources);
        let mut searcher = searcher(&resources);
        let request = SearchRequest { per_page, explain: false, facets: Vec::new(), ..request };
        let mut results = searcher.search(&request).unwrap();
        let mut last = results.hits.len();
        let mut before = every_hit(&searcher, &request);
        for changes in updates {
            if results.next.is_none() {
                break;
            }
            searcher = searcher.update(make(changes, &mut resources)).unwrap();
            let now = every_hit(&searcher, &request);
            let next = page_after(&searcher, &results, &request);
            prop_assert_eq!(next.page, results.page + 1);
            prop_assert_eq!(next.total, now.len());
            let is_by_score = request.sort == Sort::Relevance && results.hits.iter().all(|hit| hit.language.is_some());
            if is_by_score {
                let start = start_by_relevance(&before, last - 1, &now, &request);
                let expected: Vec<Hit> = now[start..].iter().take(per_page as usize).cloned().collect();
                prop_assert_eq!(&next.hits, &expected);
                last = start + next.hits.len();
            } else {
                let first = next.hits.first();
                let start = first.map_or(now.len(), |first| now.iter().position(|hit| hit == first).unwrap());
                last = start + next.hits.len();
            }
            (before, results) = (now, next);
        }
    }

    #[test]
    fn by_title_and_date_what_does_not_change_comes_exactly_once(
        resources in prop::collection::vec(resource(), 4..9),
        updates in prop::collection::vec(changes(), 4),
        request in request(),
        sort in prop::sample::select(vec![Sort::Newest, Sort::Oldest, Sort::Added, Sort::Title, Sort::Relevance]),
        per_page in 1..4_i64,
    ) {
        let mut resources = distinct(resources);
        let mut untouched: Vec<String> = resources.iter().map(|resource| resource.id.clone()).collect();
        let mut searcher = searcher(&resources);
        // Without a word, relevance is by title; and what a request finds depends on no other record.
        let request = SearchRequest { query: String::new(), sort, per_page, diversity: None, ..request };
        let mut results = searcher.search(&request).unwrap();
        let mut shown: Vec<String> = ids(&results.hits).into_iter().map(str::to_owned).collect();
        let mut updates = updates.into_iter();
        while results.next.is_some() {
            for changes in updates.by_ref().take(1) {
                let changes = changes.into_iter().map(|mut wanted| {
                    if let Wanted::Upsert(resource) = &mut wanted {
                        titled_by_id(resource);
                    }
                    wanted
                });
                let made = make(changes.collect(), &mut resources);
                untouched.retain(|id| made.iter().all(|change| match change {
                    Change::Upsert(resource) => resource.id != *id,
                    Change::Delete(deleted) => deleted != id,
                }));
                searcher = searcher.update(made).unwrap();
            }
            results = page_after(&searcher, &results, &request);
            shown.extend(results.hits.iter().map(|hit| hit.id.clone()));
        }
        let found = every_hit(&searcher, &request);
        for id in &untouched {
            let is_found = usize::from(found.iter().any(|hit| hit.id == *id));
            prop_assert_eq!(shown.iter().filter(|other| *other == id).count(), is_found, "{}: {:?}", id, request);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn many_hits_are_the_same_by_cursors_and_by_numbers(request in request_of_many(), per_page in 1..40_i64, most in prop::option::of(1..4_i64)) {
        let diversity = most.map(|most| Diversity { field: FacetField::Kind, most });
        let request = SearchRequest { per_page, diversity, facets: Vec::new(), ..request };
        let mut results = SEARCHER.search(&request).unwrap();
        for page in 2..8 {
            if results.next.is_none() {
                break;
            }
            results = page_after(&SEARCHER, &results, &request);
            prop_assert_eq!(&results, &SEARCHER.search(&SearchRequest { page, ..request.clone() }).unwrap());
        }
    }

    #[test]
    fn diversity_moves_the_best_fifty_hits_only(request in request_of_many(), per_page in 1..40_i64, most in 1..4_i64) {
        let ranked = SearchRequest { per_page: 70, explain: true, ..request };
        let diversity = Some(Diversity { field: FacetField::Kind, most });
        let diverse = SearchRequest { per_page, diversity, ..ranked.clone() };
        let ranked = SEARCHER.search(&ranked).unwrap();
        let mut hits = Vec::new();
        for page in 1.. {
            let results = SEARCHER.search(&SearchRequest { page, ..diverse.clone() }).unwrap();
            prop_assert_eq!((results.total, &results.facets), (ranked.total, &ranked.facets));
            hits.extend(results.hits);
            if results.next.is_none() || hits.len() >= ranked.hits.len() {
                break;
            }
        }
        hits.truncate(ranked.hits.len());

        let mut values = HashMap::new();
        let value = |hit: &Hit| {
            let next = u32::try_from(values.len()).unwrap();
            vec![*values.entry(SEARCHER.catalogue.resource(&hit.id).unwrap().kind.clone()).or_insert(next)]
        };
        let best = ranked.hits.len().min(50);
        let values: Vec<Vec<u32>> = ranked.hits[..best].iter().map(value).collect();
        let mut places = spread(&values, most as usize, per_page as usize);
        places.extend(best..ranked.hits.len());
        let expected: Vec<&str> = places.iter().map(|place| ranked.hits[*place].id.as_str()).collect();
        prop_assert_eq!(ids(&hits), expected);
        for ((at, hit), place) in hits.iter().enumerate().zip(places) {
            let explanation = hit.explanation.as_ref().unwrap();
            prop_assert_eq!(&explanation.contributions, &ranked.hits[place].explanation.as_ref().unwrap().contributions);
            prop_assert_eq!(explanation.without_diversity, (place != at).then_some(place + 1));
            if hits.get(at + 1).is_some_and(|next| next.score > hit.score) {
                prop_assert_eq!(&explanation.above_next, &None);
            }
        }
    }
}

fn titled(id: &str, title: &str) -> Resource {
    serde_json::from_value(json!({"id": id, "kind": "article", "title": {"en": title}, "languages": ["en"]}))
        .unwrap()
}

fn upserts(resources: impl Iterator<Item = Resource>) -> Vec<Change> {
    resources.map(|resource| Change::Upsert(Box::new(resource))).collect()
}

#[test]
fn any_number_of_records_may_come_before_a_page() {
    let number = |number: usize| titled(&format!("r{number:03}"), &format!("Mentor {number:03} of women"));
    let resources: Vec<Resource> = (0..200).map(number).collect();
    let searcher = searcher(&resources);
    let added = (0..300).map(|number| titled(&format!("a{number:03}"), &format!("Mentor {number:03}")));
    let updated = searcher.update(upserts(added)).unwrap();
    for query in ["mentor", "title:mentor", ""] {
        let request = SearchRequest { page: 3, ..SearchRequest::new(query, Language::English) };
        let results = searcher.search(&request).unwrap();
        assert_eq!(ids(&results.hits)[9], "r029");
        let request = SearchRequest { page: 1, ..request };
        let next = page_after(&updated, &results, &request);
        assert_eq!((next.page, next.total), (4, 500));
        let following = if query.is_empty() { ["a030", "r030", "a031"] } else { ["r030", "r031", "r032"] };
        assert_eq!(ids(&next.hits)[..3], following, "{query}");
    }
}

#[test]
fn hits_that_tie_with_one_that_is_gone_are_neither_repeated_nor_left_out() {
    let resources: Vec<Resource> = (0..9).map(|number| titled(&format!("r{number}"), "Mentor")).collect();
    let searcher = searcher(&resources);
    for query in ["mentor", ""] {
        let request = SearchRequest { per_page: 4, ..SearchRequest::new(query, Language::English) };
        let results = searcher.search(&request).unwrap();
        assert_eq!(ids(&results.hits), ["r0", "r1", "r2", "r3"]);
        let gone = ["r3", "r1", "r2"];
        for most in 1..=3 {
            let gone = gone[..most].iter().map(|id| Change::Delete((*id).to_owned()));
            let updated = searcher.update(gone).unwrap();
            let next = ids(&page_after(&updated, &results, &request).hits).join(" ");
            // Where all that it names are gone, scores of before say little of those of now.
            if (query, most) != ("mentor", 3) {
                assert_eq!(next, "r4 r5 r6 r7", "{query} {most}");
            }
        }
    }
}

#[test]
fn the_last_hit_may_be_given_another_title() {
    let resources = ["A", "B", "C", "D", "E"].map(|title| titled(&title.to_lowercase(), title));
    let searcher = searcher(&resources);
    let request =
        SearchRequest { per_page: 2, sort: Sort::Title, ..SearchRequest::new("", Language::English) };
    let results = searcher.search(&request).unwrap();
    let updated = searcher.update(upserts([titled("b", "Z")].into_iter())).unwrap();
    let results = page_after(&updated, &results, &request);
    assert_eq!(ids(&results.hits), ["c", "d"]);
    assert_eq!(ids(&page_after(&updated, &results, &request).hits), ["e", "b"]);
}

#[test]
fn the_last_hit_may_lose_the_word_that_ranked_it() {
    let resources = [
        ("a", "Mentor"),
        ("b", "A mentor of women"),
        ("c", "A mentor of women and of men in health"),
        ("d", "Women"),
        ("e", "Equity"),
    ];
    let resources = resources.map(|(id, title)| titled(id, title));
    let searcher = searcher(&resources);
    let request =
        SearchRequest { per_page: 2, ..SearchRequest::new("mentor OR -kind:video", Language::English) };
    let results = searcher.search(&request).unwrap();
    assert_eq!(ids(&results.hits), ["a", "b"]);
    // It comes last now; what it came before is not left out.
    let updated = searcher.update(upserts([titled("b", "Zebras")].into_iter())).unwrap();
    let results = page_after(&updated, &results, &request);
    assert_eq!(ids(&results.hits), ["c", "e"]);
    assert_eq!(ids(&page_after(&updated, &results, &request).hits), ["d", "b"]);
}

#[test]
fn those_added_last_come_first_and_ties_by_title() {
    let added = [("a", "2024-05", "Z"), ("b", "2024", "A"), ("c", "2024-05-02", "M"), ("d", "2024-05", "B")];
    let mut resources: Vec<Resource> = added
        .map(|(id, added, title)| {
            let added = Some(added.parse().unwrap());
            Resource { added, ..titled(id, title) }
        })
        .into();
    resources.push(titled("e", "A"));
    let request = SearchRequest { sort: Sort::Added, ..SearchRequest::new("", Language::English) };
    assert_eq!(ids(&searcher(&resources).search(&request).unwrap().hits), ["c", "d", "a", "b", "e"]);
}

#[test]
fn a_snapshot_goes_on_after_the_same_cursor() {
    let resources: Vec<Resource> = (0..9).map(|number| titled(&format!("r{number}"), "Mentor")).collect();
    let searcher = searcher(&resources);
    let opened = Searcher::open_snapshot(searcher.snapshot().unwrap().into()).unwrap();
    for records in [json!(["resource"]), json!(["term", "resource"])] {
        let request = json!({"records": records, "per_page": 1});
        let request = SearchRequest::from_value(request).unwrap();
        let results = searcher.search(&request).unwrap();
        assert_eq!(page_after(&opened, &results, &request), page_after(&searcher, &results, &request));
    }
}

#[test]
fn terms_and_pages_are_found_again_by_their_ids() {
    let searcher = Searcher::new(Catalogue::bundled().unwrap()).unwrap();
    let request = json!({"records": ["page", "term"], "per_page": 7, "language": "fr"});
    let request = SearchRequest::from_value(request).unwrap();
    let by_number = every_hit(&searcher, &request);
    let mut results = searcher.search(&request).unwrap();
    let mut by_cursor = results.hits.clone();
    while results.next.is_some() {
        results = page_after(&searcher, &results, &request);
        by_cursor.extend(results.hits.iter().cloned());
    }
    assert_eq!(by_cursor, by_number);
}
