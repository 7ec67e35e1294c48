//! Expectation and maximization.

use std::num::NonZeroUsize;
use std::ops::Range;

use super::super::rows::Rows;
use super::candidates::Candidate;
use super::pairs::{Texts, length};
use super::postings::Posting;
use super::{Alignment, Link, Options, TextPairs};
use crate::parallel;

/// What is known of one pair of words, spread out by French word while an English word is worked on.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    /// The probabilities French given English and English given French.
    probabilities: [f32; 2],
    /// What was counted of each.
    counts: [f32; 2],
}

/// A distinct word of a French text. All that is asked of it lies together: words are gone through from one English word to the
/// next, so that those of a text are mostly in no cache.
#[derive(Debug, Clone, Copy)]
struct FrenchWord {
    word: u32,
    /// How often it is in the text.
    times: f32,
    /// The sum over what may have made it; for counting, one by that.
    sum: f32,
}

/// The state of expectation maximization.
pub(super) struct Expectation {
    postings: Rows<Posting>,
    candidates: Rows<Candidate>,
    options: Options,
    /// In how many threads it is worked.
    threads: NonZeroUsize,
    /// For each candidate its probability in each direction.
    probabilities: Vec<[f32; 2]>,
    /// For each candidate what was counted in each direction in the last round.
    counts: Vec<[f32; 2]>,
    /// The words of the French texts.
    french: Rows<FrenchWord>,
    /// How many words each English text has.
    english_lengths: Vec<u32>,
    /// The probabilities of French and of English words given the null word: their shares of all words.
    null: [Vec<f32>; 2],
}

/// Some texts, and the French words of them.
struct TextRange<'w> {
    /// The first of the texts.
    first: usize,
    /// Where the words of each text end, among those of all texts.
    ends: &'w [usize],
    /// The place of the first word among those of all texts.
    base: usize,
    words: &'w mut [FrenchWord],
}

/// Some English words, and what is counted of their candidates.
struct WordRange<'c> {
    english: Range<usize>,
    /// The place of the first candidate among all.
    base: usize,
    counts: &'c mut [[f32; 2]],
}

impl Expectation {
    pub(super) fn new(
        pairs: TextPairs,
        postings: Rows<Posting>,
        candidates: Rows<Candidate>,
        options: Options,
        threads: NonZeroUsize,
    ) -> Self {
        let counts: Vec<[f32; 2]> =
            candidates.values().iter().map(|candidate| [candidate.weight; 2]).collect();
        let null = [shares(&pairs.french), shares(&pairs.english)];
        let english_lengths = pairs.english.rows.iter().map(length).collect();
        drop(pairs.english);
        let probabilities = vec![[0.0; 2]; counts.len()];
        let french =
            pairs.french.rows.map(|(word, times)| FrenchWord { word, times: times as f32, sum: 0.0 });
        let mut expectation = Expectation {
            postings,
            candidates,
            options,
            threads,
            probabilities,
            counts,
            french,
            english_lengths,
            null,
        };
        expectation.maximize();
        expectation
    }

    /// One round.
    pub(super) fn round(&mut self) {
        self.sum();
        self.count();
        self.maximize();
    }

    fn french_words(&self) -> usize {
        let [of_french, _] = &self.null;
        of_french.len()
    }

    /// How many times the null word stands beside the words of a text, as many as give it its share.
    fn null_times(&self, length: u32) -> f32 {
        let odds = self.options.null_share / (1.0 - self.options.null_share);
        (odds * f64::from(length)) as f32
    }

    /// Adds up for each French word of the texts what the null word and each candidate give it. In each thread other texts: of one
    /// text all is added in the order of the English words.
    fn sum(&mut self) {
        let mut french = std::mem::take(&mut self.french);
        let ranges = french.split(self.threads.get()).into_iter();
        let ranges: Vec<_> = ranges.map(|texts| (french.start(texts.end), texts)).collect();
        let (ends, words) = french.parts_mut();
        let (mut rest, mut base) = (words, 0);
        let mut parts = Vec::new();
        for (end, texts) in ranges {
            let Some((words, others)) = rest.split_at_mut_checked(end - base) else { break };
            let ends = ends.get(texts.clone()).unwrap_or_default();
            parts.push(TextRange { first: texts.start, ends, base, words });
            (rest, base) = (others, end);
        }
        parallel::for_each(self.threads, parts, |part| self.sum_texts(part));
        self.french = french;
    }

    fn sum_texts(&self, TextRange { first, ends, base, words }: TextRange<'_>) {
        let [of_french, _] = &self.null;
        let mut start = base;
        for (end, length) in ends.iter().zip(self.english_lengths.iter().skip(first)) {
            let times = self.null_times(*length);
            for word in words.get_mut(start - base..end - base).unwrap_or_default() {
                word.sum = times * of_french.get(word.word as usize).copied().unwrap_or(0.0);
            }
            start = *end;
        }
        let mut cells = vec![0.0_f32; self.french_words()];
        for english in 0..self.postings.len() {
            let postings = self.postings.row(english);
            let before = |place: usize| postings.partition_point(|posting| posting.start() < place);
            let postings = postings.get(before(base)..before(base + words.len())).unwrap_or_default();
            if postings.is_empty() {
                continue;
            }
            let known = self.probabilities.get(self.candidates.range(english)).unwrap_or_default();
            for (candidate, [to_french, _]) in self.candidates.row(english).iter().zip(known) {
                cells.get_mut(candidate.french as usize).into_iter().for_each(|slot| *slot = *to_french);
            }
            for posting in postings {
                let times = posting.times();
                for word in posting.words_mut(words, base) {
                    let to_french = cells.get(word.word as usize).copied().unwrap_or(0.0);
                    word.sum += times * to_french;
                }
            }
            for candidate in self.candidates.row(english) {
                cells.get_mut(candidate.french as usize).into_iter().for_each(|slot| *slot = 0.0);
            }
        }
        // Once for each word, and not for each pair of words.
        words.iter_mut().for_each(|word| word.sum = inverse(word.sum));
    }

