//! Second-stage ranking: what else the best records of the first stage have, each part a named feature.

use std::cmp::Ordering;

use super::evidence::{Found, occurrences};
use super::plan::{Alternative, Plan};
use super::rank::{Matches, Scored, saturated, worth};
use super::{Feature, MatchKind, Ranking, SearchRequest};
use crate::index::{Field, Index, View};

/// How many records of the first stage are looked at again. With 50, 100 and 200 the first ten came out the same on nine
/// judged sets of queries, to a hundredth of a point.
pub(super) const DEPTH: usize = 100;

/// A word that differs from the one typed by accents only, beside the very word.
const ACCENTS: f64 = 0.8;

/// The most words, terms counted in, of a query that has a second stage; a pasted page would cost seconds.
const MOST_WORDS: usize = 128;

/// How near neighbours must be for proximity, in words.
const WINDOW: u32 = 8;

/// What one feature adds to the score of a record.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Part {
    pub(super) feature: Feature,
    /// The word of the query, by its place in the plan, where the feature is of one word.
    pub(super) unit: Option<usize>,
    pub(super) value: f64,
}

/// Six decimals: enough to tell records apart, and the same on every machine whatever its mathematics library.
pub(super) fn rounded(score: f64) -> f64 {
    (score * 1e6).round() / 1e6
}

/// Adds the second stage to the best records of `scored`; the others keep what they have, which is never more.
pub(super) fn rescore(
    scored: &mut [Scored],
    plans: &[Plan; 2],
    matches: &Matches,
    index: &Index,
    request: &SearchRequest,
) {
    if !request.ranking.has_second_stage() || scored.is_empty() {
        return;
    }
    let better = |a: &Scored, b: &Scored| -> Ordering {
        b.score.total_cmp(&a.score).then_with(|| a.record.cmp(&b.record))
    };
    let last = DEPTH.min(scored.len()) - 1;
    let (before, middle, _) = scored.select_nth_unstable_by(last, better);
    for scored in before.iter_mut().chain([middle]) {
        let Some(plan) = plans.iter().find(|plan| plan.language == scored.language) else { continue };
        if plan.units.len() > MOST_WORDS {
            continue;
        }
        let found = direct(plan, index, scored.record);
        let sum: f64 = second_stage(plan, matches, index, scored.record, &found, &request.ranking)
            .iter()
            .map(|part| part.value)
            .sum();
        scored.score = rounded(scored.score + sum * worth(scored.language, request));
    }
}

/// What every feature adds to a record's score; together they are the score, but for rounding.
pub(super) fn parts(
    scored: &Scored,
    plan: &Plan,
    matches: &Matches,
    index: &Index,
    request: &SearchRequest,
    is_rescored: bool,
) -> Vec<Part> {
    let mut parts: Vec<Part> = (0..plan.units.len())
        .map(|unit| {
            let value = matches.of_unit(plan.language, unit, scored.record);
            Part { feature: Feature::Word, unit: Some(unit), value }
        })
        .collect();
    if is_rescored && plan.units.len() <= MOST_WORDS {
        let found = direct(plan, index, scored.record);
        parts.extend(second_stage(plan, matches, index, scored.record, &found, &request.ranking));
    }
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    let value = sum * (worth(scored.language, request) - 1.0);
    parts.push(Part { feature: Feature::OtherLanguage, unit: None, value });
    parts.retain(|part| part.value != 0.0);
    parts
}

/// Where the words themselves, in whatever form, or their translations stand in a record.
fn direct(plan: &Plan, index: &Index, record: u32) -> Vec<Found> {
    let counts = |alternative: &Alternative| {
        alternative.is_direct() || (alternative.is_translation() && alternative.finds)
    };
    occurrences(plan, index, record, counts)
}

