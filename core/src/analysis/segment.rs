//! Cuts a text into chunks: runs of word characters and of what may join them, without blanks.
//!
//! Not the word boundaries of UAX #29: those glue `allié·e·s` and `infirmier.ère.s` but cut `étudiant-e-s` and
//! `professionnel(le)s`; a chunk keeps all of them whole for the rules that understand them.

use super::characters::{is_connector, is_invisible, is_word};

/// A run of text without blanks, and where it begins (bytes).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Chunk<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
    pub(super) hashtag: bool,
}

pub(super) fn chunks(text: &str) -> impl Iterator<Item = Chunk<'_>> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        loop {
            let tail = text.get(rest..)?;
            let begin = rest + tail.find(|c| is_word(c) && !is_invisible(c))?;
            let run = text.get(begin..)?;
            let length = run.find(|c| !is_word(c) && !is_connector(c)).unwrap_or(run.len());
            rest = begin + length;
            let chunk = trim(run.get(..length)?);
            if !chunk.is_empty() {
                let before = text.get(..begin).and_then(|before| before.chars().next_back());
                return Some(Chunk { text: chunk, start: begin, hashtag: before == Some('#') });
            }
        }
    })
}

/// Takes off what follows the last word character, but for the plus or last dot of an acronym (`LGBTQ2S+`, `U.N.`) and a
/// parenthesis that was opened inside (`allié(e)`).
fn trim(run: &str) -> &str {
    // Most runs end in a letter.
    if run.as_bytes().last().is_some_and(u8::is_ascii_alphanumeric) {
        return run;
    }
    let Some(last) = run.char_indices().rev().find(|(_, c)| is_word(*c) && !is_invisible(*c)) else {
        return "";
    };
    let end = last.0 + last.1.len_utf8();
    let (word, tail) = run.split_at_checked(end).unwrap_or((run, ""));
    let opened = |open: char, close: char| word.matches(open).count() > word.matches(close).count();
    let dotted = word.contains('.') && word.split('.').all(|letter| letter.chars().count() == 1);
    let kept = match tail.chars().next() {
        Some('+') => 1,
        Some('.') if dotted => 1,
        Some(')') if opened('(', ')') => 1,
        Some(']') if opened('[', ']') => 1,
        _ => 0,
    };
    run.get(..end + kept).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        chunks(text).map(|chunk| chunk.text).collect()
    }

    #[test]
    fn inclusive_forms_stay_whole_in_every_notation() {
        let text = "allié·e·s, étudiant-e-s; professionnel(le)s (infirmier.ère.s) employé(e)";
        assert_eq!(
            texts(text),
            ["allié·e·s", "étudiant-e-s", "professionnel(le)s", "infirmier.ère.s", "employé(e)"]
        );
    }

    #[test]
    fn quotation_marks_and_full_stops_stay_outside() {
        assert_eq!(
            texts("« Boîte à outils ». ‘Manels’ (2SLGBTQI+)."),
            ["Boîte", "à", "outils", "Manels", "2SLGBTQI+"]
        );
    }

    #[test]
    fn chunks_say_where_they_begin() {
        let text = "é #HeForShe";
        let found: Vec<Chunk<'_>> = chunks(text).collect();
        assert_eq!(found[1], Chunk { text: "HeForShe", start: 4, hashtag: true });
    }
}
