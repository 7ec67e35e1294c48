//! French elision: `l’école` is two words.

use super::characters::is_apostrophe;
use crate::text::Language;

/// Every word French elides before a vowel or a mute h.
/// Source: Grevisse and Goosse, *Le bon usage*, §§ 44–46; `z` as in Snowball 3.2.
const ELIDED: [&str; 15] =
    ["l", "d", "j", "m", "n", "s", "t", "c", "z", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu"];

/// Words that begin like an elision and are none. (`aujourd’hui`, `presqu’île`, `entr’ouvrir`, `prud’homme` need no
/// mention: what stands before their apostrophe is no elidable word.)
const FIXED: [&str; 3] = ["quelqu'un", "quelqu'une", "t'sou"];

/// More letters than follow the apostrophe of a fixed word.
const LONGEST_FIXED: usize = 8;

/// In English text only names and quoted French carry an article: `l’Université`, `Côte d’Ivoire`.
const ELIDED_IN_ENGLISH: [&str; 2] = ["l", "d"];

/// True for a word that French elides, given without its apostrophe.
pub(crate) fn is_elided(word: &str) -> bool {
    ELIDED.iter().any(|elided| elided.eq_ignore_ascii_case(word))
}

/// Splits an elided word off the front of `word`: `(“l’”, “école”)`.
///
/// `aujourd’hui`, `presqu’île`, `quelqu’un` and their like stay whole, and so do names such as `Mi’kmaq`, whose first
/// syllable is no elidable word.
pub(super) fn split(word: &str, language: Language) -> Option<(&str, &str)> {
    let (at, apostrophe) = word.char_indices().find(|(_, c)| is_apostrophe(*c))?;
    let (head, rest) = (word.get(..at)?, word.get(at + apostrophe.len_utf8()..)?);
    let head = head.to_lowercase();
    let vowel = rest.chars().next().is_some_and(|c| !c.is_ascii() || "aeiouyhAEIOUYH".contains(c));
    let elided = match language {
        Language::French => {
            // No more of the rest than tells the fixed words: a text without blanks may be long.
            let rest: String = rest.chars().take(LONGEST_FIXED).collect();
            let whole = format!("{head}'{}", rest.to_lowercase());
            ELIDED.contains(&head.as_str())
                && !FIXED.iter().any(|fixed| whole.starts_with(&format!("{fixed}-")) || whole == *fixed)
        }
        Language::English => {
            vowel && rest.chars().nth(2).is_some() && ELIDED_IN_ENGLISH.contains(&head.as_str())
        }
    };
    (elided && !rest.is_empty()).then(|| word.split_at_checked(at + apostrophe.len_utf8())).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_apostrophes_and_capitals_elide() {
        for word in ["l'avion", "L’AVION", "Lʼavion", "D’urgence", "JUSQU’ICI", "puisqu'il"] {
            assert!(split(word, Language::French).is_some(), "{word}");
        }
        assert_eq!(split("qu’on", Language::French), Some(("qu’", "on")));
    }

    #[test]
    fn fixed_words_and_names_stay_whole() {
        for word in [
            "aujourd’hui",
            "presqu'île",
            "prud’homme",
            "entr'ouvrir",
            "quelqu’un",
            "Mi'kmaq",
            "l’",
            "T’Sou-ke",
        ] {
            assert_eq!(split(word, Language::French), None, "{word}");
        }
    }

    #[test]
    fn english_keeps_its_own_apostrophes() {
        for word in ["don't", "women's", "O'Brien", "d'oh", "l's"] {
            assert_eq!(split(word, Language::English), None, "{word}");
        }
        assert_eq!(split("d’Ivoire", Language::English), Some(("d’", "Ivoire")));
    }
}
