//! Reads tables of translations.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::TranslationSource;
use super::learn::stems;
use super::lookup::LONGEST_TERM;
use super::table::{Pair, Table, TableBuilder};
use crate::analysis::{is_stop_word, stem_of_form};
use crate::text::Language;

/// The share of what is written down in a word's translations where it was counted too. Measured in `docs/lexicon.md`.
const WRITTEN_SHARE: f32 = 0.4;

/// About how many bytes of the counted table there are for each distinct word of one of its languages.
const BYTES_PER_WORD: usize = 50;

/// Reads a counted table and written lists. A line of another form is left out.
pub(super) fn read(counted: &'static str, written: &[&'static str]) -> Table {
    let mut reader = Reader::default();
    for known in &mut reader.stems {
        known.places.reserve(counted.len() / BYTES_PER_WORD);
    }
    for line in counted.lines().skip(1) {
        let mut cells = line.split('\t');
        let (Some(english), Some(french), Some(first), Some(second)) =
            (cells.next(), cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let [to_french, to_english] =
            [first, second].map(|cell| f32::from(cell.parse::<u8>().unwrap_or(0).min(100)) / 100.0);
        if let Some((english, french)) = reader.numbers(english, french) {
            reader.table.add(Pair {
                english,
                french,
                french_given_english: to_french,
                english_given_french: to_english,
                source: TranslationSource::General,
            });
        }
    }
    for line in written.iter().flat_map(|list| list.lines().skip(1)) {
        let Some((english, french)) = line.split_once('\t') else { continue };
        if let Some((english, french)) = reader.numbers(english, french) {
            reader.table.write(english, french);
        }
    }
    reader.table.finish(WRITTEN_SHARE)
}

/// Reads terms.
#[derive(Default)]
struct Reader {
    table: TableBuilder,
    /// The rows are sorted by English, so the last term is nearly always the next.
    english: Option<(&'static str, Option<u32>)>,
    /// The stems of words met, in English and in French: most of the time of loading goes into making them.
    stems: [KnownStems; 2],
}

/// The stems of words as written, one after another.
#[derive(Default)]
pub(super) struct KnownStems {
    text: String,
    places: HashMap<&'static str, Range<usize>>,
}

impl KnownStems {
    fn get(&self, word: &str) -> Option<&str> {
        self.text.get(self.places.get(word)?.clone())
    }

    fn insert(&mut self, word: &'static str, stem: &str) {
        let start = self.text.len();
        self.text.push_str(stem);
        self.places.insert(word, start..self.text.len());
    }
}

impl Reader {
    /// The numbers of two terms as written; `None` where one has no stems, or too many.
    fn numbers(&mut self, english: &'static str, french: &'static str) -> Option<(u32, u32)> {
        let [of_english, of_french] = &mut self.stems;
        let number = match self.english {
            Some((last, number)) if last == english => number,
            _ => {
                let term = term(english, Language::English, of_english);
                term.map(|term| self.table.number(&term, Language::English))
            }
        };
        self.english = Some((english, number));
        let french = term(french, Language::French, of_french)?;
        Some((number?, self.table.number(&french, Language::French)))
    }
}

/// The stems of a term as it is written in a table; `None` of nothing but stop words, or of too many words.
pub(super) fn term(text: &'static str, language: Language, known: &mut KnownStems) -> Option<String> {
    let mut term = String::new();
    let count = match plain_stems(text, language, known, &mut term) {
        Some(count) => count,
        None => {
            let stems = stems(text, language);
            term = stems.join(" ");
            stems.len()
        }
    };
    (1..=LONGEST_TERM).contains(&count).then_some(term)
}

/// Adds to `found` the stems of a term of plain words, and says how many: small letters, perhaps after a capital, joined by
/// blanks and hyphens, in French with `l’` or `d’` before them. `None` for any other, which must be taken apart as texts
/// are.
fn plain_stems(
    text: &'static str,
    language: Language,
    known: &mut KnownStems,
    found: &mut String,
) -> Option<usize> {
    let mut count = 0;
    let mut add = |stem: &str| {
        if count > 0 {
            found.push(' ');
        }
        found.push_str(stem);
        count += 1;
    };
    for word in text.split([' ', '-']).filter(|word| !word.is_empty()) {
        let elided = word.strip_prefix(['l', 'd']).and_then(|rest| rest.strip_prefix('’'));
        let word = elided.filter(|_| language == Language::French).unwrap_or(word);
        if let Some(stem) = known.get(word) {
            add(stem);
            continue;
        }
        let mut letters = word.chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        if !word.chars().all(char::is_alphabetic)
            || letters.any(char::is_uppercase)
            || capital && word.len() == 1
        {
            return None;
        }
        let small: Cow<'_, str> = if capital { word.to_lowercase().into() } else { word.into() };
        if !is_stop_word(&small, language) {
            let stem = stem_of_form(&small, language);
            add(&stem);
            known.insert(word, &stem);
        }
    }
    Some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

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
