//! The general lexicon that ships with the library.

use std::sync::OnceLock;

use super::table::Table;
use crate::error::Error;
use crate::snapshot::{Bytes, Container};

/// The table counted from texts, as tab-separated values: English, French, and in hundredths the probabilities of the French
/// given the English and of the English given the French. The first line has the headings.
///
/// What is looked up is compiled from the texts; a program that does not use them does not have them in it.
pub const COUNTED: &str = include_str!("../../lexicon/general.tsv");

/// The lists written for this library, as tab-separated values: English and French. The first line has the headings.
pub const WRITTEN: [&str; 4] = [
    include_str!("../../lexicon/education.tsv"),
    include_str!("../../lexicon/equity.tsv"),
    include_str!("../../lexicon/health.tsv"),
    include_str!("../../lexicon/work.tsv"),
];

/// [`COUNTED`] and [`WRITTEN`] as the sections of a snapshot, which `docs/snapshot-format.md` describes.
static COMPILED: &[u8] = include_bytes!("../../lexicon/compiled.snapshot");

/// The general lexicon, where it lies in the program. `None` never: a test opens it.
pub(super) fn general() -> Option<&'static Table> {
    static TABLE: OnceLock<Option<Table>> = OnceLock::new();
    TABLE.get_or_init(|| open().ok()).as_ref()
}

fn open() -> Result<Table, Error> {
    Table::trusted(&Container::open(Bytes::from_owner(COMPILED))?)
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::super::TranslationSource;
    use super::super::learn::stems;
    use super::super::lookup::LONGEST_TERM;
    use super::super::texts::{Direction, compile, read};
    use super::*;
    use crate::text::Language;

    static FROM_TEXTS: LazyLock<[Direction; 2]> = LazyLock::new(|| read(COUNTED, &WRITTEN));

    fn rows() -> impl Iterator<Item = Vec<&'static str>> {
        COUNTED.lines().skip(1).map(|line| line.split('\t').collect())
    }

    /// `UPDATE_LEXICON=1 cargo test -p ally-toolkit lexicon` writes the compiled table anew.
    #[test]
    fn the_compiled_table_is_what_the_texts_give() {
        let compiled = compile(&FROM_TEXTS);
        if std::env::var_os("UPDATE_LEXICON").is_some() {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/lexicon/compiled.snapshot");
            std::fs::write(path, &compiled).unwrap();
            return;
        }
        assert!(
            compiled == COMPILED,
            "core/lexicon/compiled.snapshot is out of date: run `UPDATE_LEXICON=1 cargo test -p ally-toolkit lexicon`"
        );
        assert!(compiled.len() <= 1_050_000, "{} bytes", compiled.len());
        Container::open(compiled.into()).unwrap().verify().unwrap();
    }

    #[test]
    fn every_term_has_the_translations_that_the_texts_give() {
        let find = |term: &str, from| general()?.start(from)?.followed_by(term)?.found();
        for (direction, from) in FROM_TEXTS.iter().zip(Language::ALL) {
            assert!(direction.len() > 10_000);
            for (term, translations) in direction {
                let mut expected: Vec<(&[u8], f32)> = translations
                    .iter()
                    .map(|(other, probability)| (other.as_bytes(), probability.min(1.0)))
                    .collect();
                expected.sort_by(|a, b| b.1.total_cmp(&a.1));
                let found = find(term, from).unwrap();
                let targets: Vec<(&[u8], f32)> =
                    found.targets().map(|target| (target.term, target.probability)).collect();
                assert_eq!(targets, expected, "{term}");
                assert!(found.targets().all(|target| target.source == TranslationSource::General));
                assert_eq!(found.passages(), 0);
                assert!(find(&format!("{term} "), from).is_none());
            }
        }
    }

    #[test]
    fn the_table_is_sorted_distinct_and_whole() {
        let rows: Vec<Vec<&str>> = rows().collect();
        assert!(rows.len() > 15_000);
        assert!(rows.is_sorted_by(|a, b| (a[0], a[1]) < (b[0], b[1])));
        for row in rows {
            assert_eq!(row.len(), 4, "{row:?}");
            let [first, second] = [row[2], row[3]].map(|cell| cell.parse::<u8>().unwrap());
            assert!(first <= 100 && second <= 100 && first.max(second) > 0, "{row:?}");
            for (text, language) in row.iter().zip(Language::ALL) {
                assert!((1..=LONGEST_TERM).contains(&stems(text, language).len()), "{row:?}");
            }
        }
    }

    #[test]
    fn the_lists_are_pairs() {
        for list in WRITTEN {
            assert_eq!(list.lines().next(), Some("english\tfrench"));
            assert!(list.lines().all(|line| line.split('\t').count() == 2));
        }
    }
}
