//! Words that recur together: terms such as *mental health*, *droits de la personne*.

use super::alignment::log_likelihood_ratio;
use super::rows::Rows;

/// What makes neighbouring words a term.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TermOptions {
    /// How often, in all passages, the words must stand side by side.
    pub least_count: u32,
    /// The least log-likelihood ratio of their standing side by side.
    pub least_ratio: f64,
    /// The least share, from 0 to 1, of the rarer word's occurrences, in which it stands beside the other.
    pub least_share: f64,
    /// How often joining is repeated: once for terms of two words, twice for up to four.
    pub rounds: u32,
}

impl Default for TermOptions {
    fn default() -> Self {
        TermOptions { least_count: 3, least_ratio: 15.0, least_share: 0.1, rounds: 2 }
    }
}

/// Texts in which terms are one word each.
pub(super) struct Joined {
    /// The texts; a number from the size of the vocabulary on is a term.
    pub(super) texts: Rows<u32>,
    /// For each term, in the order of their numbers, the two it is made of: words or earlier terms.
    terms: Vec<(u32, u32)>,
    /// The size of the vocabulary.
    words: u32,
}

impl Joined {
    /// True for the number of a term.
    pub(super) fn is_term(&self, number: u32) -> bool {
        number >= self.words
    }

    /// The words a number stands for, in order.
    pub(super) fn parts(&self, number: u32) -> Vec<u32> {
        let term = number.checked_sub(self.words).and_then(|term| self.terms.get(term as usize));
        let Some((first, second)) = term else { return vec![number] };
        // A term is made of earlier ones only, and of at most two for each round of joining: this ends.
        let mut parts = self.parts(*first);
        parts.extend(self.parts(*second));
        parts
    }
}

/// Joins the terms of texts whose words are numbers below `words`.
///
/// As in T. Mikolov et al., *Distributed representations of words and phrases and their compositionality*, NIPS 2013, with
/// Dunning's log-likelihood ratio as the measure.
pub(super) fn join(texts: &Rows<u32>, words: u32, options: &TermOptions) -> Joined {
    let mut joined = Joined { texts: texts.clone(), terms: Vec::new(), words };
    for _ in 0..options.rounds {
        let found = pairs(&joined.texts, options);
        let first = words + u32::try_from(joined.terms.len()).unwrap_or(0);
        joined.terms.extend(found.iter().map(|(pair, _)| *pair));
        let mut next = Rows::default();
        for text in joined.texts.iter() {
            next.push(replace(text, &found, first));
        }
        joined.texts = next;
    }
    joined
}

type Scored = ((u32, u32), f64);

/// The pairs that are terms, in order.
fn pairs(texts: &Rows<u32>, options: &TermOptions) -> Vec<Scored> {
    let neighbours = || texts.iter().flat_map(|text| text.iter().copied().zip(text.iter().copied().skip(1)));
    let mut all: Vec<(u32, u32)> = neighbours().collect();
    let size = texts.values().iter().max().map_or(0, |last| *last as usize + 1);
    let mut counts = vec![[0_u32; 2]; size];
    for (first, second) in &all {
        counts.get_mut(*first as usize).into_iter().for_each(|[count, _]| *count += 1);
        counts.get_mut(*second as usize).into_iter().for_each(|[_, count]| *count += 1);
    }
    let total = all.len() as f64;
    all.sort_unstable();
    let runs = all.chunk_by(|a, b| a == b).filter(|run| run.len() >= options.least_count as usize);
    runs.filter_map(|run| {
        let (first, second) = *run.first()?;
        let both = run.len() as f64;
        let (one, other) =
            (f64::from(counts.get(first as usize)?[0]), f64::from(counts.get(second as usize)?[1]));
        let ratio = log_likelihood_ratio(both, one, other, total);
        let kept = first != second
            && both * total > one * other
            && ratio >= options.least_ratio
            && both >= options.least_share * one.min(other);
        kept.then_some(((first, second), ratio))
    })
    .collect()
}

/// A text with its pairs replaced, the strongest first where they overlap.
fn replace(text: &[u32], found: &[Scored], first: u32) -> Vec<u32> {
    let find = |pair: (u32, u32)| {
        let at = found.binary_search_by(|(known, _)| known.cmp(&pair)).ok()?;
        Some((first + u32::try_from(at).ok()?, found.get(at)?.1))
    };
    let mut replaced = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [one, tail @ ..] = rest {
        let here = tail.first().and_then(|two| find((*one, *two)));
        let next = match tail {
            [two, three, ..] => find((*two, *three)),
            _ => None,
        };
        match here {
            Some((term, ratio)) if next.is_none_or(|(_, stronger)| stronger <= ratio) => {
                replaced.push(term);
                rest = tail.get(1..).unwrap_or_default();
            }
            _ => {
                replaced.push(*one);
                rest = tail;
            }
        }
    }
    replaced
}
