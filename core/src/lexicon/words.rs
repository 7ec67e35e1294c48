//! Words or terms, numbered in the order they were met.

use indexmap::IndexSet;

/// A word's number is its place.
#[derive(Debug, Default)]
pub(super) struct Words(IndexSet<Box<str>>);

impl Words {
    /// The number of a word, a new one for a word not met before.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        self.find(word).unwrap_or_else(|| number(self.0.insert_full(word.into()).0))
    }

    /// The number of a word that was met.
    pub(super) fn find(&self, word: &str) -> Option<u32> {
        self.0.get_index_of(word).map(number)
    }

    /// The word with a number; empty where there is none.
    pub(super) fn word(&self, number: u32) -> &str {
        self.0.get_index(number as usize).map_or("", |word| word)
    }

    /// How many words there are.
    pub(super) fn len(&self) -> u32 {
        number(self.0.len())
    }
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_numbered_as_they_are_met() {
        let mut words = Words::default();
        assert_eq!(["b", "", "a", "b", ""].map(|word| words.number(word)), [0, 1, 2, 0, 1]);
        assert_eq!((words.word(0), words.word(1), words.word(2), words.word(3)), ("b", "", "a", ""));
        assert_eq!((words.find("a"), words.find("c"), words.len()), (Some(2), None, 3));
    }
}
