//! First-stage ranking: BM25F in each language's view; a record has the score of its best view.

use super::MatchKind;
use super::plan::{Plan, Unit};
use super::request::Match;
use crate::index::{Index, View};
use crate::text::{Language, Span};

/// How slowly further occurrences stop counting (`k1` of BM25). Above the usual 1.2, since one occurrence in a title
/// weighs as three here and must not use up what the others may add; docs/ranking.md has the measurements.
const SATURATION: f64 = 1.5;

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
    let records = index.records.len();
    let matches = plans.each_ref().map(|plan| {
        let view = index.view(plan.language);
        plan.units.iter().map(|unit| UnitMatches::of(unit, view)).collect::<Vec<_>>()
    });
    let mut best: Vec<Option<Scored>> = vec![None; records];
    for (plan, of_plan) in plans.iter().zip(&matches) {
        let worth = if plan.language == reader { 1.0 } else { OTHER_LANGUAGE };
        let rarities = of_plan.iter().map(|unit| rarity(unit, &matches)).collect::<Vec<_>>();
        for (record, score) in score_view(of_plan, &rarities, matching, records) {
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

/// The records a word of the query matches in one view, with its weighed frequency in each.
struct UnitMatches {
    span: Span,
    joined: bool,
    /// How many records the view has.
    records: usize,
    /// By record: the occurrences, weighed by field, length and exactness, added up.
    frequencies: Vec<(u32, f64)>,
}

impl UnitMatches {
    fn of(unit: &Unit, view: &View) -> Self {
        let mut weighed: Vec<(u32, f64)> = Vec::new();
        for alternative in &unit.alternatives {
            for occurrence in view.occurrences(alternative.key) {
                if let Some(kind) = alternative.kind(view, occurrence) {
                    let weight = view.field_weight(occurrence.record, occurrence.field) * exactness(kind);
                    weighed.push((occurrence.record, weight));
                }
            }
        }
        // One alternative's occurrences come by record; those of several are put together here.
        if unit.alternatives.len() > 1 {
            weighed.sort_by_key(|(record, _)| *record);
        }
        let mut frequencies: Vec<(u32, f64)> = Vec::new();
        for (record, weight) in weighed {
            match frequencies.last_mut() {
                Some((last, sum)) if *last == record => *sum += weight,
                _ => frequencies.push((record, weight)),
            }
        }
        UnitMatches { span: unit.span, joined: unit.joined, records: view.record_count(), frequencies }
    }
}

/// How rare a word is: as rare as in the language in which it is more common.
///
/// Each view has its own statistics, so that a French word is not rare for the catalogue being mostly English. But the
/// English name of an organization in French text is not a rare French word either: it is a common English one.
fn rarity(unit: &UnitMatches, matches: &[Vec<UnitMatches>; 2]) -> f64 {
    let same_word =
        matches.iter().flatten().filter(|other| other.span == unit.span && !other.frequencies.is_empty());
    same_word.map(|other| idf(other.records, other.frequencies.len())).fold(f64::INFINITY, f64::min)
}

fn score_view(units: &[UnitMatches], rarities: &[f64], matching: Match, records: usize) -> Vec<(u32, f64)> {
    let required = units.iter().filter(|unit| !unit.joined).count();
    let mut scores = vec![(0.0, 0_usize); records];
    for (unit, rarity) in units.iter().zip(rarities) {
        for (record, frequency) in &unit.frequencies {
            if let Some((score, matched)) = scores.get_mut(*record as usize) {
                *score += rarity * frequency * (SATURATION + 1.0) / (SATURATION + frequency);
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
