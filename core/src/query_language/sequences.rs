/// The longest letter sequence that is counted, a mark of a word's beginning or end counting as a letter.
pub const LONGEST_SEQUENCE: usize = 5;

/// The mark of a word's beginning and end.
pub(super) const BOUNDARY: char = '_';

/// Gives `see` every letter sequence of `word`: the runs of one to five letters of the word between two marks `_`, and the
/// word whole. This is what a [`LanguageModel`](super::LanguageModel) looks up, and what its table is learned from.
///
/// The word is taken as it is: small letters without accents are expected.
///
/// ```
/// use ally_toolkit::query_language::letter_sequences;
/// let mut seen = Vec::new();
/// letter_sequences("on", |sequence| seen.push(sequence.to_owned()));
/// assert_eq!(seen, ["_o", "_on", "o", "on", "on_", "n", "n_", "_on_"]);
/// ```
pub fn letter_sequences(word: &str, see: impl FnMut(&str)) {
    let mut marked = String::with_capacity(word.len() + 2);
    marked.extend([BOUNDARY]);
    marked.push_str(word);
    marked.push(BOUNDARY);
    of_marked(&marked, see);
}

/// [`letter_sequences`] of a word that has its marks already.
pub(super) fn of_marked(word: &str, mut see: impl FnMut(&str)) {
    for (start, first) in word.char_indices() {
        let rest = word.get(start..).unwrap_or_default();
        // A mark alone is in every word.
        let shortest = if first == BOUNDARY { 2 } else { 1 };
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8());
        for end in ends.take(LONGEST_SEQUENCE).skip(shortest - 1) {
            // The whole word comes last, whatever its length.
            if end < word.len()
                && let Some(sequence) = rest.get(..end)
            {
                see(sequence);
            }
        }
    }
    see(word);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_word_is_seen_whole_beside_its_runs() {
        let mut seen = Vec::new();
        letter_sequences("école", |sequence| seen.push(sequence.to_owned()));
        assert!(seen.contains(&"_école_".to_owned()) && seen.contains(&"_écol".to_owned()));
        assert!(seen.iter().all(|sequence| sequence.chars().count() <= 5 || sequence == "_école_"));
        assert_eq!(seen.iter().filter(|sequence| *sequence == "e_").count(), 1);
    }
}
