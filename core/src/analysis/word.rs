//! From a chunk to words: inclusive forms, hashtags, acronyms, compounds, elisions and possessives.

use super::characters::{is_apostrophe, is_connector, is_hyphen};
use super::segment::Chunk;
use super::{Rule, elision, inclusive, possessive};
use crate::text::{Language, Span};

/// A word as cut from the text, before its forms are made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) span: Span,
    /// The words it stands for: itself, or what an inclusive form abbreviates.
    pub(super) words: Vec<String>,
    /// True for a compound seen as one word; it stands at the position of its first part.
    pub(super) joined: bool,
    /// True for an elided article or the like, which is never more than a stop word.
    pub(super) elided: bool,
    pub(super) rules: Vec<Rule>,
}

/// The words of `chunk`, in order; a compound's joined form comes before its parts.
pub(super) fn pieces(chunk: Chunk<'_>, language: Language) -> Vec<Piece> {
    let mut pieces = Pieces { language, found: Vec::new() };
    if chunk.hashtag {
        pieces.compound(chunk.text, chunk.start, &capitals(chunk.text), Rule::Hashtag);
    } else {
        pieces.chunk(chunk.text, chunk.start);
    }
    pieces.found
}

struct Pieces {
    language: Language,
    found: Vec<Piece>,
}

impl Pieces {
    fn push(&mut self, text: &str, start: usize, word: String, rule: Option<Rule>) {
        self.found.push(Piece {
            text: text.to_owned(),
            span: Span::new(start, start + text.len()),
            words: vec![word],
            joined: false,
            elided: false,
            rules: rule.into_iter().collect(),
        });
    }

    fn chunk(&mut self, text: &str, start: usize) {
        let (text, start) = self.elide(text, start);
        // `vice-président·e·s`: inclusive forms as the last parts of a compound.
        let (mut head, mut tails) = (text, Vec::new());
        while !self.inclusive(head, start) {
            // Most words have nothing in them that could cut them.
            if head.bytes().all(|byte| byte.is_ascii_alphanumeric()) && !head.is_empty() {
                self.simple(head, start, head, None);
                break;
            }
            let Some(tail) = last_inclusive_part(head) else {
                self.plain(head, start);
                break;
            };
            tails.push((tail, start + head.len() - tail.len()));
            head = head.get(..head.len() - tail.len()).unwrap_or_default().trim_end_matches(is_hyphen);
        }
        for (tail, start) in tails.into_iter().rev() {
            self.inclusive(tail, start);
        }
    }

    /// A chunk, or the part of one, that has no inclusive form in it.
    fn plain(&mut self, text: &str, start: usize) {
        if let Some(letters) = acronym(text) {
            self.push(text, start, letters, Some(Rule::Acronym));
            return;
        }
        for (at, part) in
            split_at(text, |c| is_connector(c) && !is_hyphen(c) && !is_apostrophe(c) && c != ':')
        {
            self.word(
                part,
                start + at,
                text.get(at + part.len()..).is_some_and(|rest| rest.starts_with('+')),
            );
        }
    }

    /// Takes elided words off the front; each becomes a stop word of its own.
    fn elide<'a>(&mut self, text: &'a str, start: usize) -> (&'a str, usize) {
        let (mut text, mut start) = (text, start);
        while let Some((head, rest)) = elision::split(text, self.language) {
            let word = head.trim_end_matches(is_apostrophe).to_owned();
            self.push(head, start, word, Some(Rule::Elision));
            if let Some(piece) = self.found.last_mut() {
                piece.elided = true;
            }
            (text, start) = (rest, start + head.len());
        }
        (text, start)
    }

    fn inclusive(&mut self, text: &str, start: usize) -> bool {
        // Also in English, which quotes French and has no words of this shape: a query is read in both languages, and
        // must leave no stray `ère` or `s` in either.
        let words = inclusive::expand(text).or_else(|| inclusive::optional_plural(text));
        let Some(words) = words else { return false };
        let span = Span::new(start, start + text.len());
        let rules = vec![Rule::Inclusive];
        self.found.push(Piece { text: text.to_owned(), span, words, joined: false, elided: false, rules });
        true
    }

    /// A word that may have hyphens or colons in it: searched whole and by its parts.
    fn word(&mut self, text: &str, start: usize, plus: bool) {
        let (text, start) = self.elide(text, start);
        let parts = split_at(text, |c| is_hyphen(c) || c == ':');
        if let [(at, only)] = parts.as_slice() {
            // The plus belongs to the acronym for the eye, not for the search.
            let plus = plus && at + only.len() == text.len();
            let shown = if plus { format!("{only}+") } else { (*only).to_owned() };
            self.simple(only, start + at, &shown, plus.then_some(Rule::Acronym));
        } else {
            self.compound(text, start, &parts, Rule::Compound);
        }
    }

    fn compound(&mut self, text: &str, start: usize, parts: &[(usize, &str)], rule: Rule) {
        if parts.len() > 1 {
            let joined: String = parts.iter().map(|(_, part)| possessive_or(part, self.language)).collect();
            self.push(text, start, joined, Some(rule));
            if let Some(piece) = self.found.last_mut() {
                piece.joined = true;
            }
        }
        for (at, part) in parts {
            let (part, start) = self.elide(part, start + at);
            if !self.inclusive(part, start) {
                self.simple(part, start, part, None);
            }
        }
    }

    fn simple(&mut self, word: &str, start: usize, shown: &str, rule: Option<Rule>) {
        let stripped = (self.language == Language::English).then(|| possessive::strip(word)).flatten();
        let rule = rule.or(stripped.map(|_| Rule::Possessive));
        self.push(shown, start, stripped.unwrap_or(word).to_owned(), rule);
    }
}

