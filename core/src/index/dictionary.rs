//! The distinct words of a view: found exactly, by their beginning, and by typing errors.

use std::sync::LazyLock;

use fst::{IntoStreamer, Map, Streamer};
use indexmap::IndexSet;
use levenshtein_automata::LevenshteinAutomatonBuilder;

use super::within;

/// The most typing errors that words are looked up with.
const MOST_ERRORS: usize = 2;

/// The tables for one and for two errors, a swap of neighbours being one. They take milliseconds to work out, and are the
/// same for every word. Source: K. U. Schulz and S. Mihov, *Fast string correction with Levenshtein automata* (2002).
static AUTOMATA: LazyLock<[LevenshteinAutomatonBuilder; MOST_ERRORS]> =
    LazyLock::new(|| [1, 2].map(|errors| LevenshteinAutomatonBuilder::new(errors, true)));

/// The distinct words of a view, sorted, each with a number: its place.
#[derive(Debug, Default)]
pub(crate) struct Dictionary {
    words: IndexSet<Box<str>>,
    /// The same words with their numbers as a transducer, which an automaton walks without a look at every one.
    transducer: Map<Vec<u8>>,
}

impl Dictionary {
    /// From words that are sorted and distinct.
    pub(super) fn from_sorted(words: Vec<Box<str>>) -> Self {
        debug_assert!(words.is_sorted());
        let numbered = words.iter().map(|word| word.as_bytes()).zip(0..);
        // Building fails for words out of order only.
        let transducer = Map::from_iter(numbered).unwrap_or_default();
        Dictionary { words: words.into_iter().collect(), transducer }
    }

    /// The number of `word`.
    pub(crate) fn number(&self, word: &str) -> Option<usize> {
        self.words.get_index_of(word)
    }

    /// The words that begin with `prefix`, with their numbers, in order.
    pub(crate) fn starting_with(&self, prefix: &str) -> impl Iterator<Item = (usize, &str)> {
        let from = self.words.as_slice().partition_point(|word| **word < *prefix);
        let words = self.words.iter().enumerate().skip(from).map(|(at, word)| (at, &**word));
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
            let Some(word) = self.words.get_index(number as usize) else { continue };
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
            let dictionary = Dictionary::from_sorted(words.clone());
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
