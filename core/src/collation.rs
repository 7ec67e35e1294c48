//! The order of a dictionary: titles and labels sorted as Canadian readers of each language expect.

use std::cmp::Ordering;

use crate::text::Language;

/// Compares texts in the dictionary order of one language: the Unicode Collation Algorithm with CLDR's rules for
/// `en-CA` or `fr-CA` (in Canadian French accents count from the end of the word: cote, côte, coté, côté).
///
/// Quotation marks and other signs before the first letter or digit do not count, as in a printed list.
///
/// Without the feature `collation`, by accent-folded text. Equal texts keep the order they came in, and texts that
/// differ only in what collation ignores are told apart by their code points, so that the order is always the same.
///
/// ```
/// use ally_toolkit::{Collation, Language};
/// let mut words = ["côté", "coté", "côte", "cote", "zèle", "école"];
/// let order = Collation::new(Language::French);
/// words.sort_by(|a, b| order.compare(a, b));
/// # #[cfg(feature = "collation")]
/// assert_eq!(words, ["cote", "côte", "coté", "côté", "école", "zèle"]);
/// ```
pub struct Collation {
    #[cfg(feature = "collation")]
    collator: Option<icu_collator::CollatorBorrowed<'static>>,
}

impl Collation {
    /// The order of `language`.
    #[cfg(feature = "collation")]
    pub fn new(language: Language) -> Self {
        let locale = match language {
            Language::English => icu_locale_core::locale!("en-CA"),
            Language::French => icu_locale_core::locale!("fr-CA"),
        };
        let options = icu_collator::options::CollatorOptions::default();
        Collation { collator: icu_collator::Collator::try_new(locale.into(), options).ok() }
    }

    /// The order of `language`.
    #[cfg(not(feature = "collation"))]
    pub fn new(_: Language) -> Self {
        Collation {}
    }

    /// Whether `a` comes before `b`.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        let (from_word_a, from_word_b) = (without_signs(a), without_signs(b));
        #[cfg(feature = "collation")]
        let order = match &self.collator {
            Some(collator) => collator.compare(from_word_a, from_word_b),
            None => folded_order(from_word_a, from_word_b),
        };
        #[cfg(not(feature = "collation"))]
        let order = folded_order(from_word_a, from_word_b);
        order.then_with(|| a.cmp(b))
    }
}

fn without_signs(text: &str) -> &str {
    text.trim_start_matches(|c: char| !c.is_alphanumeric())
}

fn folded_order(a: &str, b: &str) -> Ordering {
    let key = crate::analysis::fold_case;
    key(a).cmp(&key(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_before_the_first_word_do_not_count() {
        for language in Language::ALL {
            let order = Collation::new(language);
            let mut titles = ["« Zèle »", "…", "“How to be an Ally” Toolkit", "Home", "Hub"];
            titles.sort_by(|a, b| order.compare(a, b));
            assert_eq!(titles, ["…", "Home", "“How to be an Ally” Toolkit", "Hub", "« Zèle »"]);
        }
    }
}