/// What follows a hyphen of `text` and is an inclusive form; the longest where there are several.
fn last_inclusive_part(text: &str) -> Option<&str> {
    text.rmatch_indices(is_hyphen)
        .filter_map(|(at, hyphen)| text.get(at + hyphen.len()..))
        .take_while(|tail| tail.len() <= inclusive::LONGEST)
        .filter(|tail| inclusive::expand(tail).is_some())
        .last()
}

fn possessive_or(word: &str, language: Language) -> &str {
    match language {
        Language::English => possessive::strip(word).unwrap_or(word),
        Language::French => word,
    }
}

/// The parts of `text` between characters that `separates`, with where each begins; empty parts are left out.
fn split_at(text: &str, separates: impl Fn(char) -> bool) -> Vec<(usize, &str)> {
    let mut at = 0;
    text.split(&separates)
        .map(|part| {
            let begin = at;
            at += part.len()
                + text.get(at + part.len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            (begin, part)
        })
        .filter(|(_, part)| part.chars().any(char::is_alphanumeric))
        .collect()
}

/// `U.N.`, `É.D.I.` and `R&D`: single letters joined by dots, or one or two on each side of an ampersand.
fn acronym(text: &str) -> Option<String> {
    if !text.contains(['.', '&']) {
        return None;
    }
    let single = |part: &&str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    let dotted: Vec<&str> = text.split('.').filter(|part| !part.is_empty()).collect();
    if dotted.len() > 1 && dotted.iter().all(single) {
        return Some(dotted.concat());
    }
    let (left, right) = text.split_once('&')?;
    let short =
        |part: &str| (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphanumeric);
    (short(left) && short(right)).then(|| format!("{left}&{right}"))
}

/// The words of a hashtag, each from a capital to the next: `WomenInMedicine`. Capitals in a row are one word.
fn capitals(text: &str) -> Vec<(usize, &str)> {
    let mut cuts = vec![0];
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|before| !before.is_uppercase() && c.is_uppercase()) {
            cuts.push(at);
        }
        before = Some(c);
    }
    let ends = cuts.iter().skip(1).copied().chain([text.len()]);
    cuts.iter()
        .zip(ends)
        .filter_map(|(start, end)| text.get(*start..end).map(|part| (*start, part)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, language: Language, hashtag: bool) -> Vec<(String, bool)> {
        let chunk = Chunk { text, start: 0, hashtag };
        pieces(chunk, language).into_iter().map(|piece| (piece.words.join("|"), piece.joined)).collect()
    }

    fn expect(list: &[(&str, bool)]) -> Vec<(String, bool)> {
        list.iter().map(|(word, joined)| ((*word).to_owned(), *joined)).collect()
    }

    #[test]
    fn compounds_are_searched_whole_and_by_their_parts() {
        let found = words("l’avant-garde", Language::French, false);
        assert_eq!(found, expect(&[("l", false), ("avantgarde", true), ("avant", false), ("garde", false)]));
    }

    #[test]
    fn hashtags_split_at_capitals() {
        let found = words("WomenInMedicine", Language::English, true);
        assert_eq!(
            found,
            expect(&[("WomenInMedicine", true), ("Women", false), ("In", false), ("Medicine", false)])
        );
    }

    #[test]
    fn acronyms_keep_their_plus_for_the_eye_only() {
        let pieces = pieces(Chunk { text: "LGBTQ2S+", start: 3, hashtag: false }, Language::English);
        assert_eq!(
            (pieces[0].text.as_str(), pieces[0].span, &pieces[0].words),
            ("LGBTQ2S+", Span::new(3, 11), &vec!["LGBTQ2S".to_owned()])
        );
        assert_eq!(words("U.N", Language::English, false), expect(&[("UN", false)]));
        assert_eq!(words("R&D", Language::English, false), expect(&[("R&D", false)]));
    }

    #[test]
    fn signs_around_the_only_part_are_no_part_of_it() {
        let found = |text| {
            let pieces = pieces(Chunk { text, start: 0, hashtag: false }, Language::French);
            pieces.into_iter().map(|piece| (piece.text, piece.span)).collect::<Vec<_>>()
        };
        assert_eq!(
            found("été·:allié"),
            [("été".to_owned(), Span::new(0, 5)), ("allié".to_owned(), Span::new(8, 14))]
        );
        assert_eq!(found("a.LGBT-+b")[1], ("LGBT".to_owned(), Span::new(2, 6)));
    }

    #[test]
    fn possessives_and_inclusive_forms_inside_compounds() {
        let found = words("vice-président·e·s", Language::French, false);
        assert_eq!(found, expect(&[("vice", false), ("présidents|présidentes", false)]));
        assert_eq!(words("women’s", Language::English, false), expect(&[("women", false)]));
    }
}
