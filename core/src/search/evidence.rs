use serde::{Deserialize, Serialize};

use super::MatchKind;
use super::plan::{Alternative, Kinds, Plan};
use crate::analysis::Rule;
use crate::index::{Cursor, Field, FieldText, Index, Occurrence};
use crate::lexicon::TranslationSource;
use crate::model::VocabularyName;
use crate::text::{Language, Span};

/// How many occurrences of a query's words a record has, about.
const OCCURRENCES: usize = 8;

/// How many bytes of a sentence most reasons take, at most.
const LONG_PART: usize = 96;

/// Why a record was found: a word of the query, and the word of the record that it matched best.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reason {
    /// The word, as typed; of what is like a record, a word or topic of that.
    pub word: String,
    /// The word of the record, as written; what was typed, where a label that is never shown matched.
    pub matched: String,
    /// How the two match.
    pub how: MatchKind,
    /// Where the translation comes from, when it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<TranslationSource>,
    /// The rule that made a word of what is written, where it is more than a plain word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Rule>,
    /// Where in the record.
    pub field: Field,
    /// The language of that text.
    pub language: Language,
    /// The whole label or name, when that of a topic, another concept, a creator or a publisher matched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The concept, by vocabulary and id, when one matched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concept: Option<(VocabularyName, String)>,
}

/// An occurrence that matched, and how.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) unit: usize,
    /// The alternative of the unit.
    pub(super) alternative: usize,
    /// Which word of that, where it is a term of several: their places, from 0.
    pub(super) word: usize,
    pub(super) occurrence: Occurrence,
    /// Where it ends in its text; known of what is shown, else where it begins.
    pub(super) end: u32,
    pub(super) kind: MatchKind,
}

impl Found {
    /// Where it is written, of what is shown.
    pub(super) fn span(&self) -> Span {
        Span::new(self.occurrence.start as usize, self.end as usize)
    }
}

/// What matched in records, record after record.
#[derive(Debug, Default)]
pub(super) struct FoundIn {
    found: Vec<Found>,
    /// Where those of each record end.
    ends: Vec<usize>,
}

impl FoundIn {
    /// What matched in each record, in the order of the records.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[Found]> {
        (0..self.ends.len()).map(|at| self.get(at))
    }

    /// What matched in the record at a place.
    pub(super) fn get(&self, at: usize) -> &[Found] {
        let end = |at: usize| self.ends.get(at).copied();
        let range = at.checked_sub(1).map_or(Some(0), end).zip(end(at));
        range.and_then(|(start, end)| self.found.get(start..end)).unwrap_or_default()
    }
}

/// An alternative of a word, and where its occurrences are read.
struct Reading<'a> {
    unit: usize,
    /// Its place among those of the unit.
    at: usize,
    alternative: &'a Alternative,
    cursor: Cursor<'a>,
    /// Of the other words of a term.
    with: Vec<Cursor<'a>>,
    kinds: Kinds<'a>,
}

/// For each of `records`, which must ascend: every occurrence that a plan's words match through the alternatives that
/// `count`, word by word of the query; of these, those that are `wanted`.
pub(super) fn occurrences(
    plan: &Plan,
    index: &Index,
    records: &[u32],
    count: impl Fn(&Alternative) -> bool,
    wanted: impl Fn(&Occurrence) -> bool,
) -> FoundIn {
    if records.is_empty() {
        return FoundIn::default();
    }
    let (view, other) = (index.view(plan.language), index.view(plan.language.other()));
    let numbered = plan.units.iter().enumerate().flat_map(|(unit, planned)| {
        planned.alternatives.iter().enumerate().map(move |(at, alternative)| (unit, at, alternative))
    });
    let counting = numbered.filter(|(_, _, alternative)| count(alternative));
    let mut readings: Vec<Reading<'_>> = counting
        .map(|(unit, at, alternative)| Reading {
            unit,
            at,
            alternative,
            cursor: view.postings(alternative.key).cursor(),
            with: alternative.with.iter().map(|key| view.postings(*key).cursor()).collect(),
            kinds: Kinds::new(alternative, view),
        })
        .collect();
    let mut found = FoundIn {
        found: Vec::with_capacity(records.len() * OCCURRENCES),
        ends: Vec::with_capacity(records.len()),
    };
    for record in records {
        for Reading { unit, at, alternative, cursor, with, kinds } in &mut readings {
            // Of a term all words must be there.
            let start = found.found.len();
            for (word, cursor) in std::iter::once(cursor).chain(with).enumerate() {
                let in_record = cursor.of(*record);
                if in_record.is_empty() || !alternative.counts_in(*record, other) {
                    found.found.truncate(start);
                    break;
                }
                found.found.extend(in_record.filter(&wanted).filter_map(|occurrence| {
                    let kind = kinds.of(&occurrence)?;
                    let end = occurrence.start;
                    Some(Found { unit: *unit, alternative: *at, word, end, occurrence, kind })
                }));
            }
        }
        found.ends.push(found.found.len());
    }
    found
}

