use std::collections::BTreeSet;

use ally_toolkit::search::{RecordType, SearchResults};
use ally_toolkit::{Language, SearchRequest, SimilarRequest};
use proptest::prelude::*;

use super::cases;
use super::search::filters;
use crate::vectors::bundled;

/// Every record of the bundled catalogue, by type and id.
fn records() -> Vec<(RecordType, String)> {
    let catalogue = bundled().catalogue();
    let resources =
        catalogue.resources().iter().map(|resource| (RecordType::Resource, resource.unwrap().id.clone()));
    let pages = catalogue
        .pages()
        .iter()
        .map(|page| (RecordType::Page, format!("{}/{}", page.toolkit, page.page.key)));
    let terms = catalogue.terms().iter().map(|term| (RecordType::Term, term.id.clone()));
    resources.chain(pages).chain(terms).collect()
}

fn requests() -> impl Strategy<Value = SimilarRequest> {
    let languages = prop::sample::select(Language::ALL.to_vec());
    let all = vec![RecordType::Resource, RecordType::Page, RecordType::Term];
    let few = prop_oneof![2 => Just(Default::default()), 1 => filters()];
    let worths =
        (prop::sample::select(vec![0, 1, 2, 10, 50, 100]), prop::sample::select(vec![0.0, 1.0, 10.0]));
    (
        prop::sample::select(records()),
        languages,
        prop::sample::subsequence(all, 0..=3),
        few,
        any::<bool>(),
        worths,
        1..4_i64,
        1..12_i64,
    )
        .prop_map(
            |((record, id), language, records, filters, beyond_toolkit, (words, topics), page, per_page)| {
                SimilarRequest {
                    id,
                    record,
                    language,
                    records,
                    filters,
                    beyond_toolkit,
                    words,
                    topics,
                    page,
                    per_page,
                }
            },
        )
}

fn similar(request: &SimilarRequest) -> SearchResults {
    bundled().similar(request).unwrap()
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn what_is_like_a_record_is_other_records_that_pass_the_filters(request in requests()) {
        let found = similar(&request);
        prop_assert!(found.hits.len() <= usize::try_from(request.per_page).unwrap());
        let all = SearchRequest { records: request.records.clone(), filters: request.filters.clone(), per_page: 100, ..SearchRequest::default() };
        let allowed: BTreeSet<_> = (1..=10)
            .flat_map(|page| bundled().search(&SearchRequest { page, ..all.clone() }).unwrap().hits)
            .map(|hit| (hit.record, hit.id))
            .collect();
        for hit in &found.hits {
            prop_assert!((hit.record, &hit.id) != (request.record, &request.id));
            prop_assert!(allowed.contains(&(hit.record, hit.id.clone())), "{}", hit.id);
            prop_assert!(hit.why.is_some() && !hit.reasons.is_empty(), "{}", hit.id);
            prop_assert!(hit.title.segments.iter().chain(hit.description.iter().flat_map(|text| &text.segments)).all(|segment| !segment.marked));
        }
        prop_assert!(found.hits.is_sorted_by(|a, b| a.score >= b.score));
        prop_assert_eq!(&similar(&request), &found);
    }

    #[test]
    fn pages_together_are_one_long_page(request in requests()) {
        let whole = similar(&SimilarRequest { page: 1, per_page: 3 * request.per_page, ..request.clone() });
        let paged = (1..=3).flat_map(|page| similar(&SimilarRequest { page, ..request.clone() }).hits);
        prop_assert_eq!(paged.collect::<Vec<_>>(), whole.hits);
    }

    #[test]
    fn beyond_the_toolkit_is_a_part_of_what_is_found_in_the_same_order(request in requests()) {
        let all = similar(&SimilarRequest { beyond_toolkit: false, page: 1, per_page: 100, ..request.clone() });
        let beyond = similar(&SimilarRequest { beyond_toolkit: true, page: 1, per_page: 100, ..request.clone() });
        prop_assert!(beyond.total <= all.total);
        if all.total <= 100 {
            let kept = all.hits.into_iter().filter(|hit| beyond.hits.contains(hit));
            prop_assert_eq!(kept.collect::<Vec<_>>(), beyond.hits);
        }
    }
}
