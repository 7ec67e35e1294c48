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
    /// In how many text pairs the word was when it was learned; 0 for what was not.
    texts: u32,
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
        let (english, french) = (self.english.number(&pair.english), self.french.number(&pair.french));
        self.english.add(
            english,
            Target { term: french, probability: pair.french_given_english, source: pair.source },
        );
        self.french.add(
            french,
            Target { term: english, probability: pair.english_given_french, source: pair.source },
        );
    }

    /// Says in how many text pairs a word was when it was learned.
    pub(super) fn set_texts(&mut self, word: &str, language: Language, texts: u32) {
        let side = match language {
            Language::English => &mut self.english,
            Language::French => &mut self.french,
        };
        let number = side.number(word);
        side.terms.get_mut(number as usize).into_iter().for_each(|term| term.texts = texts);
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
    /// In how many text pairs the word was when it was learned; 0 for what was not.
    pub(super) fn texts(self) -> u32 {
        self.term.texts
    }

    /// The translations, the most probable first.
    pub(super) fn targets(self) -> impl Iterator<Item = (&'a str, Target)> {
        self.term.targets.iter().map(move |target| (self.other.text(target.term), *target))
    }
}
