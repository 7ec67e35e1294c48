//! The general lexicon that ships with the library.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::Source;
use super::learn::stems;
use super::lookup::LONGEST_TERM;
use super::table::Table;
use crate::analysis::{is_stop_word, stem_of_form};
use crate::text::Language;

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

/// The share of what is written down in a word's translations where it was counted too. Measured in `docs/lexicon.md`.
const WRITTEN_SHARE: f32 = 0.4;

/// The general lexicon, read the first time it is asked for.
pub(super) fn general() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| read(COUNTED, &WRITTEN))
}

/// Reads a counted table and written lists. A line of another form is left out.
fn read(counted: &'static str, written: &[&'static str]) -> Table {
    let mut table = Table::default();
    let mut numbers = Numbers::default();
    for line in counted.lines().skip(1) {
        let mut cells = line.split('\t');
        let (Some(english), Some(french), Some(first), Some(second)) =
            (cells.next(), cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let percent = [first, second].map(|cell| cell.parse::<u8>().unwrap_or(0).min(100));
        if let Some((english, french)) = numbers.of(&mut table, english, french) {
            let probabilities = percent.map(|percent| f32::from(percent) / 100.0);
            table.add_numbers(english, french, probabilities, Source::General);
        }
    }
    let mut pairs = Vec::new();
    for line in written.iter().flat_map(|list| list.lines().skip(1)) {
        let Some((english, french)) = line.split_once('\t') else { continue };
        if let Some((english, french)) = numbers.of(&mut table, english, french) {
            pairs.push((english, french));
        }
    }
    table.blend(pairs, WRITTEN_SHARE);
    table.finish()
}

/// The numbers of terms as written, so that each is taken apart once.
#[derive(Default)]
struct Numbers {
    english: HashMap<&'static str, Option<u32>>,
    french: HashMap<&'static str, Option<u32>>,
}

impl Numbers {
    fn of(&mut self, table: &mut Table, english: &'static str, french: &'static str) -> Option<(u32, u32)> {
        let mut number =
            |text: &'static str, language: Language, known: &mut HashMap<&'static str, Option<u32>>| {
                *known
                    .entry(text)
                    .or_insert_with(|| term(text, language).map(|term| table.number(&term, language)))
            };
        let english = number(english, Language::English, &mut self.english);
        english.zip(number(french, Language::French, &mut self.french))
    }
}

/// The stems of a term as it is written in a table; `None` of nothing but stop words, or of too many words.
fn term(text: &str, language: Language) -> Option<String> {
    // Nearly all are words in small letters; taking texts apart would be most of the time of loading.
    let plain = text.chars().all(|c| c == ' ' || c.is_alphabetic() && !c.is_uppercase());
    let stems = if plain {
        let words = text.split(' ').filter(|word| !word.is_empty() && !is_stop_word(word, language));
        words.map(|word| stem_of_form(word, language)).collect()
    } else {
        stems(text, language)
    };
    (1..=LONGEST_TERM).contains(&stems.len()).then(|| stems.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> impl Iterator<Item = Vec<&'static str>> {
        COUNTED.lines().skip(1).map(|line| line.split('\t').collect())
    }

    #[test]
    fn the_table_is_sorted_distinct_and_whole() {
        let rows: Vec<Vec<&str>> = rows().collect();
        assert!(rows.len() > 20_000);
        assert!(rows.is_sorted_by(|a, b| (a[0], a[1]) < (b[0], b[1])));
        for row in rows {
            assert_eq!(row.len(), 4, "{row:?}");
            let [first, second] = [row[2], row[3]].map(|cell| cell.parse::<u8>().unwrap());
            assert!(first <= 100 && second <= 100 && first.max(second) > 0, "{row:?}");
            assert!(
                term(row[0], Language::English).is_some() && term(row[1], Language::French).is_some(),
                "{row:?}"
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
        let written =
            WRITTEN.iter().flat_map(|list| list.lines().skip(1)).map(|line| line.split('\t').collect());
        for row in rows().chain(written) {
            for (text, language) in [(row[0], Language::English), (row[1], Language::French)] {
                let stems = stems(text, language);
                let whole = (1..=LONGEST_TERM).contains(&stems.len()).then(|| stems.join(" "));
                assert_eq!(term(text, language), whole, "{text}");
            }
        }
    }

    #[test]
    fn lines_of_another_form_are_left_out() {
        let table =
            read("h\nword\nword\tmot\tx\t90\nthe\tle\t1\t1\nroad\troute\t80", &["h\nno tab\nroad\tchemin\n"]);
        let french = table.find("mot", Language::French).unwrap();
        assert_eq!(french.targets().count(), 1);
        assert!(table.find("word", Language::English).is_none());
        let road = table.find("road", Language::English).unwrap();
        assert_eq!(
            road.targets().map(|(term, target)| (term, target.probability)).collect::<Vec<_>>(),
            [("chemin", 1.0)]
        );
    }

    #[test]
    fn written_pairs_share_with_counted_ones() {
        let table = read("h\nroad\troute\t100\t90", &["h\nroad\tchemin\nroad\tvoie\n"]);
        let road = table.find("road", Language::English).unwrap();
        let targets: Vec<(&str, f32)> =
            road.targets().map(|(term, target)| (term, target.probability)).collect();
        assert_eq!(targets, [("rout", 0.6), ("chemin", 0.2), ("voie", 0.2)]);
    }
}
