//! What the words of a query match, and what each adds to the score of a record.

use super::known_words::KnownWords;
use super::match_list::{MatchList, Places};
use super::plan::{Plan, Unit};
use super::request::Match;
use super::scored::MILLION;
use crate::index::{Index, RecordSet, idf};
use crate::text::{Language, Span};

/// How slowly further occurrences stop counting (`k1` of BM25). Above the usual 1.2, since one occurrence in a title
/// weighs as three here and must not use up what the others may add; docs/ranking.md has the measurements.
const SATURATION: f64 = 1.5;

/// What a query's words match.
pub(super) struct Matches<'a> {
    /// In the English and in the French view.
    views: [ViewMatches<'a>; 2],
}

/// What a query's words match in one view.
pub(super) struct ViewMatches<'a> {
    pub(super) language: Language,
    pub(super) units: Vec<UnitMatches<'a>>,
    /// The records that have enough of the words.
    pub(super) found: RecordSet,
}

/// What a word of the query matches in one view.
pub(super) struct UnitMatches<'a> {
    span: Span,
    joined: bool,
    /// For two neighbours seen as one, which count instead of the two: the places of these among the units.
    parts: Vec<usize>,
    worth: f64,
    /// How rare the word is, in the language in which it is more common; infinite for a word that nothing has.
    rarity: f64,
    /// What a frequency that counts once adds to a score, in millionths: so that it is worked out once. 0 for a word that nothing has.
    scale: f64,
    pub(super) lists: Vec<MatchList<'a>>,
}

impl<'a> Matches<'a> {
    pub(super) fn of(plans: &[Plan; 2], index: &'a Index, known: &'a KnownWords, matching: Match) -> Self {
        let mut views = plans.each_ref().map(|plan| ViewMatches::of(plan, index, known, matching));
        let rarities = views
            .each_ref()
            .map(|view| view.units.iter().map(|unit| rarity(unit, &views)).collect::<Vec<f64>>());
        for (view, rarities) in views.iter_mut().zip(rarities) {
            view.units.iter_mut().zip(rarities).for_each(|(unit, rarity)| unit.weigh(rarity));
        }
        Matches { views }
    }

    pub(super) fn view(&self, language: Language) -> &ViewMatches<'a> {
        let [english, french] = &self.views;
        if language == Language::English { english } else { french }
    }

    /// The records found in either language.
    pub(super) fn found(&self) -> RecordSet {
        let [english, french] = &self.views;
        let mut found = english.found.clone();
        found.unite(&french.found);
        found
    }

    /// The records found by the words at a place of the query, all of them in one language; `None` where the query has none there but
    /// stop words.
    pub(super) fn found_at(&self, span: Span) -> Option<RecordSet> {
        let mut found: Option<RecordSet> = None;
        for of_view in self.views.iter().filter_map(|view| view.found_at(span)) {
            match &mut found {
                Some(found) => found.unite(&of_view),
                None => found = Some(of_view),
            }
        }
        found
    }

    /// Leaves in each view the records that have two of the words or, where there is but one, that.
    pub(super) fn keep_those_with_two(&mut self) {
        for view in self.views.iter_mut().filter(|view| view.units.len() > 1) {
            let (mut once, mut twice) = (view.found.emptied(), view.found.emptied());
            for unit in &view.units {
                let having = unit.found(&once);
                let mut again = having.clone();
                again.intersect(&once);
                twice.unite(&again);
                once.unite(&having);
            }
            view.found = twice;
        }
    }

    /// Adds what is no word of the index, a topic say: its records, which must ascend, each with the same frequency, in those views in which they
    /// have a title.
    pub(super) fn add(&mut self, records: &[u32], frequency: f64, rarity: f64, worth: f64, index: &Index) {
        for view in &mut self.views {
            let titled = index.view(view.language).titled();
            let records = records.iter().filter(|record| titled.contains(**record));
            let list = MatchList::of_records(records.map(|record| (*record, frequency)).collect());
            list.add_to(&mut view.found);
            let mut unit = UnitMatches {
                span: Span::new(usize::MAX, usize::MAX),
                joined: false,
                parts: Vec::new(),
                worth,
                rarity,
                scale: 0.0,
                lists: vec![list],
            };
            unit.weigh(rarity);
            view.units.push(unit);
        }
    }

    /// How rare a word of the query is; 0 for a word that nothing has.
    pub(super) fn rarity(&self, language: Language, unit: usize) -> f64 {
        let unit = self.view(language).units.get(unit);
        unit.map(|unit| unit.rarity).filter(|rarity| rarity.is_finite()).unwrap_or(0.0)
    }

    /// What a word of the query adds to the score of a record.
    pub(super) fn of_unit(&self, language: Language, unit: usize, record: u32) -> f64 {
        self.view(language).millionths_of(unit, record) / MILLION
    }
}

