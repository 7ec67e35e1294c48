//! Finds the phrases of texts and writes the texts in them.

use std::cmp::Reverse;

use indexmap::IndexMap;

use super::super::numbers::{bytes_of, countable};
use super::super::packed::packed;
use super::code::{MOST_PHRASES, write_literal, write_phrase};
use super::phrase::{LONGEST_PHRASE, Phrase};
use super::words::{begins_with_word, ends_with_word, pieces};
use crate::error::Error;

/// In so many texts, evenly spaced, it is looked for phrases of several pieces.
const SAMPLE: usize = 1024;

/// How often pairs are put together: a phrase has at most two to the power of this many pieces.
const ROUNDS: usize = 3;

/// The most pairs that are put together in a round, and how often one must be in the sample.
const MOST_PAIRS: usize = 1000;
const COMMON: usize = 8;

/// Pairs of neighbours that become one phrase.
struct Pairs {
    /// Two numbers and that of both together, ascending.
    pairs: Vec<((u32, u32), u32)>,
    /// Whether a number is the first of any: of most it is not.
    is_first: Vec<bool>,
}

impl Pairs {
    fn get(&self, first: u32, second: u32) -> Option<&u32> {
        self.is_first.get(first as usize).filter(|is_first| **is_first)?;
        let found = self.pairs.binary_search_by_key(&(first, second), |(pair, _)| *pair).ok()?;
        self.pairs.get(found).map(|(_, both)| both)
    }
}

/// Texts as the four sections that [`Texts`](super::Texts) reads: the same texts always give the same bytes.
#[derive(Debug, Default)]
pub(crate) struct TextsBuilder {
    /// The distinct phrases in the order they were met, with how often each is there: single pieces at first.
    phrases: IndexMap<String, u32>,
    /// The phrases of each text.
    texts: Vec<Box<[u32]>>,
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

    /// Where each text ends, the texts, the phrases, the bytes they lie in.
    ///
    /// # Errors
    /// `InvalidCatalogue` for more phrases than can be counted.
    pub(crate) fn finish(mut self) -> Result<[Vec<u8>; 4], Error> {
        countable(self.phrases.len())?;
        self.put_together();
        let kept = self.keep();
        let (mut phrases, mut joined) = (Vec::new(), Vec::new());
        for place in &kept {
            let phrase = self.phrase(*place);
            phrases.push(Phrase::to_bits(joined.len(), phrase).ok_or_else(Error::too_large)?);
            joined.extend_from_slice(phrase.as_bytes());
        }
        // By number in `texts` the number in the file.
        let mut numbers = vec![None; self.phrases.len()];
        for (number, place) in kept.iter().enumerate() {
            numbers.get_mut(*place as usize).into_iter().for_each(|slot| *slot = Some(number));
        }
        let (mut ends, mut codes) = (Vec::new(), Vec::new());
        for text in &self.texts {
            let phrases_of = text
                .iter()
                .map(|place| (self.phrase(*place), numbers.get(*place as usize).copied().flatten()));
            write(&mut codes, phrases_of);
            ends.push(codes.len() as u64);
        }
        Ok([packed(&ends), codes, bytes_of(phrases), joined])
    }

    fn phrase(&self, place: u32) -> &str {
        self.phrases.get_index(place as usize).map_or("", |(phrase, _)| phrase)
    }

    /// Makes phrases of several pieces, where they are common.
    fn put_together(&mut self) {
        let step = self.texts.len().div_ceil(SAMPLE).max(1);
        let mut sample: Vec<Box<[u32]>> = self.texts.iter().step_by(step).cloned().collect();
        for _ in 0..ROUNDS {
            let pairs = self.common_pairs(&sample);
            sample.iter_mut().chain(&mut self.texts).for_each(|text| *text = replaced(text, &pairs));
        }
    }

    fn common_pairs(&mut self, sample: &[Box<[u32]>]) -> Pairs {
        let pairs = sample.iter().flat_map(|text| text.iter().copied().zip(text.iter().copied().skip(1)));
        let mut neighbours: Vec<(u32, u32)> = pairs.collect();
        neighbours.sort_unstable();
        let counts = neighbours.chunk_by(|one, other| one == other);
        let mut common: Vec<(Reverse<usize>, (u32, u32))> = counts
            .filter(|same| same.len() >= COMMON)
            .filter_map(|same| Some((Reverse(same.len()), *same.first()?)))
            .collect();
        common.sort_unstable();
        let mut pairs = Vec::new();
        for (_, pair) in common {
            let (first, second) = (self.phrase(pair.0), self.phrase(pair.1));
            let blank = if blank_between(first, second) { " " } else { "" };
            let both = [first, blank, second].concat();
            if both.len() <= LONGEST_PHRASE && pairs.len() < MOST_PAIRS {
                pairs.push((pair, self.number(&both)));
            }
        }
        pairs.sort_unstable();
        let mut is_first = vec![false; self.phrases.len()];
        for ((first, _), _) in &pairs {
            is_first.get_mut(*first as usize).into_iter().for_each(|is_first| *is_first = true);
        }
        Pairs { pairs, is_first }
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
    ends_with_word(first) && begins_with_word(second)
}

/// One number in the place of two, from the beginning on.
fn replaced(text: &[u32], pairs: &Pairs) -> Box<[u32]> {
    let mut rest = text;
    std::iter::from_fn(|| {
        let (first, others) = rest.split_first()?;
        let both =
            others.split_first().and_then(|(second, after)| Some((pairs.get(*first, *second)?, after)));
        let (number, after) = both.unwrap_or((first, others));
        rest = after;
        Some(*number)
    })
    .collect()
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
