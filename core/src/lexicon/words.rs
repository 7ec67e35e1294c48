//! Words or terms, numbered in the order they were met.

use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, Hasher, RandomState};

/// The texts stand one after another, and a number is found by the hash of its text: no allocation for each word, and none
/// kept twice.
#[derive(Debug, Default)]
pub(super) struct Words {
    texts: String,
    ends: Vec<usize>,
    hasher: RandomState,
    numbers: HashMap<u64, u32, BuildHasherDefault<AsItIs>>,
}

impl Words {
    /// The number of a word, a new one for a word not met before.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        match self.look_up(word) {
            Ok(number) => number,
            Err(free) => {
                let number = self.len();
                self.numbers.insert(free, number);
                self.texts.push_str(word);
                self.ends.push(self.texts.len());
                number
            }
        }
    }

    /// The number of a word that was met.
    pub(super) fn find(&self, word: &str) -> Option<u32> {
        self.look_up(word).ok()
    }

    /// The word with a number; empty where there is none.
    pub(super) fn word(&self, number: u32) -> &str {
        let number = number as usize;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(number).copied().unwrap_or(start);
        self.texts.get(start..end).unwrap_or_default()
    }

    /// How many words there are.
    pub(super) fn len(&self) -> u32 {
        u32::try_from(self.ends.len()).unwrap_or(u32::MAX)
    }

    /// The number of a word, or the key under which it may be put.
    fn look_up(&self, word: &str) -> Result<u32, u64> {
        let mut key = self.hasher.hash_one(word);
        // Two words with one hash: never, as far as anybody knows, but the second would stand at the next key.
        while let Some(number) = self.numbers.get(&key) {
            if self.word(*number) == word {
                return Ok(*number);
            }
            key = key.wrapping_add(1);
        }
        Err(key)
    }
}

/// A hash is its own hash.
#[derive(Debug, Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        // Only hashes are hashed, by `write_u64`; but a hasher must take anything.
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
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

    #[test]
    fn a_hash_may_be_given_as_bytes() {
        let mut hasher = AsItIs::default();
        hasher.write(&[1, 2]);
        assert_eq!(hasher.finish(), 0x102);
    }
}
