//! Expectation and maximization.

use super::super::rows::{Posting, Rows};
use super::candidates::Candidate;
use super::pairs::Texts;
use super::{Alignment, Link, Options, TextPairs};

/// What is known of one pair of words, spread out by French word while an English word is worked on.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    /// The probabilities French given English and English given French.
    probabilities: [f32; 2],
    /// What was counted of each.
    counts: [f32; 2],
}

/// The state of expectation maximization.
pub(super) struct Expectation<'a> {
    pairs: &'a TextPairs,
    postings: &'a Rows<Posting>,
    candidates: &'a Rows<Candidate>,
    options: Options,
    /// For each candidate its probability in each direction.
    probabilities: Vec<[f32; 2]>,
    /// For each candidate what was counted in each direction in the last round.
    counts: Vec<[f32; 2]>,
    /// For each word of the French and of the English texts, in their order, the sum over what may have made it; for
    /// counting, one by that.
    sums: [Vec<f32>; 2],
    /// The probabilities of French and of English words given the null word: their shares of all words.
    null: [Vec<f32>; 2],
    cells: Vec<Cell>,
}

impl<'a> Expectation<'a> {
    pub(super) fn new(
        pairs: &'a TextPairs,
        postings: &'a Rows<Posting>,
        candidates: &'a Rows<Candidate>,
        options: Options,
    ) -> Self {
        let counts: Vec<[f32; 2]> =
            candidates.values().iter().map(|candidate| [candidate.weight; 2]).collect();
        let mut expectation = Expectation {
            pairs,
            postings,
            candidates,
            options,
            probabilities: vec![[0.0; 2]; counts.len()],
            counts,
            sums: [Vec::new(), Vec::new()],
            null: [shares(&pairs.french), shares(&pairs.english)],
            cells: vec![Cell::default(); pairs.french.vocabulary],
        };
        expectation.maximize();
        expectation
    }

    /// One round.
    pub(super) fn round(&mut self) {
        let [of_french, of_english] = [self.null_sums(true), self.null_sums(false)];
        self.sums = [of_french, of_english];
        self.sum();
        // Once for each word, and not for each pair of words.
        self.sums.iter_mut().flatten().for_each(|sum| *sum = inverse(*sum));
        self.count();
        self.maximize();
    }

    /// What the null word gives each word of the texts: it stands in each text beside the others, as many times as gives it
    /// its share.
    fn null_sums(&self, french: bool) -> Vec<f32> {
        let (own, other) = if french {
            (&self.pairs.french, &self.pairs.english)
        } else {
            (&self.pairs.english, &self.pairs.french)
        };
        let [of_french, of_english] = &self.null;
        let null = if french { of_french } else { of_english };
        let odds = self.options.null_share / (1.0 - self.options.null_share);
        let mut sums = Vec::with_capacity(own.rows.values().len());
        for (row, other) in own.rows.iter().zip(other.rows.iter()) {
            let length: u32 = other.iter().map(|(_, count)| count).sum();
            let times = (odds * f64::from(length)) as f32;
            sums.extend(row.iter().map(|(word, _)| times * null.get(*word as usize).copied().unwrap_or(0.0)));
        }
        sums
    }

    /// Adds to every word's sum what each candidate gives it.
    fn sum(&mut self) {
        let (pairs, postings, candidates) = (self.pairs, self.postings, self.candidates);
        let [of_french, of_english] = &mut self.sums;
        for english in 0..postings.len() {
            spread(&mut self.cells, candidates, &self.probabilities, english);
            for posting in postings.row(english) {
                let times = times(&pairs.english, posting);
                let mut total = 0.0;
                let places = pairs.french.rows.range(posting.row);
                let sums = of_french.get_mut(places).unwrap_or_default();
                for ((word, count), sum) in pairs.french.rows.row(posting.row).iter().zip(sums) {
                    let Some(Cell { probabilities: [to_french, to_english], .. }) =
                        self.cells.get(*word as usize)
                    else {
                        continue;
                    };
                    // Most pairs of words are no candidates, or have been found to be none.
                    if *to_french == 0.0 && *to_english == 0.0 {
                        continue;
                    }
                    *sum += times * to_french;
                    total += *count as f32 * to_english;
                }
                of_english.get_mut(posting.place).into_iter().for_each(|sum| *sum += total);
            }
            clear(&mut self.cells, candidates, english);
        }
    }

    /// Counts how often each candidate is expected to be a translation. With agreement both directions count the same: the
    /// product of what each expects.
    fn count(&mut self) {
        let (pairs, postings, candidates) = (self.pairs, self.postings, self.candidates);
        let [of_french, of_english] = &self.sums;
        for english in 0..postings.len() {
            spread(&mut self.cells, candidates, &self.probabilities, english);
            for posting in postings.row(english) {
                let times = times(&pairs.english, posting);
                let by_english = of_english.get(posting.place).copied().unwrap_or(0.0);
                let by_french = of_french.get(pairs.french.rows.range(posting.row)).unwrap_or_default();
                for ((word, count), by_french) in pairs.french.rows.row(posting.row).iter().zip(by_french) {
                    let Some(Cell { probabilities: [to_french, to_english], counts: [first, second] }) =
                        self.cells.get_mut(*word as usize)
                    else {
                        continue;
                    };
                    if *to_french == 0.0 {
                        continue;
                    }
                    let links = times * *count as f32;
                    let (to_french, to_english) = (*to_french * by_french, *to_english * by_english);
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
            let range = candidates.range(english);
            let counts = self.counts.get_mut(range).unwrap_or_default();
            for (candidate, slot) in candidates.row(english).iter().zip(counts) {
                *slot = self.cells.get(candidate.french as usize).map_or([0.0; 2], |cell| cell.counts);
            }
            clear(&mut self.cells, candidates, english);
        }
    }

    /// From counts to probabilities: each by the sum over its word.
    fn maximize(&mut self) {
        let mut of_french = vec![0.0_f64; self.pairs.french.vocabulary];
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

fn times(texts: &Texts, posting: &Posting) -> f32 {
    texts.rows.values().get(posting.place).map_or(0.0, |(_, count)| *count as f32)
}

/// A count by the sum it is part of, at most 1; 0 of nothing.
fn share(count: f32, total: f64) -> f32 {
    if total > 0.0 { (f64::from(count) / total).min(1.0) as f32 } else { 0.0 }
}

/// One by a sum of probabilities; 0 where nothing, or next to nothing, can have made the word.
fn inverse(sum: f32) -> f32 {
    if sum > 1e-30 { 1.0 / sum } else { 0.0 }
}

fn spread(cells: &mut [Cell], candidates: &Rows<Candidate>, probabilities: &[[f32; 2]], english: usize) {
    let known = probabilities.get(candidates.range(english)).unwrap_or_default();
    for (candidate, probabilities) in candidates.row(english).iter().zip(known) {
        let cell = Cell { probabilities: *probabilities, counts: [0.0; 2] };
        cells.get_mut(candidate.french as usize).into_iter().for_each(|slot| *slot = cell);
    }
}

fn clear(cells: &mut [Cell], candidates: &Rows<Candidate>, english: usize) {
    for candidate in candidates.row(english) {
        cells.get_mut(candidate.french as usize).into_iter().for_each(|slot| *slot = Cell::default());
    }
}
