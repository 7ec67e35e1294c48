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

/// Whether the text begins with a character of a word, and how many bytes are as the first is. Goes by bytes, which takes a
/// fraction of what decoding characters takes: the first of a character tells what it is, and of U+2000 to U+2FFF the
/// second.
fn run(text: &str) -> (bool, usize) {
    let bytes = text.as_bytes();
    let mut of_first = None;
    for (at, byte) in bytes.iter().enumerate() {
        let is_word = match byte {
            ..0x80 => byte.is_ascii_alphanumeric(),
            // A later byte of a character.
            0x80..0xC0 => continue,
            0xC2 => false,
            0xE2 => !matches!(bytes.get(at + 1), Some(0x80 | 0x81)),
            _ => true,
        };
        if *of_first.get_or_insert(is_word) != is_word {
            return (!is_word, at);
        }
    }
    (of_first.unwrap_or(false), bytes.len())
}

/// The words of a text and what stands between them, but for single blanks between two words.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let (mut rest, mut at_start) = (text, true);
    std::iter::from_fn(move || {
        let (_, length) = run(rest);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_tell_what_characters_tell() {
        let characters = (0..=0x3000).chain([0xFEFF, 0x1F41C]).filter_map(char::from_u32);
        for character in characters {
            for other in ['a', ' ', 'é', '’'] {
                let text: String = [character, other].iter().collect();
                let same = is_of_word(character) == is_of_word(other);
                let length = if same { text.len() } else { character.len_utf8() };
                assert_eq!(run(&text), (is_of_word(character), length), "{text:?}");
            }
        }
    }
}
