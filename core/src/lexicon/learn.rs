//! From texts in both languages to translations of words and of terms.

use std::num::NonZeroUsize;

use super::alignment::{Alignment, MOST_WORDS, Options, TextPairs};
use super::passages::passages;
use super::pruning::{keep_most, learned, links, retain_associated};
use super::rows::Rows;
use super::terms::{Joined, TermOptions, join};
use crate::analysis::{Analyzer, Token, TokenReader, analyze};
use crate::interner::Interner;
use crate::text::{Language, Span};

pub use super::pruning::{LearnedPair, Pruning};

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
    english: Interner,
    french: Interner,
    /// What is remembered of the analysis of English and of French; noted are the numbers of a token's stems.
    analysis: [Analyzer<Box<[u32]>>; 2],
    /// The passages in English and in French, in the order of their words.
    texts: [Rows<u32>; 2],
}

impl Default for Learner {
    fn default() -> Self {
        Learner {
            english: Interner::default(),
            french: Interner::default(),
            analysis: Language::ALL.map(Analyzer::new),
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
            analysis.read(english, &mut Numbers { words: &mut self.english, found: &mut of_english });
            french_analysis.read(french, &mut Numbers { words: &mut self.french, found: &mut of_french });
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

    /// Adds the passages of another learner after those of this one: as if this one had read them.
    pub(crate) fn append(&mut self, other: &Learner) {
        let Learner { english, french, texts, .. } = self;
        let [own_english, own_french] = texts;
        let [of_english, of_french] = &other.texts;
        for (own, words, texts, met) in [
            (own_english, english, of_english, &other.english),
            (own_french, french, of_french, &other.french),
        ] {
            let numbers: Vec<u32> = met.iter().map(|word| words.number(word)).collect();
            for text in texts.iter() {
                own.push(text.iter().filter_map(|word| numbers.get(*word as usize).copied()));
            }
        }
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
            &renumber(english, |word| self.english.find(other.english.get(word))),
            &renumber(french, |word| self.french.find(other.french.get(word))),
        )
    }

    /// The words that translate each other, by English and French stem. Probabilities are as the alignment gives them: what
    /// is pruned leaves its share empty.
    pub fn learn(&self, options: &Options, pruning: &Pruning) -> Vec<LearnedPair> {
        learn(self.pairs(), [&self.english, &self.french], options, pruning, NonZeroUsize::MIN)
    }

    /// As [`learn`](Learner::learn), in at most so many threads: the same for any number of them. What was read is let go as soon
    /// as it is not needed.
    pub(super) fn learn_in_threads(
        self,
        options: &Options,
        pruning: &Pruning,
        threads: NonZeroUsize,
    ) -> Vec<LearnedPair> {
        let Learner { english, french, analysis, texts } = self;
        drop(analysis);
        let [of_english, of_french] = &texts;
        let pairs = pairs(of_english, of_french);
        drop(texts);
        learn(pairs, [&english, &french], options, pruning, threads)
    }

    /// The terms of two to four words that translate each other or a single word, by English and French stems.
    ///
    /// Terms are joined to one word each, then aligned as words are.
    pub fn learn_terms(&self, options: &Options, pruning: &Pruning, terms: &TermOptions) -> Vec<LearnedPair> {
        let [english, french] = &self.texts;
        let (english, french) =
            (join(english, self.english.len() as u32, terms), join(french, self.french.len() as u32, terms));
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
        let name = |joined: &Joined, words: &Interner, number: u32| {
            joined.parts(number).into_iter().map(|part| words.get(part)).collect::<Vec<_>>().join(" ")
        };
        learned(&links, &passages, |[word, other]| {
            [name(&english, &self.english, word), name(&french, &self.french, other)]
        })
    }
}

fn learn(
    pairs: TextPairs,
    [english, french]: [&Interner; 2],
    options: &Options,
    pruning: &Pruning,
    threads: NonZeroUsize,
) -> Vec<LearnedPair> {
    let passages = pairs.passages();
    let alignment = Alignment::in_threads(pairs, options, threads);
    let mut links = links(&alignment, |link| {
        link.count >= pruning.least_count
            && link.french_given_english.max(link.english_given_french) >= pruning.least_probability
    });
    drop(alignment);
    retain_associated(&mut links, &passages, pruning);
    for (_, link) in &mut links {
        for probability in [&mut link.french_given_english, &mut link.english_given_french] {
            if *probability < pruning.least_probability {
                *probability = 0.0;
            }
        }
    }
    keep_most(&mut links, pruning.most);
    learned(&links, &passages, |[word, other]| [english.get(word), french.get(other)].map(str::to_owned))
}

/// The stems of a text that say something: no stop words, no compounds beside their parts; of an inclusive form each
/// distinct stem.
///
/// ```
/// use ally_toolkit::{Language, lexicon::learn::stems};
/// assert_eq!(stems("L’équipe des allié·e·s", Language::French), ["equip", "alli"]);
/// ```
pub fn stems(text: &str, language: Language) -> Vec<String> {
    let tokens = analyze(text, language).tokens;
    tokens.iter().flat_map(content_stems).map(str::to_owned).collect()
}

/// The distinct stems of a word that says something; none of any other.
pub(super) fn content_stems(token: &Token) -> impl Iterator<Item = &str> {
    token.distinct_forms().filter(|_| token.is_content()).map(|form| form.stem.as_str())
}

/// Collects the numbers of the stems of words that say something.
struct Numbers<'n> {
    words: &'n mut Interner,
    found: &'n mut Vec<u32>,
}

impl TokenReader for Numbers<'_> {
    type Note = Box<[u32]>;

    fn note(&mut self, token: &Token) -> Box<[u32]> {
        content_stems(token).map(|stem| self.words.number(stem)).collect()
    }

    fn read(&mut self, stems: &Box<[u32]>, _: Span) {
        self.found.extend_from_slice(stems);
    }
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
