//! The words of a query, with what their writing says before any letter is looked up.
//!
//! Not the tokens of `analysis`: those are read in one language, and which one is the question here.

use unicode_normalization::char::is_combining_mark;

use super::marks;
use crate::analysis::characters::{is_apostrophe, is_invisible, is_middle_dot};
use crate::analysis::elision::is_elided;

/// A word of a query. All but where it begins follows from its text and its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    /// As written: without the elided word before it, with its possessive.
    pub(crate) text: &'a str,
    /// Where it begins, in bytes.
    pub(super) start: usize,
    /// The part whose letters say something.
    pub(super) letters: &'a str,
    pub(crate) kind: Kind,
    /// True for `women’s`, `don’t`.
    pub(super) contracted: bool,
    /// True for `allié·e·s`.
    pub(super) inclusive: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Plain,
    /// `l’`, `qu’`.
    Elided,
    /// `Atwood`, `Mental Health`: a capital where none is needed.
    Name,
    /// `EDI`, `YouTube`, `d`: capitals or single letters, that follow no language's spelling.
    Initials,
    /// `2024`, `2S`, `1er`; `xʷməθkʷəy̓əm`, `日本`: what neither language writes in letters of its own.
    Other,
}

/// The words of `text`, in order.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let shouted = !text.chars().any(char::is_lowercase);
    // Every word with a capital: a name, or a title as English writes titles.
    let title =
        !shouted && pieces(text).nth(1).is_some() && pieces(text).all(|piece| is_capitalized(piece.text));
    pieces(text).enumerate().map(move |(number, mut word)| {
        if word.kind != Kind::Elided {
            word.kind = kind(word.letters, shouted, title || number > 0);
        }
        word
    })
}

/// What a word is by its capitals and digits. `may_be_name`: a capital at its front is not just that of a first word.
fn kind(word: &str, shouted: bool, may_be_name: bool) -> Kind {
    let count = word.chars().count();
    if word.chars().any(|c| c.is_numeric() || marks::is_foreign(c)) {
        Kind::Other
    } else if count == 1 && word.is_ascii() {
        Kind::Initials
    } else if word.chars().skip(1).any(char::is_uppercase) {
        // Capitals inside: initials or a brand, unless the whole text is in capitals and the word too long for initials.
        if shouted && count >= marks::SHORTEST_SHOUTED { Kind::Plain } else { Kind::Initials }
    } else if may_be_name && is_capitalized(word) {
        Kind::Name
    } else {
        Kind::Plain
    }
}

fn is_capitalized(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// The words of `text`, not yet told by kind.
fn pieces(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut rest = 0;
    // What follows an elided word, until it is given in turn.
    let mut after: Option<Word<'_>> = None;
    std::iter::from_fn(move || {
        if let Some(word) = after.take() {
            return Some(word);
        }
        loop {
            let tail = text.get(rest..)?;
            let start = rest + tail.find(is_of_word)?;
            let run = text.get(start..)?;
            let run = run.get(..run.find(|c| !is_of_word(c)).unwrap_or(run.len()))?;
            rest = start + run.len();
            let word = run.trim_start_matches(|c| is_edge(c) || is_combining_mark(c));
            let start = rest - word.len();
            let bare = word.trim_end_matches(is_edge);
            if bare.len() < word.len() && is_elided(bare) {
                // `l’ école`, or an `l’` whose word is still to be typed.
                return Some(Word { kind: Kind::Elided, ..plain(bare, start) });
            }
            if !bare.is_empty() {
                let (first, second) = split(bare, start);
                after = second;
                return Some(first);
            }
        }
    })
}

/// A letter, digit or mark on one, or what joins the parts of one word. A hyphen does not: both parts have a language.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || is_edge(c)
}

/// What may stand inside a word, not around it; the soft hyphen and zero-width characters are nowhere seen.
fn is_edge(c: char) -> bool {
    is_apostrophe(c) || is_middle_dot(c) || is_invisible(c)
}

/// Cuts an elided word off the front of `run`.
fn split(run: &str, start: usize) -> (Word<'_>, Option<Word<'_>>) {
    match marks::elision(run) {
        Some((elided, rest)) => (
            Word { kind: Kind::Elided, contracted: false, ..plain(elided, start) },
            Some(plain(rest, start + elided.len())),
        ),
        None => (plain(run, start), None),
    }
}

fn plain(text: &str, start: usize) -> Word<'_> {
    let (letters, contracted) = marks::contraction(text);
    Word { text, start, letters, kind: Kind::Plain, contracted, inclusive: text.contains(is_middle_dot) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(&str, Kind)> {
        words(text).map(|word| (word.text, word.kind)).collect()
    }

    #[test]
    fn words_are_cut_at_blanks_hyphens_and_elisions() {
        let text = "L’égalité homme-femme, qu'est-ce?";
        let found: Vec<&str> = words(text).map(|word| word.text).collect();
        assert_eq!(found, ["L’", "égalité", "homme", "femme", "qu'", "est", "ce"]);
        assert!(words(text).all(|word| text.get(word.start..).unwrap().starts_with(word.text)));
    }

    #[test]
    fn an_elided_word_is_one_also_before_a_blank_or_nothing() {
        for text in ["d’", "d' emploi", "d'emploi", "D’EMPLOI"] {
            assert_eq!(words(text).next().map(|word| word.kind), Some(Kind::Elided), "{text}");
        }
        for text in ["T'Sou-ke", "Mi’kmaq", "'d", "aujourd'hui"] {
            assert!(words(text).all(|word| word.kind != Kind::Elided), "{text}");
        }
    }

    #[test]
    fn contractions_and_inclusive_forms_stay_one_word() {
        let word = words("women’s").next().unwrap();
        assert_eq!((word.text, word.letters, word.contracted), ("women’s", "women", true));
        let word = words("allié·e·s").next().unwrap();
        assert!(word.text == "allié·e·s" && word.inclusive);
    }

    #[test]
    fn capitals_where_none_are_needed_are_those_of_a_name() {
        assert_eq!(
            kinds("Women in Ottawa"),
            [("Women", Kind::Plain), ("in", Kind::Plain), ("Ottawa", Kind::Name)]
        );
        assert_eq!(kinds("Nelson Mandela"), [("Nelson", Kind::Name), ("Mandela", Kind::Name)]);
        assert_eq!(kinds("Mandela"), [("Mandela", Kind::Plain)], "as a phone writes any first word");
    }

    #[test]
    fn initials_are_told_from_a_shouted_text() {
        assert_eq!(kinds("EDI"), [("EDI", Kind::Initials)]);
        assert_eq!(kinds("politique EDI").last(), Some(&("EDI", Kind::Initials)));
        assert_eq!(kinds("MENTAL HEALTH"), [("MENTAL", Kind::Plain), ("HEALTH", Kind::Plain)]);
        assert_eq!(kinds("R&D"), [("R", Kind::Initials), ("D", Kind::Initials)]);
        assert_eq!(kinds("YouTube"), [("YouTube", Kind::Initials)]);
    }

    #[test]
    fn digits_and_letters_of_other_languages_say_nothing() {
        for text in ["2024", "2SLGBTQI+", "1er", "xʷməθkʷəy̓əm", "SENĆOŦEN", "日本", "мир"] {
            assert!(words(text).all(|word| word.kind == Kind::Other), "{text}");
        }
    }

    #[test]
    fn a_text_without_words_has_none() {
        for text in ["", " ", "’", "· — ¿?", "😀", "\u{301}\u{200b}"] {
            assert_eq!(kinds(text), [], "{text:?}");
        }
    }
}
