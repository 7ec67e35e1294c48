//! Which word translates which: probabilities found by expectation maximization over text pairs.
//!
//! The model is IBM Model 1 (P. Brown et al., *The mathematics of statistical machine translation*, Computational
//! Linguistics 19 (1993)): each word of a text is made by some word of the other text, or by a null word that stands for
//! what has no counterpart; which one is unknown, so expectation and maximization take turns. To it are added, each for
//! what it is measured to be worth (`docs/lexicon.md`):
//!
//! - a start from the association of two words instead of from nothing (R. Moore, *Improving IBM word-alignment model 1*,
//!   ACL 2004), which also says which pairs are worth a place in memory;
//! - agreement of both directions (P. Liang, B. Taskar and D. Klein, *Alignment by agreement*, NAACL 2006).
//!
//! Everything goes by word, not by text: one word's probabilities are spread out, then all texts with the word are gone
//! through. So no pair of words is ever looked up by hashing, sums are always made in the same order, and the result is the
//! same on every run.

mod association;
mod candidates;
mod expectation;
mod pairs;
mod perplexity;
mod postings;

pub use pairs::{MOST_WORDS, TextPairs};

use std::num::NonZeroUsize;

use super::rows::Rows;

pub(super) use association::log_likelihood_ratio;
use candidates::candidates;
use expectation::Expectation;
use postings::postings;

/// How alignment is done. The default is what measured best.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// In how many text pairs two words must be together to be translations; at least 1.
    pub least_together: u32,
    /// The most French words considered for an English one.
    pub most_candidates: usize,
    /// What expectation maximization starts from.
    pub start: Start,
    /// How often expectation and maximization take turns.
    pub rounds: u32,
    /// True to count a link only as far as both directions expect it.
    pub agreement: bool,
    /// The share of words that no word of the other text is expected to translate, from 0 to below 1.
    pub null_share: f64,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            least_together: 1,
            most_candidates: 200,
            start: Start::Dice,
            rounds: 5,
            agreement: true,
            null_share: 0.1,
        }
    }
}

/// What expectation maximization starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// Every candidate alike, as Brown et al. do.
    Uniform,
    /// Dice's coefficient: twice the texts with both words, by the texts with one plus those with the other.
    Dice,
    /// Dunning's log-likelihood ratio.
    LogLikelihood,
}

/// A French word as a translation of an English one, and the other way round.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// The French word's number.
    pub french: u32,
    /// The probability that the English word is translated by the French one, from 0 to 1.
    pub french_given_english: f32,
    /// The probability that the French word is translated by the English one, from 0 to 1.
    pub english_given_french: f32,
    /// How often the two are expected to translate each other in the texts.
    pub count: f32,
}

/// Translation probabilities in both directions.
#[derive(Debug, Clone, PartialEq)]
pub struct Alignment {
    links: Rows<Link>,
    /// The probabilities of French and of English words given the null word.
    null: [Vec<f32>; 2],
    null_share: f64,
}

impl Alignment {
    /// Aligns the words of `pairs`. Takes time in proportion to the sum over pairs of the product of both lengths, about
    /// 1 ns for each pair of distinct words and round.
    ///
    /// ```
    /// use ally_toolkit::lexicon::alignment::{Alignment, Options, TextPairs};
    /// let mut pairs = TextPairs::default();
    /// // the house, la maison; the book, le livre; a book, un livre …
    /// for (english, french) in [([0, 1], [0, 1]), ([0, 2], [0, 2]), ([3, 2], [3, 2]), ([3, 1], [3, 1])] {
    ///     pairs.push(&english, &french);
    /// }
    /// let alignment = Alignment::of(&pairs, &Options::default());
    /// let best = alignment.links(2).iter().max_by(|a, b| a.french_given_english.total_cmp(&b.french_given_english));
    /// assert_eq!(best.map(|link| link.french), Some(2));
    /// ```
    pub fn of(pairs: &TextPairs, options: &Options) -> Self {
        Alignment::in_threads(pairs.clone(), options, NonZeroUsize::MIN)
    }

    /// As [`of`](Alignment::of), in at most so many threads: the same for any number of them.
    pub(super) fn in_threads(pairs: TextPairs, options: &Options, threads: NonZeroUsize) -> Self {
        let options = Options { null_share: options.null_share.clamp(0.0, 0.99), ..*options };
        let postings = postings(&pairs);
        let candidates = candidates(&pairs, &postings, &options);
        let mut expectation = Expectation::new(pairs, postings, candidates, options, threads);
        for _ in 0..options.rounds {
            expectation.round();
        }
        expectation.finish()
    }

    /// The candidates of an English word, by number of the French word; none for a number beyond the vocabulary.
    pub fn links(&self, english: u32) -> &[Link] {
        self.links.row(english as usize)
    }

    /// How well the French and the English sides of `pairs` are foretold from the other side: the perplexity per word, 1 at
    /// best. Words that were not aligned are left out; of no words at all the perplexity is 1.
    ///
    /// Measured on texts that were not aligned, it compares ways of aligning.
    pub fn perplexity(&self, pairs: &TextPairs) -> [f64; 2] {
        perplexity::perplexity(self, pairs)
    }

    /// How many English words there are.
    pub fn english_words(&self) -> usize {
        self.links.len()
    }
}

#[cfg(test)]
mod tests;
