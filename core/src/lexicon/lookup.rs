use std::collections::HashMap;

use super::alignment::Options;
use super::general::general;
use super::learn::{Learner, Pruning, stems};
use super::table::{Pair, Table};
use super::{LexiconSources, Source, Translation};
use crate::catalogue::Catalogue;
use crate::model::VocabularyName;
use crate::text::{Language, Localized};

/// The most words of a term.
pub const LONGEST_TERM: usize = 6;

/// How many text pairs with a word the general lexicon counts for, beside what was learned of it: with as many in the
/// catalogue, both say half.
pub const GENERAL_WEIGHT: f32 = 8.0;

/// What is known of a part of a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// Where it begins: how many stems come before it.
    pub start: usize,
    /// How many stems it has.
    pub len: usize,
    /// Its translations, the most probable first.
    pub translations: Vec<Translation>,
}

/// Translations of words and terms, from English to French and from French to English.
#[derive(Debug, Default)]
pub struct Lexicon {
    own: Table,
    general: Option<&'static Table>,
}

impl Lexicon {
    /// The lexicon of a catalogue.
    pub fn of(catalogue: &Catalogue, sources: LexiconSources) -> Self {
        let mut own = Table::default();
        if sources.topics {
            for concept in &catalogue.vocabulary(VocabularyName::Topics).concepts {
                add_terms(&mut own, &concept.label, &[&concept.alternative], Source::Topics);
            }
        }
        if sources.glossary {
            for term in catalogue.terms() {
                add_terms(&mut own, &term.term, &[&term.variants], Source::Glossary);
            }
        }
        if sources.learned {
            let mut learner = Learner::default();
            for resource in catalogue.resources() {
                for text in [&resource.title, &resource.subtitle, &resource.description] {
                    if let (Some(english), Some(french)) =
                        (text.get(Language::English), text.get(Language::French))
                    {
                        learner.add(english, french);
                    }
                }
            }
            add_learned(&mut own, &learner);
        }
        Lexicon { own: own.finish(), general: sources.general.then(general) }
    }

    /// The general lexicon alone.
    pub fn general() -> Self {
        Lexicon { own: Table::default(), general: Some(general()) }
    }

    /// The translations of a term of `from`, given as the stems of its words, the most probable first; none for an empty
    /// term or one of more than [`LONGEST_TERM`] words.
    pub fn translations(&self, term: &[impl AsRef<str>], from: Language) -> Vec<Translation> {
        if term.is_empty() || term.len() > LONGEST_TERM {
            return Vec::new();
        }
        self.term(&joined(term), from)
    }

    fn term(&self, term: &str, from: Language) -> Vec<Translation> {
        let own = self.own.find(term, from);
        let general = self.general.and_then(|table| table.find(term, from));
        let texts = own.map_or(0, |own| own.texts()) as f32;
        let mut found: HashMap<&str, (f32, Source)> = HashMap::new();
        let mut sure: HashMap<&str, (f32, Source)> = HashMap::new();
        for (words, target) in own.into_iter().flat_map(|own| own.targets()) {
            if target.source == Source::Learned {
                found.insert(words, (target.probability * texts / (texts + GENERAL_WEIGHT), Source::Learned));
            } else {
                sure.insert(words, (target.probability, target.source));
            }
        }
        for (words, target) in general.into_iter().flat_map(|general| general.targets()) {
            let share = target.probability * GENERAL_WEIGHT / (texts + GENERAL_WEIGHT);
            let slot = found.entry(words).or_insert((0.0, Source::General));
            if share > slot.0 {
                slot.1 = Source::General;
            }
            slot.0 += share;
        }
        for (words, (probability, source)) in sure {
            let slot = found.entry(words).or_insert((0.0, source));
            if probability >= slot.0 {
                *slot = (probability, source);
            }
        }
        let mut translations: Vec<Translation> = found
            .into_iter()
            .map(|(words, (probability, source))| Translation {
                words: words.split(' ').map(str::to_owned).collect(),
                probability: probability.min(1.0),
                source,
            })
            .collect();
        translations
            .sort_by(|a, b| b.probability.total_cmp(&a.probability).then_with(|| a.words.cmp(&b.words)));
        translations
    }

