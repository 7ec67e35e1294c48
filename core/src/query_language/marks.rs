//! What accents, apostrophes and middle dots say of a word's language.

use unicode_normalization::UnicodeNormalization;

use crate::analysis::characters::is_apostrophe;
use crate::analysis::elision::is_elided;

/// The log-odds that an accent, an elision or a contraction adds to a word: 150 to 1, before a word's limit.
pub(super) const MARK: f64 = 5.0;

/// How much the letters of a name count, and of initials.
pub(super) const NAME: f64 = 0.6;
pub(super) const INITIALS: f64 = 0.25;

/// The fewest letters of a word in capitals that is taken for a word and not for initials.
pub(super) const SHORTEST_SHOUTED: usize = 5;

/// What English contracts after an apostrophe, and its possessive.
const CONTRACTED: [&str; 7] = ["s", "t", "re", "ve", "ll", "m", "d"];

/// Words written with their accent in English too, or names that both languages write so.
const BORROWED: [&str; 14] = [
    "café",
    "cafés",
    "cliché",
    "clichés",
    "façade",
    "fiancé",
    "fiancée",
    "montréal",
    "métis",
    "protégé",
    "protégée",
    "québec",
    "résumé",
    "résumés",
];

/// `l’école` as (`l’`, `école`).
pub(super) fn elision(word: &str) -> Option<(&str, &str)> {
    let (at, apostrophe) = word.char_indices().find(|(_, c)| is_apostrophe(*c))?;
    let (head, (elided, rest)) = (word.get(..at)?, word.split_at_checked(at + apostrophe.len_utf8())?);
    // Vowels, also with accents, and h: what a word elides before. `T’Sou-ke` elides nothing.
    let vowel = rest
        .chars()
        .next()
        .is_some_and(|c| "aeiouyhAEIOUYH".contains(c) || (c.is_alphabetic() && !c.is_ascii()));
    (vowel && is_elided(head)).then_some((elided, rest))
}

/// `women’s` as (`women`, true); a word without a contraction as itself.
pub(super) fn contraction(word: &str) -> (&str, bool) {
    let split = word
        .char_indices()
        .rev()
        .find(|(_, c)| is_apostrophe(*c))
        .and_then(|(at, apostrophe)| Some((word.get(..at)?, word.get(at + apostrophe.len_utf8()..)?)));
    match split {
        Some((rest, end)) if CONTRACTED.iter().any(|word| word.eq_ignore_ascii_case(end)) => (rest, true),
        _ => (word, false),
    }
}

/// True for a word whose accents only French writes.
pub(super) fn has_french_accent(word: &str) -> bool {
    if word.is_ascii() {
        return false;
    }
    let letters = || word.nfc().flat_map(char::to_lowercase);
    letters().any(is_french_accent) && !BORROWED.iter().any(|borrowed| letters().eq(borrowed.chars()))
}

/// Not ï, ö, ü or ñ, which names of other languages have as often.
fn is_french_accent(c: char) -> bool {
    matches!(c, 'à' | 'â' | 'æ' | 'ç' | 'è' | 'é' | 'ê' | 'ë' | 'î' | 'ô' | 'œ' | 'ù' | 'û')
}

/// A letter that neither language writes, not even in names: beyond Latin-1, but for the œ and the Ÿ it lacks.
pub(super) fn is_foreign(c: char) -> bool {
    c.is_alphabetic() && c > 'ÿ' && !matches!(c, 'œ' | 'Œ' | 'Ÿ' | 'ﬁ' | 'ﬂ') && !is_apostrophe(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_of_french_are_seen_however_they_are_written() {
        for word in ["préjugé", "ÉCOLE", "cœur", "façade-là", "e\u{301}cole", "où"] {
            assert!(has_french_accent(word), "{word}");
        }
        for word in ["prejuge", "naïve", "Łódź", "piñata", "Müller", "日本"] {
            assert!(!has_french_accent(word), "{word}");
        }
    }

    #[test]
    fn words_that_english_writes_with_their_accent_are_not_french_for_it() {
        for word in ["Métis", "café", "cafe\u{301}", "résumé"] {
            assert!(!has_french_accent(word), "{word}");
        }
    }

    #[test]
    fn a_contraction_is_taken_off() {
        assert_eq!(contraction("women’s"), ("women", true));
        assert_eq!(contraction("They'RE"), ("They", true));
        assert_eq!(contraction("aujourd’hui"), ("aujourd’hui", false));
        assert_eq!(contraction("women"), ("women", false));
    }
}
