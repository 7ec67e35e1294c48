//! From a text to the tokens that are searched, by named rules; every token keeps its place in the text.
//!
//! The chain, each step in its own file:
//!
//! | step | English | French |
//! |---|---|---|
//! | `segment` | chunks between blanks and punctuation | the same |
//! | `inclusive` | the same, for French quoted | `allié·e·s` → alliés, alliées, one token |
//! | `word` | hyphens, hashtags, acronyms, `&`, `+` | the same |
//! | `elision` / `possessive` | `women’s` → women | `l’école` → l’, école |
//! | `normalize` | compatibility forms, lower case, no apostrophes | the same |
//! | `fold` | accents, ligatures, letters of Indigenous languages | the same |
//! | `stop_words` | the, of, … | le, de, … |
//! | `spelling`, `irregular` | `behaviour` → behavior, `women` → woman | `travaux` → travail |
//! | `english_stem` / `french_stem` | Snowball, with exceptions | light, aware of gender, after Savoy |
//!
//! A query and a document go through the same chain, so what is written can be found as it is written.
//!
//! Spans are found on the text as given, before anything is normalised: so they are right without any bookkeeping, also
//! for decomposed accents.

mod analyzer;
pub(crate) mod characters;
pub(crate) mod elision;
mod english_stem;
mod fold;
mod french_stem;
mod inclusive;
mod irregular;
mod normalize;
mod possessive;
mod rule;
mod segment;
mod spelling;
pub(crate) mod stop_words;
mod token;
mod word;

pub(crate) use analyzer::{Analyzer, TokenReader};
pub use fold::fold;
pub(crate) use fold::fold_case;
pub use rule::Rule;
pub(crate) use token::plain_stem;
pub use token::{Analysis, Form, Token};

use crate::text::{Language, OffsetUnit, Span};

/// Bumped whenever the same text may give other tokens: an index made by another version must be made anew.
pub const ANALYSIS_VERSION: u32 = 1;

/// The tokens of `text` read as `language`, in the order of the text, spans in bytes.
///
/// Any text is accepted, whatever characters it has; control characters separate words.
///
/// ```
/// use ally_toolkit::{Language, analysis::analyze};
/// let analysis = analyze("L’équipe des allié·e·s", Language::French);
/// let words: Vec<&str> = analysis.tokens.iter().filter(|t| !t.stop).map(|t| t.text.as_str()).collect();
/// assert_eq!(words, ["équipe", "allié·e·s"]);
/// ```
pub fn analyze(text: &str, language: Language) -> Analysis {
    analyze_with(text, language, |run| tokens_of_run(run, language))
}

/// As [`analyze`]; `of_run` gives what [`tokens_of_run`] gives of a run of text without blanks, however it knows.
pub(crate) fn analyze_with(
    text: &str,
    language: Language,
    mut of_run: impl FnMut(&str) -> Vec<Token>,
) -> Analysis {
    let (mut tokens, mut position) = (Vec::new(), 0);
    let mixed_case = analyzer::mixed_case(text);
    for chunk in segment::chunks(text) {
        let before = position;
        let of_chunk = if analyzer::is_usual(chunk, mixed_case) {
            of_run(chunk.text)
        } else {
            analyzer::tokens_of(chunk, language, mixed_case)
        };
        for mut token in of_chunk {
            token.span = Span::new(chunk.start + token.span.start, chunk.start + token.span.end);
            token.position += before;
            position += usize::from(!token.joined);
            // An apostrophe alone is no word, though it has its place.
            if !token.forms.is_empty() {
                tokens.push(token);
            }
        }
    }
    Analysis { language, tokens }
}

/// The tokens of a run of text without blanks, counted from its own beginning, in a text that is not all in capitals.
pub(crate) fn tokens_of_run(run: &str, language: Language) -> Vec<Token> {
    analyzer::tokens_of(segment::Chunk { text: run, start: 0, hashtag: false }, language, true)
}

/// Like [`analyze`], with spans in `unit`.
pub fn analyze_in_unit(text: &str, language: Language, unit: OffsetUnit) -> Analysis {
    let mut analysis = analyze(text, language);
    for token in &mut analysis.tokens {
        token.span = token.span.in_unit(text, unit);
    }
    analysis
}
