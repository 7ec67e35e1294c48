//! Second-stage ranking: what else the best records of the first stage have, each part a named feature.

use std::cell::Cell;

use super::evidence::{Found, FoundIn, occurrences};
use super::matches::{Matches, saturated};
use super::plan::{Alternative, Plan};
use super::scored::{Scored, by_score, rounded, worth};
use super::{Contribution, Feature, MatchKind, Ranking, SearchRequest};
use crate::index::{Field, Index, View};

/// How many records of the first stage are looked at again. With 50, 100 and 200 the first ten came out the same on nine
/// judged sets of queries, to a hundredth of a point.
pub(super) const DEPTH: usize = 50;

/// A word that differs from the one typed by accents only, beside the very word.
const ACCENTS: f64 = 0.8;

/// The most words, terms counted in, of a query that has a second stage; a pasted page would cost seconds.
const MOST_WORDS: usize = 128;

/// How near neighbours must be for proximity, in words.
const WINDOW: u32 = 8;

/// Adds the second stage to the best records of `scored`, which come best first; the others keep what they have, which is never
/// more. Best first again.
pub(super) fn rescore(
    scored: &mut [Scored],
    plans: &[Plan; 2],
    matches: &Matches<'_>,
    index: &Index,
    request: &SearchRequest,
) {
    if !request.ranking.has_second_stage() {
        return;
    }
    let mut best: Vec<&mut Scored> = scored.iter_mut().take(DEPTH).collect();
    best.sort_unstable_by_key(|scored| scored.record);
    for plan in plans.iter().filter(|plan| plan.units.len() <= MOST_WORDS) {
        let of_plan = || best.iter().enumerate().filter(|(_, scored)| scored.language == plan.language);
        let records: Vec<u32> = of_plan().map(|(_, scored)| scored.record).collect();
        let places: Vec<usize> = of_plan().map(|(at, _)| at).collect();
        let stage = SecondStage::new(plan, matches, index, &request.ranking);
        for (at, found) in places.into_iter().zip(direct(plan, index, &records).iter()) {
            let Some(scored) = best.get_mut(at) else { continue };
            let mut sum = 0.0;
            stage.features(scored.record, found, |_, _, value| sum += value);
            scored.score = rounded(scored.score + sum * worth(scored.language, request));
        }
    }
    scored.sort_unstable_by(by_score);
}

/// What every feature adds to a record's score; together they are the score, but for rounding.
pub(super) fn contributions(
    scored: &Scored,
    plan: &Plan,
    matches: &Matches<'_>,
    index: &Index,
    request: &SearchRequest,
    is_rescored: bool,
) -> Vec<Contribution> {
    let mut contributions = Vec::new();
    let mut add = |feature: Feature, unit: Option<usize>, value: f64| {
        let word = unit.and_then(|unit| plan.units.get(unit)).map(|unit| unit.text.clone());
        if rounded(value) != 0.0 {
            contributions.push(Contribution { feature, word, value: rounded(value) });
        }
    };
    for unit in 0..plan.units.len() {
        add(Feature::Word, Some(unit), matches.of_unit(plan.language, unit, scored.record));
    }
    if is_rescored && plan.units.len() <= MOST_WORDS {
        let found = direct(plan, index, &[scored.record]);
        let stage = SecondStage::new(plan, matches, index, &request.ranking);
        stage.features(scored.record, found.get(0), &mut add);
    }
    let sum: f64 = contributions.iter().map(|contribution| contribution.value).sum();
    let taken_off = rounded(sum * (worth(scored.language, request) - 1.0));
    if taken_off != 0.0 {
        contributions.push(Contribution { feature: Feature::OtherLanguage, word: None, value: taken_off });
    }
    contributions
}

/// Where the words themselves, in whatever form, or their translations stand and count in each of `records`, which must ascend.
fn direct(plan: &Plan, index: &Index, records: &[u32]) -> FoundIn {
    let counts = |alternative: &Alternative| {
        alternative.is_direct() || (alternative.is_translation() && alternative.finds)
    };
    occurrences(plan, index, records, counts, |occurrence| occurrence.counted)
}

/// The second stage of records found through one plan: what is the same for all of them.
struct SecondStage<'a> {
    plan: &'a Plan,
    ranking: &'a Ranking,
    view: &'a View,
    /// The single words of the plan, and how rare each is.
    words: Vec<(usize, f64)>,
    /// How rare each alternative of each unit is; negative where it was not asked for yet.
    rarities: Vec<Vec<Cell<f64>>>,
}

