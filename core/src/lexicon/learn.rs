//! From texts in both languages to translations of words and of terms.

use super::alignment::{Alignment, Link, MOST_WORDS, Options, TextPairs};
use super::passages::passages;
use super::rows::Rows;
use super::terms::{Joined, TermOptions, join};
use super::words::Words;
use crate::analysis::{ContentStems, analyze};
use crate::text::Language;

/// Which links of an alignment are kept.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pruning {
    /// How often two words must be expected to translate each other.
    pub least_count: f32,
    /// The least [association](LearnedPair::association) of two words.
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

/// Learns which words translate each other from texts in both languages.
///
/// ```
/// use ally_toolkit::lexicon::learn::{Learner, Pruning};
/// let mut learner = Learner::default();
/// for (english, french) in [
///     ("Mentorship of nurses", "Mentorat des infirmières"),
///     ("Nurses and leadership", "Les infirmières et le leadership"),
///     ("Mentorship and leadership", "Mentorat et leadership"),
///     ("Bias at work", "Préjugés au travail"),
/// ] {
///     learner.add(english, french);
/// }
/// let pairs = learner.learn(&Default::default(), &Pruning::default());
/// let best = pairs.iter().find(|pair| pair.english == "nurs").map(|pair| pair.french.as_str());
/// assert_eq!(best, Some("infirmi"));
/// ```
#[derive(Debug)]
pub struct Learner {
    english: Words,
    french: Words,
    /// What is remembered of the analysis of English and of French.
    analysis: [ContentStems; 2],
    /// The passages in English and in French, in the order of their words.
    texts: [Rows<u32>; 2],
}

impl Default for Learner {
    fn default() -> Self {
        Learner {
            english: Words::default(),
            french: Words::default(),
            analysis: Language::ALL.map(ContentStems::new),
            texts: Default::default(),
        }
    }
}

impl Learner {
    /// Adds a text and its counterpart: a title and its translation, a description and its translation. Nothing is learned
    /// from a text that is empty in one of the languages.
    ///
    /// The shorter what is set against each other, the more it teaches, so it is taken [passage](passages) by passage.
    pub fn add(&mut self, english: &str, french: &str) {
        let (mut of_english, mut of_french) = (Vec::new(), Vec::new());
        for (english, french) in passages(english, french) {
            let [analysis, french_analysis] = &mut self.analysis;
            analysis.add_to(&mut of_english, english, |stem| self.english.number(stem));
            french_analysis.add_to(&mut of_french, french, |stem| self.french.number(stem));
            self.push(&of_english, &of_french);
            of_english.clear();
            of_french.clear();
        }
    }

    /// Adds a passage and its counterpart, each as [`stems`]. Only the first [`MOST_WORDS`] of each count.
    pub fn add_stems(&mut self, english: &[impl AsRef<str>], french: &[impl AsRef<str>]) {
        let english: Vec<u32> = english.iter().map(|word| self.english.number(word.as_ref())).collect();
        let french: Vec<u32> = french.iter().map(|word| self.french.number(word.as_ref())).collect();
        self.push(&english, &french);
    }

    fn push(&mut self, english: &[u32], french: &[u32]) {
        if english.is_empty() || french.is_empty() {
            return;
        }
        let [of_english, of_french] = &mut self.texts;
        of_english.push(english.iter().copied().take(MOST_WORDS));
        of_french.push(french.iter().copied().take(MOST_WORDS));
    }

    /// How many passages there are.
    pub fn len(&self) -> usize {
        let [english, _] = &self.texts;
        english.len()
    }

    /// True when there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The passages as numbers, in the order they were added.
    pub fn pairs(&self) -> TextPairs {
        let [english, french] = &self.texts;
        pairs(english, french)
    }

    /// The passages of another learner in the numbers of this one, without words that this one has not met: what
    /// [`Alignment::perplexity`] is measured on.
    pub fn pairs_of(&self, other: &Learner) -> TextPairs {
        let [english, french] = &other.texts;
        pairs(
            &renumber(english, |word| self.english.find(other.english.word(word))),
            &renumber(french, |word| self.french.find(other.french.word(word))),
        )
    }

