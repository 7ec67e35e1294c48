use std::collections::HashMap;
use std::sync::OnceLock;

use super::sequences::{self, BOUNDARY};
use super::words::{Kind, Word};
use super::{LanguageDistribution, marks};
use crate::analysis::fold_case;

/// The table that ships with the library, as [`LanguageModel::read`] reads it.
pub const NGRAMS: &str = include_str!("ngrams.tsv");

/// What the weights of a table are multiples of, in log-odds.
const UNIT: f64 = 0.1;

/// About how many bytes of a table there are for each letter sequence.
const BYTES_PER_SEQUENCE: usize = 5;

/// How much the letters of a word count. Less than what was learned: that was from books in one language or the other,
/// and people who search in both share more words.
const LETTERS: f64 = 0.6;

/// The most a word can say, in log-odds: 95 %.
pub(super) const MOST: f64 = 3.0;

/// The weight of each letter sequence, learned from how often words occur in each language.
///
/// [`LanguageModel::bundled`] is of general English and French. A model of texts of one's own is made by the program in
/// `examples/language-model`.
#[derive(Debug, Clone, Default)]
pub struct LanguageModel {
    weights: HashMap<Box<str>, f64>,
}

/// A table of letter sequences with a line that is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the table is no weight, tab, letter sequences: `{text}`")]
pub struct UnreadableModel {
    /// The number of the line, from 1.
    pub line: usize,
    /// The line.
    pub text: String,
}

impl LanguageModel {
    /// The model that ships with the library, read the first time it is asked for.
    ///
    /// ```
    /// use ally_toolkit::query_language::LanguageModel;
    /// assert!(LanguageModel::bundled().word("workshop").english > 0.85);
    /// ```
    pub fn bundled() -> &'static Self {
        static BUNDLED: OnceLock<LanguageModel> = OnceLock::new();
        // A test reads the table; were it broken all the same, words would say nothing.
        BUNDLED.get_or_init(|| Self::read(NGRAMS).unwrap_or_default())
    }

    /// Reads a table: on each line a weight, a tab, and the letter sequences that have it, between blanks. Weights are
    /// whole numbers, tenths of log-odds, above 0 for English. Lines that begin with `#` are remarks.
    ///
    /// ```
    /// use ally_toolkit::query_language::LanguageModel;
    /// let model = LanguageModel::read("# greetings\n30\t_hello_ th\n-30\t_bonjour_ eau\n")?;
    /// assert!(model.word("bonjour").french > 0.8);
    /// # Ok::<(), ally_toolkit::query_language::UnreadableModel>(())
    /// ```
    ///
    /// # Errors
    /// [`UnreadableModel`] with the first line of another form.
    pub fn read(table: &str) -> Result<Self, UnreadableModel> {
        let mut model = LanguageModel { weights: HashMap::with_capacity(table.len() / BYTES_PER_SEQUENCE) };
        for (line, text) in (1..).zip(table.lines()) {
            if text.starts_with('#') || text.is_empty() {
                continue;
            }
            let read =
                text.split_once('\t').and_then(|(weight, rest)| Some((weight.parse::<i16>().ok()?, rest)));
            let Some((weight, of_weight)) = read else {
                return Err(UnreadableModel { line, text: text.to_owned() });
            };
            let weight = f64::from(weight) * UNIT;
            model.weights.extend(of_weight.split_whitespace().map(|sequence| (sequence.into(), weight)));
        }
        Ok(model)
    }

    /// The language of one word by its letters, accents and apostrophes. Even when `word` has no letters.
    ///
    /// ```
    /// use ally_toolkit::query_language::{LanguageDistribution, LanguageModel};
    /// let model = LanguageModel::bundled();
    /// assert!(model.word("ÉCOLE").french > 0.9);
    /// assert_eq!(model.word("1984"), LanguageDistribution::EVEN);
    /// ```
    pub fn word(&self, word: &str) -> LanguageDistribution {
        self.distribution(word, &super::Evidence::default())
    }

    /// The log-odds of a word, not above [`MOST`]. `buffer` is written over: it saves an allocation for each word.
    pub(super) fn log_odds(&self, word: &Word<'_>, buffer: &mut String) -> f64 {
        let trust = match word.kind {
            Kind::Elided => return limited(-marks::MARK),
            Kind::Other => return 0.0,
            Kind::Initials => LETTERS * marks::INITIALS,
            Kind::Name => LETTERS * marks::NAME,
            Kind::Plain => LETTERS,
        };
        let mut log_odds = trust * self.letters(word.letters, buffer);
        if word.inclusive || marks::has_french_accent(word.letters) {
            log_odds -= marks::MARK;
        }
        if word.contracted {
            log_odds += marks::MARK;
        }
        limited(log_odds)
    }

    /// The sum of the weights of the sequences of `letters`.
    fn letters(&self, letters: &str, buffer: &mut String) -> f64 {
        buffer.clear();
        buffer.push(BOUNDARY);
        if letters.is_ascii() {
            buffer.extend(letters.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()));
        } else {
            buffer.extend(fold_case(letters).chars().filter(|c| c.is_alphabetic()));
        }
        buffer.push(BOUNDARY);
        let mut sum = 0.0;
        sequences::of_marked(buffer, |sequence| {
            sum += self.weights.get(sequence).copied().unwrap_or_default()
        });
        sum
    }
}

