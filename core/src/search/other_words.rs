//! Other words that a word of the query stands for: its translations, its synonyms, the words of its family.

use super::known_words::{KnownWord, KnownWords, Synonym, Translations};
use super::memo::Recalled;
use super::plan::{Alternative, How, Plan, Unit, worth};
use super::{MatchKind, Ranking, SearchRequest};
use crate::analysis::{Analysis, Form, Token};
use crate::index::Index;
use crate::lexicon::{KnownPart, LexiconSources};
use crate::query_language::QueryLanguage;
use crate::text::{Language, Span};

/// The least probable other word that finds a record. Below, it only lifts what is found otherwise.
const FINDS: f64 = 0.1;

/// The least probable other word that counts at all.
const COUNTS: f64 = 0.02;

/// The most words of a query that are looked up; a pasted page would cost milliseconds.
const MOST_WORDS: usize = 48;

/// Where all translations of a word together are less probable, they are not taken for all there are.
const LEAST_KNOWN: f64 = 0.3;

/// What a term of several words counts, for each of its words: these count too.
const TERM: f64 = 0.5;

/// What is needed to look other words up.
pub(super) struct OtherWords<'a> {
    pub(super) query: &'a str,
    pub(super) index: &'a Index,
    known: &'a KnownWords,
    ranking: Ranking,
    sources: LexiconSources,
    language: QueryLanguage,
}

impl<'a> OtherWords<'a> {
    pub(super) fn new(
        query: &'a str,
        request: &SearchRequest,
        index: &'a Index,
        known: &'a KnownWords,
    ) -> Self {
        OtherWords {
            query,
            index,
            known,
            ranking: request.ranking,
            sources: request.across,
            language: known.language(query, request.language, index),
        }
    }

    /// What is known of a word of `language`.
    pub(super) fn known(&self, form: &Form, language: Language) -> Recalled<'a, KnownWord> {
        self.known.word(form, language, self.sources)
    }

    /// How likely the words in `span` are of `language`: half by themselves, half by the whole query.
    fn share(&self, span: Span, language: Language) -> f64 {
        let whole = self.language.distribution.get(language);
        let inside = self.language.words.iter().filter(|word| word.span.overlaps(span));
        let (sum, count) = inside
            .fold((0.0, 0.0), |(sum, count), word| (sum + word.distribution.get(language), count + 1.0));
        if count > 0.0 { f64::midpoint(sum / count, whole) } else { whole }
    }

    /// What the translations of the words in `span` are worth, read as words of `language`.
    fn translated_share(&self, span: Span, language: Language) -> f64 {
        self.ranking.translations * self.share(span, language)
    }
}

/// The words of a query that say something.
fn words(analysis: &Analysis) -> impl Iterator<Item = &Token> {
    analysis.tokens.iter().filter(|token| token.is_content()).take(MOST_WORDS)
}

/// The unit of a word of the query; a new one where the plan's language has none there.
fn unit_of<'p>(plan: &'p mut Plan, token: &Token) -> Option<&'p mut Unit> {
    plan.unit_at(token.span, &token.text, worth(token))
}