    /// The words that translate each other, by English and French stem. Probabilities are as the alignment gives them: what
    /// is pruned leaves its share empty.
    pub fn learn(&self, options: &Options, pruning: &Pruning) -> Vec<LearnedPair> {
        let pairs = self.pairs();
        let alignment = Alignment::of(&pairs, options);
        let passages = pairs.passages();
        let mut links = links(&alignment, |link| {
            link.count >= pruning.least_count
                && link.french_given_english.max(link.english_given_french) >= pruning.least_probability
        });
        retain_associated(&mut links, &passages, pruning);
        for (_, link) in &mut links {
            for probability in [&mut link.french_given_english, &mut link.english_given_french] {
                if *probability < pruning.least_probability {
                    *probability = 0.0;
                }
            }
        }
        keep_most(&mut links, pruning.most);
        let name = |[english, french]: [u32; 2]| {
            [self.english.word(english), self.french.word(french)].map(str::to_owned)
        };
        learned(&links, &passages, name)
    }

    /// The terms of two to four words that translate each other or a single word, by English and French stems.
    ///
    /// Terms are joined to one word each, then aligned as words are.
    pub fn learn_terms(&self, options: &Options, pruning: &Pruning, terms: &TermOptions) -> Vec<LearnedPair> {
        let [english, french] = &self.texts;
        let (english, french) =
            (join(english, self.english.len(), terms), join(french, self.french.len(), terms));
        let pairs = pairs(&english.texts, &french.texts);
        let alignment = Alignment::of(&pairs, options);
        let mut links = links(&alignment, |link| {
            link.count >= pruning.least_count
                && link.french_given_english.min(link.english_given_french) >= pruning.least_probability
        });
        links.retain(|(word, link)| english.is_term(*word) || french.is_term(link.french));
        let passages = pairs.passages();
        retain_associated(&mut links, &passages, pruning);
        keep_most(&mut links, pruning.most);
        let name = |joined: &Joined, words: &Words, number: u32| {
            joined.parts(number).into_iter().map(|part| words.word(part)).collect::<Vec<_>>().join(" ")
        };
        learned(&links, &passages, |[word, other]| {
            [name(&english, &self.english, word), name(&french, &self.french, other)]
        })
    }
}

/// The stems of a text that say something: no stop words, no compounds beside their parts; of an inclusive form each
/// distinct stem.
///
/// ```
/// use ally_toolkit::{Language, lexicon::learn::stems};
/// assert_eq!(stems("L’équipe des allié·e·s", Language::French), ["equip", "alli"]);
/// ```
pub fn stems(text: &str, language: Language) -> Vec<String> {
    let mut stems: Vec<String> = Vec::new();
    for token in analyze(text, language).tokens.into_iter().filter(|token| !token.stop && !token.joined) {
        let before = stems.len();
        for form in token.forms {
            if !stems.iter().skip(before).any(|stem| *stem == form.stem) {
                stems.push(form.stem);
            }
        }
    }
    stems
}

fn pairs(english: &Rows<u32>, french: &Rows<u32>) -> TextPairs {
    let mut pairs = TextPairs::default();
    for (english, french) in english.iter().zip(french.iter()) {
        pairs.push(english, french);
    }
    pairs
}

fn renumber(texts: &Rows<u32>, number: impl Fn(u32) -> Option<u32>) -> Rows<u32> {
    let mut renumbered = Rows::default();
    for text in texts.iter() {
        renumbered.push(text.iter().filter_map(|word| number(*word)));
    }
    renumbered
}

/// The links to keep, each with its English word.
fn links(alignment: &Alignment, keep: impl Fn(&Link) -> bool) -> Vec<(u32, Link)> {
    let words = 0..u32::try_from(alignment.english_words()).unwrap_or(u32::MAX);
    words
        .flat_map(|word| {
            alignment.links(word).iter().filter(|link| keep(link)).map(move |link| (word, *link))
        })
        .collect()
}

fn retain_associated(
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
fn keep_most(links: &mut Vec<(u32, Link)>, most: usize) {
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

fn learned(
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
