//! Words that the catalogue does not have, taken for words near them: beginnings of words, and typing errors.

use super::MatchKind;
use super::plan::{Alternative, How, Plan};
use crate::analysis::{Token, analyze};
use crate::index::{View, within};

/// The most words of the index that one unknown word of a query is taken for.
const MOST_EXPANSIONS: usize = 20;

/// What a word that begins with what was typed is worth, beside the word itself.
const PREFIX: f64 = 0.6;

/// What a word that was mistyped is worth, beside the word itself.
const TYPO: f64 = 0.5;

/// The fewest letters of a beginning of a word.
const SHORTEST_PREFIX: usize = 6;

/// Takes words that the catalogue does not have for words near them: beginnings of words, and typing errors.
pub(super) fn add_near_words(plan: &mut Plan, unknown: &[usize], view: &View) {
    for at in unknown {
        let Some(unit) = plan.units.get_mut(*at) else { continue };
        let token = analyze(&unit.text, plan.language).tokens.into_iter().find(Token::is_content);
        let folded: Vec<String> =
            token.into_iter().flat_map(|token| token.forms).map(|form| form.folded).collect();
        let mut near: Vec<(usize, usize, String, MatchKind, usize)> = Vec::new();
        for typed in &folded {
            let errors = errors_allowed(typed);
            for (word, text) in view.words().iter() {
                let begins = typed.chars().count() >= SHORTEST_PREFIX && text.starts_with(typed.as_str());
                let found = if begins {
                    Some((0, MatchKind::Prefix))
                } else {
                    within(typed, text, errors).map(|n| (n, MatchKind::Typo))
                };
                if let Some((distance, kind)) = found.filter(|_| begins || errors > 0) {
                    for key in view.keys_of_word(word) {
                        near.push((distance, view.record_count_of(*key), text.to_owned(), kind, *key));
                    }
                }
            }
        }
        // Words with the fewest errors only: one near word makes farther ones noise.
        let least = near.iter().map(|(distance, ..)| *distance).min().unwrap_or(0);
        near.retain(|(distance, ..)| *distance == least);
        near.sort_by(|a, b| (b.1, &a.2, a.4).cmp(&(a.1, &b.2, b.4)));
        near.dedup_by(|a, b| (&a.2, a.4) == (&b.2, b.4));
        near.truncate(MOST_EXPANSIONS);
        let near = near.into_iter().map(|(_, _, folded, kind, key)| {
            let weight = if kind == MatchKind::Prefix { PREFIX } else { TYPO };
            Alternative { weight, ..Alternative::of(key, How::Near { folded, kind }) }
        });
        unit.alternatives.extend(near);
    }
}

/// None under five letters, one to eight, two from nine; never in a word with digits.
fn errors_allowed(word: &str) -> usize {
    if word.chars().any(char::is_numeric) {
        return 0;
    }
    match word.chars().count() {
        0..5 => 0,
        5..9 => 1,
        _ => 2,
    }
}
