use std::collections::BTreeSet;

use ally_toolkit::analysis::analyze;
use ally_toolkit::search::{Match, RecordType, Segment};
use ally_toolkit::suggestion::{CompletionKind, Completions};
use ally_toolkit::{CompletionRequest, Language, SearchRequest};
use proptest::prelude::*;

use super::search::{filters, queries, words};
use super::{UNITS, cases, slice};
use crate::vectors::bundled;

/// Queries whose last word is cut somewhere.
fn begun() -> impl Strategy<Value = String> {
    let cut = (queries(), 0..12_usize).prop_map(|(query, length)| {
        let (before, last) =
            query.rsplit_once(' ').map_or(("", query.as_str()), |(before, last)| (before, last));
        let begun: String = last.chars().take(length).collect();
        if before.is_empty() { begun } else { format!("{before} {begun}") }
    });
    prop_oneof![4 => cut, 1 => queries()]
}

fn requests() -> impl Strategy<Value = CompletionRequest> {
    let languages = prop::sample::select(Language::ALL.to_vec());
    let matching = prop_oneof![3 => Just(Match::All), 1 => Just(Match::Any)];
    let kinds = prop::sample::subsequence(CompletionKind::ALL.to_vec(), 0..=5);
    let all = vec![RecordType::Resource, RecordType::Page, RecordType::Term];
    let records = prop::sample::subsequence(all, 0..=3);
    let few = prop_oneof![2 => Just(Default::default()), 1 => filters()];
    (begun(), languages, matching, kinds, records, few, 1..12_i64).prop_map(
        |(query, language, matching, kinds, records, filters, limit)| CompletionRequest {
            matching,
            kinds,
            records,
            filters,
            limit,
            ..CompletionRequest::new(query, language)
        },
    )
}

fn complete(request: &CompletionRequest) -> Completions {
    bundled().complete(request).unwrap()
}

fn text(segments: &[Segment]) -> String {
    segments.iter().map(|segment| segment.text.as_str()).collect()
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn each_completion_finds_as_much_as_it_says(request in requests()) {
        let Completions { items, announcement, .. } = complete(&request);
        prop_assert!(items.len() <= usize::try_from(request.limit).unwrap());
        prop_assert!(items.is_empty() || announcement.starts_with(&items.len().to_string()));
        for item in &items {
            let search = SearchRequest { per_page: 0, ..item.search(&request) };
            prop_assert_eq!(bundled().search(&search).unwrap().total, item.count, "{:?}", item);
            prop_assert!(item.count > 0, "{:?}", item);
            prop_assert!(request.kinds.is_empty() || request.kinds.contains(&item.kind), "{:?}", item);
            prop_assert_eq!(&text(&item.segments), &item.text);
            prop_assert!(item.kind != CompletionKind::Word || item.text != request.query, "{:?}", item);
        }
        let distinct: BTreeSet<_> = items.iter().map(|item| (item.kind, &item.text, &item.id)).collect();
        prop_assert_eq!(distinct.len(), items.len());
        prop_assert_eq!(complete(&request).items, items);
    }

    #[test]
    fn spans_are_in_the_unit_asked_for(request in requests()) {
        for unit in UNITS {
            let found = bundled().complete_in_unit(&request, unit).unwrap();
            prop_assert!(slice(&request.query, unit, found.span.start, found.span.end).is_some());
            for item in found.items {
                let others = item.matched.iter().flat_map(|label| {
                    let text = text(&label.segments);
                    label.segments.iter().map(move |segment| (text.clone(), segment))
                });
                let own = item.segments.iter().map(|segment| (item.text.clone(), segment));
                for (text, Segment { text: part, span, .. }) in own.chain(others) {
                    prop_assert_eq!(slice(&text, unit, span.start, span.end), Some(part.clone()));
                }
            }
        }
    }

    #[test]
    fn accents_and_capitals_and_apostrophes_do_not_matter(
        word in prop::sample::select(words()),
        length in 1..8_usize,
        language in prop::sample::select(Language::ALL.to_vec()),
    ) {
        let begun: String = word.chars().take(length).collect();
        let shouted = begun.to_uppercase().replace('’', "'");
        // In capitals a stop word may be an acronym: the `IN` of `NON-IN`.
        let stops = |text: &str| {
            let tokens = Language::ALL.into_iter().flat_map(|language| analyze(text, language).tokens);
            tokens.map(|token| token.stop).collect::<Vec<_>>()
        };
        prop_assume!(stops(&begun) == stops(&shouted));
        let found = |query: &str| {
            let request = CompletionRequest { kinds: vec![CompletionKind::Title, CompletionKind::Topic, CompletionKind::Person], ..CompletionRequest::new(query, language) };
            complete(&request).items.into_iter().map(|item| item.text).collect::<Vec<_>>()
        };
        prop_assert_eq!(found(&begun), found(&shouted));
    }

    #[test]
    fn a_proposal_finds_more_than_what_was_typed(
        typed in prop::collection::vec((prop::sample::select(words()), 0..9_usize, "[a-zé]"), 1..4),
        language in prop::sample::select(Language::ALL.to_vec()),
        filters in filters(),
    ) {
        let mistyped = typed.into_iter().map(|(word, at, letter)| {
            word.chars().enumerate().flat_map(|(place, c)| {
                letter.chars().filter(move |_| place == at).chain([c]).collect::<Vec<_>>()
            }).collect::<String>()
        });
        let query = mistyped.collect::<Vec<_>>().join(" ");
        let request = SearchRequest { filters, per_page: 0, ..SearchRequest::new(query, language) };
        if let Some(proposal) = bundled().did_you_mean(&request).unwrap() {
            let meant = SearchRequest { query: proposal.query.clone(), ..request.clone() };
            prop_assert_eq!(bundled().search(&meant).unwrap().total, proposal.total);
            prop_assert!(proposal.total > bundled().search(&request).unwrap().total);
            prop_assert_eq!(&text(&proposal.segments), &proposal.query);
            // What is not marked is as it was typed.
            for segment in proposal.segments.iter().filter(|segment| !segment.marked) {
                prop_assert!(request.query.contains(&segment.text), "{:?}", proposal);
            }
        }
    }
}
