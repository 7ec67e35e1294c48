//! What the syntax of a query says of the records that are found.

use super::matches::Matches;
use super::phrase::Phrase;
use super::request::Match;
use crate::analysis::fold_case;
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::index::{Index, RecordSet};
use crate::text::{Language, Span};

/// What a record must meet.
#[derive(Debug)]
pub(super) enum Condition {
    /// To be found by the words at a place of those that records are ranked by.
    Words(Span),
    /// To have a word that begins so, in whatever form.
    Beginning(String),
    /// To have a word itself, in whatever form: a phrase, by its place among those of the query.
    Word(usize),
    /// To have words side by side, likewise.
    Phrase(usize),
    /// To be one of these: what fields with values ask for.
    Records(RecordSet),
    Not(Box<Condition>),
    All(Vec<Condition>),
    Any(Vec<Condition>),
    /// Parts side by side, see [`Conditions::group`].
    Group(Vec<Condition>),
}

impl Condition {
    /// What asks for nothing.
    pub(super) const NOTHING: Condition = Condition::Group(Vec::new());

    /// True for words that by themselves need not match.
    fn is_optional(&self) -> bool {
        match self {
            Condition::Words(_) | Condition::Word(_) | Condition::Beginning(_) => true,
            Condition::Group(parts) => parts.iter().all(Condition::is_optional),
            _ => false,
        }
    }

    /// True for what asks for no words.
    fn is_filter(&self) -> bool {
        match self {
            Condition::Records(_) | Condition::Not(_) => true,
            Condition::Words(_) | Condition::Word(_) | Condition::Beginning(_) | Condition::Phrase(_) => {
                false
            }
            Condition::All(parts) | Condition::Any(parts) | Condition::Group(parts) => {
                parts.iter().all(Condition::is_filter)
            }
        }
    }
}

/// Looks up which records meet conditions. Each part of a condition is met in either language: one that a record meets in English,
/// and another that it meets in French, are both met.
pub(super) struct Conditions<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) index: &'a Index,
    pub(super) matches: &'a Matches<'a>,
    pub(super) phrases: &'a [Phrase],
    pub(super) matching: Match,
}

impl Conditions<'_> {
    fn all(&self) -> RecordSet {
        RecordSet::all(self.index.records.len())
    }

    /// The records that meet a condition; `None` for one that asks for nothing, such as a stop word among others.
    ///
    /// # Errors
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot): a text that must be looked at is not as it was written.
    pub(super) fn records(&self, condition: &Condition) -> Result<Option<RecordSet>, Error> {
        match condition {
            Condition::Words(span) => Ok(self.matches.found_at(*span)),
            Condition::Beginning(text) => Ok(Some(self.beginning(text))),
            Condition::Word(at) | Condition::Phrase(at) => match self.phrases.get(*at) {
                Some(phrase) if phrase.is_looked_up => phrase.records(self.catalogue, self.index),
                phrase => {
                    Ok(phrase.and_then(|phrase| phrase.at).and_then(|span| self.matches.found_at(span)))
                }
            },
            Condition::Records(records) => Ok(Some(records.clone())),
            Condition::Not(part) => Ok(self.records(part)?.map(|records| {
                let mut others = self.all();
                others.subtract(&records);
                others
            })),
            Condition::All(parts) => self.in_all(parts.iter()),
            Condition::Any(parts) => self.in_any(parts.iter()),
            Condition::Group(parts) => self.group(parts),
        }
    }

    /// The records that have a word that begins with `text`.
    fn beginning(&self, text: &str) -> RecordSet {
        let (folded, mut records) = (fold_case(text), RecordSet::none(self.index.records.len()));
        for view in Language::ALL.map(|language| self.index.view(language)) {
            let keys = view.keys_beginning([folded.as_str()]).into_iter();
            keys.for_each(|key| view.postings(key).add_to(&mut records, None));
        }
        records
    }

    /// The records that meet every one of `parts`.
    fn in_all<'c>(&self, parts: impl Iterator<Item = &'c Condition>) -> Result<Option<RecordSet>, Error> {
        let mut in_all: Option<RecordSet> = None;
        for part in parts {
            match (&mut in_all, self.records(part)?) {
                (Some(in_all), Some(records)) => in_all.intersect(&records),
                (none, records @ Some(_)) => *none = records,
                (_, None) => {}
            }
        }
        Ok(in_all)
    }

    /// The records that meet one of `parts`.
    fn in_any<'c>(&self, parts: impl Iterator<Item = &'c Condition>) -> Result<Option<RecordSet>, Error> {
        let mut in_any: Option<RecordSet> = None;
        for part in parts {
            match (&mut in_any, self.records(part)?) {
                (Some(in_any), Some(records)) => in_any.unite(&records),
                (none, records @ Some(_)) => *none = records,
                (_, None) => {}
            }
        }
        Ok(in_any)
    }

    /// The records that parts side by side find. What is marked must be met: quotations, signs, operators, fields. Of the words
    /// beside it one must match where none is marked; else they lift the records that have them. All of them must match where
    /// the request says so.
    fn group(&self, parts: &[Condition]) -> Result<Option<RecordSet>, Error> {
        if self.matching == Match::All {
            return self.in_all(parts.iter());
        }
        let (optional, required): (Vec<&Condition>, Vec<&Condition>) =
            parts.iter().partition(|part| part.is_optional());
        let is_one_needed = required.iter().all(|part| part.is_filter());
        let found = self.in_all(required.into_iter())?;
        let one = if is_one_needed { self.in_any(optional.into_iter())? } else { None };
        Ok(match (found, one) {
            (Some(mut found), Some(one)) => {
                found.intersect(&one);
                Some(found)
            }
            (found, one) => found.or(one),
        })
    }
}
