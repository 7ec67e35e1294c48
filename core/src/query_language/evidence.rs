use serde::{Deserialize, Serialize};

use super::LanguageDistribution;

/// How many records the letters of a word stand for, beside those of the catalogue that have the word.
const LETTERS_IN_RECORDS: f64 = 2.0;

/// What is known beside the words of a query.
///
/// ```
/// use ally_toolkit::Language;
/// use ally_toolkit::query_language::{Evidence, LanguageDistribution, LanguageModel};
/// let reader = Evidence { prior: LanguageDistribution::of_reader(Language::French), vocabulary: None };
/// // Nothing in the word says which language it is; the reader's decides.
/// assert!(LanguageModel::bundled().distribution("culture", &reader).french > 0.6);
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Evidence<'a> {
    /// The language before any word is read: [`LanguageDistribution::of_reader`], or even.
    pub prior: LanguageDistribution,
    /// The words of the catalogue that is searched.
    pub vocabulary: Option<Vocabulary<'a>>,
}

/// A number of records in each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordCounts {
    /// Records with English text.
    pub english: u32,
    /// Records with French text.
    pub french: u32,
}

/// The words of a catalogue, by the records that have them in each language.
///
/// Records are counted as if the catalogue had as many in one language as in the other, the more numerous counting for
/// less. To them come two that stand for the letters, shared out as the letters say; the odds are those of the sums. (The
/// mean of a beta distribution after the records, with the letters for its prior: the smoothing of C. Zhai and
/// J. Lafferty, *A study of smoothing methods for language models*, ACM TOIS 22, 2004.) So a word the catalogue does not
/// have is judged by its letters, and one it has in both languages belongs to both, whatever its letters.
///
/// ```
/// use ally_toolkit::query_language::{Evidence, LanguageModel, RecordCounts, Vocabulary};
/// let counts = |word: &str| match word {
///     "leadership" => RecordCounts { english: 40, french: 30 },
///     "mentorat" => RecordCounts { english: 0, french: 12 },
///     _ => RecordCounts::default(),
/// };
/// let vocabulary = Vocabulary { records: RecordCounts { english: 200, french: 150 }, counts: &counts };
/// let evidence = Evidence { vocabulary: Some(vocabulary), ..Evidence::default() };
/// let model = LanguageModel::bundled();
/// assert!((model.distribution("leadership", &evidence).english - 0.5).abs() < 0.05);
/// assert!(model.distribution("mentorat", &evidence).french > 0.9);
/// ```
#[derive(Clone, Copy)]
pub struct Vocabulary<'a> {
    /// How many records have text in each language.
    pub records: RecordCounts,
    /// In how many records of each language a word of the query occurs. The word is given as written, without an elided
    /// word before it.
    pub counts: &'a dyn Fn(&str) -> RecordCounts,
}

impl Vocabulary<'_> {
    /// The log-odds of `word`, whose letters alone have `letters`.
    pub(super) fn log_odds(&self, word: &str, letters: f64) -> f64 {
        let (all, with) = (self.records, (self.counts)(word));
        // Scaled down, never up: one record of a language that has three says no more than one record.
        let fewest = f64::from(all.english.min(all.french));
        let share = |with: u32, all: u32| {
            if all == 0 { 0.0 } else { f64::from(with.min(all)) * fewest / f64::from(all) }
        };
        let prior = LanguageDistribution::from_log_odds(letters);
        let english = share(with.english, all.english) + LETTERS_IN_RECORDS * prior.english;
        let french = share(with.french, all.french) + LETTERS_IN_RECORDS * prior.french;
        (english / french).ln()
    }
}

impl std::fmt::Debug for Vocabulary<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vocabulary").field("records", &self.records).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log_odds(records: (u32, u32), with: (u32, u32), letters: f64) -> f64 {
        let counts = |_: &str| RecordCounts { english: with.0, french: with.1 };
        let records = RecordCounts { english: records.0, french: records.1 };
        Vocabulary { records, counts: &counts }.log_odds("word", letters)
    }

    #[test]
    fn a_word_the_catalogue_does_not_have_is_judged_by_its_letters() {
        for letters in [-3.5, 0.0, 1.2] {
            assert!((log_odds((100, 50), (0, 0), letters) - letters).abs() < 1e-9, "{letters}");
        }
    }

    #[test]
    fn records_outweigh_letters_the_more_there_are() {
        let by_records: Vec<f64> =
            [0, 1, 5, 30].map(|french| log_odds((100, 100), (0, french), 2.0)).to_vec();
        assert!(by_records.is_sorted_by(|fewer, more| fewer > more), "{by_records:?}");
        assert!(by_records[0] > 0.0 && by_records[3] < -2.5, "{by_records:?}");
    }

    #[test]
    fn a_catalogue_of_one_language_says_nothing_of_the_language_of_a_query() {
        assert!((log_odds((100, 0), (60, 0), -1.0) + 1.0).abs() < 1e-9);
        assert!((log_odds((0, 0), (3, 2), -1.0) + 1.0).abs() < 1e-9, "more records than there are");
    }

    #[test]
    fn one_record_of_a_language_that_has_few_decides_nothing() {
        assert!(log_odds((1000, 3), (0, 1), 0.0).abs() < 1.0);
        assert!(log_odds((1000, 3), (1000, 3), 0.0).abs() < 1e-9);
    }
}
