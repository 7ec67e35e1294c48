//! What a query means in each language: which words of the index each of its words stands for.

use std::cmp::Ordering;

use super::beginnings::add_beginnings;
use super::evidence::Found;
use super::frame_words;
use super::known_words::KnownWords;
use super::near_words::add_near_words;
use super::other_words::{OtherWords, add_family, add_synonyms, add_translations};
use super::{MatchKind, SearchRequest};
use crate::analysis::{Analysis, Form, Token, analyze, plain_stem};
use crate::index::{Index, Occurrence, View};
use crate::lexicon::TranslationSource;
use crate::text::{Language, Span};

/// What a compound counts, whose parts count too.
const JOINED: f64 = 0.2;

/// The most unknown words of a query that are taken for others: people mistype a few; a pasted page would cost seconds.
const MOST_UNKNOWN: usize = 24;

/// How many words of the index a word stands for, about.
pub(super) const ALTERNATIVES: usize = 24;

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
    /// True for what stands beside single words (a compound, two neighbours seen as one, a term): helps, is never required.
    pub(super) joined: bool,
    /// True for two neighbours seen as one, which count instead of the two, never beside them.
    pub(super) instead: bool,
    /// What it counts, beside a single word.
    pub(super) worth: f64,
}

/// A key of the index that a word of the query stands for.
#[derive(Debug)]
pub(super) struct Alternative {
    pub(super) key: usize,
    /// The other words of a term, all of which a record must have too.
    pub(super) with: Vec<usize>,
    pub(super) how: How,
    /// What it is worth beside the word itself.
    pub(super) weight: f64,
    /// False for what only lifts a record that is found through something else.
    pub(super) finds: bool,
}

#[derive(Debug)]
pub(super) enum How {
    /// The same stem: how exact, each occurrence's form tells.
    Stem(Vec<Form>),
    /// A stop word among other words: only the very same form counts.
    Stop(Vec<Form>),
    /// Not the word typed, but one near it: only occurrences of exactly this folded word count.
    Near { folded: String, kind: MatchKind },
    /// Another word: a translation, a synonym, one of the family.
    Other { kind: MatchKind, source: Option<TranslationSource> },
}

impl Plan {
    /// The alternative through which an occurrence was found.
    pub(super) fn alternative(&self, found: &Found) -> Option<&Alternative> {
        self.units.get(found.unit)?.alternatives.get(found.alternative)
    }

    /// The unit of a place of the query; a new one, of `text`, where there is none.
    pub(super) fn unit_at(&mut self, span: Span, text: &str, worth: f64) -> Option<&mut Unit> {
        let found = self.units.iter().position(|unit| !unit.joined && unit.span.overlaps(span));
        let at = found.unwrap_or_else(|| {
            let (text, alternatives) = (text.to_owned(), Vec::with_capacity(ALTERNATIVES));
            self.units.push(Unit { text, span, alternatives, joined: false, instead: false, worth });
            self.units.len() - 1
        });
        self.units.get_mut(at)
    }
}

impl Unit {
    /// True for several words that the lexicon knows together.
    pub(super) fn is_term(&self) -> bool {
        self.joined && !self.instead && self.text.contains(char::is_whitespace)
    }
}

impl Alternative {
    pub(super) fn of(key: usize, how: How) -> Self {
        Alternative { key, with: Vec::new(), how, weight: 1.0, finds: true }
    }

    /// How an occurrence of this form matches; `None` when it does not.
    fn kind(&self, view: &View, form: u32) -> Option<MatchKind> {
        let (forms, found) = match &self.how {
            How::Other { kind, .. } => return Some(*kind),
            How::Near { folded, kind } => return (**folded == *view.form(form).folded).then_some(*kind),
            How::Stem(forms) | How::Stop(forms) => (forms, view.form(form)),
        };
        if forms.iter().any(|form| *form.form == *found.form) {
            Some(MatchKind::Exact)
        } else if matches!(self.how, How::Stop(_)) {
            None
        } else if forms.iter().any(|form| *form.folded == *found.folded) {
            Some(MatchKind::Accents)
        } else {
            Some(MatchKind::Stem)
        }
    }

    /// Where a translation comes from.
    pub(super) fn source(&self) -> Option<TranslationSource> {
        match self.how {
            How::Other { source, .. } => source,
            How::Stem(_) | How::Stop(_) | How::Near { .. } => None,
        }
    }

    /// True for the word typed, in whatever form.
    pub(super) fn is_direct(&self) -> bool {
        matches!(self.how, How::Stem(_) | How::Stop(_))
    }

    /// True for a translation of the word typed.
    pub(super) fn is_translation(&self) -> bool {
        matches!(self.how, How::Other { kind: MatchKind::Translation, .. })
    }

    /// False for a record that the alternative does not count in: a record with a title in the language of the query is found
    /// by that; its other title, which says the same, must not give it a second chance that records in one language do
    /// not have. `other`: the view of the other language.
    pub(super) fn counts_in(&self, record: u32, other: &View) -> bool {
        !self.is_translation() || !other.titled().contains(record)
    }
}

/// How occurrences of an alternative match, one after the other: most have the form of the one before.
pub(super) struct Kinds<'a> {
    alternative: &'a Alternative,
    view: &'a View,
    last: Option<(u32, Option<MatchKind>)>,
}

impl<'a> Kinds<'a> {
    pub(super) fn new(alternative: &'a Alternative, view: &'a View) -> Self {
        Kinds { alternative, view, last: None }
    }

