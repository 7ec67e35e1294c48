//! First-stage ranking: BM25F in each language's view; a record has the score of its best view.

use super::features;
use super::plan::{Plan, Unit};
use super::request::Match;
use super::request::SearchRequest;
use crate::index::{Index, View, idf};
use crate::text::{Language, Span};

/// How slowly further occurrences stop counting (`k1` of BM25). Above the usual 1.2, since one occurrence in a title
/// weighs as three here and must not use up what the others may add; docs/ranking.md has the measurements.
const SATURATION: f64 = 1.5;

/// A record's score, and the language it was reached in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scored {
    pub(super) record: u32,
    pub(super) score: f64,
    pub(super) language: Language,
}

/// What a query's words match.
pub(super) struct Matches {
    /// In the English and in the French view.
    views: [Vec<UnitMatches>; 2],
}

/// The records that a word of the query matches in one view, with its weighed frequency in each.
struct UnitMatches {
    span: Span,
    joined: bool,
    instead: bool,
    worth: f64,
    /// How rare the word is, in the language in which it is more common.
    rarity: f64,
    /// By record.
    records: Vec<RecordMatch>,
}

#[derive(Debug, Clone, Copy)]
struct RecordMatch {
    record: u32,
    /// The occurrences, weighed by field, length and what the word is worth, added up.
    frequency: f64,
    /// What the word adds to the score of the record; 0 until its rarity is known.
    score: f64,
    /// False where only words that lift are in the record.
    finds: bool,
}

impl Matches {
    pub(super) fn of(plans: &[Plan; 2], index: &Index) -> Self {
        let mut sums = Sums::new(index.records.len());
        let mut views = plans.each_ref().map(|plan| {
            let view = index.view(plan.language);
            let other = index.view(plan.language.other());
            plan.units.iter().map(|unit| UnitMatches::of(unit, view, other, &mut sums)).collect::<Vec<_>>()
        });
        let rarities =
            views.each_ref().map(|units| units.iter().map(|unit| rarity(unit, &views)).collect::<Vec<_>>());
        for (units, rarities) in views.iter_mut().zip(rarities) {
            units.iter_mut().zip(rarities).for_each(|(unit, rarity)| unit.score(rarity));
            take_off_parts(units);
        }
        Matches { views }
    }

    fn units(&self, language: Language) -> &[UnitMatches] {
        let [english, french] = &self.views;
        if language == Language::English { english } else { french }
    }

    /// How rare a word of the query is; 0 for a word that nothing has.
    pub(super) fn rarity(&self, language: Language, unit: usize) -> f64 {
        self.units(language)
            .get(unit)
            .map_or(0.0, |unit| if unit.rarity.is_finite() { unit.rarity } else { 0.0 })
    }

    /// What a word of the query adds to the score of a record.
    pub(super) fn of_unit(&self, language: Language, unit: usize, record: u32) -> f64 {
        self.units(language).get(unit).map_or(0.0, |unit| unit.score_of(record))
    }
}

/// The records that match, by record. One entry per record, whatever the number of its languages.
pub(super) fn rank(
    plans: &[Plan; 2],
    matches: &Matches,
    index: &Index,
    request: &SearchRequest,
) -> Vec<Scored> {
    let records = index.records.len();
    let mut best: Vec<Option<Scored>> = vec![None; records];
    for plan in plans {
        let worth = worth(plan.language, request);
        for (record, score) in score_view(matches.units(plan.language), request.matching, records) {
            let scored = Scored { record, score: features::rounded(score * worth), language: plan.language };
            let Some(slot) = best.get_mut(record as usize) else { continue };
            // On a tie the reader's own language is the one to show.
            let better = slot.is_none_or(|old| {
                scored.score > old.score || (scored.score == old.score && scored.language == request.language)
            });
            if better {
                *slot = Some(scored);
            }
        }
    }
    best.into_iter().flatten().collect()
}

/// What a match in `language` is worth to the reader.
pub(super) fn worth(language: Language, request: &SearchRequest) -> f64 {
    if language == request.language { 1.0 } else { request.ranking.other_language }
}

/// How frequencies count: more and more slowly, towards `k1 + 1`.
pub(super) fn saturated(frequency: f64) -> f64 {
    frequency * (SATURATION + 1.0) / (SATURATION + frequency)
}

impl UnitMatches {
    fn of(unit: &Unit, view: &View, other: &View, sums: &mut Sums) -> Self {
        let mut having = 0;
        for alternative in &unit.alternatives {
            let (weight, finds) = (alternative.weight, alternative.finds);
            let counts = |record: u32| alternative.counts_in(record, other);
            if !alternative.is_whole() {
                for occurrence in view.occurrences(alternative.key) {
                    if alternative.kind(view, occurrence).is_some() {
                        let frequency = view.field_weight(occurrence.record, occurrence.field);
                        sums.add(occurrence.record, frequency * weight, finds);
                    }
                }
            } else if alternative.with.is_empty() {
                for (record, frequency) in
                    view.frequencies(alternative.key).iter().filter(|(record, _)| counts(*record))
                {
                    sums.add(*record, frequency * weight, finds);
                }
            } else {
                for (record, frequency) in
                    term(alternative.key, &alternative.with, view).filter(|(record, _)| counts(*record))
                {
                    sums.add(record, frequency * weight, finds);
                }
            }
        }
        let records = sums.take(&mut having);
        let rarity = idf(view.record_count(), having);
        let rarity = if having == 0 { f64::INFINITY } else { rarity };
        UnitMatches {
            span: unit.span,
            joined: unit.joined,
            instead: unit.instead,
            worth: unit.worth,
            rarity,
            records,
        }
    }

