//! Building an index: the same in any number of threads, told of, and broken off.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::Mutex;

use ally_toolkit::search::{BuildOptions, BuildProgress};
use ally_toolkit::{Catalogue, Searcher};

/// Builds, and breaks off at the call with this number; with what was told.
fn build(threads: usize, break_off_at: Option<usize>) -> (Option<Searcher>, Vec<BuildProgress>) {
    let told = Mutex::new(Vec::new());
    let progress = |progress: BuildProgress| {
        let mut told = told.lock().unwrap();
        told.push(progress);
        if break_off_at == Some(told.len()) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let options = BuildOptions { threads: NonZeroUsize::new(threads), progress: Some(&progress) };
    let searcher = Searcher::build(Catalogue::bundled().unwrap(), options).unwrap();
    (searcher, told.into_inner().unwrap())
}

#[test]
fn an_index_is_the_same_in_any_number_of_threads() {
    let expected = Searcher::new(Catalogue::bundled().unwrap()).unwrap().snapshot().unwrap();
    for threads in [1, 2, 4, 9] {
        let (searcher, _) = build(threads, None);
        assert!(searcher.unwrap().snapshot().unwrap() == expected, "{threads} threads");
    }
}

#[test]
fn progress_goes_up_to_the_whole_and_never_back() {
    for threads in [1, 4] {
        let (_, told) = build(threads, None);
        assert!(told.len() >= 4, "{told:?}");
        assert!(told.is_sorted_by_key(|progress| progress.done));
        let total = told[0].total;
        assert!(told.iter().all(|progress| progress.total == total));
        assert_eq!(told.last().map(|progress| progress.done), Some(total));
    }
}

#[test]
fn a_catalogue_without_records_has_an_index_too() {
    let catalogue = Catalogue::from_json(br#"{"title": {"en": "Empty", "fr": "Vide"}}"#).unwrap();
    let told = Mutex::new(Vec::new());
    let progress = |BuildProgress { done, total }: BuildProgress| {
        told.lock().unwrap().push(100 * done / total);
        ControlFlow::Continue(())
    };
    let options = BuildOptions { progress: Some(&progress), ..BuildOptions::default() };
    assert!(Searcher::build(catalogue, options).unwrap().is_some());
    assert_eq!(told.into_inner().unwrap().last(), Some(&100));
}

#[test]
fn building_ends_where_progress_is_answered_with_a_break() {
    for threads in [1, 4] {
        let (_, told) = build(threads, None);
        for call in 1..=told.len() {
            let (searcher, told) = build(threads, Some(call));
            assert!(searcher.is_none());
            assert_eq!(told.len(), call, "{threads} threads");
        }
    }
}
