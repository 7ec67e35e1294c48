//! The passage of a long text that is shown.

use unicode_segmentation::GraphemeCursor;

use super::mark::{Mark, Marked};
use crate::text::Span;

/// The longest passage, in bytes; a shorter text is shown whole.
pub(super) const LONGEST: usize = 400;

/// What part of a passage may stand before its first mark: so that a reader sees where it comes from.
const BEFORE: usize = 5;

/// A part of a text, and how much it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Passage {
    pub(super) span: Span,
    pub(super) shown: Shown,
}

/// How much a passage shows: what it shows of the query, by worth, each once; then how many marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Shown {
    worth: u64,
    marks: usize,
}

/// What a window of a text shows, as it moves.
struct Window<'a> {
    worths: &'a [u64],
    /// How often it shows each thing.
    times: Vec<usize>,
    shown: Shown,
}

impl Window<'_> {
    fn add(&mut self, marks: &[Mark]) {
        for mark in marks {
            self.shown.marks += 1;
            let Some(times) = self.times.get_mut(mark.shows) else { continue };
            if *times == 0 {
                self.shown.worth += self.worths.get(mark.shows).copied().unwrap_or(0);
            }
            *times += 1;
        }
    }

    fn take(&mut self, marks: &[Mark]) {
        for mark in marks {
            self.shown.marks -= 1;
            let Some(times) = self.times.get_mut(mark.shows) else { continue };
            *times -= 1;
            if *times == 0 {
                self.shown.worth -= self.worths.get(mark.shows).copied().unwrap_or(0);
            }
        }
    }
}

