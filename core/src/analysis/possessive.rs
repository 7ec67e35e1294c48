//! The English possessive: `women’s`, `nurses’`.

use super::characters::is_apostrophe;

/// `word` without a possessive ending; `None` when it has none.
pub(super) fn strip(word: &str) -> Option<&str> {
    let bare = match word.strip_suffix(['s', 'S']) {
        Some(rest) if rest.ends_with(is_apostrophe) => rest,
        _ => word,
    };
    let stripped = bare.trim_end_matches(is_apostrophe);
    (stripped.len() < word.len() && !stripped.is_empty()).then_some(stripped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_apostrophes_and_plural_possessives() {
        assert_eq!(strip("women's"), Some("women"));
        assert_eq!(strip("CHILDREN’S"), Some("CHILDREN"));
        assert_eq!(strip("nurses’"), Some("nurses"));
        assert_eq!(strip("Mi’kmaq"), None);
        assert_eq!(strip("nurses"), None);
        assert_eq!(strip("’s"), None);
    }
}
