//! Words of which only the beginning is given.

use super::MatchKind;
use super::plan::{Alternative, How, Plan};
use crate::analysis::fold;
use crate::index::{RecordSet, View};
use crate::text::Span;

/// The most words of the index that a beginning counts for in the scores: those that most records have.
const MOST_SCORED: usize = 64;

/// What a word that begins with what was typed is worth, beside the word itself.
const WORTH: f64 = 0.6;

/// Adds to the words of a plan those that begin as the words at `beginnings` of `words` do.
pub(super) fn add_beginnings(plan: &mut Plan, words: &str, beginnings: &[Span], view: &View) {
    for span in beginnings {
        let mut keys = keys_beginning(span.slice(words), view);
        keys.sort_by_key(|key| (std::cmp::Reverse(view.record_count_of(*key)), *key));
        let Some(unit) = plan.unit_at(*span, span.slice(words), 1.0) else { continue };
        keys.retain(|key| unit.alternatives.iter().all(|alternative| alternative.key != *key));
        let how = || How::Other { kind: MatchKind::Prefix, source: None };
        let keys = keys.into_iter().take(MOST_SCORED);
        unit.alternatives
            .extend(keys.map(|key| Alternative { weight: WORTH, ..Alternative::of(key, how()) }));
    }
}

/// Adds to `records` those that have a word that begins with `text`, in one of the views.
pub(super) fn records_beginning(text: &str, views: [&View; 2], mut records: RecordSet) -> RecordSet {
    for view in views {
        keys_beginning(text, view).into_iter().for_each(|key| view.postings(key).add_to(&mut records, None));
    }
    records
}

/// The keys of the words that begin with `text`.
fn keys_beginning(text: &str, view: &View) -> Vec<usize> {
    view.keys_beginning([fold(&text.to_lowercase()).as_str()])
}
