//! The distinct words of a view: found exactly, by their beginning, and by typing errors.

use std::sync::LazyLock;

use fst::{IntoStreamer, Map, Streamer};
use levenshtein_automata::LevenshteinAutomatonBuilder;

use super::within;
use crate::error::Error;
use crate::snapshot::{Section, Strings, StringsBuilder};

/// The most typing errors that words are looked up with.
const MOST_ERRORS: usize = 2;

/// The tables for one and for two errors, a swap of neighbours being one. They take milliseconds to work out, and are the
/// same for every word. Source: K. U. Schulz and S. Mihov, *Fast string correction with Levenshtein automata* (2002).
static AUTOMATA: LazyLock<[LevenshteinAutomatonBuilder; MOST_ERRORS]> =
    LazyLock::new(|| [1, 2].map(|errors| LevenshteinAutomatonBuilder::new(errors, true)));

/// The distinct words of a view, sorted, each with a number: its place. Three sections: the words ([`Strings`]), and a
/// transducer from a word to its number, in the format of the crate `fst`.
#[derive(Debug)]
pub(crate) struct Dictionary {
    words: Strings,
    transducer: Map<Section>,
}

impl Dictionary {
    /// The sections of words that are sorted and distinct: their ends, the words, the transducer.
    ///
    /// # Errors
    /// `InvalidCatalogue` for more words than can be counted.
    pub(super) fn sections<'w>(words: impl Iterator<Item = &'w str> + Clone) -> Result<[Vec<u8>; 3], Error> {
        let mut strings = StringsBuilder::default();
        words.clone().for_each(|word| strings.push(word));
        let transducer =
            Map::from_iter(words.zip(0..)).map_err(|error| Error::internal(&error.to_string()))?;
        let [ends, joined] = strings.finish()?;
        Ok([ends, joined, transducer.into_fst().into_inner()])
    }

    /// # Errors
    /// `InvalidSnapshot` where a section is not what it must be. The transducer's checksum must have been verified: a
    /// damaged one is misread.
    pub(super) fn new([ends, joined, transducer]: [Section; 3]) -> Result<Self, Error> {
        let words = Strings::new(ends, joined)?;
        let transducer = Map::new(transducer.clone()).map_err(|_| transducer.damaged(0))?;
        Ok(Dictionary { words, transducer })
    }

    /// The number of `word`.
    pub(crate) fn number(&self, word: &str) -> Option<usize> {
        self.transducer.get(word).map(|number| number as usize)
    }

    /// The words that begin with `prefix`, with their numbers, in order.
    pub(crate) fn starting_with(&self, prefix: &str) -> impl Iterator<Item = (usize, &str)> {
        let from = self.words.partition_point(|word| word < prefix);
        let words = (from..self.words.len()).map(|number| (number, self.words.get(number)));
        words.take_while(move |(_, word)| word.starts_with(prefix))
    }

    /// Calls `found` with the number and text of each word at most `errors` typing errors from `typed`, in order, and how many
    /// they are: see [`within`]. More than two errors are taken for two.
    pub(crate) fn near(&self, typed: &str, errors: usize, mut found: impl FnMut(usize, &str, usize)) {
        let Some(builder) = errors.checked_sub(1).and_then(|at| AUTOMATA.get(at.min(MOST_ERRORS - 1))) else {
            return;
        };
        // The automaton counts an error in the first letter once, `within` twice: it finds all that may be near.
        let mut accepted = self.transducer.search(builder.build_dfa(typed)).into_stream();
        while let Some((_, number)) = accepted.next() {
            let word = self.words.get(number as usize);
            if let Some(distance) = within(typed, word, errors) {
                found(number as usize, word, distance);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::btree_set;

    use super::*;

    proptest::proptest! {
        #[test]
        fn it_finds_what_a_look_at_every_word_finds(
            words in btree_set("[aébc]{0,6}", 0..40),
            typed in "[aébc]{0,6}",
            errors in 0_usize..3,
        ) {
            let words: Vec<Box<str>> = words.into_iter().map(Into::into).collect();
            let sections = Dictionary::sections(words.iter().map(|word| &**word)).unwrap().map(Section::of_bytes);
            let dictionary = Dictionary::new(sections).unwrap();
            let all = || words.iter().enumerate().map(|(number, word)| (number, word.to_string()));

            let found: Vec<_> =
                dictionary.starting_with(&typed).map(|(number, word)| (number, word.to_owned())).collect();
            let expected: Vec<_> = all().filter(|(_, word)| word.starts_with(&typed)).collect();
            proptest::prop_assert_eq!(found, expected);

            let mut found = Vec::new();
            dictionary.near(&typed, errors, |number, word, distance| found.push((number, word.to_owned(), distance)));
            let expected: Vec<_> = all()
                .filter_map(|(number, word)| within(&typed, &word, errors).map(|distance| (number, word, distance)))
                .filter(|_| errors > 0)
                .collect();
            proptest::prop_assert_eq!(found, expected);

            for (number, word) in all() {
                proptest::prop_assert_eq!(dictionary.number(&word), Some(number));
            }
            proptest::prop_assert_eq!(dictionary.number(&typed).is_some(), words.iter().any(|word| **word == *typed));
        }
    }
}
