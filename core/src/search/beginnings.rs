//! Words of which only the beginning is given.

use super::MatchKind;
use super::plan::{Alternative, How, Plan};
use crate::analysis::fold_case;
use crate::index::View;
use crate::text::Span;

/// The most words of the index that a beginning counts for in the scores: those that most records have.
const MOST_SCORED: usize = 64;

/// What a word that begins with what was typed is worth, beside the word itself.
const WORTH: f64 = 0.6;

/// Adds to the words of a plan those that begin as the words at `beginnings` of `words` do.
pub(super) fn add_beginnings(plan: &mut Plan, words: &str, beginnings: &[Span], view: &View) {
    for span in beginnings {
        let mut keys = view.keys_beginning([fold_case(span.slice(words)).as_str()]);
        keys.sort_by_key(|key| (std::cmp::Reverse(view.record_count_of(*key)), *key));
        let Some(unit) = plan.unit_at(*span, span.slice(words), 1.0) else { continue };
        keys.retain(|key| unit.alternatives.iter().all(|alternative| alternative.key != *key));
        let how = || How::Other { kind: MatchKind::Prefix, source: None };
        let keys = keys.into_iter().take(MOST_SCORED);
        unit.alternatives
            .extend(keys.map(|key| Alternative { weight: WORTH, ..Alternative::of(key, how()) }));
    }
}