impl<'a> SecondStage<'a> {
    fn new(plan: &'a Plan, matches: &Matches<'_>, index: &'a Index, ranking: &'a Ranking) -> Self {
        let single = plan.units.iter().enumerate().filter(|(_, unit)| !unit.joined);
        let unknown = |count: usize| (0..count).map(|_| Cell::new(-1.0)).collect();
        SecondStage {
            plan,
            ranking,
            view: index.view(plan.language),
            words: single.map(|(at, _)| (at, matches.rarity(plan.language, at))).collect(),
            rarities: plan.units.iter().map(|unit| unknown(unit.alternatives.len())).collect(),
        }
    }

    /// Gives `add` what each feature adds: the feature, the word of the query where it is of one, by its place, and the value.
    /// `found`: what [`direct`] found in the record.
    fn features(&self, record: u32, found: &[Found], mut add: impl FnMut(Feature, Option<usize>, f64)) {
        let ranking = self.ranking;
        for (unit, rarity) in &self.words {
            let frequency = exact_frequency(self.plan, of_unit(found, *unit), self.view, record);
            add(Feature::ExactWord, Some(*unit), ranking.exact_word * rarity * saturated(frequency));
        }
        // Saturated with k1 = 1: that two words stand together once says most of what there is to say.
        let once = |frequency: f64| 2.0 * frequency / (1.0 + frequency);
        for ((left, of_left), (right, of_right)) in self.words.iter().zip(self.words.iter().skip(1)) {
            let Near { phrase, proximity } = near(self.plan, of_unit(found, *left), of_unit(found, *right));
            let rarity = f64::midpoint(*of_left, *of_right);
            add(Feature::Phrase, Some(*left), ranking.phrase * rarity * once(phrase));
            add(Feature::Proximity, Some(*left), ranking.proximity * rarity * once(proximity));
        }
        add(Feature::WholeTitle, None, ranking.whole_title * self.whole_title(record, found));
    }

    /// How much of the query is in the title, times how much of the title is in the query; both by the rarity of their words.
    fn whole_title(&self, record: u32, found: &[Found]) -> f64 {
        let title = self.view.title_rarity(record);
        if title <= 0.0 {
            return 0.0;
        }
        let in_title = found.iter().filter(|found| found.occurrence.field == Field::Title);
        let mut keys: Vec<(usize, f64, &Found)> = in_title
            .filter_map(|found| Some((self.plan.alternative(found)?.key, weight(self.plan, found), found)))
            .collect();
        // A word of the title counts once, at its surest.
        keys.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        keys.dedup_by_key(|(key, _, _)| *key);
        let both: f64 = keys.iter().map(|(key, weight, found)| self.rarity(*key, found) * weight).sum();
        both * (both / title).min(1.0)
    }

    /// How rare the words under a key are, which is that of the alternative through which something was found.
    fn rarity(&self, key: usize, found: &Found) -> f64 {
        let of_unit = self.rarities.get(found.unit);
        let Some(rarity) = of_unit.and_then(|of_unit| of_unit.get(found.alternative)) else { return 0.0 };
        if rarity.get() < 0.0 {
            rarity.set(self.view.rarity(key));
        }
        rarity.get()
    }
}

fn exact_frequency(plan: &Plan, found: &[Found], view: &View, record: u32) -> f64 {
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

/// Those of a word of the query; `found` are in the order of the words.
fn of_unit(found: &[Found], unit: usize) -> &[Found] {
    let start = found.partition_point(|found| found.unit < unit);
    let end = found.partition_point(|found| found.unit <= unit);
    found.get(start..end).unwrap_or_default()
}

/// What the alternative that matched is worth.
fn weight(plan: &Plan, found: &Found) -> f64 {
    plan.alternative(found).map_or(0.0, |alternative| alternative.weight.min(1.0))
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
fn near(plan: &Plan, left: &[Found], right: &[Found]) -> Near {
    let mut near = Near { phrase: 0.0, proximity: 0.0 };
    for a in left {
        for b in right.iter().filter(|b| b.occurrence.text == a.occurrence.text) {
            let (from, to) = (a.occurrence.position, b.occurrence.position);
            let distance = from.abs_diff(to);
            if distance == 0 || distance >= WINDOW {
                continue;
            }
            // A title says in few words what a description takes many for: two neighbours there are less by chance.
            let weight = a.occurrence.field.weight().0 * weight(plan, a) * weight(plan, b);
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