impl<'a> ViewMatches<'a> {
    fn of(plan: &Plan, index: &'a Index, known: &'a KnownWords, matching: Match) -> Self {
        let view = index.view(plan.language);
        let mut found = RecordSet::none(index.records.len());
        let mut in_all: Option<RecordSet> = None;
        let mut units: Vec<UnitMatches<'a>> = Vec::with_capacity(plan.units.len());
        for unit in &plan.units {
            let lists = unit.alternatives.iter();
            let lists: Vec<MatchList<'a>> =
                lists.map(|alternative| MatchList::of(alternative, plan.language, index, known)).collect();
            let required = matching == Match::All && !unit.joined;
            let having = having(&lists, &mut found, required.then_some(&mut in_all));
            let rarity = if having == 0 { f64::INFINITY } else { idf(view.record_count(), having) };
            units.push(UnitMatches {
                span: unit.span,
                joined: unit.joined,
                parts: if unit.instead { parts(unit, &plan.units) } else { Vec::new() },
                worth: unit.worth,
                rarity,
                scale: 0.0,
                lists,
            });
        }
        in_all.iter().for_each(|in_all| found.intersect(in_all));
        ViewMatches { language: plan.language, units, found }
    }

    fn found_at(&self, span: Span) -> Option<RecordSet> {
        let units = || self.units.iter().filter(|unit| unit.span.overlaps(span));
        let mut found: Option<RecordSet> = None;
        for unit in units().filter(|unit| !unit.joined) {
            let records = unit.found(&self.found);
            match &mut found {
                Some(found) => found.intersect(&records),
                None => found = Some(records),
            }
        }
        // A compound stands for its parts.
        let joined = units().filter(|unit| unit.joined).map(|unit| unit.found(&self.found));
        joined.for_each(|joined| found.iter_mut().for_each(|found| found.unite(&joined)));
        found
    }

    /// The score of a record, in millionths.
    pub(super) fn millionths(&self, record: u32) -> f64 {
        (0..self.units.len()).map(|unit| self.millionths_of(unit, record)).sum()
    }

    /// What a word of the query adds to the score of a record, in millionths.
    fn millionths_of(&self, unit: usize, record: u32) -> f64 {
        let Some(unit) = self.units.get(unit) else { return 0.0 };
        self.beyond_parts(unit, unit.millionths_in(record), record)
    }

    /// What of `millionths`, the score of a unit in `record`, is beyond that of the two words which it counts instead of: a record
    /// has the better of both readings. With the sum of both, every `high speed` would be held against records that do not
    /// write `highspeed` somewhere too.
    #[inline]
    pub(super) fn beyond_parts(&self, unit: &UnitMatches<'a>, millionths: f64, record: u32) -> f64 {
        if unit.parts.is_empty() {
            return millionths;
        }
        let parts = unit.parts.iter().filter_map(|part| self.units.get(*part));
        let of_parts: f64 = parts.map(|part| part.millionths_in(record)).sum();
        (millionths - of_parts).max(0.0)
    }
}

