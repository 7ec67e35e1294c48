//! How a text falls into words and what stands between them. The rules are part of the format.

/// Letters and digits of ASCII and all other characters, but for the punctuation of Latin-1 (U+0080 to U+00BF) and of
/// U+2000 to U+207F.
fn is_of_word(character: char) -> bool {
    match character {
        '\0'..='\x7F' => character.is_ascii_alphanumeric(),
        '\u{80}'..='\u{BF}' | '\u{2000}'..='\u{207F}' => false,
        _ => true,
    }
}

/// The words of a text and what stands between them, but for single blanks between two words.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let (mut rest, mut at_start) = (text, true);
    std::iter::from_fn(move || {
        let is_word = rest.starts_with(is_of_word);
        let length = rest.find(|character| is_of_word(character) != is_word).unwrap_or(rest.len());
        let (piece, after) = rest.split_at_checked(length).filter(|(piece, _)| !piece.is_empty())?;
        let between_words = !at_start && !after.is_empty();
        (rest, at_start) = (after, false);
        Some((piece, between_words))
    })
    .filter(|(piece, between_words)| *piece != " " || !between_words)
    .map(|(piece, _)| piece)
}

/// Whether the first character of a phrase is of a word: by its first bytes, which is quicker.
#[inline]
pub(super) fn begins_with_word(phrase: &[u8]) -> bool {
    match phrase {
        [] | [0xC2, ..] | [0xE2, 0x80..=0x81, ..] => false,
        [first, ..] => *first >= 0x80 || first.is_ascii_alphanumeric(),
    }
}

/// Whether the last character of a phrase is of a word.
#[inline]
pub(super) fn ends_with_word(phrase: &[u8]) -> bool {
    match phrase {
        [.., last] if *last < 0x80 => last.is_ascii_alphanumeric(),
        [] | [.., 0xC2, _] | [.., 0xE2, 0x80..=0x81, _] => false,
        _ => true,
    }
}
