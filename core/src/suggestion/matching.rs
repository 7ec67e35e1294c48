//! Whether what was typed stands in a text, and where.

use super::typed::{Begun, Typed};
use crate::analysis::{Token, fold};
use crate::text::Span;

/// Where the words typed stand in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Matched {
    /// What was typed of the text, in order, in bytes.
    pub(super) marks: Vec<Span>,
    /// True where nothing but stop words comes before.
    pub(super) at_beginning: bool,
}

/// Finds what was typed in a text with these tokens: its words in their order, whatever stands between, the last one by its beginning. A
/// whole word is there in any form; a stop word need not be,
/// and is passed over where it is not the next word.
pub(super) fn matched(typed: &Typed, text: &str, tokens: &[Token]) -> Option<Matched> {
    let mut rest = tokens.iter().enumerate().filter(|(_, token)| !token.joined);
    let mut marks = Vec::new();
    let mut first = None;
    for word in &typed.whole {
        let mut ahead = rest.clone();
        // A stop word that came from further on would pass over the words in between.
        let found = if word.stop {
            ahead.next().filter(|(_, token)| is_same(word, token))
        } else {
            ahead.find(|(_, token)| is_same(word, token))
        };
        match found {
            Some((at, token)) => {
                first = first.or((!word.stop).then_some(at));
                marks.push(token.span);
                rest = ahead;
            }
            None if word.stop => {}
            None => return None,
        }
    }
    if let Some(begun) = &typed.begun {
        let (at, mark) = rest.find_map(|(at, token)| Some((at, mark(begun, text, token)?)))?;
        first = first.or(Some(at));
        marks.push(mark);
    }
    let before = tokens.iter().take(first?);
    Some(Matched { marks, at_beginning: before.into_iter().all(|token| token.stop || token.joined) })
}

fn is_same(typed: &Token, token: &Token) -> bool {
    let mut pairs = typed.forms.iter().flat_map(|form| token.forms.iter().map(move |other| (form, other)));
    pairs.any(|(form, other)| {
        form.folded == other.folded || (!typed.stop && !token.stop && form.stem == other.stem)
    })
}

/// The part of a word that was typed; `None` for a word that does not begin so.
fn mark(begun: &Begun, text: &str, token: &Token) -> Option<Span> {
    let begins =
        |beginning: &&String| token.forms.iter().any(|form| form.folded.starts_with(beginning.as_str()));
    let beginning = begun.beginnings.iter().find(begins)?;
    let start = token.span.start;
    Some(Span::new(start, start + typed_of(token.span.slice(text), beginning)))
}

/// How many bytes of a word, as it is written, a folded beginning of it stands for.
pub(super) fn typed_of(written: &str, beginning: &str) -> usize {
    let (mut rest, mut end) = (beginning, 0);
    for (at, c) in written.char_indices() {
        let folded = fold(&c.to_lowercase().to_string());
        let after = at + c.len_utf8();
        if folded.is_empty() {
            // A mark belongs to the letter before.
            end = after;
        } else if rest.is_empty() {
            break;
        } else if let Some(left) = rest.strip_prefix(folded.as_str()) {
            (rest, end) = (left, after);
        } else if folded.starts_with(rest) {
            // The `o` of `œ`.
            (rest, end) = ("", after);
        } else if c.is_alphanumeric() {
            break;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyze;
    use crate::text::Language;

    fn found(query: &str, text: &str) -> Option<(Vec<String>, bool)> {
        let tokens = analyze(text, Language::French).tokens;
        let Matched { marks, at_beginning } = matched(&Typed::read(query, Language::French), text, &tokens)?;
        Some((marks.into_iter().map(|mark| mark.slice(text).to_owned()).collect(), at_beginning))
    }

    fn expected(marks: &[&str], at_beginning: bool) -> Option<(Vec<String>, bool)> {
        Some((marks.iter().map(|mark| (*mark).to_owned()).collect(), at_beginning))
    }

    #[test]
    fn words_stand_in_their_order_and_the_last_by_its_beginning() {
        let title = "L’équité des femmes allié·e·s au cœur de l’école";
        assert_eq!(found("equi", title), expected(&["équi"], true));
        assert_eq!(found("équité de la femme al", title), expected(&["équité", "femmes", "al"], true));
        assert_eq!(found("co", title), expected(&["cœ"], false));
        assert_eq!(found("l’ec", title), expected(&["L’", "éc"], false));
        assert_eq!(found("alliée", title), expected(&["allié·e"], false));
        assert_eq!(found("femme équi", title), None);
        assert_eq!(found("femmes ", title), expected(&["femmes"], false));
        assert_eq!(found("zèle", title), None);
    }

    #[test]
    fn marks_cut_no_letter() {
        assert_eq!(typed_of("e\u{301}te\u{301}", "e"), 3);
        assert_eq!(typed_of("Mi’kmaq", "mikm"), "Mi’km".len());
        assert_eq!(typed_of("été", "zz"), 0);
    }
}
