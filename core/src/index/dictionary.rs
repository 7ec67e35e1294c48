//! The distinct words of a view: found exactly, by their beginning, and by typing errors.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::{Arc, LazyLock, OnceLock};

use fst::{Automaton, IntoStreamer, Map, Streamer};
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
/// transducer from a word to its number, in the format of the crate `fst`. Words that were added since have the next numbers.
#[derive(Debug, Clone)]
pub(crate) struct Dictionary {
    words: Strings,
    transducer: Arc<Map<Section>>,
    added: AddedWords,
}

/// Words added to those of the sections.
#[derive(Debug, Clone, Default)]
struct AddedWords {
    /// In the order in which they were added.
    words: Vec<Arc<str>>,
    /// Their places among those, by word.
    places: BTreeMap<Arc<str>, usize>,
    /// From a word to its place; made when it is first asked for typing errors.
    transducer: OnceLock<Option<Map<Vec<u8>>>>,
}

impl AddedWords {
    fn transducer(&self) -> Option<&Map<Vec<u8>>> {
        let made = || Map::from_iter(self.places.iter().map(|(word, place)| (&**word, *place as u64))).ok();
        self.transducer.get_or_init(made).as_ref()
    }
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
        Ok(Dictionary { words, transducer: Arc::new(transducer), added: AddedWords::default() })
    }

    /// The number of `word`.
    pub(crate) fn number(&self, word: &str) -> Option<usize> {
        let number = self.transducer.get(word).map(|number| number as usize);
        number.or_else(|| self.added.places.get(word).map(|place| self.words.len() + place))
    }

    /// The number of `word`, which is added where it is missing.
    pub(super) fn number_or_add(&mut self, word: &str) -> usize {
        if let Some(number) = self.number(word) {
            return number;
        }
        let (word, place): (Arc<str>, usize) = (word.into(), self.added.words.len());
        self.added.words.push(Arc::clone(&word));
        self.added.places.insert(word, place);
        self.added.transducer = OnceLock::new();
        self.words.len() + place
    }

    /// The word with a number; empty where there is none.
    pub(super) fn word(&self, number: usize) -> &str {
        match number.checked_sub(self.words.len()) {
            None => self.words.get(number),
            Some(place) => self.added.words.get(place).map_or("", |word| word),
        }
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.words.len() + self.added.words.len()
    }

    /// The words that begin with `prefix`, with their numbers; in order, those that were added after the others.
    pub(crate) fn starting_with(&self, prefix: &str) -> impl Iterator<Item = (usize, &str)> {
        let from = self.words.partition_point(|word| word < prefix);
        let words = (from..self.words.len()).map(|number| (number, self.words.get(number)));
        let added = self.added.places.range::<str, _>((Bound::Included(prefix), Bound::Unbounded));
        let added = added.map(|(word, place)| (self.words.len() + place, &**word));
        let begins = move |(_, word): &(usize, &str)| word.starts_with(prefix);
        words.take_while(begins).chain(added.take_while(begins))
    }

    /// Calls `found` with the number and text of each word at most `errors` typing errors from `typed`, and how many they are:
    /// see [`within`]; in order, those that were added after the others. More than two errors are taken for two.
    pub(crate) fn near(&self, typed: &str, errors: usize, mut found: impl FnMut(usize, &str, usize)) {
        let Some(builder) = errors.checked_sub(1).and_then(|at| AUTOMATA.get(at.min(MOST_ERRORS - 1))) else {
            return;
        };
        // The automaton counts an error in the first letter once, `within` twice: it finds all that may be near.
        let automaton = builder.build_dfa(typed);
        let mut see = |number: usize| {
            let word = self.word(number);
            if let Some(distance) = within(typed, word, errors) {
                found(number, word, distance);
            }
        };
        self.accepted(&automaton, &mut see);
    }

    /// Calls `found` with the number of each word that has a beginning at most `errors` typing errors from `typed`, that beginning, and how many they
    /// are: the beginning with the fewest, the shortest of several. In order, those that were added after the others. More than two
    /// errors are taken for two.
    pub(crate) fn beginning_near(
        &self,
        typed: &str,
        errors: usize,
        mut found: impl FnMut(usize, &str, usize),
    ) {
        let Some(builder) = errors.checked_sub(1).and_then(|at| AUTOMATA.get(at.min(MOST_ERRORS - 1))) else {
            return;
        };
        // The crate's own automaton for beginnings misses some whose word goes on.
        let automaton = builder.build_dfa(typed);
        self.accepted(&(&automaton).starts_with(), |number| {
            let word = self.word(number);
            if let Some((errors, beginning)) = beginning_within(typed, word, errors) {
                found(number, beginning, errors);
            }
        });
    }

    /// Calls `see` with the number of each word that the automaton accepts.
    fn accepted(&self, automaton: &impl Automaton, mut see: impl FnMut(usize)) {
        accepted(&self.transducer, automaton, &mut see);
        let added = Some(&self.added).filter(|added| !added.words.is_empty());
        if let Some(added) = added.and_then(AddedWords::transducer) {
            accepted(added, automaton, |place| see(self.words.len() + place));
        }
    }
}

