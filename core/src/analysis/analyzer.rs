//! Analysis of many texts of one language: of a catalogue's index, of the texts a lexicon is learned from.

use super::segment::{Chunk, chunks};
use super::{Token, token, word};
use crate::interner::Interner;
use crate::text::{Language, Span};

/// How many chunks are remembered at most: those of ten thousand records and more.
const MOST_KNOWN: usize = 100_000;

/// The longest chunk that is remembered, in bytes; a longer one hardly comes again.
const LONGEST_KNOWN: usize = 40;

/// What is made of tokens.
pub(crate) trait TokenReader {
    /// What is remembered of a token in place of it.
    type Note;

    /// What is to be remembered of a token. It is asked once or more for the same token. The span and position in the token are those
    /// in its chunk.
    fn note(&mut self, token: &Token) -> Self::Note;

    /// Takes the next token of a text, by what was remembered of it, and where it stands in the text.
    fn read(&mut self, note: &Self::Note, span: Span);
}

/// Analyses texts and remembers of each chunk it has met what its reader makes of its tokens: what becomes of a chunk depends on
/// nothing around it but on whether capitals tell anything. Texts have the same chunks over and over, so this is many times
/// faster than [`analyze`](super::analyze), and gives the same.
#[derive(Debug)]
pub(crate) struct Analyzer<Note> {
    language: Language,
    known: Interner,
    /// The tokens of known chunks, in the order of their numbers.
    tokens: Vec<Noted<Note>>,
    /// Where those of each chunk end.
    ends: Vec<usize>,
}

/// A token, and where it stands in its chunk.
#[derive(Debug)]
struct Noted<Note> {
    note: Note,
    span: Span,
}

impl<Note> Analyzer<Note> {
    pub(crate) fn new(language: Language) -> Self {
        Analyzer { language, known: Interner::default(), tokens: Vec::new(), ends: Vec::new() }
    }

    /// Gives `reader` the tokens of `text` in order.
    pub(crate) fn read(&mut self, text: &str, reader: &mut impl TokenReader<Note = Note>) {
        let mixed_case = mixed_case(text);
        for chunk in chunks(text) {
            let usual = is_usual(chunk, mixed_case);
            if let Some(tokens) = self.known(chunk.text).filter(|_| usual) {
                give(tokens, chunk.start, reader);
                continue;
            }
            let tokens = tokens_of(chunk, self.language, mixed_case).into_iter();
            let tokens = tokens.map(|token| Noted { note: reader.note(&token), span: token.span });
            if usual && self.known.len() < MOST_KNOWN {
                let start = self.tokens.len();
                self.tokens.extend(tokens);
                self.known.number(chunk.text);
                self.ends.push(self.tokens.len());
                give(self.tokens.get(start..).unwrap_or_default(), chunk.start, reader);
            } else {
                give(&tokens.collect::<Vec<_>>(), chunk.start, reader);
            }
        }
    }

    /// The tokens of a chunk that was met.
    fn known(&self, chunk: &str) -> Option<&[Noted<Note>]> {
        let number = self.known.find(chunk)? as usize;
        let start = number.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.tokens.get(start..*self.ends.get(number)?)
    }
}

/// Gives `reader` the tokens of the chunk that begins at `start`.
fn give<Note>(tokens: &[Noted<Note>], start: usize, reader: &mut impl TokenReader<Note = Note>) {
    for Noted { note, span } in tokens {
        reader.read(note, Span::new(start + span.start, start + span.end));
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

    /// Lists tokens.
    #[derive(Default)]
    struct List(Vec<(Token, Span)>);

    impl TokenReader for List {
        type Note = Token;

        fn note(&mut self, token: &Token) -> Token {
            token.clone()
        }

        fn read(&mut self, token: &Token, span: Span) {
            self.0.push((token.clone(), span));
        }
    }

    proptest! {
        #[test]
        fn the_same_tokens_as_those_of_each_text_on_its_own(texts in prop::collection::vec(
            prop_oneof![any::<String>(), "([A-Za-zé]{1,3}['’.·/-]{0,1}[A-Zaes]{0,2}[ #,]{1,2}){0,8}"], 0..6)) {
            for language in Language::ALL {
                let mut analyzer = Analyzer::new(language);
                for text in &texts {
                    let mut list = List::default();
                    analyzer.read(text, &mut list);
                    list.0.retain(|(token, _)| !token.forms.is_empty());
                    let found: Vec<_> = list.0.into_iter()
                        .map(|(token, span)| (token.text, token.forms, token.stop, span)).collect();
                    let expected: Vec<_> = analyze(text, language).tokens.into_iter()
                        .map(|token| (token.text, token.forms, token.stop, token.span)).collect();
                    prop_assert_eq!(found, expected);
                }
            }
        }
    }
}
