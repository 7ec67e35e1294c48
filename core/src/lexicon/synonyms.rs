//! Words of one language that mean the same, found through the other.

use super::{Known, Lexicon, LexiconSources};
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
        let likely = self.likely_synonyms(stem, language, sources).into_iter();
        likely.map(|(synonym, probability)| (synonym.to_owned(), probability)).collect()
    }

    /// As [`synonyms`](Lexicon::synonyms), left where they lie.
    pub(crate) fn likely_synonyms(
        &self,
        stem: &str,
        language: Language,
        sources: LexiconSources,
    ) -> Vec<(&str, f64)> {
        let is_followed = |known: &Known<'_>| {
            known.probability >= LEAST_STEP && sources.has(known.source) && !known.bytes.contains(&b' ')
        };
        let mut there = self.known(stem, language, LEAST_STEP);
        there.retain(is_followed);
        // In one order, so that sums are the same every time.
        there.sort_unstable_by_key(|known| known.bytes);
        let mut found: Vec<(&[u8], f64)> = Vec::new();
        for there in there {
            let back = self.known_of(&there, language.other(), LEAST_STEP).into_iter();
            let back = back.filter(|back| is_followed(back) && back.bytes != stem.as_bytes());
            found.extend(
                back.map(|back| (back.bytes, f64::from(there.probability) * f64::from(back.probability))),
            );
        }
        found.sort_by_key(|(synonym, _)| *synonym);
        let sums = found.chunk_by(|(a, _), (b, _)| a == b).filter_map(|same| {
            let (synonym, _) = same.first()?;
            Some((*synonym, same.iter().map(|(_, probability)| probability).sum::<f64>()))
        });
        let mut likely: Vec<(&[u8], f64)> =
            sums.filter(|(_, probability)| *probability >= f64::from(LEAST)).collect();
        likely.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        likely.truncate(MOST);
        let text = |(synonym, probability)| Some((std::str::from_utf8(synonym).ok()?, probability));
        likely.into_iter().filter_map(text).collect()
    }
}
