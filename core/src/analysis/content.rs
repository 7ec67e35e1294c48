//! The stems of what a text says, and nothing else: what bilingual texts are learned from.

use std::collections::HashMap;

use super::{segment, token, word};
use crate::text::Language;

/// Numbers the stems of texts that say something: no stop words, no compounds beside their parts; of an inclusive form each
/// distinct stem.
///
/// Remembers each chunk it has met: what becomes of one depends on nothing around it but on whether capitals tell anything.
/// A text has the same chunks over and over, so this is many times faster than [`analyze`](super::analyze).
#[derive(Debug)]
pub(crate) struct ContentStems {
    language: Language,
    known: HashMap<Box<str>, Box<[u32]>>,
}

impl ContentStems {
    pub(crate) fn new(language: Language) -> Self {
        ContentStems { language, known: HashMap::new() }
    }

    /// Adds the numbers of the stems of `text`, in order, as `number` gives them; it must give one stem the same number
    /// always.
    pub(crate) fn add_to(&mut self, found: &mut Vec<u32>, text: &str, mut number: impl FnMut(&str) -> u32) {
        let mixed_case = text.chars().any(char::is_lowercase) || segment::chunks(text).nth(1).is_none();
        for chunk in segment::chunks(text) {
            // A hashtag is cut at its capitals, and in a text all in capitals these tell nothing: both are rare.
            let usual = mixed_case && !chunk.hashtag;
            if usual && let Some(known) = self.known.get(chunk.text) {
                found.extend(known);
                continue;
            }
            let before = found.len();
            for piece in word::pieces(chunk, self.language) {
                let token = token::finish(piece, self.language, mixed_case, 0);
                if token.stop || token.joined {
                    continue;
                }
                for (at, form) in token.forms.iter().enumerate() {
                    if !token.forms.iter().take(at).any(|earlier| earlier.stem == form.stem) {
                        found.push(number(&form.stem));
                    }
                }
            }
            if usual {
                self.known.insert(chunk.text.into(), found.get(before..).unwrap_or_default().into());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analysis::analyze;

    proptest! {
        #[test]
        fn the_same_stems_as_those_of_analysis(texts in prop::collection::vec(
            prop_oneof![any::<String>(), "([A-Za-zé]{1,3}['’.·/-]{0,1}[A-Zaes]{0,2}[ #,]{1,2}){0,8}"], 0..6)) {
            for language in Language::ALL {
                let (mut words, mut content) = (Vec::<String>::new(), ContentStems::new(language));
                for text in &texts {
                    let mut found = Vec::new();
                    content.add_to(&mut found, text, |stem| {
                        let at = words.iter().position(|word| word == stem);
                        at.unwrap_or_else(|| { words.push(stem.to_owned()); words.len() - 1 }) as u32
                    });
                    let found: Vec<&str> = found.iter().map(|number| words[*number as usize].as_str()).collect();
                    prop_assert_eq!(found, crate::lexicon::learn::stems(text, language), "{:?}", analyze(text, language));
                }
            }
        }
    }
}
