//! The *form* of a word: compatibility letters replaced, lower case, no apostrophes or invisible marks, accents kept.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick, is_nfkc_quick};

use super::Rule;
use super::characters::{is_apostrophe, is_invisible};

/// The form of `word`; what was done is added to `rules`.
///
/// NFKC (UAX #15) turns full-width letters, ligatures such as ﬁ and raised letters such as ʷ into plain ones, and
/// composes accents, so that é is é however it was typed.
pub(super) fn form(word: &str, rules: &mut Vec<Rule>) -> String {
    // Most words have nothing but letters of ASCII: nothing of them is to be looked up.
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        let lower = word.to_ascii_lowercase();
        if lower != word {
            rules.push(Rule::LowerCase);
        }
        return lower;
    }
    let mut bare = word.to_owned();
    bare.retain(|c| !is_invisible(c));
    let visible = bare.len();
    bare.retain(|c| !is_apostrophe(c));
    if bare.len() != visible {
        rules.push(Rule::Apostrophe);
    }
    // Nearly every word is composed already, and says so at a glance.
    let compatible = match is_nfkc_quick(bare.chars()) {
        IsNormalized::Yes => bare,
        IsNormalized::No | IsNormalized::Maybe => {
            let compatible: String = bare.nfkc().collect();
            if !compatible.chars().eq(bare.nfc()) {
                rules.push(Rule::Compatibility);
            }
            compatible
        }
    };
    let lower = compatible.to_lowercase();
    if lower != compatible {
        rules.push(Rule::LowerCase);
    }
    // Lower-casing İ leaves a combining dot behind; composing once more keeps the form canonical.
    if is_nfc_quick(lower.chars()) == IsNormalized::Yes { lower } else { lower.nfc().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn composed_and_decomposed_accents_have_one_form() {
        assert_eq!(form("E\u{301}te\u{301}", &mut Vec::new()), "été");
    }

    #[test]
    fn what_was_done_is_told() {
        let mut rules = Vec::new();
        assert_eq!(form("Ｍi’kmaq", &mut rules), "mikmaq");
        assert_eq!(rules, [Rule::Apostrophe, Rule::Compatibility, Rule::LowerCase]);
    }
}
