//! First-stage ranking: BM25F in each language's view; a record has the score of its best view.

use super::evidence::MatchKind;
use super::plan::{Plan, Unit};
use super::request::Match;
use crate::index::{Index, View};
use crate::text::Language;

/// How fast further occurrences stop counting (`k1` of BM25).
const SATURATION: f64 = 1.2;

/// What a match in the language that is not the reader's is worth beside one in theirs.
const OTHER_LANGUAGE: f64 = 0.95;

/// A record's score, and the language it was reached in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scored {
    pub(super) record: u32,
    pub(super) score: f64,
    pub(super) language: Language,
}

/// The records that match, by record. One entry per record, whatever the number of its languages.
pub(super) fn rank(plans: &[Plan; 2], index: &Index, matching: Match, reader: Language) -> Vec<Scored> {
    let [english, french] = plans;
    let mut best: Vec<Option<Scored>> = vec![None; index.records.len()];
    for plan in [english, french] {
        let worth = if plan.language == reader { 1.0 } else { OTHER_LANGUAGE };
        for (record, score) in score_view(plan, index.view(plan.language), matching, index.records.len()) {
            let scored = Scored { record, score: rounded(score * worth), language: plan.language };
            let Some(slot) = best.get_mut(record as usize) else { continue };
            // On a tie the reader's own language is the one to show.
            let better = slot.is_none_or(|old| {
                scored.score > old.score || (scored.score == old.score && scored.language == reader)
            });
            if better {
                *slot = Some(scored);
            }
        }
    }
    best.into_iter().flatten().collect()
}

/// Six decimals: enough to tell records apart, and the same on every machine whatever its mathematics library.
fn rounded(score: f64) -> f64 {
    (score * 1e6).round() / 1e6
}

fn score_view(plan: &Plan, view: &View, matching: Match, records: usize) -> Vec<(u32, f64)> {
    let required = plan.units.iter().filter(|unit| !unit.joined).count();
    let mut scores = vec![(0.0, 0_usize); records];
    let mut frequencies = vec![0.0; records];
    let mut touched: Vec<u32> = Vec::new();
    for unit in &plan.units {
        touched.clear();
        weigh(unit, view, &mut frequencies, &mut touched);
        let rarity = idf(view.record_count(), touched.len());
        for record in &touched {
            let Some(frequency) = frequencies.get_mut(*record as usize) else { continue };
            let gain = rarity * *frequency * (SATURATION + 1.0) / (SATURATION + *frequency);
            *frequency = 0.0;
            if let Some((score, matched)) = scores.get_mut(*record as usize) {
                *score += gain;
                *matched += usize::from(!unit.joined);
            }
        }
    }
    let enough = |matched: usize| match matching {
        Match::Any => true,
        Match::All => matched >= required,
    };
    (0..)
        .zip(scores)
        .filter(|(_, (score, matched))| *score > 0.0 && enough(*matched))
        .map(|(record, (score, _))| (record, score))
        .collect()
}

/// Adds up, for each record, the unit's occurrences, weighed by field, length and exactness.
fn weigh(unit: &Unit, view: &View, frequencies: &mut [f64], touched: &mut Vec<u32>) {
    for alternative in &unit.alternatives {
        for occurrence in view.occurrences(alternative.key) {
            let Some(kind) = alternative.kind(view, occurrence) else { continue };
            let weight = view.field_weight(occurrence.record, occurrence.field) * exactness(kind);
            let Some(frequency) = frequencies.get_mut(occurrence.record as usize) else { continue };
            if *frequency == 0.0 {
                touched.push(occurrence.record);
            }
            *frequency += weight;
        }
    }
}

/// What an occurrence is worth by how exactly it is the word typed.
fn exactness(kind: MatchKind) -> f64 {
    match kind {
        MatchKind::Exact => 1.0,
        MatchKind::Accents => 0.95,
        MatchKind::Stem => 0.85,
        MatchKind::Prefix => 0.6,
        MatchKind::Typo => 0.5,
    }
}

/// The rarity of a word that `having` of `records` records have: the idf of BM25, never negative.
///
/// Source: S. Robertson and H. Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond* (2009), section 3.
fn idf(records: usize, having: usize) -> f64 {
    let (records, having) = (records as f64, having as f64);
    (1.0 + (records - having + 0.5) / (having + 0.5)).ln()
}
