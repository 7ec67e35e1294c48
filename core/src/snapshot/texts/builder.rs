//! Finds the phrases of texts and writes the texts in them.

use std::cmp::Reverse;

use super::super::leb128::{read_number, write_number};
use super::super::numbers::{bytes_of, countable};
use super::super::packed::packed;
use super::code::{MOST_PHRASES, write_literal, write_phrase};
use super::pairs::{Pairs, common_pairs};
use super::phrase::{LONGEST_PHRASE, Phrase};
use super::words::{begins_with_word, ends_with_word, pieces};
use crate::error::Error;
use crate::interner::Interner;

/// In so many texts, evenly spaced, it is looked for phrases of several pieces.
const SAMPLE: usize = 1024;

/// How often pairs are put together: a phrase has at most two to the power of this many pieces.
const ROUNDS: usize = 3;

/// The most pairs that are put together in a round.
const MOST_PAIRS: usize = 1000;

/// The places of those of `count` texts in which phrases of several pieces are looked for.
pub(crate) fn sampled(count: usize) -> impl Iterator<Item = usize> {
    (0..count).step_by(count.div_ceil(SAMPLE).max(1))
}

/// Texts as the four sections that [`Texts`](super::Texts) reads: the same texts always give the same bytes.
///
/// Of a text it keeps the numbers of its phrases, in about as many bytes as the section will have.
#[derive(Debug, Default)]
pub(crate) struct TextsBuilder {
    /// Those that were met.
    phrases: Interner,
    /// What is put together, round by round.
    pairs: Vec<Pairs>,
    /// How often each phrase is there.
    counts: Vec<u32>,
    /// The numbers of the phrases of all texts, as LEB128.
    numbers: Vec<u8>,
    /// Where those of each text end.
    ends: Vec<usize>,
    /// The phrases of the text that is added.
    text: Vec<u32>,
}

/// The numbers of the pieces of a text.
fn numbers_of(text: &str, phrases: &mut Interner) -> impl Iterator<Item = u32> {
    pieces(text).map(|piece| phrases.number(piece))
}

/// The first of `pairs` that are short enough for a phrase, each with the number of both together.
fn numbered(pairs: impl Iterator<Item = (u32, u32)>, phrases: &mut Interner) -> Vec<((u32, u32), u32)> {
    let numbered = pairs.filter_map(|pair| {
        let (first, second) = (phrases.get(pair.0), phrases.get(pair.1));
        let blank = if ends_with_word(first) && begins_with_word(second) { " " } else { "" };
        let both = [first, blank, second].concat();
        (both.len() <= LONGEST_PHRASE).then(|| (pair, phrases.number(&both)))
    });
    numbered.take(MOST_PAIRS).collect()
}

impl TextsBuilder {
    /// `sample`: those of the texts that are [`sampled`].
    pub(crate) fn new(sample: &[String]) -> Self {
        let mut phrases = Interner::default();
        let mut sample: Vec<Vec<u32>> =
            sample.iter().map(|text| numbers_of(text, &mut phrases).collect()).collect();
        let mut rounds = Vec::new();
        for _ in 0..ROUNDS {
            let pairs = Pairs::new(numbered(common_pairs(&sample), &mut phrases));
            sample.iter_mut().for_each(|text| pairs.put_together(text));
            rounds.push(pairs);
        }
        TextsBuilder { phrases, pairs: rounds, ..TextsBuilder::default() }
    }

    pub(crate) fn push(&mut self, text: &str) {
        self.text.clear();
        self.text.extend(numbers_of(text, &mut self.phrases));
        self.pairs.iter().for_each(|pairs| pairs.put_together(&mut self.text));
        if self.counts.len() < self.phrases.len() {
            self.counts.resize(self.phrases.len(), 0);
        }
        for number in &self.text {
            if let Some(count) = self.counts.get_mut(*number as usize) {
                *count = count.saturating_add(1);
            }
            write_number(&mut self.numbers, (*number).into());
        }
        self.ends.push(self.numbers.len());
    }

    /// Where each text ends, the texts, the phrases, the bytes they lie in.
    ///
    /// # Errors
    /// `InvalidCatalogue` for more phrases than can be counted.
    pub(crate) fn finish(self) -> Result<[Vec<u8>; 4], Error> {
        countable(self.phrases.len())?;
        let mut met: Vec<Met<'_>> = self.phrases.iter().map(Met::of).collect();
        let (mut phrases, mut joined) = (Vec::new(), Vec::new());
        for (number, place) in self.keep().into_iter().enumerate() {
            let phrase = self.phrases.get(place);
            phrases.push(Phrase::to_bits(joined.len(), phrase).ok_or_else(Error::too_large)?);
            joined.extend_from_slice(phrase.as_bytes());
            met.get_mut(place as usize).into_iter().for_each(|met| met.number = Some(number));
        }
        let (mut ends, mut codes) = (Vec::with_capacity(self.ends.len()), Vec::new());
        let mut start = 0;
        for end in &self.ends {
            let numbers = numbers(self.numbers.get(start..*end).unwrap_or_default());
            write(&mut codes, numbers.filter_map(|number| met.get(number as usize)));
            ends.push(codes.len() as u64);
            start = *end;
        }
        Ok([packed(&ends), codes, bytes_of(phrases), joined])
    }

    /// The places of the phrases that are worth their place in the file, the commonest first.
    fn keep(&self) -> Vec<u32> {
        let worth = |phrase: &str, count: u32| {
            let (length, count) = (phrase.len() as u64, u64::from(count));
            // Literals with their two bytes each, or the phrase once with its end and at most three bytes each time.
            length <= LONGEST_PHRASE as u64 && count * (length + 2) > length + 3 + count * 3
        };
        let mut kept: Vec<(Reverse<u32>, &str, u32)> = (self.phrases.iter().zip(&self.counts).zip(0..))
            .filter(|((phrase, count), _)| worth(phrase, **count))
            .map(|((phrase, count), place)| (Reverse(*count), phrase, place))
            .collect();
        kept.sort_unstable();
        kept.truncate(MOST_PHRASES);
        kept.into_iter().map(|(_, _, place)| place).collect()
    }
}

/// A phrase that was met.
struct Met<'p> {
    phrase: &'p str,
    begins_with_word: bool,
    ends_with_word: bool,
    /// Its number in the file, if it has one.
    number: Option<usize>,
}

impl<'p> Met<'p> {
    fn of(phrase: &'p str) -> Self {
        let (begins_with_word, ends_with_word) = (begins_with_word(phrase), ends_with_word(phrase));
        Met { phrase, begins_with_word, ends_with_word, number: None }
    }
}

/// Adds a text.
fn write<'p>(codes: &mut Vec<u8>, phrases: impl Iterator<Item = &'p Met<'p>>) {
    let (mut after_word, mut literal) = (false, Vec::new());
    for Met { phrase, begins_with_word, ends_with_word, number } in phrases {
        // Beside a literal a blank is not left out.
        if after_word && *begins_with_word && (number.is_none() || !literal.is_empty()) {
            literal.push(b' ');
        }
        match number {
            Some(number) => {
                write_literal(codes, &literal);
                literal.clear();
                write_phrase(codes, *number);
            }
            None => literal.extend_from_slice(phrase.as_bytes()),
        }
        after_word = *ends_with_word;
    }
    write_literal(codes, &literal);
}

/// What was written of the numbers of a text.
fn numbers(mut bytes: &[u8]) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || read_number(&mut bytes).map(|number| number as u32))
}
