//! Words that the catalogue does not have, taken for words near them: beginnings of words, and typing errors.

use super::MatchKind;
use super::plan::{Alternative, How, Plan};
use crate::analysis::{Token, analyze};
use crate::index::View;

/// The most words of the index that one unknown word of a query is taken for.
const MOST_EXPANSIONS: usize = 20;

/// What a word that begins with what was typed is worth, beside the word itself.
const PREFIX: f64 = 0.6;

/// What a word that was mistyped is worth, beside the word itself.
const TYPO: f64 = 0.5;

/// The fewest letters of a beginning of a word.
const SHORTEST_PREFIX: usize = 6;

/// A word of the index near an unknown one.
pub(crate) struct NearWord {
    pub(crate) folded: String,
    kind: MatchKind,
    /// How many typing errors away; 0 for a word that begins with what was typed.
    errors: usize,
    pub(crate) key: usize,
    /// How many records have the key.
    pub(crate) records: usize,
}

/// Takes words that the catalogue does not have for words near them: beginnings of words, and typing errors.
pub(super) fn add_near_words(plan: &mut Plan, unknown: &[usize], view: &View) {
    for at in unknown {
        let Some(unit) = plan.units.get_mut(*at) else { continue };
        let token = analyze(&unit.text, plan.language).tokens.into_iter().find(Token::is_content);
        let typed: Vec<String> =
            token.into_iter().flat_map(|token| token.forms).map(|form| form.folded).collect();
        let near = near_words(&typed, view).into_iter().map(|NearWord { folded, kind, key, .. }| {
            let weight = if kind == MatchKind::Prefix { PREFIX } else { TYPO };
            Alternative { weight, ..Alternative::of(key, How::Near { folded, kind }) }
        });
        unit.alternatives.extend(near);
    }
}

/// The words nearest to those `typed`, in most records first.
fn near_words(typed: &[String], view: &View) -> Vec<NearWord> {
    let mut near: Vec<NearWord> = Vec::new();
    let mut add = |word: usize, text: &str, kind: MatchKind, errors: usize| {
        near.extend(under_each_key(word, text, kind, errors, view));
    };
    for typed in typed.iter().filter(|typed| typed.chars().count() >= SHORTEST_PREFIX) {
        view.words().starting_with(typed).for_each(|(word, text)| add(word, text, MatchKind::Prefix, 0));
    }
    for typed in typed {
        view.words().near(typed, errors_allowed(typed), |word, text, errors| {
            add(word, text, MatchKind::Typo, errors);
        });
    }
    nearest(near, view)
}

/// The words nearest to one `typed`, itself left out, in most records first: what it may be a mistyping of, known or not.
pub(crate) fn other_spellings(typed: &str, view: &View) -> Vec<NearWord> {
    let mut near: Vec<NearWord> = Vec::new();
    view.words().near(typed, errors_allowed(typed), |word, text, errors| {
        if errors > 0 {
            near.extend(under_each_key(word, text, MatchKind::Typo, errors, view));
        }
    });
    nearest(near, view)
}

/// A word of the index, once for each key it occurs under.
fn under_each_key(
    word: usize,
    text: &str,
    kind: MatchKind,
    errors: usize,
    view: &View,
) -> impl Iterator<Item = NearWord> {
    view.keys_of_word(word).map(move |key| {
        let records = view.record_count_of(key);
        NearWord { folded: text.to_owned(), kind, errors, key, records }
    })
}

fn nearest(mut near: Vec<NearWord>, view: &View) -> Vec<NearWord> {
    // Words with the fewest errors only: one near word makes farther ones noise.
    let least = near.iter().map(|word| word.errors).min().unwrap_or(0);
    near.retain(|word| word.errors == least);
    let key = |word: &NearWord| view.key_text(word.key);
    near.sort_by(|a, b| (b.records, &a.folded).cmp(&(a.records, &b.folded)).then_with(|| key(a).cmp(key(b))));
    near.dedup_by(|a, b| (&a.folded, a.key) == (&b.folded, b.key));
    near.truncate(MOST_EXPANSIONS);
    near
}

/// The most letters of a word in which typing errors are looked for: longer ones are no words.
const LONGEST_WORD: usize = 64;

/// None under five letters, one to eight, two from nine; never in a word with digits, nor in one of more than 64 letters.
pub(crate) fn errors_allowed(word: &str) -> usize {
    if word.chars().any(char::is_numeric) {
        return 0;
    }
    match word.chars().count() {
        0..5 => 0,
        5..9 => 1,
        9..=LONGEST_WORD => 2,
        _ => 0,
    }
}
