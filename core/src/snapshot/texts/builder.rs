//! Finds the phrases of texts and writes the texts in them.

use std::cmp::Reverse;
use std::collections::HashMap;

use indexmap::IndexMap;

use super::super::numbers::countable;
use super::super::packed::packed;
use super::super::strings::StringsBuilder;
use super::LONGEST_PHRASE;
use super::code::{MOST_PHRASES, write_literal, write_phrase};
use super::words::{begins_with_word, ends_with_word, pieces};
use crate::error::Error;

/// In so many texts, evenly spaced, it is looked for phrases of several pieces.
const SAMPLE: usize = 1024;

/// How often pairs are put together: a phrase has at most two to the power of this many pieces.
const ROUNDS: usize = 3;

/// The most pairs that are put together in a round, and how often one must be in the sample.
const MOST_PAIRS: usize = 1000;
const COMMON: u32 = 8;

/// Two neighbours, by number, and the number of both together.
type Pairs = HashMap<(u32, u32), u32>;

/// Texts as the four sections that [`Texts`](super::Texts) reads: the same texts always give the same bytes.
#[derive(Debug, Default)]
pub(crate) struct TextsBuilder {
    /// The distinct phrases in the order they were met, with how often each is there: single pieces at first.
    phrases: IndexMap<String, u32>,
    /// The phrases of each text.
    texts: Vec<Vec<u32>>,
}

impl TextsBuilder {
    pub(crate) fn push(&mut self, text: &str) {
        let numbers = pieces(text).map(|piece| self.number(piece)).collect();
        self.texts.push(numbers);
    }

    fn number(&mut self, phrase: &str) -> u32 {
        // No text is made for the many that are there.
        let place = match self.phrases.get_index_of(phrase) {
            Some(place) => place,
            None => self.phrases.insert_full(phrase.to_owned(), 0).0,
        };
        place as u32
    }

    /// Where each text ends, the texts, where each phrase ends, the phrases.
    ///
    /// # Errors
    /// `InvalidCatalogue` for more phrases than can be counted.
    pub(crate) fn finish(mut self) -> Result<[Vec<u8>; 4], Error> {
        countable(self.phrases.len())?;
        self.put_together();
        let kept = self.keep();
        let mut phrases = StringsBuilder::default();
        kept.iter().for_each(|place| phrases.push(self.phrase(*place)));
        let [phrase_ends, joined] = phrases.finish()?;
        // By number in `texts` the number in the file.
        let mut numbers = vec![None; self.phrases.len()];
        for (number, place) in kept.iter().enumerate() {
            numbers.get_mut(*place as usize).into_iter().for_each(|slot| *slot = Some(number));
        }
        let (mut ends, mut codes) = (Vec::new(), Vec::new());
        for text in &self.texts {
            let phrases = text
                .iter()
                .map(|place| (self.phrase(*place), numbers.get(*place as usize).copied().flatten()));
            write(&mut codes, phrases);
            ends.push(codes.len() as u64);
        }
        Ok([packed(&ends), codes, phrase_ends, joined])
    }

    fn phrase(&self, place: u32) -> &str {
        self.phrases.get_index(place as usize).map_or("", |(phrase, _)| phrase)
    }

    /// Makes phrases of several pieces, where they are common.
    fn put_together(&mut self) {
        let step = self.texts.len().div_ceil(SAMPLE).max(1);
        let mut sample: Vec<Vec<u32>> = self.texts.iter().step_by(step).cloned().collect();
        for _ in 0..ROUNDS {
            let pairs = self.common_pairs(&sample);
            sample.iter_mut().chain(&mut self.texts).for_each(|text| replace(text, &pairs));
        }
    }

    fn common_pairs(&mut self, sample: &[Vec<u32>]) -> Pairs {
        let mut counts: HashMap<(u32, u32), u32> = HashMap::new();
        for pair in sample.iter().flat_map(|text| text.iter().zip(text.iter().skip(1))) {
            *counts.entry((*pair.0, *pair.1)).or_default() += 1;
        }
        let mut common: Vec<((u32, u32), u32)> =
            counts.into_iter().filter(|(_, count)| *count >= COMMON).collect();
        // The order of a hash map must not reach the file.
        common.sort_unstable_by_key(|(pair, count)| (Reverse(*count), *pair));
        let mut pairs = Pairs::new();
        for (pair, _) in common {
            let (first, second) = (self.phrase(pair.0), self.phrase(pair.1));
            let blank = if blank_between(first, second) { " " } else { "" };
            let both = [first, blank, second].concat();
            if both.len() <= LONGEST_PHRASE && pairs.len() < MOST_PAIRS {
                pairs.insert(pair, self.number(&both));
            }
        }
        pairs
    }

    /// The places of the phrases that are worth their place in the file, the commonest first.
    fn keep(&mut self) -> Vec<u32> {
        for place in self.texts.iter().flatten() {
            if let Some((_, count)) = self.phrases.get_index_mut(*place as usize) {
                *count = count.saturating_add(1);
            }
        }
        let worth = |phrase: &str, count: u32| {
            let (length, count) = (phrase.len() as u64, u64::from(count));
            // Literals with their two bytes each, or the phrase once with its end and at most three bytes each time.
            length <= LONGEST_PHRASE as u64 && count * (length + 2) > length + 3 + count * 3
        };
        let mut kept: Vec<(Reverse<u32>, &str, u32)> = (self.phrases.iter().zip(0..))
            .filter(|((phrase, count), _)| worth(phrase, **count))
            .map(|((phrase, count), place)| (Reverse(*count), phrase.as_str(), place))
            .collect();
        kept.sort_unstable();
        kept.truncate(MOST_PHRASES);
        kept.into_iter().map(|(_, _, place)| place).collect()
    }
}

/// Whether a single blank is left out between two phrases.
fn blank_between(first: &str, second: &str) -> bool {
    ends_with_word(first.as_bytes()) && begins_with_word(second.as_bytes())
}

/// Puts one number in the place of two, from the beginning on.
fn replace(text: &mut Vec<u32>, pairs: &Pairs) {
    let mut replaced = Vec::with_capacity(text.len());
    let mut rest = text.as_slice();
    while let Some((first, others)) = rest.split_first() {
        let both =
            others.split_first().and_then(|(second, after)| Some((pairs.get(&(*first, *second))?, after)));
        let (number, after) = both.unwrap_or((first, others));
        replaced.push(*number);
        rest = after;
    }
    *text = replaced;
}

/// Adds a text: its phrases, each with its number in the file, if it has one.
fn write<'p>(codes: &mut Vec<u8>, phrases: impl Iterator<Item = (&'p str, Option<usize>)>) {
    let (mut before, mut literal) = ("", Vec::new());
    for (phrase, number) in phrases {
        // Beside a literal a blank is not left out.
        if blank_between(before, phrase) && (number.is_none() || !literal.is_empty()) {
            literal.push(b' ');
        }
        match number {
            Some(number) => {
                write_literal(codes, &literal);
                literal.clear();
                write_phrase(codes, number);
            }
            None => literal.extend_from_slice(phrase.as_bytes()),
        }
        before = phrase;
    }
    write_literal(codes, &literal);
}
