//! Which pairs of words may be translations at all.

use super::super::rows::Rows;
use super::association::log_likelihood_ratio;
use super::postings::Posting;
use super::{Options, Start, TextPairs};

/// A French word that an English one may be translated by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) french: u32,
    /// What expectation maximization starts from: positive, not normalized.
    pub(super) weight: f32,
}

/// For each English word the French words that are in its texts more often than chance has it, by their numbers.
///
/// Pairs that are together in fewer than `options.least_together` texts are left out, and of a word's candidates only
/// those that weigh most stay: so memory is in proportion to the vocabulary.
pub(super) fn candidates(pairs: &TextPairs, postings: &Rows<Posting>, options: &Options) -> Rows<Candidate> {
    let all = pairs.len() as f64;
    let of_french = pairs.french.counts();
    let mut together = vec![0_u32; pairs.french.vocabulary];
    let mut met: Vec<u32> = Vec::new();
    let mut found = Rows::default();
    for row in postings.iter() {
        for posting in row {
            for (word, _) in posting.words(pairs.french.rows.values(), 0) {
                let Some(count) = together.get_mut(*word as usize) else { continue };
                if *count == 0 {
                    met.push(*word);
                }
                *count += 1;
            }
        }
        let of_english = row.len() as f64;
        let mut scored: Vec<Candidate> = Vec::with_capacity(met.len());
        for french in met.drain(..) {
            let Some(count) = together.get_mut(french as usize) else { continue };
            let both = f64::from(std::mem::take(count));
            let other = f64::from(of_french.get(french as usize).copied().unwrap_or(0));
            if both < f64::from(options.least_together) || both * all < of_english * other {
                continue;
            }
            let weight = match options.start {
                Start::Uniform | Start::Dice => 2.0 * both / (of_english + other),
                Start::LogLikelihood => log_likelihood_ratio(both, of_english, other, all),
            };
            scored.push(Candidate { french, weight: (weight as f32).max(f32::MIN_POSITIVE) });
        }
        if scored.len() > options.most_candidates {
            let by_weight =
                |a: &Candidate, b: &Candidate| b.weight.total_cmp(&a.weight).then(a.french.cmp(&b.french));
            scored.select_nth_unstable_by(options.most_candidates, by_weight);
            scored.truncate(options.most_candidates);
        }
        if options.start == Start::Uniform {
            scored.iter_mut().for_each(|candidate| candidate.weight = 1.0);
        }
        scored.sort_unstable_by_key(|candidate| candidate.french);
        found.push(scored);
    }
    found
}
