//! The general lexicon from its texts: what the table that is compiled into the library is made of.

use std::collections::BTreeMap;

use super::TranslationSource;
use super::learn::stems;
use super::lookup::LONGEST_TERM;
use super::table_builder::{Pair, TableBuilder};
use crate::snapshot::Writer;
use crate::text::Language;

/// The share of what is written down in a word's translations where it was counted too. Measured in `docs/lexicon.md`.
const WRITTEN_SHARE: f32 = 0.4;

/// The translations of each term of a language, with their probabilities.
pub(super) type Direction = BTreeMap<String, BTreeMap<String, f32>>;

/// The translations of English terms and of French ones, from a counted table and written lists. What is written down of a term
/// is all equally probable, and has a share of the probability where the term was counted too. A line of another form is
/// left out.
pub(super) fn read(counted: &str, written: &[&str]) -> [Direction; 2] {
    let mut directions = [Direction::new(), Direction::new()];
    for line in counted.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [english, french, to_french, to_english] = cells.as_slice() else { continue };
        let Some(pair) = pair(english, french) else { continue };
        for ((probability, (from, to)), direction) in
            [to_french, to_english].into_iter().zip(both_ways(pair)).zip(&mut directions)
        {
            let probability = f32::from(probability.parse::<u8>().unwrap_or(0).min(100)) / 100.0;
            if probability > 0.0 {
                let known = direction.entry(from).or_default().entry(to).or_default();
                *known = known.max(probability);
            }
        }
    }
    let mut lists = [BTreeMap::<String, Vec<String>>::new(), BTreeMap::new()];
    for line in written.iter().flat_map(|list| list.lines().skip(1)) {
        let pair = line.split_once('\t').and_then(|(english, french)| pair(english, french));
        for ((from, to), list) in pair.into_iter().flat_map(both_ways).zip(&mut lists) {
            list.entry(from).or_default().push(to);
        }
    }
    for (list, direction) in lists.into_iter().zip(&mut directions) {
        for (term, mut written) in list {
            written.sort();
            written.dedup();
            add_written(direction.entry(term).or_default(), written);
        }
    }
    directions
}

/// The snapshot of a table with these translations.
pub(super) fn compile([to_french, to_english]: &[Direction; 2]) -> Vec<u8> {
    let mut builder = TableBuilder::default();
    let mut add = |english: &str, french: &str, french_given_english: f32, english_given_french: f32| {
        let source = TranslationSource::General;
        let english = builder.number(english, Language::English);
        let french = builder.number(french, Language::French);
        builder.add(Pair { english, french, french_given_english, english_given_french, source });
    };
    for (english, translations) in to_french {
        translations.iter().for_each(|(french, probability)| add(english, french, *probability, 0.0));
    }
    for (french, translations) in to_english {
        translations.iter().for_each(|(english, probability)| add(english, french, 0.0, *probability));
    }
    let mut writer = Writer::default();
    builder.write(&mut writer).unwrap();
    writer.finish()
}

fn add_written(translations: &mut BTreeMap<String, f32>, written: Vec<String>) {
    let share = if translations.is_empty() { 1.0 } else { WRITTEN_SHARE };
    translations.values_mut().for_each(|probability| *probability *= 1.0 - share);
    let each = share / written.len() as f32;
    for other in written {
        *translations.entry(other).or_default() += each;
    }
}

/// The stems of two terms as written; `None` where one has no stems, or too many.
fn pair(english: &str, french: &str) -> Option<[String; 2]> {
    let term = |text: &str, language: Language| {
        let stems = stems(text, language);
        (1..=LONGEST_TERM).contains(&stems.len()).then(|| stems.join(" "))
    };
    Some([term(english, Language::English)?, term(french, Language::French)?])
}

fn both_ways([english, french]: [String; 2]) -> [(String, String); 2] {
    [(english.clone(), french.clone()), (french, english)]
}

#[test]
fn lines_of_another_form_are_left_out() {
    let [english, french] =
        read("h\nword\nword\tmot\tx\t90\nthe\tle\t1\t1\nroad\troute\t80", &["h\nno tab\nroad\tchemin\n"]);
    assert_eq!(french["mot"].len(), 1);
    assert!(!english.contains_key("word"));
    assert_eq!(english["road"], BTreeMap::from([("chemin".to_owned(), 1.0)]));
}

#[test]
fn written_pairs_share_with_counted_ones() {
    let [english, _] = read("h\nroad\troute\t100\t90", &["h\nroad\tchemin\nroad\tvoie\n"]);
    let expected = [("chemin", 0.2), ("rout", 0.6), ("voie", 0.2)];
    assert_eq!(english["road"], expected.map(|(word, probability)| (word.to_owned(), probability)).into());
}