/// Adds words of the plan's language that translate words read in the other.
pub(super) fn add_translations(plan: &mut Plan, foreign: &Analysis, other: &OtherWords<'_>) {
    if other.ranking.translations <= 0.0 {
        return;
    }
    let view = other.index.view(plan.language);
    let tokens: Vec<&Token> = words(foreign).collect();
    let stems: Vec<&str> =
        tokens.iter().map(|token| token.forms.first().map_or("", |form| form.stem.as_str())).collect();
    let known: Vec<_> =
        tokens.iter().map(|token| Some(other.known(token.forms.first()?, foreign.language))).collect();
    let of_word = |at: usize| known.get(at)?.as_ref().map(|word| word.translations(other.index));
    let begins = |at: usize| of_word(at).is_some_and(|word| word.begins_term);
    // The longest terms first.
    for KnownPart { start, len, known } in other.index.lexicon.longer_parts(&stems, foreign.language, begins)
    {
        let (Some(first), Some(last)) = (tokens.get(start), tokens.get(start + len - 1)) else { continue };
        let span = Span::new(first.span.start, last.span.end);
        let translations = Translations::of(&known, other.sources, view);
        let share = other.translated_share(span, foreign.language);
        let alternatives: Vec<Alternative> = translated(&translations, share).collect();
        if !alternatives.is_empty() {
            let text = span.slice(other.query).to_owned();
            let worth = TERM * len as f64;
            plan.units.push(Unit { text, span, alternatives, joined: true, instead: false, worth });
        }
    }
    for (at, token) in tokens.iter().enumerate() {
        let share = other.translated_share(token.span, foreign.language);
        let mut alternatives = of_word(at).into_iter().flat_map(|word| translated(word, share)).peekable();
        if alternatives.peek().is_some()
            && let Some(unit) = unit_of(plan, token)
        {
            alternatives.for_each(|alternative| add(unit, alternative));
        }
    }
}

/// Translations as alternatives: those probable enough to count. `share`: what all of them together are worth.
pub(super) fn translated(translations: &Translations, share: f64) -> impl Iterator<Item = Alternative> {
    // What the lexicon leaves open is shared out among what it has.
    let share = share / translations.known.max(LEAST_KNOWN);
    let weighed = translations.found.iter().map(move |found| (found, found.probability * share));
    weighed.filter(|(_, weight)| *weight >= COUNTS).map(|(found, weight)| {
        let how = How::Other { kind: MatchKind::Translation, source: Some(found.source) };
        let with = found.with.to_vec();
        Alternative { with, weight, finds: weight >= FINDS, ..Alternative::of(found.key, how) }
    })
}

/// Adds words of the plan's own language that have the same translations.
pub(super) fn add_synonyms(plan: &mut Plan, own: &Analysis, other: &OtherWords<'_>) {
    let worth = other.ranking.synonyms;
    if worth <= 0.0 {
        return;
    }
    for token in words(own) {
        let share = worth * other.share(token.span, plan.language);
        for form in &token.forms {
            let word = other.known(form, plan.language);
            for Synonym { key, probability, alike } in word.synonyms(other.index) {
                let weight = probability * share;
                if weight < COUNTS {
                    continue;
                }
                let Some(unit) = unit_of(plan, token) else { continue };
                let how = How::Other { kind: MatchKind::Synonym, source: None };
                // `news` and `new` share `nouvelle`; words that begin alike are for `family` to judge.
                let finds = weight >= FINDS && !alike;
                add(unit, Alternative { weight, finds, ..Alternative::of(*key, how) });
            }
        }
    }
}

/// Adds words that begin alike, which lift what is found.
pub(super) fn add_family(plan: &mut Plan, own: &Analysis, other: &OtherWords<'_>) {
    let worth = other.ranking.family;
    if worth <= 0.0 {
        return;
    }
    for token in words(own) {
        for form in &token.forms {
            let word = other.known(form, plan.language);
            for (key, alike) in word.family(other.index) {
                let Some(unit) = unit_of(plan, token) else { continue };
                let how = How::Other { kind: MatchKind::Family, source: None };
                add(unit, Alternative { weight: worth * alike, finds: false, ..Alternative::of(*key, how) });
            }
        }
    }
}

/// Adds an alternative unless the same word is there already: it is counted once, at its surest.
fn add(unit: &mut Unit, alternative: Alternative) {
    let same = |known: &Alternative| known.key == alternative.key && known.with == alternative.with;
    match unit.alternatives.iter_mut().find(|known| same(known)) {
        Some(known) if known.weight < alternative.weight && matches!(known.how, How::Other { .. }) => {
            *known = alternative
        }
        Some(_) => {}
        None => unit.alternatives.push(alternative),
    }
}
