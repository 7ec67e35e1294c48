//! How a text falls into words and what stands between them. The writer's rules: a reader is told by [`Phrase`](super::phrase::Phrase).

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

pub(super) fn begins_with_word(phrase: &str) -> bool {
    phrase.starts_with(is_of_word)
}

pub(super) fn ends_with_word(phrase: &str) -> bool {
    phrase.ends_with(is_of_word)
}
