use serde::{Deserialize, Serialize};

use super::{Evidence, LanguageModel};
use crate::text::Language;

/// How likely a text is English and how likely French. The two sum to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LanguageDistribution {
    /// How likely English, from 0 to 1.
    pub english: f64,
    /// How likely French, from 0 to 1.
    pub french: f64,
}

impl LanguageDistribution {
    /// Both alike: nothing is known.
    pub const EVEN: Self = LanguageDistribution { english: 0.5, french: 0.5 };

    /// The language of a query by its words alone.
    ///
    /// The reader's language and the catalogue's words tell more: [`LanguageModel::query`].
    ///
    /// ```
    /// use ally_toolkit::query_language::LanguageDistribution;
    /// assert!(LanguageDistribution::of("prejuges inconscients").french > 0.9);
    /// assert!(LanguageDistribution::of("unconscious bias").english > 0.85);
    /// ```
    pub fn of(text: &str) -> Self {
        LanguageModel::bundled().distribution(text, &Evidence::default())
    }

    /// A prior for a reader of `language`: three queries in four are in the reader's own.
    ///
    /// ```
    /// use ally_toolkit::Language;
    /// use ally_toolkit::query_language::LanguageDistribution;
    /// assert_eq!(LanguageDistribution::of_reader(Language::French).french, 0.75);
    /// ```
    pub const fn of_reader(language: Language) -> Self {
        match language {
            Language::English => LanguageDistribution { english: 0.75, french: 0.25 },
            Language::French => LanguageDistribution { english: 0.25, french: 0.75 },
        }
    }

    /// The distribution of these log-odds, ln(english / french): the logistic function. Even when they are no number.
    ///
    /// ```
    /// use ally_toolkit::query_language::LanguageDistribution;
    /// assert_eq!(LanguageDistribution::from_log_odds(0.0), LanguageDistribution::EVEN);
    /// assert!((LanguageDistribution::from_log_odds(3.0_f64.ln()).english - 0.75).abs() < 1e-12);
    /// ```
    pub fn from_log_odds(log_odds: f64) -> Self {
        if log_odds.is_nan() {
            return Self::EVEN;
        }
        LanguageDistribution {
            english: 1.0 / (1.0 + (-log_odds).exp()),
            french: 1.0 / (1.0 + log_odds.exp()),
        }
    }

    /// ln(english / french): above 0 for English, below for French, infinite where one is 0.
    ///
    /// Shares that do not sum to 1 are taken in proportion; those that are no shares, as even.
    ///
    /// ```
    /// use ally_toolkit::query_language::LanguageDistribution;
    /// assert_eq!(LanguageDistribution::EVEN.log_odds(), 0.0);
    /// ```
    pub fn log_odds(self) -> f64 {
        let log_odds = (self.english / self.french).ln();
        if log_odds.is_nan() { 0.0 } else { log_odds }
    }

    /// How likely `language`.
    ///
    /// ```
    /// use ally_toolkit::Language;
    /// use ally_toolkit::query_language::LanguageDistribution;
    /// assert_eq!(LanguageDistribution::EVEN.get(Language::French), 0.5);
    /// ```
    pub const fn get(self, language: Language) -> f64 {
        match language {
            Language::English => self.english,
            Language::French => self.french,
        }
    }
}

impl Default for LanguageDistribution {
    fn default() -> Self {
        Self::EVEN
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn log_odds_and_distribution_are_each_others_inverse() {
        for log_odds in [-30.0, -4.0, -0.1, 0.0, 2.5, 12.0] {
            let distribution = LanguageDistribution::from_log_odds(log_odds);
            assert!((distribution.log_odds() - log_odds).abs() < 1e-9, "{log_odds}");
            assert!((distribution.english + distribution.french - 1.0).abs() < 1e-12, "{log_odds}");
        }
    }

    #[test]
    fn what_is_no_share_says_nothing() {
        for (english, french) in [(0.0, 0.0), (f64::NAN, 0.5), (-1.0, 2.0), (f64::INFINITY, f64::INFINITY)] {
            assert_eq!(LanguageDistribution { english, french }.log_odds(), 0.0, "{english} {french}");
        }
        assert_eq!(LanguageDistribution::from_log_odds(f64::NAN), LanguageDistribution::EVEN);
    }

    #[test]
    fn certainty_is_written_as_certainty() {
        assert_eq!(LanguageDistribution { english: 1.0, french: 0.0 }.log_odds(), f64::INFINITY);
        assert_eq!(LanguageDistribution::from_log_odds(f64::NEG_INFINITY).french, 1.0);
    }
}
