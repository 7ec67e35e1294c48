//! First-stage ranking: BM25F in each language's view; a record has the score of its best view.

use std::collections::HashMap;

use super::matches::Matches;
use super::max_score::{Table, best};
use super::request::SearchRequest;
use super::scored::{MILLION, Scored, by_score, rounded, worth};
use crate::index::RecordSet;
use crate::text::Language;

/// The `count` best of the records of `allowed`, best first; one entry per record, whatever the number of its languages.
pub(super) fn rank(
    matches: &Matches<'_>,
    allowed: &RecordSet,
    count: usize,
    request: &SearchRequest,
) -> Vec<Scored> {
    let (own, other) = Table::lend(|table| {
        let mut of_view = |language: Language, floor: f64| {
            let view = matches.view(language);
            let mut allowed = allowed.clone();
            allowed.intersect(&view.found);
            best(view, &allowed, worth(language, request), count, floor, table)
        };
        // The reader's language first: what it has leaves little of the other to look at.
        let own = of_view(request.language, 0.0);
        let last = count.checked_sub(1).and_then(|last| own.get(last));
        let other = of_view(request.language.other(), last.map_or(0.0, |last| last.score));
        (own, other)
    });
    let mut best = better_views(own, &other);
    best.sort_unstable_by(by_score);
    best.truncate(count);
    best
}

/// Of each record the better of its views, on a tie the reader's own.
fn better_views(own: Vec<Scored>, other: &[Scored]) -> Vec<Scored> {
    let mut better = own;
    let places: HashMap<u32, usize> =
        better.iter().enumerate().map(|(at, scored)| (scored.record, at)).collect();
    for scored in other {
        match places.get(&scored.record).and_then(|at| better.get_mut(*at)) {
            Some(own) if own.score >= scored.score => {}
            Some(own) => *own = *scored,
            None => better.push(*scored),
        }
    }
    better
}

/// The score of a record in the better of the views in which it was found; `None` where in neither.
pub(super) fn score(matches: &Matches<'_>, record: u32, request: &SearchRequest) -> Option<Scored> {
    let of_view = |language: Language| {
        let view = matches.view(language);
        view.found.contains(record).then(|| {
            let score = rounded(view.millionths(record) / MILLION * worth(language, request));
            Scored { record, score, language }
        })
    };
    match (of_view(request.language), of_view(request.language.other())) {
        (Some(own), Some(other)) if other.score > own.score => Some(other),
        (own, other) => own.or(other),
    }
}
