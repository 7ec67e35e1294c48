//! What a score is: whole millionths, worth more or less by language, and an order.

use std::cmp::Ordering;

use super::request::SearchRequest;
use crate::text::Language;

/// Scores are added up in whole millionths: these give the same sum in any order, on every machine.
pub(super) const MILLION: f64 = 1e6;

/// A record's score, and the language it was reached in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scored {
    pub(super) record: u32,
    pub(super) score: f64,
    pub(super) language: Language,
}

/// The better score first; of two that are alike the record that comes first in the catalogue.
pub(super) fn by_score(a: &Scored, b: &Scored) -> Ordering {
    b.score.total_cmp(&a.score).then_with(|| a.record.cmp(&b.record))
}

/// Six decimals: enough to tell records apart, and the same on every machine whatever its mathematics library.
pub(super) fn rounded(score: f64) -> f64 {
    (score * MILLION).round() / MILLION
}

/// What a match in `language` is worth to the reader.
pub(super) fn worth(language: Language, request: &SearchRequest) -> f64 {
    if language == request.language { 1.0 } else { request.ranking.other_language }
}
