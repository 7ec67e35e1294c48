//! Analysis of many texts of one language: of a catalogue's index, of the texts a lexicon is learned from.

use std::collections::HashMap;

use super::segment::{Chunk, chunks};
use super::{Token, token, word};
use crate::text::{Language, Span};

/// How many chunks are remembered at most: those of ten thousand records and more, in some tens of megabytes.
const MOST_KNOWN: usize = 100_000;

/// The longest chunk that is remembered, in bytes; a longer one hardly comes again.
const LONGEST_KNOWN: usize = 40;

/// Analyses texts and remembers each chunk it has met: what becomes of one depends on nothing around it but on whether
/// capitals tell anything. Texts have the same chunks over and over, so this is many times faster than
/// [`analyze`](super::analyze), and gives the same. With each token it remembers a note of whoever sees it, so that what a
/// token comes to need be looked up once.
#[derive(Debug)]
pub(crate) struct Analyzer<Note> {
    language: Language,
    known: HashMap<Box<str>, Box<[(Token, Note)]>>,
}

impl<Note: Default> Analyzer<Note> {
    pub(crate) fn new(language: Language) -> Self {
        Analyzer { language, known: HashMap::new() }
    }

    /// Gives `see` the tokens of `text` in order, each with the note that was left with it, a new one the first time, and where it
    /// stands. The span and position in the token itself are those in its chunk.
    pub(crate) fn tokens(&mut self, text: &str, mut see: impl FnMut(&Token, &mut Note, Span)) {
        let mixed_case = mixed_case(text);
        for chunk in chunks(text) {
            let mut give = |tokens: &mut [(Token, Note)]| {
                for (token, note) in tokens {
                    let Span { start, end } = token.span;
                    see(token, note, Span::new(chunk.start + start, chunk.start + end));
                }
            };
            let usual = is_usual(chunk, mixed_case);
            match self.known.get_mut(chunk.text).filter(|_| usual) {
                Some(known) => give(known),
                None => {
                    let tokens = tokens_of(chunk, self.language, mixed_case).into_iter();
                    let mut tokens: Vec<(Token, Note)> =
                        tokens.map(|token| (token, Note::default())).collect();
                    give(&mut tokens);
                    if usual && self.known.len() < MOST_KNOWN {
                        self.known.insert(chunk.text.into(), tokens.into());
                    }
                }
            }
        }
    }
}

/// Capitals mark an acronym only where not everything is in capitals; a word on its own is taken at its word.
pub(super) fn mixed_case(text: &str) -> bool {
    text.chars().any(char::is_lowercase) || chunks(text).nth(1).is_none()
}

/// True for a chunk whose tokens follow from its text alone. A hashtag is cut at its capitals, and in a text all in capitals these
/// tell nothing: both are rare, as are long chunks.
pub(super) fn is_usual(chunk: Chunk<'_>, mixed_case: bool) -> bool {
    mixed_case && !chunk.hashtag && chunk.text.len() <= LONGEST_KNOWN
}

/// The tokens of a chunk, with spans and positions in the chunk.
pub(super) fn tokens_of(chunk: Chunk<'_>, language: Language, mixed_case: bool) -> Vec<Token> {
    let mut position = 0;
    let pieces = word::pieces(Chunk { start: 0, ..chunk }, language).into_iter();
    let tokens = pieces.map(|piece| {
        let token = token::finish(piece, language, mixed_case, position);
        position += usize::from(!token.joined);
        token
    });
    tokens.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analysis::analyze;

    proptest! {
        #[test]
        fn the_same_tokens_as_those_of_each_text_on_its_own(texts in prop::collection::vec(
            prop_oneof![any::<String>(), "([A-Za-zé]{1,3}['’.·/-]{0,1}[A-Zaes]{0,2}[ #,]{1,2}){0,8}"], 0..6)) {
            for language in Language::ALL {
                let mut analyzer = Analyzer::<Option<String>>::new(language);
                for text in &texts {
                    let mut found = Vec::new();
                    analyzer.tokens(text, |token, note, span| {
                        assert_eq!(&*note.get_or_insert_with(|| token.text.clone()), &token.text);
                        found.push((token.text.clone(), token.forms.clone(), token.stop, span));
                    });
                    found.retain(|(_, forms, ..)| !forms.is_empty());
                    let expected: Vec<_> = analyze(text, language).tokens.into_iter()
                        .map(|token| (token.text, token.forms, token.stop, token.span)).collect();
                    prop_assert_eq!(found, expected);
                }
            }
        }
    }
}