/// What a reader is shown of each of `records`, which must ascend, in the order of the texts: where the words themselves stand,
/// and other words only for those that do not.
pub(super) fn shown(plan: &Plan, index: &Index, records: &[u32]) -> FoundIn {
    let view = index.view(plan.language);
    let all = occurrences(plan, index, records, |alternative| alternative.finds, |_| true);
    let mut shown =
        FoundIn { found: Vec::with_capacity(all.found.len()), ends: Vec::with_capacity(records.len()) };
    for found in all.iter() {
        let start = shown.found.len();
        let is_itself = |found: &Found| found.kind <= MatchKind::Typo;
        let stands = |unit: usize| found.iter().any(|found| found.unit == unit && is_itself(found));
        let of_record = found.iter().filter(|found| is_itself(found) || !stands(found.unit));
        shown.found.extend(of_record.map(|found| Found { end: view.end(&found.occurrence), ..*found }));
        let of_record = shown.found.get_mut(start..).unwrap_or_default();
        of_record.sort_by_key(|found| (found.occurrence.text, found.occurrence.start, found.end));
        shown.ends.push(shown.found.len());
    }
    shown
}

/// The best reason for each word of the query: the most exact match, in the weightiest field.
pub(super) fn reasons(plan: &Plan, found: &[Found], texts: &[FieldText<'_>]) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for (unit, planned) in plan.units.iter().enumerate() {
        let best = found.iter().filter(|found| found.unit == unit).min_by(|a, b| {
            let weight = |found: &Found| found.occurrence.field.weight().0;
            a.kind.cmp(&b.kind).then(weight(b).total_cmp(&weight(a)))
        });
        let Some((best, text)) =
            best.and_then(|best| Some((best, texts.get(best.occurrence.text as usize)?)))
        else {
            continue;
        };
        let span = best.span();
        // A hidden label is searched, never shown; its concept's own label is.
        let matched = if text.hidden { planned.text.clone() } else { span.slice(&text.text).to_owned() };
        let whole = text.concept.is_some() || matches!(text.field, Field::Creators | Field::Publisher);
        let shown = if text.hidden { preferred_label(text, texts) } else { Some(text) };
        let label = shown.filter(|_| whole).map(|shown| shown.text.to_string());
        reasons.push(Reason {
            word: planned.text.clone(),
            matched,
            how: best.kind,
            source: plan.alternative(best).and_then(Alternative::source),
            rule: best.occurrence.rule,
            field: best.occurrence.field,
            language: plan.language,
            label,
            concept: text.concept.map(|(name, id)| (name, id.to_owned())),
        });
    }
    // A compound says more than its parts.
    let joined: Vec<&str> =
        plan.units.iter().filter(|unit| unit.joined).map(|unit| unit.text.as_str()).collect();
    let whole: Vec<String> = reasons
        .iter()
        .filter(|reason| joined.contains(&reason.word.as_str()))
        .map(|reason| reason.word.clone())
        .collect();
    reasons.retain(|reason| !whole.iter().any(|whole| *whole != reason.word && whole.contains(&reason.word)));
    reasons
}

/// The preferred label of the concept that `hidden` is a label of: the first of its labels.
fn preferred_label<'t, 'a>(hidden: &FieldText<'a>, texts: &'t [FieldText<'a>]) -> Option<&'t FieldText<'a>> {
    texts.iter().find(|text| text.concept == hidden.concept && !text.hidden)
}

/// The reasons as one sentence in the reader's language.
pub(super) fn sentence(reasons: &[Reason], reader: Language) -> Option<String> {
    let (first, others) = reasons.split_first()?;
    let mut sentence = String::with_capacity(reasons.len() * LONG_PART);
    sentence.push_str(match reader {
        Language::English => "Found by ",
        Language::French => "Trouvé grâce à ",
    });
    add_part(first, reader, &mut sentence);
    for reason in others {
        sentence.push_str("; ");
        add_part(reason, reader, &mut sentence);
    }
    sentence.push('.');
    Some(sentence)
}

/// Every hit has one for each word: pieces that are added, since `format!` takes several times as long.
fn add_part(reason: &Reason, reader: Language, sentence: &mut String) {
    let field = reason.field.label_in(reader);
    let shown = reason.label.as_ref().unwrap_or(&reason.matched);
    let how = match (reason.how, reason.rule) {
        (MatchKind::Exact, Some(Rule::Inclusive)) => Some(Rule::Inclusive.description_in(reader)),
        (MatchKind::Exact, _) => None,
        (how, _) => Some(how.label_in(reader)),
    };
    let comma = if how.is_some() { ", " } else { "" };
    let how = how.unwrap_or_default();
    let (word, of_english) = (&reason.word, reason.language == Language::English);
    let pieces = match reader {
        Language::English => {
            let language = if of_english { "English" } else { "French" };
            ["“", word, "”: ", field, " “", shown, "” (", language, comma, how, ")"]
        }
        Language::French => {
            let language = if of_english { "en anglais" } else { "en français" };
            [
                "«\u{a0}",
                word,
                "\u{a0}»\u{a0}: ",
                field,
                " «\u{a0}",
                shown,
                "\u{a0}» (",
                language,
                comma,
                how,
                ")",
            ]
        }
    };
    pieces.into_iter().for_each(|piece| sentence.push_str(piece));
}
