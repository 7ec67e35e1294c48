//! Words that must stand side by side.

use crate::analysis::{Rule, Token, analyze, fold_case, stop_words};
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::index::{Cursor, Field, FieldText, Index, Occurrence, RecordSet, View};
use crate::text::{Language, Span};

/// The most bytes between two words side by side in which no word has room: a blank and a sign. A word has a letter and two more.
const NO_WORD: u32 = 2;

/// The most bytes between two words side by side: elided words, blanks, signs.
const FARTHEST: u32 = 24;

/// Words that must stand side by side in a text of a record.
#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) text: String,
    /// Where; `None` for anywhere.
    pub(super) field: Option<Field>,
    /// True for the very words, whatever their capitals, accents and inclusive notation; false for words of the same stems.
    pub(super) verbatim: bool,
}

impl Phrase {
    /// The records that have it in either language; `None` where it has no words.
    ///
    /// # Errors
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot): a text that must be looked at is not as it was written.
    pub(super) fn records(&self, catalogue: &Catalogue, index: &Index) -> Result<Option<RecordSet>, Error> {
        let mut found: Option<RecordSet> = None;
        for language in Language::ALL {
            let words = self.words(index.view(language), language);
            if !words.is_empty() {
                let found = found.get_or_insert_with(|| RecordSet::none(index.records.len()));
                self.add_records(&words, catalogue, index, language, found)?;
            }
        }
        Ok(found)
    }

    fn words(&self, view: &View, language: Language) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        let mut end = 0;
        for token in analyze(&self.text, language).tokens {
            // An elided word is in no index.
            if token.joined || token.forms.is_empty() || (token.stop && token.rules.contains(&Rule::Elision))
            {
                continue;
            }
            let before = letters(Span::new(end, token.span.start).slice(&self.text));
            end = token.span.end;
            words.push(Word::new(&token, before, self.verbatim, view, language));
        }
        words
    }

    fn add_records(
        &self,
        words: &[Word],
        catalogue: &Catalogue,
        index: &Index,
        language: Language,
        found: &mut RecordSet,
    ) -> Result<(), Error> {
        let view = index.view(language);
        let mut candidates: Option<RecordSet> = None;
        for word in words {
            let mut having = RecordSet::none(index.records.len());
            word.keys.iter().for_each(|key| view.postings(*key).add_to(&mut having, None));
            match &mut candidates {
                Some(candidates) => candidates.intersect(&having),
                None => candidates = Some(having),
            }
        }
        if words.len() == 1 && !self.verbatim && self.field.is_none() {
            candidates.iter().for_each(|having| found.unite(having));
            return Ok(());
        }
        let mut cursors: Vec<Vec<Cursor<'_>>> = words
            .iter()
            .map(|word| word.keys.iter().map(|key| view.postings(*key).cursor()).collect())
            .collect();
        for record in candidates.iter().flat_map(RecordSet::iter) {
            let mut of_record =
                InRecord { phrase: self, view, record, index, catalogue, language, texts: None };
            if of_record.has(words, &mut cursors)? {
                found.extend([record]);
            }
        }
        Ok(())
    }
}

/// A word of a phrase.
struct Word {
    /// The keys of the view under which it may be.
    keys: Vec<usize>,
    /// Its forms, folded.
    folded: Vec<String>,
    /// The letters of elided words before it.
    before: String,
}

impl Word {
    fn new(token: &Token, before: String, verbatim: bool, view: &View, language: Language) -> Self {
        let mut keys: Vec<usize> = Vec::new();
        for form in &token.forms {
            // A frequent word of one language may be read as another word in the other: `à` in English.
            if token.stop || verbatim {
                let stop_keys = stop_words::folded_as(&form.folded, language).map(View::stop_key);
                keys.extend(stop_keys.filter_map(|key| view.key(&key)));
            }
            // In capitals a stop word may be an acronym.
            keys.extend(view.key(&form.stem));
        }
        keys.sort_unstable();
        keys.dedup();
        let folded = token.forms.iter().map(|form| form.folded.clone()).collect();
        Word { keys, folded, before }
    }
}

/// The letters and digits of what stands between two words, folded.
fn letters(between: &str) -> String {
    fold_case(between).chars().filter(|sign| sign.is_alphanumeric()).collect()
}

/// A record that has all words of a phrase, maybe side by side.
struct InRecord<'a> {
    phrase: &'a Phrase,
    view: &'a View,
    record: u32,
    index: &'a Index,
    catalogue: &'a Catalogue,
    language: Language,
    /// The texts of the record, once one was looked at.
    texts: Option<Vec<FieldText<'a>>>,
}

/// Where words stand that were found side by side: the text, and where in it the last of them ends.
type Place = (u32, u32);

impl InRecord<'_> {
    /// True where the words stand side by side; `cursors`: at their keys.
    fn has(&mut self, words: &[Word], cursors: &mut [Vec<Cursor<'_>>]) -> Result<bool, Error> {
        let mut places: Option<Vec<Place>> = None;
        for (word, cursors) in words.iter().zip(cursors) {
            let record = self.record;
            let of_word = cursors.iter_mut().flat_map(|cursor| cursor.of(record));
            let mut next: Vec<Place> = Vec::new();
            for occurrence in of_word {
                if self.counts(&occurrence, word)
                    && self.follows(&occurrence, &word.before, places.as_deref())?
                {
                    next.push((occurrence.text, self.view.end(&occurrence)));
                }
            }
            if next.is_empty() {
                return Ok(false);
            }
            places = Some(next);
        }
        Ok(places.is_some())
    }

    fn counts(&self, occurrence: &Occurrence, word: &Word) -> bool {
        let has_form = || {
            let form = self.view.form(occurrence.form);
            // One of an inclusive form stands for both.
            occurrence.rule == Some(Rule::Inclusive)
                || word.folded.iter().any(|folded| **folded == *form.folded)
        };
        self.phrase.field.is_none_or(|field| occurrence.field == field)
            && (!self.phrase.verbatim || has_form())
    }

    /// True for an occurrence that comes next after one of `places`, with nothing but the letters `before` between; for any where
    /// there is no word before.
    fn follows(
        &mut self,
        occurrence: &Occurrence,
        before: &str,
        places: Option<&[Place]>,
    ) -> Result<bool, Error> {
        let Some(places) = places else { return Ok(true) };
        for (_, end) in places.iter().filter(|(text, _)| *text == occurrence.text) {
            let is_next = match occurrence.start.checked_sub(*end) {
                None => false,
                Some(distance) if distance <= NO_WORD => before.is_empty(),
                Some(distance) if distance <= FARTHEST => {
                    letters(self.between(occurrence.text, *end, occurrence.start)?) == before
                }
                Some(_) => false,
            };
            if is_next {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// What stands in a text between two words.
    fn between(&mut self, text: u32, start: u32, end: u32) -> Result<&str, Error> {
        if self.texts.is_none() {
            let record = self.index.records.get(self.record);
            self.texts = record.map(|record| record.texts(self.catalogue, self.language)).transpose()?;
        }
        let text = self.texts.as_ref().and_then(|texts| texts.get(text as usize));
        Ok(text.map_or("", |text| Span::new(start as usize, end as usize).slice(&text.text)))
    }
}