    fn score(&mut self, rarity: f64) {
        self.rarity = rarity;
        let worth = if rarity.is_finite() { self.worth * rarity } else { 0.0 };
        self.records.iter_mut().for_each(|found| found.score = worth * saturated(found.frequency));
    }

    fn score_of(&self, record: u32) -> f64 {
        let at = self.records.binary_search_by_key(&record, |found| found.record);
        at.ok().and_then(|at| self.records.get(at)).map_or(0.0, |found| found.score)
    }
}

/// Leaves of neighbours seen as one what they score beyond the two words: a record has the better of both readings. With
/// the sum of both, every `high speed` would be held against records that do not write `highspeed` somewhere too.
fn take_off_parts(units: &mut [UnitMatches]) {
    for at in 0..units.len() {
        let Some(whole) = units.get(at).filter(|unit| unit.instead) else { continue };
        let parts: Vec<&UnitMatches> =
            units.iter().filter(|unit| !unit.joined && unit.span.overlaps(whole.span)).collect();
        let of_parts = |record: u32| parts.iter().map(|part| part.score_of(record)).sum::<f64>();
        let beyond: Vec<f64> =
            whole.records.iter().map(|found| (found.score - of_parts(found.record)).max(0.0)).collect();
        let records = units.get_mut(at).into_iter().flat_map(|unit| &mut unit.records);
        records.zip(beyond).for_each(|(found, beyond)| found.score = beyond);
    }
}

/// The records that have all words of a term, each with the frequency of the rarest one in it.
fn term<'a>(key: usize, with: &'a [usize], view: &'a View) -> impl Iterator<Item = (u32, f64)> + 'a {
    view.frequencies(key).iter().filter_map(move |(record, frequency)| {
        with.iter()
            .try_fold(*frequency, |least: f64, other| {
                let others = view.frequencies(*other);
                let at = others.binary_search_by_key(record, |(record, _)| *record).ok()?;
                others.get(at).map(|(_, frequency)| least.min(*frequency))
            })
            .map(|least| (*record, least))
    })
}

/// How rare a word is: as rare as in the language in which it is more common.
///
/// Each view has its own statistics, so that a French word is not rare for the catalogue being mostly English. But the
/// English name of an organization in French text is not a rare French word either: it is a common English one.
fn rarity(unit: &UnitMatches, views: &[Vec<UnitMatches>; 2]) -> f64 {
    let same_word =
        views.iter().flatten().filter(|other| other.span == unit.span && other.joined == unit.joined);
    same_word.map(|other| other.rarity).fold(f64::INFINITY, f64::min)
}

fn score_view(units: &[UnitMatches], matching: Match, records: usize) -> Vec<(u32, f64)> {
    let required = units.iter().filter(|unit| !unit.joined).count();
    let mut scores = vec![(0.0, 0_usize, false); records];
    for unit in units {
        for found in &unit.records {
            if let Some((score, matched, finds)) = scores.get_mut(found.record as usize) {
                *score += found.score;
                *matched += usize::from(!unit.joined && found.finds);
                *finds |= found.finds;
            }
        }
    }
    let enough = |matched: usize| match matching {
        Match::Any => true,
        Match::All => matched >= required,
    };
    (0..)
        .zip(scores)
        .filter(|(_, (score, matched, finds))| *finds && *score > 0.0 && enough(*matched))
        .map(|(record, (score, ..))| (record, score))
        .collect()
}

/// Sums by record, used again for each word of a query.
struct Sums {
    sums: Vec<(f64, bool)>,
    touched: Vec<u32>,
}

impl Sums {
    fn new(records: usize) -> Self {
        Sums { sums: vec![(0.0, false); records], touched: Vec::new() }
    }

    fn add(&mut self, record: u32, frequency: f64, finds: bool) {
        let Some((sum, found)) = self.sums.get_mut(record as usize) else { return };
        if *sum == 0.0 {
            self.touched.push(record);
        }
        *sum += frequency;
        *found |= finds;
    }

    /// The sums by record, and none left; `having`: how many records are found.
    fn take(&mut self, having: &mut usize) -> Vec<RecordMatch> {
        self.touched.sort_unstable();
        let mut records = Vec::with_capacity(self.touched.len());
        for record in self.touched.drain(..) {
            let Some(slot) = self.sums.get_mut(record as usize) else { continue };
            let (frequency, finds) = std::mem::take(slot);
            *having += usize::from(finds);
            records.push(RecordMatch { record, frequency, score: 0.0, finds });
        }
        records
    }
}
