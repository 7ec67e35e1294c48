//! Translations in both directions, looked up by term.

use std::collections::HashMap;

use super::Source;
use crate::text::Language;

/// A pair of terms, each the stems of its words with single blanks between.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pair {
    pub(super) english: String,
    pub(super) french: String,
    /// The probability of the French term given the English one; 0 where it is no translation in this direction.
    pub(super) french_given_english: f32,
    /// The probability of the English term given the French one; 0 where it is no translation in this direction.
    pub(super) english_given_french: f32,
    pub(super) source: Source,
}

/// Pairs of terms in both directions.
#[derive(Debug, Default)]
pub(super) struct Table {
    english: Side,
    french: Side,
}

/// The terms of one language.
#[derive(Debug, Default)]
struct Side {
    numbers: HashMap<Box<str>, u32>,
    terms: Vec<Term>,
}

#[derive(Debug, Default)]
struct Term {
    text: Box<str>,
    /// In how many passages the word was when it was learned; 0 for what was not.
    passages: u32,
    targets: Vec<Target>,
}

/// A translation: a term of the other side.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target {
    term: u32,
    pub(super) probability: f32,
    pub(super) source: Source,
}

/// What a table has for a term.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found<'a> {
    other: &'a Side,
    term: &'a Term,
}

impl Table {
    /// Adds a pair. Of one that is there already, each direction keeps its most probable.
    pub(super) fn add(&mut self, pair: &Pair) {
        let english = self.number(&pair.english, Language::English);
        let french = self.number(&pair.french, Language::French);
        self.add_numbers(
            english,
            french,
            [pair.french_given_english, pair.english_given_french],
            pair.source,
        );
    }

    /// The number of a term of `language`, a new one for a term not met before.
    pub(super) fn number(&mut self, term: &str, language: Language) -> u32 {
        match language {
            Language::English => self.english.number(term),
            Language::French => self.french.number(term),
        }
    }

    /// Like [`add`](Table::add), of terms known by number; the probabilities are those of the French and of the English.
    pub(super) fn add_numbers(&mut self, english: u32, french: u32, probabilities: [f32; 2], source: Source) {
        let [to_french, to_english] = probabilities;
        self.english.add(english, Target { term: french, probability: to_french, source });
        self.french.add(french, Target { term: english, probability: to_english, source });
    }

    /// Says in how many passages a word was when it was learned.
    pub(super) fn set_passages(&mut self, word: &str, language: Language, passages: u32) {
        let number = self.number(word, language);
        let side = match language {
            Language::English => &mut self.english,
            Language::French => &mut self.french,
        };
        side.terms.get_mut(number as usize).into_iter().for_each(|term| term.passages = passages);
    }

    /// Adds pairs that people wrote down, English and French: all of a term's are equally probable, and share what was
    /// counted of it down to the rest of `share`.
    pub(super) fn blend(&mut self, mut pairs: Vec<(u32, u32)>, share: f32) {
        pairs.sort_unstable();
        pairs.dedup();
        self.english.blend(&pairs, share);
        pairs.iter_mut().for_each(|(english, french)| std::mem::swap(english, french));
        pairs.sort_unstable();
        self.french.blend(&pairs, share);
    }

    /// Puts the translations of every term in order, the most probable first.
    pub(super) fn finish(mut self) -> Self {
        let order = |side: &mut Side, other: &Side| {
            for term in &mut side.terms {
                term.targets.sort_by(|a, b| {
                    b.probability
                        .total_cmp(&a.probability)
                        .then_with(|| other.text(a.term).cmp(other.text(b.term)))
                });
                term.targets.shrink_to_fit();
            }
        };
        order(&mut self.english, &self.french);
        order(&mut self.french, &self.english);
        self
    }

    /// What is known of a term of `from`.
    pub(super) fn find(&self, term: &str, from: Language) -> Option<Found<'_>> {
        let (side, other) = match from {
            Language::English => (&self.english, &self.french),
            Language::French => (&self.french, &self.english),
        };
        let term = side.numbers.get(term).and_then(|number| side.terms.get(*number as usize))?;
        (!term.targets.is_empty()).then_some(Found { other, term })
    }
}

impl Side {
    fn number(&mut self, term: &str) -> u32 {
        if let Some(number) = self.numbers.get(term) {
            return *number;
        }
        let number = u32::try_from(self.terms.len()).unwrap_or(u32::MAX);
        self.numbers.insert(term.into(), number);
        self.terms.push(Term { text: term.into(), ..Term::default() });
        number
    }

    /// Adds pairs sorted by the term of this side, which comes first.
    fn blend(&mut self, pairs: &[(u32, u32)], share: f32) {
        for written in pairs.chunk_by(|(a, _), (b, _)| a == b) {
            let Some(term) = written.first().and_then(|(term, _)| self.terms.get_mut(*term as usize)) else {
                continue;
            };
            let share = if term.targets.is_empty() { 1.0 } else { share };
            term.targets.iter_mut().for_each(|target| target.probability *= 1.0 - share);
            let each = share / written.len() as f32;
            for (_, other) in written {
                match term.targets.iter_mut().find(|target| target.term == *other) {
                    Some(target) => target.probability += each,
                    None => {
                        term.targets.push(Target { term: *other, probability: each, source: Source::General })
                    }
                }
            }
        }
    }

    fn text(&self, number: u32) -> &str {
        self.terms.get(number as usize).map_or("", |term| &*term.text)
    }

    fn add(&mut self, number: u32, target: Target) {
        let Some(term) = self.terms.get_mut(number as usize) else { return };
        if target.probability.is_nan() || target.probability <= 0.0 {
            return;
        }
        let target = Target { probability: target.probability.min(1.0), ..target };
        match term.targets.iter_mut().find(|known| known.term == target.term) {
            Some(known) if known.probability < target.probability => *known = target,
            Some(_) => {}
            None => term.targets.push(target),
        }
    }
}

impl<'a> Found<'a> {
    /// In how many passages the word was when it was learned; 0 for what was not.
    pub(super) fn passages(self) -> u32 {
        self.term.passages
    }

    /// The translations, the most probable first.
    pub(super) fn targets(self) -> impl Iterator<Item = (&'a str, Target)> {
        self.term.targets.iter().map(move |target| (self.other.text(target.term), *target))
    }
}
