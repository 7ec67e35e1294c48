//! What a request asks for, read from the text of its query: the words that records are ranked by, and the condition that they
//! must meet.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::condition::Condition;
use super::field_value::{Value, value};
use super::filters::unknown_value;
use super::phrase::{MOST_LOOKED_AT, Phrase, choose_looked_up};
use super::request::{Match, SearchRequest, Syntax};
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::index::{FacetField, Field, Index, RecordSet};
use crate::query::{FieldValues, Query, Target, parse, parse_strict};
use crate::text::{OffsetUnit, Span};

/// The most phrases, words of fields, excluded words and beginnings of words of a query. More are searched as words, and exclude
/// nothing. People write a few; a pasted page would cost seconds.
const MOST_LOOKED_UP: usize = 16;

/// The most years, or ranges of years, that a query is narrowed to: each takes a look at every record. More are searched as words.
const MOST_YEARS: usize = 16;

/// How many words of a query may repeat others. After these a word counts once: a pasted page would cost seconds, and no query that
/// somebody types is as long.
const MOST_REPEATED: usize = 128;

/// What a request asks for.
pub(super) struct Asked<'a> {
    /// The words that records are ranked by.
    pub(super) words: Cow<'a, str>,
    /// Where in them beginnings of words stand.
    pub(super) beginnings: Vec<Span>,
    /// What a record must meet; `None` for plain words, of which the request says which must match.
    pub(super) condition: Option<Condition>,
    /// The phrases of the condition, and the single words that must not match, in the order of the query.
    pub(super) phrases: Vec<Phrase>,
}

impl<'a> Asked<'a> {
    /// # Errors
    /// `InvalidRequest` in strict syntax: for what cannot be read, and for a value that a field does not have.
    pub(super) fn of(
        request: &'a SearchRequest,
        catalogue: &Catalogue,
        index: &Index,
    ) -> Result<Self, Error> {
        let query = match request.syntax {
            Syntax::Words => None,
            Syntax::Strict => Some(parse_strict(&request.query)?),
            Syntax::Forgiving => Some(parse(&request.query, OffsetUnit::Bytes).query),
        };
        let Some(query) = query.filter(|query| !query.is_plain()) else {
            let words = without_repeats(&request.query);
            return Ok(Asked { words, beginnings: Vec::new(), condition: None, phrases: Vec::new() });
        };
        let mut reader = Reader {
            request,
            catalogue,
            index,
            words: String::new(),
            spans: HashMap::new(),
            added: 0,
            beginnings: Vec::new(),
            phrases: Vec::new(),
            looked_up: 0,
            years: 0,
        };
        let condition = reader.condition(&query, true)?;
        choose_looked_up(&mut reader.phrases, MOST_LOOKED_AT);
        Ok(Asked {
            words: Cow::Owned(reader.words),
            beginnings: reader.beginnings,
            condition: Some(condition),
            phrases: reader.phrases,
        })
    }

    /// Which of the ranked words must match, where the condition does not say it.
    pub(super) fn matching(&self, request: &SearchRequest) -> Match {
        if self.condition.is_some() { Match::Any } else { request.matching }
    }
}

/// The text without words that repeat others, where it has more than [`MOST_REPEATED`] words.
fn without_repeats(text: &str) -> Cow<'_, str> {
    if text.split_whitespace().nth(MOST_REPEATED).is_none() {
        return Cow::Borrowed(text);
    }
    let mut seen = HashSet::new();
    let words = text.split_whitespace().filter(|word| seen.insert(word.to_lowercase()));
    Cow::Owned(words.collect::<Vec<_>>().join(" "))
}

struct Reader<'a> {
    request: &'a SearchRequest,
    catalogue: &'a Catalogue,
    index: &'a Index,
    words: String,
    /// Where in them a text stands, in small letters.
    spans: HashMap<String, Span>,
    /// How many texts were added.
    added: usize,
    beginnings: Vec<Span>,
    phrases: Vec<Phrase>,
    looked_up: usize,
    years: usize,
}