    /// Every part of `stems` that the lexicon knows, the longest first and of these the first ones first.
    pub fn matches(&self, stems: &[impl AsRef<str>], from: Language) -> Vec<Match> {
        let mut matches = Vec::new();
        for len in (1..=LONGEST_TERM.min(stems.len())).rev() {
            for (start, term) in stems.windows(len).enumerate() {
                let translations = self.term(&joined(term), from);
                if !translations.is_empty() {
                    matches.push(Match { start, len, translations });
                }
            }
        }
        matches
    }
}

fn joined(term: &[impl AsRef<str>]) -> String {
    let mut joined = String::new();
    for word in term {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(word.as_ref());
    }
    joined
}

/// Adds a preferred term and its variants: every form of one language translates to every form of the other, the preferred
/// one before the others.
fn add_terms(
    table: &mut Table,
    preferred: &Localized<String>,
    variants: &[&Localized<Vec<String>>],
    source: Source,
) {
    let forms = |language: Language| {
        let preferred = preferred.get(language).into_iter().map(|term| (term, 1.0_f32));
        let variants = variants
            .iter()
            .filter_map(|variants| variants.get(language))
            .flatten()
            .map(|term| (term, 0.9_f32));
        let stemmed = preferred.chain(variants).map(|(term, weight)| (stems(term, language), weight));
        stemmed
            .filter(|(stems, _)| (1..=LONGEST_TERM).contains(&stems.len()))
            .map(|(stems, weight)| (joined(&stems), weight))
            .collect::<Vec<_>>()
    };
    let french = forms(Language::French);
    for (english, english_weight) in forms(Language::English) {
        for (french, french_weight) in &french {
            table.add(&Pair {
                english: english.clone(),
                french: french.clone(),
                french_given_english: *french_weight,
                english_given_french: english_weight,
                source,
            });
        }
    }
}

fn add_learned(table: &mut Table, learner: &Learner) {
    for pair in learner.learn(&Options::default(), &Pruning::default()) {
        table.set_texts(&pair.english, Language::English, pair.english_texts);
        table.set_texts(&pair.french, Language::French, pair.french_texts);
        table.add(&Pair {
            english: pair.english,
            french: pair.french,
            french_given_english: pair.french_given_english,
            english_given_french: pair.english_given_french,
            source: Source::Learned,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_general_lexicon_translates_both_ways() {
        let lexicon = Lexicon::general();
        let french = lexicon.translations(&stems("health", Language::English), Language::English);
        assert_eq!(french.first().map(|best| best.words.clone()), Some(stems("santé", Language::French)));
        let english = lexicon.translations(&stems("santé", Language::French), Language::French);
        assert_eq!(english.first().map(|best| best.words.clone()), Some(stems("health", Language::English)));
    }

    #[test]
    fn topics_are_terms_in_both_languages() {
        let json = r#"{"title": {"en": "A", "fr": "A"}, "vocabularies": {"topics": [
            {"id": "ub", "label": {"en": "unconscious bias", "fr": "préjugés inconscients"}}]}}"#;
        let catalogue = Catalogue::from_json(json.as_bytes()).unwrap();
        let lexicon = Lexicon::of(&catalogue, LexiconSources::default());
        let query = stems("about unconscious bias at work", Language::English);
        let found = lexicon.matches(&query, Language::English);
        let first = found.first().unwrap();
        assert_eq!((first.start, first.len), (0, 2));
        let best = first.translations.first().unwrap();
        assert_eq!(best.words, stems("préjugés inconscients", Language::French));
        assert_eq!((best.probability, best.source), (1.0, Source::Topics));
    }
}