/// The passage of `text`, of at most `longest` bytes, that shows the most of `marked`, its marks in their order: the first such. It
/// begins and ends between words; in a text without blanks between characters as a reader sees them, or at a mark. A mark longer
/// than that is shown whole. `worths`: what each thing is worth that marks may show.
pub(super) fn passage(text: &str, marked: &[Marked<'_>], worths: &[u64], longest: usize) -> Passage {
    let mut window = Window { worths, times: vec![0; worths.len()], shown: Shown::default() };
    if text.len() <= longest {
        marked.iter().for_each(|marked| window.add(marked.marks));
        return Passage { span: Span::new(0, text.len()), shown: window.shown };
    }
    // For each mark the longest run of marks that it is the last of: with what a shorter one shows, it shows more.
    let (mut best, mut best_shown) = (None, Shown::default());
    let mut run = marked.iter().peekable();
    for last in marked {
        window.add(last.marks);
        while let Some(first) =
            run.next_if(|first| first.span != last.span && last.span.end - first.span.start > longest)
        {
            window.take(first.marks);
        }
        if window.shown > best_shown
            && let Some(first) = run.peek()
        {
            best = Some(Span::new(first.span.start, last.span.end));
            best_shown = window.shown;
        }
    }
    Passage { span: around(text, best, longest), shown: best_shown }
}

/// The passage with the marks of `shown` in it: all of them fit, or there is only one.
fn around(text: &str, shown: Option<Span>, longest: usize) -> Span {
    let Span { start, end } = shown.unwrap_or(Span::new(0, 0));
    let before = longest / BEFORE;
    let begin = if start <= before && end <= longest {
        0
    } else {
        let room = longest.saturating_sub(end - start);
        let from = start - before.min(room / 2).min(start);
        // What follows may be too little to fill the passage.
        let from = from.min(text.len() - longest);
        word_start(text, from).filter(|at| *at <= start).unwrap_or(start)
    };
    let reach = begin + longest;
    if reach >= text.len() {
        return Span::new(begin, text.len());
    }
    let least = end.max(begin + 1);
    let word_end = word_end(text, reach).filter(|at| *at >= least);
    let end = word_end.or_else(|| character_end(text, reach).filter(|at| *at >= least));
    Span::new(begin, end.unwrap_or_else(|| next_character(text, least)))
}

/// The first place at or after `from` where a word begins after a blank.
fn word_start(text: &str, from: usize) -> Option<usize> {
    let from = (from..text.len()).find(|at| text.is_char_boundary(*at))?;
    let mut is_after_blank = text.get(..from)?.chars().next_back().is_none_or(char::is_whitespace);
    for (at, sign) in text.get(from..)?.char_indices() {
        let is_blank = sign.is_whitespace();
        if is_after_blank && !is_blank && is_boundary(text, from + at) {
            return Some(from + at);
        }
        is_after_blank = is_blank;
    }
    None
}

/// The last place at or before `reach` where a word ends before a blank.
fn word_end(text: &str, reach: usize) -> Option<usize> {
    let mut end = floor(text, reach);
    let mut is_before_blank = text.get(end..)?.chars().next().is_none_or(char::is_whitespace);
    for sign in text.get(..end)?.chars().rev() {
        let is_blank = sign.is_whitespace();
        if is_before_blank && !is_blank && is_boundary(text, end) {
            return Some(end);
        }
        is_before_blank = is_blank;
        end -= sign.len_utf8();
    }
    None
}

/// The last place at or before `reach` where a character ends as a reader sees it.
fn character_end(text: &str, reach: usize) -> Option<usize> {
    let reach = floor(text, reach);
    if is_boundary(text, reach) {
        return Some(reach);
    }
    GraphemeCursor::new(reach, text.len(), true).prev_boundary(text, 0).ok().flatten()
}

/// The first place at or after `at` where a character ends as a reader sees it.
fn next_character(text: &str, at: usize) -> usize {
    let at = (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    if is_boundary(text, at) {
        return at;
    }
    GraphemeCursor::new(at, text.len(), true).next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

/// True between two characters as a reader sees them.
fn is_boundary(text: &str, at: usize) -> bool {
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}

/// The last place at or before `at` where a code point begins.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::super::mark::merged;
    use super::*;

    const WORTHS: [u64; 4] = [5, 3, 2, 2];

    /// Signs of one to four bytes, of one code point and of several.
    const SIGNS: [&str; 8] = ["a", "é", "e\u{301}", "€", "👩🏾\u{200d}⚕\u{fe0f}", "🇨🇦", "-", "ᐃ"];

    const BLANKS: [&str; 6] = [" ", "\u{a0}", "\r\n", " \u{301}", ", ", " — "];

    #[derive(Debug, Clone)]
    struct Word {
        text: String,
        after: &'static str,
        shows: Option<usize>,
    }

    fn words() -> impl Strategy<Value = Vec<Word>> {
        let signs = |most| prop::collection::vec(prop::sample::select(SIGNS.to_vec()), 1..most);
        let text = prop_oneof![9 => signs(5), 1 => signs(30)].prop_map(|signs| signs.concat());
        let word =
            (text, prop::sample::select(BLANKS.to_vec()), prop::option::weighted(0.3, 0..WORTHS.len()));
        prop::collection::vec(word.prop_map(|(text, after, shows)| Word { text, after, shows }), 0..40)
    }

    /// A text of words, some without blanks between them, and its marks.
    fn text(words: &[Word], blanks: bool) -> (String, Vec<Mark>) {
        let (mut text, mut marks) = (String::new(), Vec::new());
        for Word { text: word, after, shows } in words {
            let start = text.len() as u32;
            text.push_str(word);
            let end = text.len() as u32;
            marks.extend(shows.map(|shows| Mark { text: 0, start, end, shows }));
            text.push_str(if blanks { after } else { "" });
        }
        (text, marks)
    }

    /// What a window shows, and the last mark in it.
    fn shown(marked: &[Marked<'_>], window: Span) -> (Shown, Option<Span>) {
        let inside =
            || marked.iter().filter(|mark| mark.span.start >= window.start && mark.span.end <= window.end);
        let marks: Vec<&Mark> = inside().flat_map(|marked| marked.marks).collect();
        let worths = WORTHS.iter().enumerate().filter(|(at, _)| marks.iter().any(|mark| mark.shows == *at));
        let worth = worths.map(|(_, worth)| worth).sum();
        (Shown { worth, marks: marks.len() }, inside().next_back().map(|marked| marked.span))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn a_passage_shows_as_much_as_any_and_is_the_first_such(
            words in words(),
            blanks in any::<bool>(),
            longest in 5_usize..60,
        ) {
            let (text, marks) = text(&words, blanks);
            let marked = merged(&text, &marks);
            let Passage { span, shown: told } = passage(&text, &marked, &WORTHS, longest);
            let windows = (0..=text.len()).map(|start| Span::new(start, (start + longest).min(text.len())));
            let too_long = marked.iter().map(|marked| marked.span).filter(|span| span.end - span.start > longest);
            let all: Vec<_> = windows.chain(too_long.clone()).map(|window| shown(&marked, window)).collect();
            let most = all.iter().map(|(shown, _)| *shown).max().unwrap();
            prop_assert_eq!((told, shown(&marked, span).0), (most, most));
            let first = all.iter().filter(|(shown, _)| *shown == most).filter_map(|(_, last)| *last).min();
            prop_assert_eq!(shown(&marked, span).1, first);

            let most_bytes = too_long.map(|span| span.end - span.start).chain([longest]).max().unwrap();
            let is_too_long = span.end - span.start > longest;
            prop_assert!(span.end - span.start <= most_bytes || text.graphemes(true).any(|sign| sign.len() > longest));
            let is_between_words = |at: usize, before: bool| {
                let (left, right) = text.split_at(at);
                let blank = |sign: Option<char>| sign.is_none_or(char::is_whitespace);
                if before { blank(left.chars().next_back()) && !blank(right.chars().next()) } else { blank(right.chars().next()) }
            };
            let is_mark = |at: usize| marked.iter().any(|marked| marked.span.start == at || marked.span.end == at);
            let has_blanks = blanks && !is_too_long && text.split_whitespace().all(|word| word.len() * 2 < longest);
            if has_blanks {
                prop_assert!(span.start == 0 || is_mark(span.start) || is_between_words(span.start, true), "{text:?} {span:?}");
                prop_assert!(is_mark(span.end) || is_between_words(span.end, false), "{text:?} {span:?}");
            }
            let boundaries: Vec<usize> =
                text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
            prop_assert!(boundaries.contains(&span.end), "{text:?} {span:?}");
            prop_assert!(boundaries.contains(&span.start) || is_mark(span.start), "{text:?} {span:?}");
        }
    }

    #[test]
    fn a_passage_does_not_begin_before_its_room_where_that_is_inside_a_character() {
        let text = "🇨🇦ae\u{301}\u{a0}--e\u{301}\u{a0}e\u{301}\u{a0}e\u{301}e\u{301} ";
        let start = text.trim_end().len() as u32 - 6;
        let marks = [Mark { text: 0, start, end: start + 6, shows: 0 }];
        let Passage { span, .. } = passage(text, &merged(text, &marks), &WORTHS, 30);
        assert_eq!(span.slice(text), "--e\u{301}\u{a0}e\u{301}\u{a0}e\u{301}e\u{301} ");
    }

    #[test]
    fn a_little_stands_before_the_first_mark_and_more_before_the_last_words() {
        let text = format!("{}ally {}", "word ".repeat(30), "word ".repeat(30));
        let mark = |start: u32| [Mark { text: 0, start, end: start + 4, shows: 0 }];
        let of = |start: u32| passage(&text, &merged(&text, &mark(start)), &WORTHS, 100).span;
        assert_eq!(of(150), Span::new(130, 229));
        assert_eq!(of(300), Span::new(205, 305));
        assert_eq!(of(10), Span::new(0, 99));
    }
}
