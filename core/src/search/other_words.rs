//! Other words that a word of the query stands for: its translations, its synonyms, the words of its family.

use super::plan::{Alternative, How, Plan, Unit, worth};
use super::{MatchKind, Ranking, SearchRequest};
use crate::analysis::{Analysis, Token, fold};
use crate::index::{Index, View};
use crate::lexicon::{Known, KnownPart, LexiconSources};
use crate::query_language::{
    Evidence, LanguageDistribution, LanguageModel, QueryLanguage, RecordCounts, Vocabulary,
};
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
    query: &'a str,
    index: &'a Index,
    ranking: Ranking,
    sources: LexiconSources,
    language: QueryLanguage,
}

impl<'a> OtherWords<'a> {
    pub(super) fn new(query: &'a str, request: &SearchRequest, index: &'a Index) -> Self {
        let counts = |word: &str| {
            let folded = fold(word);
            let [english, french] = Language::ALL.map(|language| records_of(&folded, index.view(language)));
            RecordCounts { english, french }
        };
        let [english, french] = Language::ALL.map(|language| count(index.view(language).record_count()));
        let vocabulary = Vocabulary { records: RecordCounts { english, french }, counts: &counts };
        let prior = LanguageDistribution::of_reader(request.language);
        let evidence = Evidence { prior, vocabulary: Some(vocabulary) };
        let language = LanguageModel::bundled().query(query, &evidence);
        OtherWords { query, index, ranking: request.ranking, sources: request.across, language }
    }

    /// How likely the words in `span` are of `language`: half by themselves, half by the whole query.
    fn share(&self, span: Span, language: Language) -> f64 {
        let whole = self.language.distribution.get(language);
        let inside = self.language.words.iter().filter(|word| word.span.overlaps(span));
        let (sum, count) = inside
            .fold((0.0, 0.0), |(sum, count), word| (sum + word.distribution.get(language), count + 1.0));
        if count > 0.0 { f64::midpoint(sum / count, whole) } else { whole }
    }
}

/// In how many records of a view a word occurs, in whatever form.
fn records_of(folded: &str, view: &View) -> u32 {
    let word = view.words().number(folded);
    let keys = word.into_iter().flat_map(|word| view.keys_of_word(word));
    keys.map(|key| count(view.record_count_of(key))).max().unwrap_or(0)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
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
    let worth = other.ranking.translations;
    if worth <= 0.0 {
        return;
    }
    let view = other.index.view(plan.language);
    let tokens: Vec<&Token> = words(foreign).collect();
    let stems: Vec<&str> =
        tokens.iter().map(|token| token.forms.first().map_or("", |form| form.stem.as_str())).collect();
    for KnownPart { start, len, known: translations } in other.index.lexicon.parts(&stems, foreign.language) {
        let (Some(first), Some(last)) = (tokens.get(start), tokens.get(start + len - 1)) else { continue };
        let span = Span::new(first.span.start, last.span.end);
        // What the lexicon leaves open is shared out among what it has.
        let known: f64 = translations.iter().map(|known| f64::from(known.probability)).sum();
        let share = worth * other.share(span, foreign.language) / known.max(LEAST_KNOWN);
        let alternatives: Vec<Alternative> = translations
            .iter()
            .filter(|translation| other.sources.has(translation.source))
            .filter_map(|translation| translated(translation, share, view))
            .collect();
        if alternatives.is_empty() {
            continue;
        }
        if len == 1 {
            let Some(unit) = unit_of(plan, first) else { continue };
            alternatives.into_iter().for_each(|alternative| add(unit, alternative));
        } else {
            let text = span.slice(other.query).to_owned();
            let worth = TERM * len as f64;
            plan.units.push(Unit { text, span, alternatives, joined: true, instead: false, worth });
        }
    }
}

fn translated(translation: &Known<'_>, share: f64, view: &View) -> Option<Alternative> {
    let weight = f64::from(translation.probability) * share;
    if weight < COUNTS {
        return None;
    }
    let mut keys = translation.term().split(' ').map(|word| view.key(word));
    let key = keys.next()??;
    let with: Vec<usize> = keys.collect::<Option<_>>()?;
    let how = How::Other { kind: MatchKind::Translation, source: Some(translation.source) };
    Some(Alternative { with, weight, finds: weight >= FINDS, ..Alternative::of(key, how) })
}

/// Adds words of the plan's own language that have the same translations.
pub(super) fn add_synonyms(plan: &mut Plan, own: &Analysis, other: &OtherWords<'_>) {
    let worth = other.ranking.synonyms;
    if worth <= 0.0 {
        return;
    }
    let view = other.index.view(plan.language);
    for token in words(own) {
        let share = worth * other.share(token.span, plan.language);
        for form in &token.forms {
            let synonyms = other.index.lexicon.likely_synonyms(&form.stem, plan.language, other.sources);
            for (stem, probability) in synonyms {
                let weight = probability * share;
                let Some(key) = (weight >= COUNTS).then(|| view.key(stem)).flatten() else { continue };
                let Some(unit) = unit_of(plan, token) else { continue };
                let how = How::Other { kind: MatchKind::Synonym, source: None };
                // `news` and `new` share `nouvelle`; words that begin alike are for `family` to judge.
                let alike = stem.starts_with(&form.stem) || form.stem.starts_with(stem);
                add(
                    unit,
                    Alternative { weight, finds: weight >= FINDS && !alike, ..Alternative::of(key, how) },
                );
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
    let view = other.index.view(plan.language);
    for token in words(own) {
        for form in &token.forms {
            for (key, alike) in view.family(&form.folded) {
                let Some(unit) = unit_of(plan, token) else { continue };
                let how = How::Other { kind: MatchKind::Family, source: None };
                add(unit, Alternative { weight: worth * alike, finds: false, ..Alternative::of(key, how) });
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
