//! First-stage ranking: BM25F in each language's view; a record has the score of its best view.

use super::features;
use super::plan::{Plan, Unit};
use super::request::{Match, SearchRequest};
use super::sums::{Sum, Sums};
use crate::index::{Index, PostingList, View, idf};
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

/// The records that a word of the query matches in one view.
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
    /// What the word adds to the score of the record; for a word of rarity and worth 1 until both are known.
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
    let mut sums = Sums::new(index.records.len());
    let [english, french] = plans.each_ref().map(|plan| {
        let worth = worth(plan.language, request);
        let scores = score_view(matches.units(plan.language), request.matching, &mut sums);
        let scored = scores.into_iter().map(|sum| Scored {
            record: sum.record,
            score: features::rounded(sum.value * worth),
            language: plan.language,
        });
        scored.collect::<Vec<Scored>>()
    });
    better_views(&english, &french, request.language)
}

/// Of each record the better of its views; both lists are by record, and so is the result.
fn better_views(english: &[Scored], french: &[Scored], reader: Language) -> Vec<Scored> {
    let mut better = Vec::with_capacity(english.len().max(french.len()));
    let mut french = french.iter().peekable();
    for scored in english {
        while let Some(earlier) = french.next_if(|other| other.record < scored.record) {
            better.push(*earlier);
        }
        let other = french.next_if(|other| other.record == scored.record);
        // On a tie the reader's own language is the one to show.
        let is_better = |other: &&Scored| {
            other.score > scored.score || (other.score == scored.score && reader == Language::French)
        };
        better.push(*other.filter(is_better).unwrap_or(scored));
    }
    better.extend(french);
    better
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
        for alternative in &unit.alternatives {
            let (weight, finds) = (alternative.weight, alternative.finds);
            let counts = |record: u32| alternative.counts_in(record, other);
            if !alternative.is_whole() {
                for (record, occurrence) in view.postings(alternative.key).occurrences() {
                    if alternative.kind(view, &occurrence).is_some() {
                        let frequency = view.field_weight(record, occurrence.field);
                        sums.add(record, frequency * weight, finds);
                    }
                }
            } else if alternative.with.is_empty() {
                let postings = view.postings(alternative.key);
                for (record, frequency) in postings.frequencies().filter(|(record, _)| counts(*record)) {
                    sums.add(record, frequency * weight, finds);
                }
            } else {
                for (record, frequency) in
                    term(alternative.key, &alternative.with, view).filter(|(record, _)| counts(*record))
                {
                    sums.add(record, frequency * weight, finds);
                }
            }
        }
        let sums = sums.take();
        let having = sums.iter().filter(|sum| sum.found).count();
        let rarity = if having == 0 { f64::INFINITY } else { idf(view.record_count(), having) };
        let records = sums.into_iter().map(|Sum { record, value, found }| RecordMatch {
            record,
            score: saturated(value),
            finds: found,
        });
        UnitMatches {
            span: unit.span,
            joined: unit.joined,
            instead: unit.instead,
            worth: unit.worth,
            rarity,
            records: records.collect(),
        }
    }

    fn score(&mut self, rarity: f64) {
        self.rarity = rarity;
        let worth = if rarity.is_finite() { self.worth * rarity } else { 0.0 };
        self.records.iter_mut().for_each(|found| found.score *= worth);
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
    let with: Vec<PostingList<'a>> = with.iter().map(|key| view.postings(*key)).collect();
    view.postings(key).frequencies().filter_map(move |(record, frequency)| {
        let least =
            with.iter().try_fold(frequency, |least: f64, other| Some(least.min(other.frequency(record)?)));
        least.map(|least| (record, least))
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

/// The scores of the records that have enough of a query's words.
fn score_view(units: &[UnitMatches], matching: Match, sums: &mut Sums) -> Vec<Sum> {
    for unit in units {
        unit.records.iter().for_each(|found| sums.add(found.record, found.score, found.finds));
    }
    let mut scores = sums.take();
    scores.retain(|sum| sum.found && sum.value > 0.0);
    if matching == Match::All {
        let required = units.iter().filter(|unit| !unit.joined);
        let mut count = 0.0;
        for unit in required {
            count += 1.0;
            let finding = unit.records.iter().filter(|found| found.finds);
            finding.for_each(|found| sums.add(found.record, 1.0, true));
        }
        let mut having = sums.take().into_iter().filter(|sum| sum.value >= count).peekable();
        scores.retain(|score| {
            while having.next_if(|sum| sum.record < score.record).is_some() {}
            count == 0.0 || having.peek().is_some_and(|sum| sum.record == score.record)
        });
    }
    scores
}
