use serde::{Deserialize, Serialize};

use super::model::MOST;
use super::words::{Kind, Word, words};
use super::{Evidence, LanguageDistribution, LanguageModel, Vocabulary};
use crate::text::Span;

/// The language of a query, whole and word by word.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QueryLanguage {
    /// The language of the query, the prior counted in.
    pub distribution: LanguageDistribution,
    /// Its words, in the order of the query.
    pub words: Vec<WordLanguage>,
}

/// The language of a word of a query.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WordLanguage {
    /// Where the word is, in bytes. An elided word (`l’`) is a word of its own; so are the parts of a compound.
    pub span: Span,
    /// The word's language by its letters and the catalogue's records, the prior left out.
    pub distribution: LanguageDistribution,
}

impl LanguageModel {
    /// The language of `text`, whole and word by word.
    ///
    /// ```
    /// use ally_toolkit::query_language::{Evidence, LanguageModel};
    /// let text = "women et leadership";
    /// let query = LanguageModel::bundled().query(text, &Evidence::default());
    /// let [women, et, _] = query.words.as_slice() else { panic!() };
    /// assert_eq!((women.span.slice(text), et.span.slice(text)), ("women", "et"));
    /// assert!(women.distribution.english > 0.85 && et.distribution.french > 0.85);
    /// assert!(query.distribution.english < 0.85 && query.distribution.french < 0.85);
    /// ```
    pub fn query(&self, text: &str, evidence: &Evidence<'_>) -> QueryLanguage {
        let mut buffer = String::new();
        self.query_by(text, evidence.prior, |word| self.word_log_odds(word, evidence.vocabulary, &mut buffer))
    }

    /// As [`query`](LanguageModel::query); `log_odds` gives what [`word_log_odds`](LanguageModel::word_log_odds) gives of a word,
    /// however it knows.
    pub(crate) fn query_by(
        &self,
        text: &str,
        prior: LanguageDistribution,
        log_odds: impl FnMut(&Word<'_>) -> f64,
    ) -> QueryLanguage {
        let mut found = Vec::new();
        let distribution = add_up(text, prior, log_odds, |word, log_odds| {
            found.push(WordLanguage {
                span: Span::new(word.start, word.start + word.text.len()),
                distribution: LanguageDistribution::from_log_odds(log_odds),
            });
        });
        QueryLanguage { distribution, words: found }
    }

    /// The language of `text`, whole: as [`LanguageModel::query`] gives it, without a list of the words.
    ///
    /// ```
    /// use ally_toolkit::Language;
    /// use ally_toolkit::query_language::{Evidence, LanguageDistribution, LanguageModel};
    /// let prior = LanguageDistribution::of_reader(Language::English);
    /// let evidence = Evidence { prior, ..Evidence::default() };
    /// // Of a query without words only the reader is known.
    /// assert_eq!(LanguageModel::bundled().distribution("", &evidence), prior);
    /// ```
    pub fn distribution(&self, text: &str, evidence: &Evidence<'_>) -> LanguageDistribution {
        let mut buffer = String::new();
        let log_odds = |word: &Word<'_>| self.word_log_odds(word, evidence.vocabulary, &mut buffer);
        add_up(text, evidence.prior, log_odds, |_, _| {})
    }

    /// The log-odds of a word of a query, with the records that have it. `buffer` is written over: it saves an allocation for each
    /// word.
    pub(crate) fn word_log_odds(
        &self,
        word: &Word<'_>,
        vocabulary: Option<Vocabulary<'_>>,
        buffer: &mut String,
    ) -> f64 {
        let letters = self.log_odds(word, buffer);
        match vocabulary.filter(|_| word.kind != Kind::Elided) {
            Some(vocabulary) => vocabulary.log_odds(word.text, letters).clamp(-MOST, MOST),
            None => letters,
        }
    }
}

/// The language of `text`, of whose words `log_odds` gives the log-odds; `see` is given both.
fn add_up(
    text: &str,
    prior: LanguageDistribution,
    mut log_odds: impl FnMut(&Word<'_>) -> f64,
    mut see: impl FnMut(&Word<'_>, f64),
) -> LanguageDistribution {
    let (mut sum, mut strength) = (0.0_f64, 0.0_f64);
    for word in words(text) {
        let log_odds = log_odds(&word);
        sum += log_odds;
        strength += log_odds.abs();
        see(&word, log_odds);
    }
    // Words that contradict each other say that the query is in both languages.
    let agreement = if strength > 0.0 { sum.abs() / strength } else { 0.0 };
    LanguageDistribution::from_log_odds(sum * agreement + prior.log_odds())
}

#[cfg(test)]
mod tests {
    use super::super::RecordCounts;
    use super::*;
    use crate::text::Language;

    fn english(text: &str) -> f64 {
        LanguageDistribution::of(text).english
    }

    #[test]
    fn words_that_agree_are_surer_together() {
        assert!(english("mental health") > english("health"));
        assert!(english("sante mentale") < english("sante"));
        assert!(english("l'information") < 0.1 && english("women's information") > 0.9);
    }

    #[test]
    fn a_query_in_both_languages_stays_near_the_middle() {
        for text in ["leadership féminin workshop", "women et leadership", "équité diversity", "école school"]
        {
            let english = english(text);
            assert!(english > 0.15 && english < 0.85, "{text} {english}");
        }
    }

    #[test]
    fn the_prior_decides_what_the_words_leave_open_and_little_else() {
        let model = LanguageModel::bundled();
        for language in Language::ALL {
            let evidence = Evidence { prior: LanguageDistribution::of_reader(language), vocabulary: None };
            for text in ["information", "2024", "EDI", ""] {
                assert!(model.distribution(text, &evidence).get(language) > 0.6, "{text} {language}");
            }
            assert!(model.distribution("mental health", &evidence).english > 0.8);
            assert!(model.distribution("préjugés inconscients", &evidence).french > 0.8);
        }
    }

    #[test]
    fn words_of_the_catalogue_count_by_the_word_and_elided_ones_not_at_all() {
        let counts = |word: &str| {
            assert_ne!(word, "l’");
            if word == "tremplin" { RecordCounts { english: 25, french: 0 } } else { RecordCounts::default() }
        };
        let records = RecordCounts { english: 100, french: 100 };
        let evidence =
            Evidence { vocabulary: Some(Vocabulary { records, counts: &counts }), ..Evidence::default() };
        let model = LanguageModel::bundled();
        assert!(english("tremplin") < 0.5);
        assert!(model.distribution("tremplin", &evidence).english > 0.8);
        assert_eq!(model.distribution("l’école", &evidence), LanguageDistribution::of("l’école"));
    }

    #[test]
    fn each_word_has_its_place_and_its_language() {
        let text = "l’équité at work";
        let query = LanguageModel::bundled().query(text, &Evidence::default());
        let words: Vec<&str> = query.words.iter().map(|word| word.span.slice(text)).collect();
        assert_eq!(words, ["l’", "équité", "at", "work"]);
        let french: Vec<bool> = query.words.iter().map(|word| word.distribution.french > 0.5).collect();
        assert_eq!(french, [true, true, false, false]);
    }
}
