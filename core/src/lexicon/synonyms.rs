//! Words of one language that mean the same, found through the other.

use std::collections::BTreeMap;

use super::{Lexicon, LexiconSources};
use crate::text::Language;

/// The least probable translation that is followed there and back.
const LEAST_STEP: f32 = 0.05;

/// The least probable synonym kept.
const LEAST: f32 = 0.05;

/// The most synonyms of a word.
const MOST: usize = 8;

impl Lexicon {
    /// The words of `language` that share translations with `stem`, the most probable first, at most eight.
    ///
    /// A word is translated, and each translation translated back: p(synonym | word) = Σ over translations t of
    /// p(t | word) · p(synonym | t). So *deserted* leads to *abandoned* through *abandonné*. Source: C. Bannard and C.
    /// Callison-Burch, *Paraphrasing with bilingual parallel corpora* (ACL 2005). Only single words are followed.
    ///
    /// ```
    /// use ally_toolkit::lexicon::{Lexicon, LexiconSources};
    /// use ally_toolkit::Language;
    /// let synonyms = Lexicon::general().synonyms("physician", Language::English, LexiconSources::default());
    /// assert!(synonyms.iter().any(|(word, _)| word == "doctor"));
    /// ```
    pub fn synonyms(&self, stem: &str, language: Language, sources: LexiconSources) -> Vec<(String, f64)> {
        let mut found: BTreeMap<&str, f64> = BTreeMap::new();
        let steps = |word: &str, from: Language| {
            let found = self.found(word, from).into_iter();
            found.filter(|(words, (probability, source))| {
                *probability >= LEAST_STEP && sources.has(*source) && !words.contains(' ')
            })
        };
        for (word, (there, _)) in steps(stem, language) {
            for (synonym, (back, _)) in steps(word, language.other()).filter(|(synonym, _)| *synonym != stem)
            {
                *found.entry(synonym).or_default() += f64::from(there) * f64::from(back);
            }
        }
        let likely = found.into_iter().filter(|(_, probability)| *probability >= f64::from(LEAST));
        let mut synonyms: Vec<(String, f64)> =
            likely.map(|(synonym, probability)| (synonym.to_owned(), probability)).collect();
        synonyms.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        synonyms.truncate(MOST);
        synonyms
    }
}