    /// How an occurrence under the alternative's key matches; `None` when it does not.
    pub(super) fn of(&mut self, Occurrence { form, .. }: &Occurrence) -> Option<MatchKind> {
        match self.last {
            Some((last, kind)) if last == *form => kind,
            _ => {
                let kind = self.alternative.kind(self.view, *form);
                self.last = Some((*form, kind));
                kind
            }
        }
    }
}

/// The plans of a request in both languages, English first. `query`: the words that its records are ranked by, with beginnings of
/// words at `beginnings`; `known`: what is known of the words of `index`.
pub(super) fn plans(
    query: &str,
    beginnings: &[Span],
    request: &SearchRequest,
    index: &Index,
    known: &KnownWords,
) -> [Plan; 2] {
    let [mut of_en, mut of_fr] = Language::ALL.map(|language| known.analyze(query, language));
    drop_foreign_stop_words(&mut of_en, &mut of_fr);
    let other = OtherWords::new(query, request, index, known);
    let [mut english, mut french] = [&of_en, &of_fr].map(|analysis| plan(analysis, &other));
    for (plan, own, foreign) in [(&mut english, &of_en, &of_fr), (&mut french, &of_fr, &of_en)] {
        add_synonyms(plan, own, &other);
        add_translations(plan, foreign, &other);
    }
    for plan in [&mut english, &mut french] {
        let view = index.view(plan.language);
        add_beginnings(plan, query, beginnings, view);
    }
    let (of_english, of_french) = (unknown(&english, &french), unknown(&french, &english));
    add_near_words(&mut english, &of_english, index.view(Language::English));
    add_near_words(&mut french, &of_french, index.view(Language::French));
    add_family(&mut english, &of_en, &other);
    add_family(&mut french, &of_fr, &other);
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

fn plan(analysis: &Analysis, other: &OtherWords<'_>) -> Plan {
    // A query of nothing but stop words means them; any other leaves them out.
    let only_stop_words = analysis.tokens.iter().all(|token| token.stop);
    let language = analysis.language;
    let tokens = analysis.tokens.iter().filter(|token| only_stop_words || !token.stop);
    let mut units: Vec<Unit> = tokens.map(|token| unit(token, language, other)).collect();
    units.extend(neighbours(analysis, other));
    Plan { language, units }
}

fn unit(token: &Token, language: Language, other: &OtherWords<'_>) -> Unit {
    let mut alternatives = Vec::with_capacity(ALTERNATIVES);
    if token.stop {
        let view = other.index.view(language);
        let of = |key: &str, how: fn(Vec<Form>) -> How| {
            view.key(key).map(|key| Alternative::of(key, how(token.forms.clone())))
        };
        for form in &token.forms {
            // Under the key of a stop word there is nothing but that word: no occurrence need be looked at.
            alternatives.extend(of(&View::stop_key(&form.form), How::Stem));
            // In capitals it may be an acronym.
            alternatives.extend(of(&form.stem, How::Stop));
        }
    } else {
        for form in token.distinct_forms() {
            if let Some(key) = other.known(form, language).key(other.index) {
                alternatives.push(Alternative::of(key, How::Stem(token.forms.clone())));
            }
        }
    }
    Unit {
        text: token.text.clone(),
        span: token.span,
        alternatives,
        joined: token.joined,
        instead: false,
        worth: worth(token),
    }
}

/// What a word of the query counts.
pub(super) fn worth(token: &Token) -> f64 {
    if token.joined {
        JOINED
    } else if token.forms.iter().any(|form| frame_words::contains(&form.folded)) {
        frame_words::WORTH
    } else {
        1.0
    }
}

/// Two neighbouring words written as one elsewhere: `micro agression` and `microagression`.
fn neighbours(analysis: &Analysis, other: &OtherWords<'_>) -> Vec<Unit> {
    let (query, language) = (other.query, analysis.language);
    let words: Vec<&Token> = analysis.tokens.iter().filter(|token| !token.joined).collect();
    let pairs = words.iter().zip(words.iter().skip(1));
    // An inclusive form glued to another word would be read as one of that word.
    let is_plain = |token: &Token| token.forms.len() == 1;
    pairs
        .filter(|(left, right)| is_plain(left) && is_plain(right))
        .filter(|(left, right)| {
            let between = query.get(left.span.end..right.span.start).unwrap_or_default();
            !between.is_empty() && between.chars().all(char::is_whitespace)
        })
        .filter_map(|(left, right)| {
            let whole = [left.text.as_str(), right.text.as_str()].concat();
            // Hardly any two words are written as one: most need no more than their stem.
            if plain_stem(&whole, language)
                .is_some_and(|stem| other.index.view(language).key(&stem).is_none())
            {
                return None;
            }
            let whole = analyze(&whole, language);
            let [token] = whole.tokens.as_slice() else { return None };
            let mut unit = unit(token, language, other);
            unit.span = Span::new(left.span.start, right.span.end);
            unit.text = query.get(unit.span.start..unit.span.end).unwrap_or_default().to_owned();
            unit.joined = true;
            unit.instead = true;
            (!unit.alternatives.is_empty() && !token.stop).then_some(unit)
        })
        .collect()
}

/// The units of `plan` that neither language knows. A word that one language knows is no typing error in the other.
fn unknown(plan: &Plan, other: &Plan) -> Vec<usize> {
    let known = |span: Span| {
        plan.units.iter().chain(&other.units).any(|unit| {
            unit.alternatives.iter().any(|alternative| alternative.finds) && unit.span.overlaps(span)
        })
    };
    let unknown = plan.units.iter().enumerate().filter(|(_, unit)| !unit.joined && !known(unit.span));
    unknown.map(|(at, _)| at).take(MOST_UNKNOWN).collect()
}