/// The beginning of `word` that is the fewest typing errors from `typed`, at most `errors`, and how many they are.
pub(crate) fn beginning_within<'w>(typed: &str, word: &'w str, errors: usize) -> Option<(usize, &'w str)> {
    let letters = typed.chars().count();
    let ends = word.char_indices().map(|(at, _)| at).chain([word.len()]).enumerate();
    let near = ends.skip(letters.saturating_sub(errors)).take(2 * errors + 1);
    let beginnings = near.filter_map(|(_, end)| {
        let beginning = word.get(..end)?;
        Some((within(typed, beginning, errors)?, beginning))
    });
    beginnings.min_by_key(|(errors, _)| *errors)
}

/// Calls `see` with the number of each word that the automaton accepts, in order.
fn accepted<D: AsRef<[u8]>>(transducer: &Map<D>, automaton: &impl Automaton, mut see: impl FnMut(usize)) {
    let mut accepted = transducer.search(automaton).into_stream();
    while let Some((_, number)) = accepted.next() {
        see(number as usize);
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::{btree_set, vec};

    use super::*;

    proptest::proptest! {
        #[test]
        fn it_finds_what_a_look_at_every_word_finds(
            stored in btree_set("[aébc]{0,6}", 0..40),
            added in vec("[aébc]{0,6}", 0..10),
            typed in "[aébc]{0,6}",
            errors in 0_usize..3,
        ) {
            let sections = Dictionary::sections(stored.iter().map(String::as_str)).unwrap().map(Section::of_bytes);
            let mut dictionary = Dictionary::new(sections).unwrap();
            let mut words: Vec<String> = stored.into_iter().collect();
            for word in added {
                let number = dictionary.number_or_add(&word);
                if number == words.len() {
                    words.push(word.clone());
                }
                proptest::prop_assert_eq!((words[number].as_str(), dictionary.word(number)), (&*word, &*word));
            }
            let all = || words.iter().cloned().enumerate();

            let mut found: Vec<_> =
                dictionary.starting_with(&typed).map(|(number, word)| (number, word.to_owned())).collect();
            let expected: Vec<_> = all().filter(|(_, word)| word.starts_with(&typed)).collect();
            found.sort();
            proptest::prop_assert_eq!(found, expected);

            let mut found = Vec::new();
            dictionary.near(&typed, errors, |number, word, distance| found.push((number, word.to_owned(), distance)));
            let expected: Vec<_> = all()
                .filter_map(|(number, word)| within(&typed, &word, errors).map(|distance| (number, word, distance)))
                .filter(|_| errors > 0)
                .collect();
            found.sort();
            proptest::prop_assert_eq!(found, expected);

            let mut found = Vec::new();
            dictionary.beginning_near(&typed, errors, |number, _, distance| found.push((words[number].clone(), distance)));
            let nearest = |word: &str| {
                let ends = word.char_indices().map(|(at, _)| at).chain([word.len()]);
                ends.filter_map(|end| within(&typed, word.get(..end)?, errors)).min()
            };
            let mut expected: Vec<_> = all()
                .filter(|_| errors > 0)
                .filter_map(|(_, word)| nearest(&word).map(|distance| (word, distance)))
                .collect();
            found.sort();
            expected.sort();
            proptest::prop_assert_eq!(found, expected);

            for (number, word) in all() {
                proptest::prop_assert_eq!(dictionary.number(&word), Some(number));
            }
            proptest::prop_assert_eq!(dictionary.number(&typed).is_some(), words.iter().any(|word| **word == *typed));
        }
    }
}
