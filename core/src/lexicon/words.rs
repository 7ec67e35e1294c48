//! The words of one language, numbered in the order they were met.

use std::collections::HashMap;

#[derive(Debug, Default)]
pub(super) struct Words {
    numbers: HashMap<Box<str>, u32>,
    words: Vec<Box<str>>,
}

impl Words {
    /// The number of a word, a new one for a word not met before.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.numbers.insert(word.into(), number);
        self.words.push(word.into());
        number
    }

    /// The number of a word that was met.
    pub(super) fn find(&self, word: &str) -> Option<u32> {
        self.numbers.get(word).copied()
    }

    /// The word with a number; empty where there is none.
    pub(super) fn word(&self, number: u32) -> &str {
        self.words.get(number as usize).map_or("", |word| &**word)
    }

    /// How many words there are.
    pub(super) fn len(&self) -> u32 {
        u32::try_from(self.words.len()).unwrap_or(u32::MAX)
    }
}