    /// Counts how often each candidate is expected to be a translation. With agreement both directions count the same: the
    /// product of what each expects. In each thread other English words.
    fn count(&mut self) {
        let mut counts = std::mem::take(&mut self.counts);
        let (mut rest, mut base) = (counts.as_mut_slice(), 0);
        let mut parts = Vec::new();
        for english in self.postings.split(self.threads.get()) {
            let end = self.candidates.start(english.end);
            let Some((of_part, others)) = rest.split_at_mut_checked(end - base) else { break };
            parts.push(WordRange { english, base, counts: of_part });
            (rest, base) = (others, end);
        }
        parallel::for_each(self.threads, parts, |part| self.count_words(part));
        self.counts = counts;
    }

    fn count_words(&self, WordRange { english, base, counts }: WordRange<'_>) {
        let mut cells = vec![Cell::default(); self.french_words()];
        let [_, of_english] = &self.null;
        for english in english {
            let range = self.candidates.range(english);
            let known = self.probabilities.get(range.clone()).unwrap_or_default();
            for (candidate, probabilities) in self.candidates.row(english).iter().zip(known) {
                let cell = Cell { probabilities: *probabilities, counts: [0.0; 2] };
                cells.get_mut(candidate.french as usize).into_iter().for_each(|slot| *slot = cell);
            }
            let null = of_english.get(english).copied().unwrap_or(0.0);
            for posting in self.postings.row(english) {
                self.count_text(posting, null, &mut cells);
            }
            let counts = counts.get_mut(range.start - base..range.end - base).unwrap_or_default();
            for (candidate, slot) in self.candidates.row(english).iter().zip(counts) {
                if let Some(cell) = cells.get_mut(candidate.french as usize) {
                    *slot = std::mem::take(cell).counts;
                }
            }
        }
    }

    /// Counts the candidates of an English word in a text. `null`: the probability of the word given the null word.
    fn count_text(&self, posting: &Posting, null: f32, cells: &mut [Cell]) {
        let times = posting.times();
        let words = posting.words(self.french.values(), 0);
        let mut total = 0.0;
        for word in words {
            let to_english = cells.get(word.word as usize).map_or(0.0, |cell| cell.probabilities[1]);
            total += word.times * to_english;
        }
        let by_english = inverse(self.null_times(posting.length()) * null + total);
        for word in words {
            let Some(Cell { probabilities: [to_french, to_english], counts: [first, second] }) =
                cells.get_mut(word.word as usize)
            else {
                continue;
            };
            // Most pairs of words are no candidates, or were found to be none.
            if *to_french == 0.0 {
                continue;
            }
            let links = times * word.times;
            let (to_french, to_english) = (*to_french * word.sum, *to_english * by_english);
            if self.options.agreement {
                let both = links * to_french * to_english;
                *first += both;
                *second += both;
            } else {
                *first += links * to_french;
                *second += links * to_english;
            }
        }
    }

    /// From counts to probabilities: each by the sum over its word.
    fn maximize(&mut self) {
        let mut of_french = vec![0.0_f64; self.french_words()];
        for (candidate, [_, count]) in self.candidates.values().iter().zip(&self.counts) {
            let total = of_french.get_mut(candidate.french as usize);
            total.into_iter().for_each(|total| *total += f64::from(*count));
        }
        for english in 0..self.candidates.len() {
            let range = self.candidates.range(english);
            let counts = self.counts.get(range.clone()).unwrap_or_default();
            let of_english: f64 = counts.iter().map(|[count, _]| f64::from(*count)).sum();
            let slots = self.probabilities.get_mut(range).unwrap_or_default();
            let row = self.candidates.row(english).iter().zip(counts).zip(slots);
            for ((candidate, [first, second]), slot) in row {
                let of_french = of_french.get(candidate.french as usize).copied().unwrap_or(0.0);
                *slot = [share(*first, of_english), share(*second, of_french)];
            }
        }
    }

    pub(super) fn finish(self) -> Alignment {
        let mut links = Rows::default();
        for english in 0..self.candidates.len() {
            let range = self.candidates.range(english);
            let known = self.probabilities.get(range.clone()).unwrap_or_default().iter();
            let known = known.zip(self.counts.get(range).unwrap_or_default());
            let row = self.candidates.row(english).iter().zip(known);
            links.push(row.map(|(candidate, ([to_french, to_english], [first, second]))| Link {
                french: candidate.french,
                french_given_english: *to_french,
                english_given_french: *to_english,
                count: first.min(*second),
            }));
        }
        Alignment { links, null: self.null, null_share: self.options.null_share }
    }
}

/// Each word's share of all words of the texts.
fn shares(texts: &Texts) -> Vec<f32> {
    let mut counts = vec![0_u64; texts.vocabulary];
    for (word, count) in texts.rows.values() {
        counts.get_mut(*word as usize).into_iter().for_each(|total| *total += u64::from(*count));
    }
    let all: u64 = counts.iter().sum();
    counts.into_iter().map(|count| (count as f64 / all.max(1) as f64) as f32).collect()
}

/// A count by the sum it is part of, at most 1; 0 of nothing.
fn share(count: f32, total: f64) -> f32 {
    if total > 0.0 { (f64::from(count) / total).min(1.0) as f32 } else { 0.0 }
}

/// One by a sum of probabilities; 0 where nothing, or next to nothing, can have made the word.
fn inverse(sum: f32) -> f32 {
    if sum > 1e-30 { 1.0 / sum } else { 0.0 }
}