/// The single words that `whole` counts instead of.
fn parts(whole: &Unit, units: &[Unit]) -> Vec<usize> {
    let is_part = |unit: &Unit| !unit.joined && unit.span.overlaps(whole.span);
    units.iter().enumerate().filter(|(_, unit)| is_part(unit)).map(|(at, _)| at).collect()
}

/// Adds the records that `lists` find to `found`, leaves only them in `in_all`, and tells how many they are.
fn having(lists: &[MatchList<'_>], found: &mut RecordSet, in_all: Option<&mut Option<RecordSet>>) -> usize {
    let mut finding = lists.iter().filter(|list| list.finds);
    let (first, second) = (finding.next(), finding.next());
    if let (Some(only), None, None) = (first, second, &in_all)
        && let Some(count) = only.count()
    {
        only.add_to(found);
        return count;
    }
    let mut records = found.emptied();
    lists.iter().filter(|list| list.finds).for_each(|list| list.add_to(&mut records));
    found.unite(&records);
    let count = records.len();
    match in_all {
        Some(Some(in_all)) => in_all.intersect(&records),
        Some(in_all) => *in_all = Some(records),
        None => {}
    }
    count
}

impl UnitMatches<'_> {
    fn weigh(&mut self, rarity: f64) {
        self.rarity = rarity;
        self.scale = if rarity.is_finite() { self.worth * rarity * MILLION } else { 0.0 };
    }

    /// The records that the word finds; `all`: a set of the same index.
    fn found(&self, all: &RecordSet) -> RecordSet {
        let mut found = all.emptied();
        self.lists.iter().filter(|list| list.finds).for_each(|list| list.add_to(&mut found));
        found
    }

    /// What a frequency adds to a score, in whole millionths; the more, the greater the frequency.
    #[inline]
    pub(super) fn millionths(&self, frequency: f64) -> f64 {
        whole(saturated(frequency) * self.scale)
    }

    /// What the word adds to the score of a record, in millionths, its parts not taken off.
    fn millionths_in(&self, record: u32) -> f64 {
        self.millionths(self.lists.iter().map(|list| list.frequency(record)).sum())
    }

    /// What the word adds at most to the score of a record, in millionths.
    pub(super) fn most(&self) -> f64 {
        self.millionths(self.lists.iter().map(|list| list.most(&list.places())).sum())
    }

    /// What the word adds at most to the score of a record of a window, in millionths; `places`: those of each list.
    pub(super) fn most_at(&self, places: &[Places]) -> f64 {
        self.millionths(self.lists.iter().zip(places).map(|(list, places)| list.most(places)).sum())
    }
}

/// The nearest whole number of one that is not negative. Adding and subtracting 1.5 · 2^52 leaves no bits for a fraction: IEEE 754
/// says so for every machine, and it takes no call.
#[inline]
fn whole(number: f64) -> f64 {
    const NO_FRACTION: f64 = 6_755_399_441_055_744.0;
    (number + NO_FRACTION) - NO_FRACTION
}

/// How frequencies count: more and more slowly, towards `k1 + 1`.
#[inline]
pub(super) fn saturated(frequency: f64) -> f64 {
    frequency * (SATURATION + 1.0) / (SATURATION + frequency)
}

/// What part of the most that a frequency may count it counts.
pub(super) fn saturated_part(frequency: f64) -> f64 {
    frequency / (SATURATION + frequency)
}

/// How rare a word is: as rare as in the language in which it is more common.
///
/// Each view has its own statistics, so that a French word is not rare for the catalogue being mostly English. But the
/// English name of an organization in French text is not a rare French word either: it is a common English one.
fn rarity(unit: &UnitMatches<'_>, views: &[ViewMatches<'_>; 2]) -> f64 {
    let units = views.iter().flat_map(|view| &view.units);
    let same_word = units.filter(|other| other.span == unit.span && other.joined == unit.joined);
    same_word.map(|other| other.rarity).fold(f64::INFINITY, f64::min)
}
