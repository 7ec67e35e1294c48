use serde::{Deserialize, Serialize};

use super::MatchKind;
use super::plan::{Alternative, Kinds, Plan};
use crate::analysis::Rule;
use crate::index::{Cursor, Field, FieldText, Index, Occurrence};
use crate::lexicon::TranslationSource;
use crate::model::VocabularyName;
use crate::text::{Language, Span};

/// How many occurrences of a query's words most records have, at most.
const OCCURRENCES: usize = 16;

/// Why a record was found: a word of the query, and the word of the record that it matched best.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reason {
    /// The word, as typed.
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

/// For each of `records`, which must ascend: every occurrence that a plan's words match through the alternatives that
/// `count`, word by word of the query.
pub(super) fn occurrences(
    plan: &Plan,
    index: &Index,
    records: &[u32],
    count: impl Fn(&Alternative) -> bool,
) -> Vec<Vec<Found>> {
    let (view, other) = (index.view(plan.language), index.view(plan.language.other()));
    // With room for what most records have.
    let mut found: Vec<Vec<Found>> = records.iter().map(|_| Vec::with_capacity(OCCURRENCES)).collect();
    for (unit, planned) in plan.units.iter().enumerate() {
        for (at, alternative) in planned.alternatives.iter().enumerate().filter(|(_, found)| count(found)) {
            let mut cursors: Vec<Cursor<'_>> = [alternative.key]
                .iter()
                .chain(&alternative.with)
                .map(|key| view.postings(*key).cursor())
                .collect();
            let mut kinds = Kinds::new(alternative, view);
            for (record, found) in records.iter().zip(&mut found) {
                // Of a term all words must be there.
                let start = found.len();
                for cursor in &mut cursors {
                    let in_record = cursor.of(*record);
                    if in_record.is_empty() || !alternative.counts_in(*record, other) {
                        found.truncate(start);
                        break;
                    }
                    found.extend(in_record.filter_map(|occurrence| {
                        let kind = kinds.of(&occurrence)?;
                        Some(Found { unit, alternative: at, end: occurrence.start, occurrence, kind })
                    }));
                }
            }
        }
    }
    found
}

/// What a reader is shown of each of `records`, which must ascend, in the order of the texts: where the words themselves stand,
/// and other words only for those that do not.
pub(super) fn shown(plan: &Plan, index: &Index, records: &[u32]) -> Vec<Vec<Found>> {
    let view = index.view(plan.language);
    let mut of_records = occurrences(plan, index, records, |alternative| alternative.finds);
    for found in &mut of_records {
        let itself: Vec<usize> =
            found.iter().filter(|found| found.kind <= MatchKind::Typo).map(|found| found.unit).collect();
        found.retain(|found| found.kind <= MatchKind::Typo || !itself.contains(&found.unit));
        found.iter_mut().for_each(|found| found.end = view.end(&found.occurrence));
        found.sort_by_key(|found| (found.occurrence.text, found.occurrence.start, found.end));
    }
    of_records
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
    if reasons.is_empty() {
        return None;
    }
    let parts: Vec<String> = reasons.iter().map(|reason| part(reason, reader)).collect();
    let beginning = match reader {
        Language::English => "Found by ",
        Language::French => "Trouvé grâce à ",
    };
    Some([beginning, &parts.join("; "), "."].concat())
}

/// Every hit has one for each word: `concat`, since `format!` takes several times as long.
fn part(reason: &Reason, reader: Language) -> String {
    let field = reason.field.label();
    let shown = reason.label.as_ref().unwrap_or(&reason.matched);
    let how = match (reason.how, reason.rule) {
        (MatchKind::Exact, Some(Rule::Inclusive)) => Some(Rule::Inclusive.description()),
        (MatchKind::Exact, _) => None,
        (how, _) => Some(how.label()),
    };
    let comma = if how.is_some() { ", " } else { "" };
    let how = how.as_ref().map_or("", |how| how.get(reader));
    match reader {
        Language::English => {
            let language = if reason.language == Language::English { "English" } else { "French" };
            ["“", &reason.word, "”: ", &field.en, " “", shown, "” (", language, comma, how, ")"].concat()
        }
        Language::French => {
            let language = if reason.language == Language::English { "en anglais" } else { "en français" };
            let (word, field) = (&reason.word, &field.fr);
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
            .concat()
        }
    }
}
