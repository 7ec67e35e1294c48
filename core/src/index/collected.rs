//! What the texts of records say in one language: which words, where.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;

use super::key_occurrences::KeyOccurrences;
use super::statistics::{RecordLengths, length_place};
use super::{Field, FieldText, Occurrence, View};
use crate::analysis::{Analyzer, Rule, Token, TokenReader};
use crate::interner::Interner;
use crate::text::{Language, Span};

/// The words of records that were read one after the other.
pub(super) struct Collected {
    analyzer: Analyzer<Noted>,
    pub(super) words: CollectedWords,
}

/// What was read; keys are numbered in the order in which they were met.
#[derive(Default)]
pub(super) struct CollectedWords {
    pub(super) keys: Interner,
    /// By key.
    pub(super) occurrences: Vec<KeyOccurrences>,
    /// Folded words.
    pub(super) words: Interner,
    /// For each of these its keys.
    pub(super) keys_of_words: Vec<Vec<u32>>,
    /// For each record in turn.
    pub(super) lengths: Vec<RecordLengths>,
    /// For each record the keys of the words of its title that count.
    pub(super) title_keys: Vec<Vec<u32>>,
    /// How many records have any text.
    pub(super) record_count: u64,
}

/// What is remembered of a token.
#[derive(Debug)]
struct Noted {
    /// True for a word that says something: the next has another position.
    is_content: bool,
    /// True for one that counts for lengths.
    counted: bool,
    rule: Option<Rule>,
    /// The first of its forms, the one that counts.
    first: Option<NotedForm>,
    /// The others that have a stem of their own. Most tokens have none.
    others: Box<[NotedForm]>,
}

/// What an occurrence of a form of a token is filed under.
#[derive(Debug)]
struct NotedForm {
    key: u32,
    /// The place of the form among those of the key.
    form: u32,
    /// The length of the form, in bytes.
    length: u32,
}

impl Collected {
    pub(super) fn new(language: Language) -> Self {
        Collected { analyzer: Analyzer::new(language), words: CollectedWords::default() }
    }

    /// Reads the texts of a record.
    pub(super) fn record(&mut self, number: u32, texts: &[FieldText<'_>]) {
        let Collected { analyzer, words } = self;
        words.lengths.push(RecordLengths::default());
        words.title_keys.push(Vec::new());
        words.record_count += u64::from(texts.iter().any(|text| !text.text.trim().is_empty()));
        for (place, text) in (0..).zip(texts) {
            let mut reader =
                FieldReader { words, record: number, text: place, field: text.field, position: 0 };
            analyzer.read(&text.text, &mut reader);
        }
    }
}

/// Collects the tokens of a text of a record.
struct FieldReader<'w> {
    words: &'w mut CollectedWords,
    record: u32,
    /// The place of the text among those of the record.
    text: u32,
    field: Field,
    /// How many words that say something were read.
    position: u32,
}

impl TokenReader for FieldReader<'_> {
    type Note = Noted;

    fn note(&mut self, token: &Token) -> Noted {
        self.words.note(token)
    }

    fn read(&mut self, noted: &Noted, span: Span) {
        if noted.counted {
            let lengths = self.words.lengths.last_mut();
            let length = length_place(self.field).and_then(|at| lengths?.get_mut(at));
            length.into_iter().for_each(|length| *length = length.saturating_add(1));
        }
        let written = u32::try_from(span.end.saturating_sub(span.start)).unwrap_or(0);
        let others = noted.others.iter().map(|form| (form, false));
        for (NotedForm { key, form, length }, is_first) in
            noted.first.iter().map(|form| (form, true)).chain(others)
        {
            let occurrence = Occurrence {
                text: self.text,
                field: self.field,
                form: *form,
                position: self.position,
                counted: noted.counted && is_first,
                start: u32::try_from(span.start).unwrap_or(u32::MAX),
                length: if written == *length { None } else { NonZeroU32::new(written) },
                rule: noted.rule,
            };
            if occurrence.is_of_title() {
                self.words.title_keys.last_mut().into_iter().for_each(|keys| keys.push(*key));
            }
            let of_key = self.words.occurrences.get_mut(*key as usize);
            of_key.into_iter().for_each(|of_key| of_key.push(self.record, &occurrence));
        }
        self.position += u32::from(noted.is_content);
    }
}