fn second_stage(
    plan: &Plan,
    matches: &Matches,
    index: &Index,
    record: u32,
    found: &[Found],
    ranking: &Ranking,
) -> Vec<Part> {
    let view = index.view(plan.language);
    let rarity = |unit: usize| matches.rarity(plan.language, unit);
    let words: Vec<usize> =
        plan.units.iter().enumerate().filter(|(_, unit)| !unit.joined).map(|(at, _)| at).collect();
    let by_unit = by_unit(found, plan.units.len());
    let mut parts = Vec::new();
    if ranking.exact_word > 0.0 {
        for unit in &words {
            let frequency =
                exact_frequency(plan, by_unit.get(*unit).map_or(&[], Vec::as_slice), view, record);
            let value = ranking.exact_word * rarity(*unit) * saturated(frequency);
            parts.push(Part { feature: Feature::ExactWord, unit: Some(*unit), value });
        }
    }
    for (left, right) in words.iter().zip(words.iter().skip(1)) {
        let Near { phrase, proximity } = near(plan, &by_unit, *left, *right);
        let rarity = f64::midpoint(rarity(*left), rarity(*right));
        // Saturated with k1 = 1: that two words stand together once says most of what there is to say.
        let once = |frequency: f64| 2.0 * frequency / (1.0 + frequency);
        let value = ranking.phrase * rarity * once(phrase);
        parts.push(Part { feature: Feature::Phrase, unit: Some(*left), value });
        let value = ranking.proximity * rarity * once(proximity);
        parts.push(Part { feature: Feature::Proximity, unit: Some(*left), value });
    }
    let value = ranking.whole_title * whole_title(plan, found, view, record);
    parts.push(Part { feature: Feature::WholeTitle, unit: None, value });
    parts.retain(|part| part.value > 0.0);
    parts
}

fn exact_frequency(plan: &Plan, found: &[&Found], view: &View, record: u32) -> f64 {
    found
        .iter()
        .map(|found| match found.kind {
            MatchKind::Exact => view.field_weight(record, found.occurrence.field),
            MatchKind::Accents => ACCENTS * view.field_weight(record, found.occurrence.field),
            // As exact as it can be said in the other language.
            MatchKind::Translation => weight(plan, found) * view.field_weight(record, found.occurrence.field),
            _ => 0.0,
        })
        .sum()
}

/// What counts of the occurrences, by the word of the query.
fn by_unit(found: &[Found], units: usize) -> Vec<Vec<&Found>> {
    let mut by_unit: Vec<Vec<&Found>> = vec![Vec::new(); units];
    for found in found.iter().filter(|found| found.occurrence.counted) {
        by_unit.get_mut(found.unit).into_iter().for_each(|of_unit| of_unit.push(found));
    }
    by_unit
}

/// What the alternative that matched is worth.
fn weight(plan: &Plan, found: &Found) -> f64 {
    let alternatives = plan.units.get(found.unit).map(|unit| &unit.alternatives);
    alternatives
        .and_then(|alternatives| alternatives.get(found.alternative))
        .map_or(0.0, |found| found.weight.min(1.0))
}

/// How often two words of the query stand together in a record.
struct Near {
    /// Next to each other, in the order of the query.
    phrase: f64,
    /// At most [`WINDOW`] words apart, in any order, the nearer the more.
    proximity: f64,
}

/// Source of both features: D. Metzler and W. B. Croft, *A Markov random field model for term dependencies* (SIGIR 2005),
/// with distance as in Y. Lv and C. Zhai, *Positional language models* (SIGIR 2009), for neighbours of the query only.
fn near(plan: &Plan, by_unit: &[Vec<&Found>], left: usize, right: usize) -> Near {
    let mut near = Near { phrase: 0.0, proximity: 0.0 };
    let of = |unit: usize| by_unit.get(unit).into_iter().flatten();
    for a in of(left) {
        for b in of(right).filter(|b| b.occurrence.text == a.occurrence.text) {
            let (from, to) = (a.occurrence.position, b.occurrence.position);
            let distance = from.abs_diff(to);
            if distance == 0 || distance >= WINDOW {
                continue;
            }
            // A title says in few words what a description takes many for: two neighbours there are less by chance.
            let weight = a.occurrence.field.weight().0.sqrt() * weight(plan, a) * weight(plan, b);
            // French puts after the noun what English puts before it.
            let translated = [a, b].iter().any(|found| found.kind == MatchKind::Translation);
            near.proximity += weight / f64::from(distance);
            if to == from + 1 || (translated && distance == 1) {
                near.phrase += weight;
            }
        }
    }
    near
}

/// How much of the query is in the title, times how much of the title is in the query; both by the rarity of their words.
fn whole_title(plan: &Plan, found: &[Found], view: &View, record: u32) -> f64 {
    let title = view.title_rarity(record);
    if title <= 0.0 {
        return 0.0;
    }
    let mut keys: Vec<(usize, f64)> = found
        .iter()
        .filter(|found| found.occurrence.field == Field::Title && found.occurrence.counted)
        .filter_map(|found| {
            let alternative = plan.units.get(found.unit)?.alternatives.get(found.alternative)?;
            Some((alternative.key, alternative.weight.min(1.0)))
        })
        .collect();
    // A word of the title counts once, at its surest.
    keys.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    keys.dedup_by_key(|(key, _)| *key);
    let both: f64 = keys.iter().map(|(key, weight)| view.rarity(*key) * weight).sum();
    both * (both / title).min(1.0)
}
