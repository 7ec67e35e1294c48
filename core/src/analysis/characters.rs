//! The characters the rules speak of.

use unicode_normalization::char::is_combining_mark;

/// Both apostrophes, and what keyboards, phones and old files put for them.
/// Among them the modifier letters U+02BC and U+02BB, letters of several Indigenous languages.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | 'ʽ' | '′' | '`' | '´' | '＇' | '‛' | 'ˀ')
}

/// Hyphens that join words; dashes, which separate them, are not among them.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '－' | '﹣')
}

/// The middle dot of inclusive writing and the look-alikes found on real pages.
pub(crate) fn is_middle_dot(c: char) -> bool {
    matches!(c, '·' | '‧' | '∙' | '•' | '⋅' | '・' | '･' | '᛫' | '●' | '․' | '܁')
}

/// Marks that carry no sound and no meaning inside a word: the soft hyphen, zero-width spaces and joiners.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// A character of a word: a letter or digit of any script, or a mark on one.
pub(super) fn is_word(c: char) -> bool {
    // Nearly every character is of ASCII, of which nothing need be looked up.
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    c.is_alphanumeric() || is_combining_mark(c) || is_invisible(c)
}

/// What may stand inside a chunk between two word characters.
pub(crate) fn is_connector(c: char) -> bool {
    match c {
        '.' | '(' | ')' | '[' | ']' | '/' | '&' | '+' | ':' | '_' | '\'' | '`' | '-' => true,
        _ => !c.is_ascii() && (is_apostrophe(c) || is_hyphen(c) || is_middle_dot(c)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_ascii_are_what_the_rules_say_of_any() {
        for c in '\0'..='\u{7f}' {
            assert_eq!(is_word(c), c.is_alphanumeric() || is_combining_mark(c) || is_invisible(c), "{c:?}");
            let joins = is_apostrophe(c) || is_hyphen(c) || is_middle_dot(c);
            assert_eq!(is_connector(c), joins || ".()[]/&+:_".contains(c), "{c:?}");
        }
    }
}
