//! From an alignment to the pairs that are kept of it.

use super::alignment::{Alignment, Link};

/// Which links of an alignment are kept.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pruning {
    /// How often, in all passages, two words must be expected to translate each other: 1.5 is once or twice.
    pub least_count: f32,
    /// The least [association](LearnedPair::association) of two words, from 0 to 1.
    pub least_association: f32,
    /// The least probability of a translation, from 0 to 1. One that reaches it in one direction only is kept in that
    /// direction; a term must reach it in both.
    pub least_probability: f32,
    /// The most translations of a word.
    pub most: usize,
}

impl Default for Pruning {
    fn default() -> Self {
        Pruning { least_count: 0.1, least_association: 0.02, least_probability: 0.02, most: 8 }
    }
}

/// Two words or terms that translate each other.
#[derive(Debug, Clone, PartialEq)]
pub struct LearnedPair {
    /// The English stem; of a term the stems, with single blanks between.
    pub english: String,
    /// The French stem; of a term the stems, with single blanks between.
    pub french: String,
    /// The probability that the English word is translated so; 0 where it is no translation in this direction.
    pub french_given_english: f32,
    /// The probability that the French word is translated so; 0 where it is no translation in this direction.
    pub english_given_french: f32,
    /// How often the two are expected to translate each other.
    pub count: f32,
    /// In how many passages the English word is.
    pub english_passages: u32,
    /// In how many passages the French word is.
    pub french_passages: u32,
}

impl LearnedPair {
    /// How much of all their occurrences the two share, from 0 to 1: the geometric mean of what each has with the other, less
    /// for rare words, of which little is known. Unlike the probabilities it tells a word that has one sure translation
    /// from one that has none, and whose best guess is left alone.
    pub fn association(&self) -> f32 {
        association(self.count, self.english_passages, self.french_passages)
    }
}

fn association(count: f32, english: u32, french: u32) -> f32 {
    // Three more occurrences without the other: measured on how well it tells right pairs from wrong ones.
    let more = |passages: u32| passages as f32 + 3.0;
    (count / (more(english) * more(french)).sqrt()).min(1.0)
}

/// The links to keep, each with its English word.
pub(super) fn links(alignment: &Alignment, keep: impl Fn(&Link) -> bool) -> Vec<(u32, Link)> {
    let words = 0..u32::try_from(alignment.english_words()).unwrap_or(u32::MAX);
    words
        .flat_map(|word| {
            alignment.links(word).iter().filter(|link| keep(link)).map(move |link| (word, *link))
        })
        .collect()
}

pub(super) fn retain_associated(
    links: &mut Vec<(u32, Link)>,
    [of_english, of_french]: &[Vec<u32>; 2],
    pruning: &Pruning,
) {
    links.retain(|(word, link)| {
        let english = of_english.get(*word as usize).copied().unwrap_or(0);
        let french = of_french.get(link.french as usize).copied().unwrap_or(0);
        association(link.count, english, french) >= pruning.least_association
    });
}

/// Of each word in each direction, keeps the `most` most probable; equals by their numbers.
pub(super) fn keep_most(links: &mut Vec<(u32, Link)>, most: usize) {
    links.sort_by(|(word, a), (other, b)| {
        let by_probability = b.french_given_english.total_cmp(&a.french_given_english);
        word.cmp(other).then(by_probability).then(a.french.cmp(&b.french))
    });
    for of_word in links.chunk_by_mut(|(a, _), (b, _)| a == b) {
        of_word.iter_mut().skip(most).for_each(|(_, link)| link.french_given_english = 0.0);
    }
    links.sort_by(|(word, a), (other, b)| {
        let by_probability = b.english_given_french.total_cmp(&a.english_given_french);
        a.french.cmp(&b.french).then(by_probability).then(word.cmp(other))
    });
    for of_word in links.chunk_by_mut(|(_, a), (_, b)| a.french == b.french) {
        of_word.iter_mut().skip(most).for_each(|(_, link)| link.english_given_french = 0.0);
    }
    links.retain(|(_, link)| link.french_given_english > 0.0 || link.english_given_french > 0.0);
}

pub(super) fn learned(
    links: &[(u32, Link)],
    passages: &[Vec<u32>; 2],
    name: impl Fn([u32; 2]) -> [String; 2],
) -> Vec<LearnedPair> {
    let [of_english, of_french] = passages;
    let mut pairs: Vec<LearnedPair> = links
        .iter()
        .map(|(word, link)| {
            let [english, french] = name([*word, link.french]);
            LearnedPair {
                english,
                french,
                french_given_english: link.french_given_english,
                english_given_french: link.english_given_french,
                count: link.count,
                english_passages: of_english.get(*word as usize).copied().unwrap_or(0),
                french_passages: of_french.get(link.french as usize).copied().unwrap_or(0),
            }
        })
        .collect();
    pairs.sort_by(|a, b| (&a.english, &a.french).cmp(&(&b.english, &b.french)));
    pairs
}