impl Reader<'_> {
    /// Adds words to those that records are ranked by, and tells where they stand.
    fn add(&mut self, text: &str) -> Span {
        self.added += 1;
        let lowercase = text.to_lowercase();
        if self.added > MOST_REPEATED
            && let Some(span) = self.spans.get(&lowercase)
        {
            return *span;
        }
        if !self.words.is_empty() {
            self.words.push(' ');
        }
        let start = self.words.len();
        self.words.push_str(&without_repeats(text));
        let span = Span::new(start, self.words.len());
        self.spans.insert(lowercase, span);
        span
    }

    /// True as long as there is room for one more look-up.
    fn may_look_up(&mut self) -> bool {
        self.looked_up += 1;
        self.looked_up <= MOST_LOOKED_UP
    }

    /// Adds a phrase to those of the query, and tells its place among them.
    fn keep(&mut self, phrase: Phrase) -> usize {
        self.phrases.push(phrase);
        self.phrases.len() - 1
    }

    /// The condition that a query is; `is_sought`: false for what records must not have, by which none is ranked.
    fn condition(&mut self, query: &Query, is_sought: bool) -> Result<Condition, Error> {
        Ok(match query {
            Query::Word(text) => self.word(text, is_sought),
            Query::Prefix(text) => {
                let span = is_sought.then(|| self.add(text));
                if self.may_look_up() {
                    self.beginnings.extend(span);
                    Condition::Beginning(text.clone())
                } else {
                    span.map_or(Condition::NOTHING, Condition::Words)
                }
            }
            Query::Phrase(text) => self.phrase(text, None, true, is_sought),
            Query::Field(field) => self.field(field, is_sought)?,
            Query::Required(part) => Condition::All(vec![self.condition(part, is_sought)?]),
            Query::Not(part) => Condition::Not(Box::new(self.condition(part, false)?)),
            Query::All(parts) => Condition::All(self.conditions(parts, is_sought)?),
            Query::Any(parts) => Condition::Any(self.conditions(parts, is_sought)?),
            Query::Group(parts) => Condition::Group(self.conditions(parts, is_sought)?),
        })
    }

    fn conditions(&mut self, parts: &[Query], is_sought: bool) -> Result<Vec<Condition>, Error> {
        parts.iter().map(|part| self.condition(part, is_sought)).collect()
    }

    fn word(&mut self, text: &str, is_sought: bool) -> Condition {
        if is_sought {
            Condition::Words(self.add(text))
        } else if !self.may_look_up() {
            Condition::NOTHING
        } else {
            // What is not wanted is the word itself, not what it may stand for.
            Condition::Word(self.keep(Phrase::new(text, None, false, None, self.index)))
        }
    }

    fn phrase(&mut self, text: &str, field: Option<Field>, verbatim: bool, is_sought: bool) -> Condition {
        let span = is_sought.then(|| self.add(text));
        if self.may_look_up() {
            Condition::Phrase(self.keep(Phrase::new(text, field, verbatim, span, self.index)))
        } else {
            span.map_or(Condition::NOTHING, |span| Condition::All(vec![Condition::Words(span)]))
        }
    }

    fn field(&mut self, query: &FieldValues, is_sought: bool) -> Result<Condition, Error> {
        let facet = match query.name.target() {
            Target::Facet(facet) => facet,
            Target::Text(field) => {
                let values = query.values.iter();
                // One word in whatever form; several as they stand.
                let values = values.map(|value| {
                    self.phrase(value, Some(field), value.contains(char::is_whitespace), is_sought)
                });
                return Ok(Condition::Any(values.collect()));
            }
        };
        let mut records = RecordSet::none(self.index.records.len());
        let mut is_known = false;
        for text in &query.values {
            match value(&facet, text, self.catalogue, self.index) {
                Some(Value::Place(place)) => {
                    self.index
                        .column(&facet)
                        .into_iter()
                        .for_each(|column| records.extend(column.records_of(place)));
                    is_known = true;
                }
                Some(Value::Years(_)) if self.years >= MOST_YEARS => {}
                Some(Value::Years(range)) => {
                    self.years += 1;
                    let years = |record: &u32| range.may_have(self.index.attributes.years(*record));
                    records.extend(RecordSet::all(self.index.records.len()).iter().filter(years));
                    is_known = true;
                }
                None => self.refuse(&facet, text)?,
            }
        }
        Ok(if is_known { Condition::Records(records) } else { self.as_words(query, is_sought) })
    }

    /// # Errors
    /// In strict syntax, for a value that the catalogue does not have.
    fn refuse(&self, facet: &FacetField, value: &str) -> Result<(), Error> {
        match self.index.column(facet) {
            Some(column) if self.request.syntax == Syntax::Strict => {
                Err(unknown_value("query", facet, value, column))
            }
            _ => Ok(()),
        }
    }

    /// What looked like a field, as the words it is made of: `Access: a guide` is a title rather than a filter.
    fn as_words(&mut self, FieldValues { name, values }: &FieldValues, is_sought: bool) -> Condition {
        let name = name.names(self.request.language).first().copied();
        let words = name.into_iter().chain(values.iter().map(String::as_str));
        Condition::Group(words.map(|word| self.word(word, is_sought)).collect())
    }
}
