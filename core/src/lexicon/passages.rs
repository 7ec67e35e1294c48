//! Which passage of a text translates which of the other.

/// The most segments of a text that are set against each other; a longer text stays whole.
const MOST_SEGMENTS: usize = 64;

/// How many characters of French a character of English becomes, on average.
const FRENCH_PER_ENGLISH: f64 = 1.15;

/// The variance of the length of a translation, for each character of the original.
const VARIANCE: f64 = 6.8;

/// How many segments of English and of French make a pair, and what making it costs: minus the logarithm of its frequency.
const STEPS: [(usize, usize, f64); 6] =
    [(1, 1, 0.117), (1, 0, 5.3), (0, 1, 5.3), (2, 1, 3.11), (1, 2, 3.11), (2, 2, 4.5)];

/// The passages of two texts that translate each other, in order: as short as can be told. What has no counterpart is left
/// out.
///
/// Segments end at a full stop, question or exclamation mark, colon or semicolon before a blank, and at the end of a line.
/// They are set against each other so that their lengths fit best: W. Gale and K. Church, *A program for aligning
/// sentences in bilingual corpora*, Computational Linguistics 19 (1993), with the square of the deviation in place of
/// the area under the normal curve.
///
/// ```
/// use ally_toolkit::lexicon::passages::passages;
/// let found = passages("Who can help? Ask a mentor.", "Qui peut aider? Demandez à un mentor.");
/// assert_eq!(found, [("Who can help? ", "Qui peut aider? "), ("Ask a mentor.", "Demandez à un mentor.")]);
/// ```
pub fn passages<'a>(english: &'a str, french: &'a str) -> Vec<(&'a str, &'a str)> {
    let (ends, french_ends) = (ends(english), ends(french));
    let (rows, columns) = (ends.len(), french_ends.len());
    if rows.min(columns) <= 1 || rows.max(columns) > MOST_SEGMENTS {
        return vec![(english, french)];
    }
    // For each place in both texts: the least cost of coming there, and the step by which.
    let width = columns + 1;
    let mut best = vec![(f64::INFINITY, (0, 0)); (rows + 1) * width];
    if let Some(start) = best.first_mut() {
        start.0 = 0.0;
    }
    for row in 0..=rows {
        for column in 0..=columns {
            for (down, right, cost) in STEPS {
                let (Some(above), Some(left)) = (row.checked_sub(down), column.checked_sub(right)) else {
                    continue;
                };
                let Some((before, _)) = best.get(above * width + left).copied() else { continue };
                let lengths = (span(&ends, above, row), span(&french_ends, left, column));
                let cost = before + cost + if down.min(right) == 0 { 0.0 } else { misfit(lengths) };
                match best.get_mut(row * width + column) {
                    Some(slot) if cost < slot.0 => *slot = (cost, (down, right)),
                    _ => {}
                }
            }
        }
    }
    let mut found = Vec::new();
    let (mut row, mut column) = (rows, columns);
    while row > 0 || column > 0 {
        let Some((_, (down, right))) = best.get(row * width + column).copied() else { break };
        if down + right == 0 {
            break;
        }
        let (above, left) = (row.saturating_sub(down), column.saturating_sub(right));
        if down > 0 && right > 0 {
            found.extend(cut(english, &ends, above, row).zip(cut(french, &french_ends, left, column)));
        }
        (row, column) = (above, left);
    }
    found.reverse();
    found
}

/// Where each segment ends, in bytes and in characters.
fn ends(text: &str) -> Vec<(usize, usize)> {
    let mut ends = Vec::new();
    let (mut written, mut marked) = (false, false);
    let mut characters = 0;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            marked |= c == '\n' && written;
        } else {
            if marked {
                ends.push((at, characters));
                written = false;
            }
            marked = false;
            written |= c.is_alphanumeric();
        }
        if written && matches!(c, '.' | '?' | '!' | ':' | ';') {
            // A mark inside a word, as in 2.5, ends nothing: it is one only before a blank.
            marked = text.get(at + c.len_utf8()..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
        }
        characters += 1;
    }
    if written {
        ends.push((text.len(), characters));
    } else if let Some(last) = ends.last_mut() {
        *last = (text.len(), characters);
    }
    ends
}

/// How many characters the segments from `start` to before `end` have.
fn span(ends: &[(usize, usize)], start: usize, end: usize) -> f64 {
    let at = |segment: usize| segment.checked_sub(1).and_then(|last| ends.get(last)).map_or(0, |end| end.1);
    at(end).saturating_sub(at(start)) as f64
}

/// How badly two lengths fit: half the square of their deviation from what is expected, in standard deviations.
fn misfit((english, french): (f64, f64)) -> f64 {
    let mean = (english + french / FRENCH_PER_ENGLISH) / 2.0;
    let deviation = (french - english * FRENCH_PER_ENGLISH) / (VARIANCE * mean.max(1.0)).sqrt();
    deviation * deviation / 2.0
}

fn cut<'a>(
    text: &'a str,
    ends: &[(usize, usize)],
    start: usize,
    end: usize,
) -> impl Iterator<Item = &'a str> + use<'a> {
    let at = |segment: usize| segment.checked_sub(1).and_then(|last| ends.get(last)).map_or(0, |end| end.0);
    text.get(at(start)..at(end)).into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_made_into_two_stays_with_both() {
        let english =
            "We listen to the people who live with it and we act. Then we tell everyone what came of it.";
        let french = "Nous écoutons les personnes qui vivent avec. Et nous agissons. Puis nous disons à tous ce qu’il en est advenu.";
        let found = passages(english, french);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].1, "Nous écoutons les personnes qui vivent avec. Et nous agissons. ");
    }

    #[test]
    fn marks_inside_words_and_alone_end_nothing() {
        for text in ["2.5 mg", "...", "", "a:b", "! ?", "one"] {
            assert!(ends(text).len() <= 1, "{text}");
        }
    }

    #[test]
    fn passages_are_parts_of_the_texts_in_order() {
        let (english, french) = ("A. B. C; d\ne", "À. B: c. D. E. F. G");
        let found = passages(english, french);
        let joined: String = found.iter().map(|(english, _)| *english).collect();
        assert!(english.contains(joined.trim()) || found.len() > 1);
    }
}
