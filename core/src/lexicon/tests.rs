//! What holds of learning, whatever the texts.

use proptest::prelude::*;

use super::alignment::Options;
use super::learn::{LearnedPair, Learner, Pruning};
use super::passages::passages;
use super::terms::TermOptions;
use super::{Lexicon, LexiconSources};
use crate::catalogue::Catalogue;
use crate::text::Language;

fn learner(texts: &[(String, String)]) -> Learner {
    let mut learner = Learner::default();
    texts.iter().for_each(|(english, french)| learner.add(english, french));
    learner
}

fn sums(pairs: &[LearnedPair], of: impl Fn(&LearnedPair) -> (&str, f32)) -> Vec<f32> {
    let mut sums = std::collections::BTreeMap::<&str, f32>::new();
    for (word, probability) in pairs.iter().map(of) {
        *sums.entry(word).or_default() += probability;
    }
    sums.into_values().collect()
}

#[test]
fn terms_that_recur_are_learned_as_one() {
    let texts: Vec<(String, String)> = ["school", "work", "home", "night", "sea", "war", "peace", "table"]
        .into_iter()
        .zip(["école", "travail", "maison", "nuit", "mer", "guerre", "paix", "table"])
        .flat_map(|(english, french)| {
            [
                (format!("human rights {english}"), format!("droits de la personne {french}")),
                (format!("{english} lessons"), format!("{french} leçons")),
            ]
        })
        .collect();
    let pairs = learner(&texts).learn_terms(
        &Options::default(),
        &Pruning { least_count: 2.0, least_probability: 0.3, ..Pruning::default() },
        &TermOptions { least_ratio: 5.0, ..TermOptions::default() },
    );
    assert!(
        pairs
            .iter()
            .any(|pair| (pair.english.as_str(), pair.french.as_str()) == ("human right", "droit person"))
    );
}

#[test]
fn a_text_far_too_long_is_cut_short() {
    let long = "word ".repeat(100_000);
    let learner = learner(&[(long.clone(), long)]);
    assert_eq!(learner.len(), 1);
    assert_eq!(learner.learn(&Options::default(), &Pruning::default()).len(), 1);
}

fn any_texts() -> impl Strategy<Value = Vec<(String, String)>> {
    let text = prop_oneof![
        "([a-e]{1,3}( |\\. |; |\n)){0,12}".prop_map(|text| text.replace('e', "é")),
        "\\PC{0,40}",
        any::<String>(),
    ];
    prop::collection::vec((text.clone(), text), 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_learned_is_pruned_sorted_and_the_same_on_every_run(texts in any_texts(), most in 0_usize..4) {
        let learner = learner(&texts);
        let pruning = Pruning { most, ..Pruning::default() };
        let pairs = learner.learn(&Options::default(), &pruning);
        prop_assert!(pairs.is_sorted_by(|a, b| (&a.english, &a.french) < (&b.english, &b.french)));
        for sum in sums(&pairs, |pair| (&pair.english, pair.french_given_english))
            .into_iter()
            .chain(sums(&pairs, |pair| (&pair.french, pair.english_given_french)))
        {
            prop_assert!(sum <= 1.0 + 1e-4);
        }
        prop_assert_eq!(&pairs, &learner.learn(&Options::default(), &pruning));
        learner.learn_terms(&Options::default(), &pruning, &TermOptions { least_count: 1, least_ratio: 0.0, ..TermOptions::default() });
    }

    #[test]
    fn passages_are_parts_of_both_texts_in_order(english in any::<String>(), french in "([a-c]{1,3}[.;:?! \n]{1,2}){0,80}") {
        let (mut before, mut french_before) = (0, 0);
        for (part, french_part) in passages(&english, &french) {
            for (text, part, before) in [(&english, part, &mut before), (&french, french_part, &mut french_before)] {
                let at = text.get(*before..).unwrap().find(part);
                prop_assert!(at.is_some(), "{part:?} after {before}");
                *before += at.unwrap() + part.len();
            }
        }
    }

    #[test]
    fn any_words_may_be_looked_up(words in prop::collection::vec("\\PC{0,6}|health|mental|right", 0..9)) {
        let lexicon = Lexicon::of(&Catalogue::default(), LexiconSources::default()).unwrap();
        for from in Language::ALL {
            for found in lexicon.matches(&words, from) {
                prop_assert!(found.len >= 1 && found.start + found.len <= words.len());
                let sum: f32 = found.translations.iter().map(|translation| translation.probability).sum();
                prop_assert!(sum <= 1.0 + 0.05, "{sum}");
                prop_assert!(found.translations.iter().all(|t| t.probability > 0.0 && !t.words.is_empty()));
            }
        }
    }
}
