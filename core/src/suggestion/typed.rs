//! What stands in a search box, read in one language: words, and the beginning of one.

use crate::analysis::characters::{is_apostrophe, is_connector};
use crate::analysis::{Token, analyze, elision};
use crate::index::{TopicLabels, View, beginning_within};
use crate::search::errors_allowed;
use crate::text::Language;

/// The most beginnings that a mistyped one is taken for.
const MOST_BEGINNINGS: usize = 8;

/// What was typed, as read in a language.
#[derive(Debug, Clone)]
pub(super) struct Typed {
    pub(super) language: Language,
    /// The words before the last, or all of them where none is begun.
    pub(super) whole: Vec<Token>,
    /// The word that is begun.
    pub(super) begun: Option<Begun>,
}

/// A word that is begun.
#[derive(Debug, Clone)]
pub(super) struct Begun {
    /// Where it begins in the query.
    pub(super) start: usize,
    /// What it begins with, folded: more than one for an inclusive form, and for what was mistyped.
    pub(super) beginnings: Vec<String>,
    /// True for what is a stop word already.
    pub(super) stop: bool,
}

impl Typed {
    pub(super) fn read(query: &str, language: Language) -> Self {
        let mut whole = analyze(query, language).tokens;
        whole.retain(|token| !token.joined);
        // An article that awaits its word (`l’`) says nothing yet.
        whole.pop_if(|last| awaits_another(last, query));
        let begun = whole.pop_if(|last| is_begun(last, query)).map(|last| Begun {
            start: last.span.start,
            beginnings: last.forms.into_iter().map(|form| form.folded).collect(),
            stop: last.stop,
        });
        Typed { language, whole, begun }
    }

    /// True where there is nothing to complete: no word, or stop words only.
    pub(super) fn is_empty(&self) -> bool {
        self.last_whole().is_none() && self.begun.is_none()
    }

    /// The last of the whole words that says something.
    pub(super) fn last_whole(&self) -> Option<&Token> {
        self.whole.iter().rfind(|token| !token.stop)
    }

    /// What one word of a text must begin with, folded: what was begun, or a word before it, which must be there whole.
    pub(super) fn looked_up(&self) -> Vec<&str> {
        let begun = || self.begun.iter().flat_map(|begun| &begun.beginnings).map(String::as_str).collect();
        match self.last_whole() {
            Some(word) => word.forms.iter().flat_map(|form| [form.folded.as_str(), &form.stem]).collect(),
            None => begun(),
        }
    }

    /// What is before the word that is begun, where that says something; else nothing.
    pub(super) fn before<'q>(&self, query: &'q str) -> &'q str {
        let end = self.begun.as_ref().map_or(query.len(), |begun| begun.start);
        self.last_whole().and_then(|_| query.get(..end)).unwrap_or_default()
    }

    /// The same with what was begun taken for the beginnings of words that are the fewest typing errors away; `None` where there are
    /// none. As many errors are forgiven as in a search.
    pub(super) fn forgiven(&self, view: &View, topics: &TopicLabels) -> Option<Self> {
        let begun = self.begun.as_ref()?;
        let mut near: Vec<(usize, String)> = Vec::new();
        for typed in &begun.beginnings {
            let errors = errors_allowed(typed);
            let mut add = |beginning: &str, errors| {
                if near.last().is_none_or(|(_, last)| last != beginning) {
                    near.push((errors, beginning.to_owned()));
                }
            };
            view.words().beginning_near(typed, errors, |word, beginning, errors| {
                // The last record that had a word may have changed.
                if view.keys_of_word(word).next().is_some() {
                    add(beginning, errors);
                }
            });
            if errors > 0 {
                for word in topics.words(self.language) {
                    beginning_within(typed, word, errors)
                        .into_iter()
                        .for_each(|(errors, near)| add(near, errors));
                }
            }
        }
        near.sort();
        near.dedup();
        let least = near.first()?.0;
        let beginnings: Vec<String> = near
            .into_iter()
            .take_while(|(errors, _)| *errors == least)
            .map(|(_, beginning)| beginning)
            .collect();
        let beginnings = beginnings.into_iter().take(MOST_BEGINNINGS).collect();
        Some(Typed { begun: Some(Begun { beginnings, ..begun.clone() }), ..self.clone() })
    }
}

/// True where nothing after the last word ends it.
fn is_begun(last: &Token, query: &str) -> bool {
    let after = query.get(last.span.end..).unwrap_or_default();
    after.chars().all(is_connector) && !last.forms.is_empty()
}

fn awaits_another(last: &Token, query: &str) -> bool {
    let mut after = query.get(last.span.end..).unwrap_or_default().chars();
    after.next().is_some_and(is_apostrophe) && elision::is_elided(&last.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str, language: Language) -> (Vec<String>, Option<(usize, Vec<String>)>) {
        let Typed { whole, begun, .. } = Typed::read(query, language);
        let begun = begun.map(|begun| (begun.start, begun.beginnings));
        (whole.into_iter().map(|token| token.text).collect(), begun)
    }

    fn expected(
        whole: &[&str],
        begun: Option<(usize, &[&str])>,
    ) -> (Vec<String>, Option<(usize, Vec<String>)>) {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        (owned(whole), begun.map(|(start, beginnings)| (start, owned(beginnings))))
    }

    #[test]
    fn the_last_word_is_begun_until_something_ends_it() {
        assert_eq!(
            read("Mentorat DES fémi", Language::French),
            expected(&["Mentorat", "DES"], Some((13, &["femi"])))
        );
        assert_eq!(read("mentorat ", Language::French), expected(&["mentorat"], None));
        assert_eq!(read("women,", Language::English), expected(&["women"], None));
        assert_eq!(read("U.N.", Language::English), expected(&[], Some((0, &["un"]))));
        assert_eq!(read("  ", Language::English), expected(&[], None));
    }

    #[test]
    fn an_elided_word_stands_before_the_one_that_is_begun() {
        for query in ["l’al", "L'al"] {
            let (whole, begun) = read(query, Language::French);
            assert_eq!(
                (whole.len(), begun.map(|(_, beginnings)| beginnings)),
                (1, Some(vec!["al".to_owned()]))
            );
        }
        assert_eq!(read("l’", Language::French), expected(&[], None));
    }

    #[test]
    fn an_inclusive_form_may_be_begun() {
        assert_eq!(read("allié·", Language::French), expected(&[], Some((0, &["allie"]))));
        assert_eq!(read("allié·e", Language::French), expected(&[], Some((0, &["allie", "alliee"]))));
    }
}
