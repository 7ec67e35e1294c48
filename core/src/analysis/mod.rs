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

mod characters;
mod content;
mod elision;
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
mod stop_words;
mod token;
mod word;

pub(crate) use content::ContentStems;
pub use fold::fold;
pub use rule::Rule;
pub use token::{Analysis, Form, Token};
pub(crate) use token::{is_stop_word, stem_of_form};

use crate::text::{Language, OffsetUnit};

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
    let mut tokens = Vec::new();
    let mut position = 0;
    let chunks: Vec<segment::Chunk<'_>> = segment::chunks(text).collect();
    // Capitals mark an acronym only where not everything is in capitals; a word on its own is taken at its word.
    let mixed_case = chunks.len() == 1 || text.chars().any(char::is_lowercase);
    for chunk in chunks {
        for piece in word::pieces(chunk, language) {
            let token = token::finish(piece, language, mixed_case, position);
            if !token.joined {
                position += 1;
            }
            if !token.forms.is_empty() {
                tokens.push(token);
            }
        }
    }
    Analysis { language, tokens }
}

/// Like [`analyze`], with spans in `unit`.
pub fn analyze_in_unit(text: &str, language: Language, unit: OffsetUnit) -> Analysis {
    let mut analysis = analyze(text, language);
    for token in &mut analysis.tokens {
        token.span = token.span.in_unit(text, unit);
    }
    analysis
}
