//! The general lexicon that ships with the library.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::table::{Pair, Table};
use super::{Source, learn};
use crate::analysis::stem_of_form;
use crate::text::Language;

/// The table counted from texts: English, French, and the probabilities of the French given the English and of the English
/// given the French, in hundredths, between tabs.
pub const COUNTED: &str = include_str!("../../lexicon/general.tsv");

/// The lists written for this library: English and French, between tabs.
pub const WRITTEN: [&str; 0] = [];

/// How much a pair that people wrote down says, beside what was counted.
const WRITTEN_WEIGHT: f32 = 0.6;

/// The general lexicon, read the first time it is asked for.
pub(super) fn general() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| table(COUNTED, &WRITTEN))
}

fn table(counted: &str, written: &[&str]) -> Table {
    let mut table = Table::default();
    let (mut english_stems, mut french_stems) = (HashMap::new(), HashMap::new());
    for line in counted.lines().skip(1) {
        let mut cells = line.split('\t');
        let (Some(english), Some(french), Some(first), Some(second)) =
            (cells.next(), cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let probability =
            |cell: &str| cell.parse::<u8>().map_or(0.0, |percent| f32::from(percent.min(100)) / 100.0);
        let english =
            english_stems.entry(english).or_insert_with(|| term(english, Language::English)).clone();
        let french = french_stems.entry(french).or_insert_with(|| term(french, Language::French)).clone();
        table.add(&Pair {
            english,
            french,
            french_given_english: probability(first),
            english_given_french: probability(second),
            source: Source::General,
        });
    }
    let _ = (written, WRITTEN_WEIGHT);
    table.finish()
}

/// The stems of a term as it is written in the lists.
fn term(text: &str, language: Language) -> String {
    // Nearly all are single words in small letters; taking texts apart would be most of the time of loading.
    if text.chars().all(char::is_alphabetic) {
        return stem_of_form(text, language);
    }
    learn::stems(text, language).join(" ")
}
