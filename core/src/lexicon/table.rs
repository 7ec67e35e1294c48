//! Translations in both directions, looked up by term.

use super::TranslationSource;
use super::rows::Rows;
use super::words::Words;
use crate::text::Language;

/// A pair of terms by their numbers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub(super) english: u32,
    pub(super) french: u32,
    /// The probability of the French term given the English one; 0 where it is no translation in this direction.
    pub(super) french_given_english: f32,
    /// The probability of the English term given the French one; 0 where it is no translation in this direction.
    pub(super) english_given_french: f32,
    pub(super) source: TranslationSource,
}

/// What becomes a [`Table`].
#[derive(Debug, Default)]
pub(super) struct TableBuilder {
    english: Words,
    french: Words,
    pairs: Vec<Pair>,
    written: Vec<(u32, u32)>,
    passages: [Vec<(u32, u32)>; 2],
}

/// Pairs of terms in both directions. A term is the stems of its words, with single blanks between.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) english: Side,
    pub(super) french: Side,
}

/// The terms of one language.
#[derive(Debug, Default)]
pub(super) struct Side {
    pub(super) terms: Words,
    /// For each term its translations, the most probable first.
    pub(super) targets: Rows<Target>,
    /// For each term in how many passages it was when it was learned; 0 for what was not.
    pub(super) passages: Vec<u32>,
}

/// A translation: a term of the other side.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target {
    pub(super) term: u32,
    pub(super) probability: f32,
    pub(super) source: TranslationSource,
}

/// What a table has for a term.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found<'a> {
    terms: &'a Words,
    targets: &'a [Target],
    passages: u32,
}

impl TableBuilder {
    /// The number of a term of `language`, a new one for a term not met before.
    pub(super) fn number(&mut self, term: &str, language: Language) -> u32 {
        match language {
            Language::English => self.english.number(term),
            Language::French => self.french.number(term),
        }
    }

    /// Adds a pair. Of one that is there already, each direction keeps its most probable.
    pub(super) fn add(&mut self, pair: Pair) {
        self.pairs.push(pair);
    }

    /// Adds a pair that people wrote down, English and French.
    pub(super) fn write(&mut self, english: u32, french: u32) {
        self.written.push((english, french));
    }

    /// Says in how many passages the words of a pair were when it was learned.
    pub(super) fn set_passages(&mut self, english: (u32, u32), french: (u32, u32)) {
        let [of_english, of_french] = &mut self.passages;
        of_english.push(english);
        of_french.push(french);
    }

    /// The table. What people wrote down of a term is all equally probable, and has `written_share` of the probability where
    /// the term was counted too.
    pub(super) fn finish(self, written_share: f32) -> Table {
        let TableBuilder { english, french, pairs, written, passages: [of_english, of_french] } = self;
        let to_french = pairs.iter().map(|pair| {
            (
                pair.english,
                Target { term: pair.french, probability: pair.french_given_english, source: pair.source },
            )
        });
        let to_english = pairs.iter().map(|pair| {
            (
                pair.french,
                Target { term: pair.english, probability: pair.english_given_french, source: pair.source },
            )
        });
        let turned = written.iter().map(|(english, french)| (*french, *english));
        let french_targets = targets(&english, &french, to_french, written.iter().copied(), written_share);
        let english_targets = targets(&french, &english, to_english, turned, written_share);
        Table {
            english: Side {
                passages: spread(&english, &of_english),
                terms: english,
                targets: french_targets,
            },
            french: Side { passages: spread(&french, &of_french), terms: french, targets: english_targets },
        }
    }
}

/// The translations of each term of one side, from pairs of a term and its translation.
fn targets(
    terms: &Words,
    others: &Words,
    counted: impl Iterator<Item = (u32, Target)> + Clone,
    written: impl Iterator<Item = (u32, u32)> + Clone,
    written_share: f32,
) -> Rows<Target> {
    let counted = counted.filter(|(_, target)| target.probability > 0.0);
    let (counted, written) = (Rows::grouped(counted, terms.len()), Rows::grouped(written, terms.len()));
    let mut rows = Rows::default();
    let mut row: Vec<Target> = Vec::new();
    for term in 0..terms.len() as usize {
        for target in counted.row(term) {
            match row.iter_mut().find(|known| known.term == target.term) {
                Some(known) if known.probability >= target.probability => {}
                Some(known) => *known = *target,
                None => row.push(*target),
            }
        }
        add_written(&mut row, written.row(term), written_share);
        row.sort_unstable_by(|a, b| {
            let by_probability = b.probability.total_cmp(&a.probability);
            by_probability.then_with(|| others.word(a.term).cmp(others.word(b.term)))
        });
        rows.push(row.drain(..).map(|target| Target { probability: target.probability.min(1.0), ..target }));
    }
    rows
}

fn add_written(row: &mut Vec<Target>, written: &[u32], share: f32) {
    let mut distinct = written.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    if distinct.is_empty() {
        return;
    }
    let share = if row.is_empty() { 1.0 } else { share };
    row.iter_mut().for_each(|target| target.probability *= 1.0 - share);
    let each = share / distinct.len() as f32;
    for other in distinct {
        match row.iter_mut().find(|target| target.term == other) {
            Some(target) => target.probability += each,
            None => row.push(Target { term: other, probability: each, source: TranslationSource::General }),
        }
    }
}

fn spread(terms: &Words, numbers: &[(u32, u32)]) -> Vec<u32> {
    let mut all = vec![0; terms.len() as usize];
    for (term, number) in numbers {
        all.get_mut(*term as usize).into_iter().for_each(|slot| *slot = *number);
    }
    all
}

impl Table {
    /// What is known of a term of `from`.
    pub(super) fn find(&self, term: &str, from: Language) -> Option<Found<'_>> {
        let (side, other) = match from {
            Language::English => (&self.english, &self.french),
            Language::French => (&self.french, &self.english),
        };
        let number = side.terms.find(term)? as usize;
        let targets = side.targets.row(number);
        let passages = side.passages.get(number).copied().unwrap_or(0);
        (!targets.is_empty()).then_some(Found { terms: &other.terms, targets, passages })
    }
}

impl<'a> Found<'a> {
    /// In how many passages the word was when it was learned; 0 for what was not.
    pub(super) fn passages(self) -> u32 {
        self.passages
    }

    /// The translations, the most probable first.
    pub(super) fn targets(self) -> impl Iterator<Item = (&'a str, Target)> {
        self.targets.iter().map(move |target| (self.terms.word(target.term), *target))
    }
}
