//! Bilingual records and queries in any number: the same bytes for the same number and seed, on every machine.
//!
//! A record is a resource as a catalogue has it, one JSON object on a line, so that an engine that knows nothing of
//! catalogues can read it too. The words are real ones: those of the bundled catalogue, the most frequent first, then
//! those of the general lexicon; how often each is used follows Zipf’s law. The programs `generate` and
//! `../../speed/speed` write and use them.

mod laws;
mod queries;
mod random;
mod record;
mod words;

pub use laws::laws;
pub use queries::{Query, queries};
pub use random::Random;
pub use record::{KINDS, PLACES, Record, TOPICS, catalogue_head, records};
pub use words::Words;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use ally_toolkit::Catalogue;

    use super::*;

    /// Words of its own, so that the catalogue and the lexicon may change.
    fn words() -> Words {
        Words::new(
            &["the", "women", "leaders", "of", "health", "mentor", "equity", "allies", "hospital", "people"],
            &["les", "femmes", "santé", "équité", "hôpital", "mentorat", "alliance", "personnes", "œuvre"],
        )
    }

    fn lines(seed: u64, count: u64) -> String {
        let records: Vec<Record> = records(&words(), seed, count).collect();
        let queries = queries(&records, seed, 50);
        let records = records.iter().map(|record| serde_json::to_string(record).unwrap());
        let lines = records.chain(queries.iter().map(|query| serde_json::to_string(query).unwrap()));
        lines.map(|line| line + "\n").collect()
    }

    /// FNV-1a.
    fn hash(text: &str) -> u64 {
        text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
        })
    }

    #[test]
    fn the_same_number_and_seed_give_the_same_bytes_on_every_machine() {
        assert_eq!(
            hash(&lines(1, 40)),
            0x352B_5880_164E_7163,
            "changed on purpose? Then results before and after do not compare"
        );
        assert_ne!(lines(1, 40), lines(2, 40));
    }

    #[test]
    fn fewer_records_are_the_first_of_more() {
        let few: Vec<Record> = records(&words(), 7, 5).collect();
        assert_eq!(few, records(&words(), 7, 50).take(5).collect::<Vec<_>>());
    }

    #[test]
    fn records_are_a_catalogue_in_both_languages() {
        let words = Words::of_the_library().unwrap();
        let records: Vec<Record> = records(&words, 1, 200).collect();
        let mut catalogue = catalogue_head();
        catalogue["resources"] = serde_json::to_value(&records).unwrap();
        let catalogue = Catalogue::from_json(catalogue.to_string().as_bytes()).unwrap();
        assert_eq!(catalogue.resources().len(), 200);
        let languages: BTreeSet<&[String]> = records.iter().map(|record| &record.languages[..]).collect();
        assert_eq!(languages.len(), 3);
        let bytes: usize = records.iter().map(|record| serde_json::to_string(record).unwrap().len()).sum();
        assert!((900..1300).contains(&(bytes / 200)), "{} bytes a record", bytes / 200);
    }

    #[test]
    fn what_completes_a_word_is_asked_after_each_letter_but_the_first_and_the_last() {
        let records: Vec<Record> = records(&words(), 1, 200).collect();
        let queries = queries(&records, 1, 50);
        let typed = queries.iter().filter(|query| query.set == "complete").take(6);
        let typed: Vec<_> =
            typed.map(|query| (query.text.as_str(), query.meant.as_deref().unwrap())).collect();
        assert_eq!(
            typed,
            [
                ("he", "health"),
                ("hea", "health"),
                ("heal", "health"),
                ("healt", "health"),
                ("hô", "hôpital"),
                ("hôp", "hôpital"),
            ]
        );
    }

    #[test]
    fn every_set_has_queries() {
        let records: Vec<Record> = records(&Words::of_the_library().unwrap(), 1, 200).collect();
        let queries = queries(&records, 1, 50);
        let sets: BTreeSet<&str> = queries.iter().map(|query| query.set).collect();
        assert_eq!(sets.len(), 10);
        assert_eq!(queries.len(), 3 * 50 + 7 * 10);
    }
}
