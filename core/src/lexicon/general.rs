//! The general lexicon that ships with the library.

use std::sync::OnceLock;

use super::reader::read;
use super::table::Table;

/// The table counted from texts, as tab-separated values: English, French, and in hundredths the probabilities of the French
/// given the English and of the English given the French. The first line has the headings.
pub const COUNTED: &str = include_str!("../../lexicon/general.tsv");

/// The lists written for this library, as tab-separated values: English and French. The first line has the headings.
pub const WRITTEN: [&str; 4] = [
    include_str!("../../lexicon/education.tsv"),
    include_str!("../../lexicon/equity.tsv"),
    include_str!("../../lexicon/health.tsv"),
    include_str!("../../lexicon/work.tsv"),
];

/// The general lexicon, read the first time it is asked for.
pub(super) fn general() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| read(COUNTED, &WRITTEN))
}

#[cfg(test)]
mod tests {
    use super::super::learn::stems;
    use super::super::lookup::LONGEST_TERM;
    use super::super::reader::{KnownStems, term};
    use super::*;
    use crate::text::Language;

    fn rows() -> impl Iterator<Item = Vec<&'static str>> {
        COUNTED.lines().skip(1).map(|line| line.split('\t').collect())
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
            let cells = [(row[0], Language::English), (row[1], Language::French)];
            assert!(
                cells
                    .iter()
                    .all(|(text, language)| term(text, *language, &mut KnownStems::default()).is_some())
            );
        }
    }

    #[test]
    fn the_lists_are_pairs_and_all_stays_within_its_budget() {
        for list in WRITTEN {
            assert_eq!(list.lines().next(), Some("english\tfrench"));
            assert!(list.lines().all(|line| line.split('\t').count() == 2));
        }
        let size = COUNTED.len() + WRITTEN.iter().map(|list| list.len()).sum::<usize>();
        assert!(size <= 1_500_000, "{size} bytes");
    }

    #[test]
    fn the_short_way_to_stems_gives_what_analysis_gives() {
        let mut known: [KnownStems; 2] = Default::default();
        let written =
            WRITTEN.iter().flat_map(|list| list.lines().skip(1)).map(|line| line.split('\t').collect());
        for row in rows().chain(written) {
            for (at, language) in Language::ALL.into_iter().enumerate() {
                let text: &'static str = row[at];
                let stems = stems(text, language);
                let whole = (1..=LONGEST_TERM).contains(&stems.len()).then(|| stems.join(" "));
                assert_eq!(term(text, language, &mut known[at]), whole, "{text}");
            }
        }
    }
}