impl CollectedWords {
    /// Numbers the keys and forms of a token.
    fn note(&mut self, token: &Token) -> Noted {
        // An elided word is only ever half a word: nobody looks for `l` or `qu`.
        let forms =
            if token.stop && token.rules.contains(&Rule::Elision) { Vec::new() } else { self.forms(token) };
        let is_content = token.is_content();
        let mut forms = forms.into_iter();
        Noted {
            is_content,
            counted: is_content && !token.forms.is_empty(),
            rule: [Rule::Inclusive, Rule::Hashtag, Rule::Compound, Rule::Acronym]
                .into_iter()
                .find(|rule| token.rules.contains(rule)),
            first: forms.next(),
            others: forms.collect(),
        }
    }

    /// The forms of a token, with their keys.
    fn forms(&mut self, token: &Token) -> Vec<NotedForm> {
        let mut noted: Vec<NotedForm> = Vec::new();
        for (at, form) in token.forms.iter().enumerate() {
            let key = if token.stop { View::stop_key(&form.form) } else { form.stem.clone() };
            // Both words of an inclusive form mostly share their stem; they are one occurrence then.
            let repeated =
                !token.stop && token.forms.iter().take(at).any(|earlier| earlier.stem == form.stem);
            if repeated {
                continue;
            }
            let key = self.key(&key);
            if !token.stop {
                self.add_key(&form.folded, key);
            }
            let of_key = self.occurrences.get_mut(key as usize);
            let place = of_key.map_or(0, |of_key| of_key.place_of(&form.form, &form.folded));
            noted.push(NotedForm { key, form: place, length: form.form.len() as u32 });
        }
        noted
    }

    fn key(&mut self, key: &str) -> u32 {
        let number = self.keys.number(key);
        if number as usize == self.occurrences.len() {
            self.occurrences.push(KeyOccurrences::default());
        }
        number
    }

    /// Adds what was read of the records after those of this: as if it had been read here.
    pub(super) fn append(&mut self, other: CollectedWords) {
        if self.lengths.is_empty() {
            *self = other;
            return;
        }
        let CollectedWords { keys, occurrences, words, keys_of_words, lengths, title_keys, record_count } =
            other;
        let numbers: Vec<u32> = keys.iter().map(|key| self.key(key)).collect();
        let number = |key: &u32| numbers.get(*key as usize).copied().unwrap_or(u32::MAX);
        for (key, occurrences) in numbers.iter().zip(occurrences) {
            if let Some(of_key) = self.occurrences.get_mut(*key as usize) {
                of_key.append(occurrences);
            }
        }
        for (word, keys) in words.iter().zip(&keys_of_words) {
            keys.iter().for_each(|key| self.add_key(word, number(key)));
        }
        self.lengths.extend(lengths);
        let renumbered = |keys: Vec<u32>| keys.iter().map(number).collect();
        self.title_keys.extend(title_keys.into_iter().map(renumbered));
        self.record_count += record_count;
    }

    /// Adds a key of a folded word.
    fn add_key(&mut self, word: &str, key: u32) {
        let word = self.words.number(word) as usize;
        if word == self.keys_of_words.len() {
            self.keys_of_words.push(Vec::new());
        }
        let of_word = self.keys_of_words.get_mut(word).filter(|keys| !keys.contains(&key));
        of_word.into_iter().for_each(|keys| keys.push(key));
    }

    /// The occurrences of each key, in the order of the keys.
    pub(super) fn by_key(&self) -> BTreeMap<&str, &KeyOccurrences> {
        self.keys.iter().zip(&self.occurrences).collect()
    }

    /// Each folded word with each key it is under.
    pub(super) fn word_keys(&self) -> BTreeSet<(&str, &str)> {
        let mut of_words = BTreeSet::new();
        for (word, keys) in self.words.iter().zip(&self.keys_of_words) {
            of_words.extend(keys.iter().map(|key| (word, self.keys.get(*key))));
        }
        of_words
    }
}