/// `log_odds` kept within ±[`MOST`], and hardly changed near 0.
fn limited(log_odds: f64) -> f64 {
    MOST * (log_odds / MOST).tanh()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english(word: &str) -> f64 {
        LanguageModel::bundled().word(word).english
    }

    #[test]
    fn the_table_is_readable_small_and_names_its_source() {
        let model = LanguageModel::read(NGRAMS).unwrap();
        assert!(model.weights.len() > 1500, "{}", model.weights.len());
        assert!(
            model
                .weights
                .keys()
                .all(|sequence| sequence.is_ascii() && *sequence.to_lowercase() == **sequence)
        );
        // A thousandth of what the two models of the crate lingua take.
        assert!(NGRAMS.len() < 11_500, "{}", NGRAMS.len());
        assert!(NGRAMS.contains("MIT licence"));
    }

    #[test]
    fn a_line_that_is_none_is_named() {
        let error = LanguageModel::read("# fine\n3\tan\nthe 5\n").unwrap_err();
        assert_eq!(error, UnreadableModel { line: 3, text: "the 5".to_owned() });
        assert_eq!(error.to_string(), "line 3 of the table is no weight, tab, letter sequences: `the 5`");
        assert!(LanguageModel::read("1.5\tan").is_err());
        assert_eq!(LanguageModel::read("").unwrap().word("anything"), LanguageDistribution::EVEN);
    }

    #[test]
    fn accents_are_sure_and_their_absence_is_understood() {
        for word in ["é", "préjugé", "être", "façon", "œuvre", "ŒUVRE", "e\u{301}cole", "où", "Côté"]
        {
            assert!(english(word) < 0.1, "{word} {}", english(word));
        }
        for word in ["prejuges", "inconscients", "etudiants", "feminisme", "reglement"] {
            assert!(english(word) < 0.35, "{word} {}", english(word));
        }
    }

    #[test]
    fn capitals_and_decomposed_accents_change_nothing() {
        for (word, same) in
            [("WORKPLACE", "workplace"), ("ÉCOLES", "écoles"), ("e\u{301}quite\u{301}", "équité")]
        {
            assert!((english(word) - english(same)).abs() < 1e-12, "{word}");
        }
    }

    #[test]
    fn cognates_initials_and_numbers_are_near_the_middle() {
        for word in
            ["information", "discrimination", "culture", "EDI", "WHO", "2024", "", "LGBTQ2S+", "Mi’kmaq"]
        {
            assert!((english(word) - 0.5).abs() < 0.2, "{word} {}", english(word));
        }
    }

    #[test]
    fn a_misspelt_word_keeps_its_language() {
        for word in ["harrassment", "workplce", "heatlh", "womens"] {
            assert!(english(word) > 0.5, "{word} {}", english(word));
        }
        for word in ["infirmeir", "parainage", "bibliothque", "acceuil"] {
            assert!(english(word) < 0.5, "{word} {}", english(word));
        }
    }

    #[test]
    fn no_word_is_surer_than_its_limit() {
        let long = "the".repeat(10_000);
        for word in [long.as_str(), "women's", "l’égalité", "allié·e·s"] {
            let LanguageDistribution { english, french } = LanguageModel::bundled().word(word);
            assert!(english.max(french) < 0.999, "{} {english}", word.len());
        }
    }
}
