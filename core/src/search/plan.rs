//! What a query means in each language: which words of the index each of its words stands for.

use std::cmp::Ordering;

use super::MatchKind;
use crate::analysis::{Analysis, Form, Token, analyze};
use crate::index::{Index, Occurrence, View, within};
use crate::text::{Language, Span};

/// The most words of the index that one unknown word of a query is taken for.
const MOST_EXPANSIONS: usize = 20;

/// The most unknown words of a query that are taken for others: people mistype a few; a pasted page would cost seconds.
const MOST_UNKNOWN: usize = 24;

/// The fewest letters of a beginning of a word.
const SHORTEST_PREFIX: usize = 6;

/// A query as read in one language.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) language: Language,
    pub(super) units: Vec<Unit>,
}

/// A word of the query, with the words of the index it stands for.
#[derive(Debug)]
pub(super) struct Unit {
    /// As typed.
    pub(super) text: String,
    pub(super) span: Span,
    pub(super) alternatives: Vec<Alternative>,
    /// True for a compound or two neighbouring words seen as one: helps, but is never required.
    pub(super) joined: bool,
}

/// A key of the index that a word of the query stands for.
#[derive(Debug)]
pub(super) struct Alternative {
    pub(super) key: usize,
    how: How,
}

#[derive(Debug)]
enum How {
    /// The same stem: how exact, each occurrence's form tells.
    Stem(Vec<Form>),
    /// A stop word: only the very same form counts.
    Stop(Vec<Form>),
    /// Not the word typed, but one near it: only occurrences of exactly this folded word count.
    Near { folded: String, kind: MatchKind },
}

impl Alternative {
    /// How an occurrence under this key matches; `None` when it does not.
    pub(super) fn kind(&self, view: &View, occurrence: &Occurrence) -> Option<MatchKind> {
        let found = view.form(occurrence.form)?;
        match &self.how {
            How::Stem(forms) => Some(if forms.iter().any(|form| *form.form == *found.form) {
                MatchKind::Exact
            } else if forms.iter().any(|form| *form.folded == *found.folded) {
                MatchKind::Accents
            } else {
                MatchKind::Stem
            }),
            How::Stop(forms) => {
                forms.iter().any(|form| *form.form == *found.form).then_some(MatchKind::Exact)
            }
            How::Near { folded, kind } => (**folded == *found.folded).then_some(*kind),
        }
    }
}

/// The plans of `query` in both languages, English first.
pub(super) fn plans(query: &str, index: &Index) -> [Plan; 2] {
    let [mut of_en, mut of_fr] = Language::ALL.map(|language| analyze(query, language));
    drop_foreign_stop_words(&mut of_en, &mut of_fr);
    let [mut english, mut french] =
        [of_en, of_fr].map(|analysis| plan(query, &analysis, index.view(analysis.language)));
    let (of_english, of_french) = (unknown(&english, &french), unknown(&french, &english));
    expand(&mut english, &of_english, index.view(Language::English));
    expand(&mut french, &of_french, index.view(Language::French));
    [english, french]
}

/// The `des` of `mentorat des femmes` is no word of English, where it would be rare and weigh much. So where a query has
/// more stop words of one language than of the other, these are left out of the other language's reading.
fn drop_foreign_stop_words(english: &mut Analysis, french: &mut Analysis) {
    let stop_words = |analysis: &Analysis| {
        analysis.tokens.iter().filter(|token| token.stop).map(|token| token.span).collect::<Vec<_>>()
    };
    let (of_english, of_french) = (stop_words(english), stop_words(french));
    let (reading, foreign) = match of_english.len().cmp(&of_french.len()) {
        Ordering::Less => (english, of_french),
        Ordering::Greater => (french, of_english),
        Ordering::Equal => return,
    };
    if reading.tokens.iter().any(|token| !token.joined && !foreign.contains(&token.span)) {
        reading.tokens.retain(|token| !foreign.contains(&token.span));
    }
}

fn plan(query: &str, analysis: &Analysis, view: &View) -> Plan {
    // A query of nothing but stop words means them; any other leaves them out.
    let only_stop_words = analysis.tokens.iter().all(|token| token.stop);
    let mut units: Vec<Unit> = analysis
        .tokens
        .iter()
        .filter(|token| only_stop_words || !token.stop)
        .map(|token| unit(token, view))
        .collect();
    units.extend(neighbours(query, analysis, view));
    Plan { language: analysis.language, units }
}

fn unit(token: &Token, view: &View) -> Unit {
    let mut alternatives = Vec::new();
    if token.stop {
        for form in &token.forms {
            // The word may occur as a stop word, or, in capitals, as an acronym.
            for key in [View::stop_key(&form.form), form.stem.clone()] {
                if let Some(key) = view.key(&key) {
                    alternatives.push(Alternative { key, how: How::Stop(token.forms.clone()) });
                }
            }
        }
    } else {
        for (at, form) in token.forms.iter().enumerate() {
            if token.forms.iter().take(at).any(|earlier| earlier.stem == form.stem) {
                continue;
            }
            if let Some(key) = view.key(&form.stem) {
                alternatives.push(Alternative { key, how: How::Stem(token.forms.clone()) });
            }
        }
    }
    Unit { text: token.text.clone(), span: token.span, alternatives, joined: token.joined }
}

/// Two neighbouring words written as one elsewhere: `micro agression` and `microagression`.
fn neighbours(query: &str, analysis: &Analysis, view: &View) -> Vec<Unit> {
    let words: Vec<&Token> = analysis.tokens.iter().filter(|token| !token.joined).collect();
    let pairs = words.iter().zip(words.iter().skip(1));
    pairs
        .filter(|(left, right)| {
            let between = query.get(left.span.end..right.span.start).unwrap_or_default();
            !between.is_empty() && between.chars().all(char::is_whitespace)
        })
        .filter_map(|(left, right)| {
            let whole = analyze(&format!("{}{}", left.text, right.text), analysis.language);
            let [token] = whole.tokens.as_slice() else { return None };
            let mut unit = unit(token, view);
            unit.span = Span::new(left.span.start, right.span.end);
            unit.text = query.get(unit.span.start..unit.span.end).unwrap_or_default().to_owned();
            unit.joined = true;
            (!unit.alternatives.is_empty() && !token.stop).then_some(unit)
        })
        .collect()
}

/// The units of `plan` that neither language knows. A word that one language knows is no typing error in the other.
fn unknown(plan: &Plan, other: &Plan) -> Vec<usize> {
    let known = |span: Span| {
        plan.units.iter().chain(&other.units).any(|unit| {
            !unit.alternatives.is_empty() && unit.span.start < span.end && span.start < unit.span.end
        })
    };
    let unknown = plan.units.iter().enumerate().filter(|(_, unit)| !unit.joined && !known(unit.span));
    unknown.map(|(at, _)| at).take(MOST_UNKNOWN).collect()
}

/// Takes words that the catalogue does not have for words near them: beginnings of words, and typing errors.
fn expand(plan: &mut Plan, unknown: &[usize], view: &View) {
    for at in unknown {
        let Some(unit) = plan.units.get_mut(*at) else { continue };
        let token =
            analyze(&unit.text, plan.language).tokens.into_iter().find(|token| !token.joined && !token.stop);
        let folded: Vec<String> =
            token.into_iter().flat_map(|token| token.forms).map(|form| form.folded).collect();
        let mut near: Vec<(usize, u32, String, MatchKind, usize)> = Vec::new();
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
        unit.alternatives = near
            .into_iter()
            .map(|(_, _, folded, kind, key)| Alternative { key, how: How::Near { folded, kind } })
            .collect();
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
