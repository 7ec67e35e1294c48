//! The words of a phrase as read in one language, and the records that have them.

use super::side_by_side::{InRecord, Place, Reader, Readers, Side};
use crate::analysis::{Rule, Token, analyze, fold_case, stop_words};
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::index::{Field, Index, RecordSet, View};
use crate::text::{Language, Span};

/// How many words of a phrase, the rarest, say which records are looked at. With more the records are hardly fewer.
const NARROWING: usize = 4;

/// A phrase as it is read in one language.
#[derive(Debug)]
pub(super) struct PhraseWords {
    pub(super) language: Language,
    pub(super) field: Option<Field>,
    pub(super) verbatim: bool,
    words: Vec<Word>,
    /// The words in the order in which they are looked at: the rarest first, then its neighbours, the rarer one first, and so on.
    order: Vec<(usize, Side)>,
}

/// A word of a phrase.
#[derive(Debug)]
pub(super) struct Word {
    /// The keys of the view under which it may be.
    pub(super) keys: Vec<usize>,
    /// How many records have it, at most.
    count: usize,
    /// Its forms, folded.
    pub(super) folded: Vec<String>,
    /// The letters of elided words before it.
    pub(super) before: String,
}

impl PhraseWords {
    pub(super) fn new(
        text: &str,
        field: Option<Field>,
        verbatim: bool,
        view: &View,
        language: Language,
    ) -> Self {
        let mut words: Vec<Word> = Vec::new();
        let mut end = 0;
        for token in analyze(text, language).tokens {
            // An elided word is in no index.
            if token.joined || token.forms.is_empty() || (token.stop && token.rules.contains(&Rule::Elision))
            {
                continue;
            }
            let before = letters(Span::new(end, token.span.start).slice(text));
            end = token.span.end;
            words.push(Word::new(&token, before, verbatim, view, language));
        }
        let order = order(&words);
        PhraseWords { language, field, verbatim, words, order }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// True for one word, in whatever form and place: each record that has it will do.
    pub(super) fn are_anywhere(&self) -> bool {
        self.words.len() == 1 && !self.verbatim && self.field.is_none()
    }

    /// Where the words stand side by side in a record, in the order of the texts. `readers`: [those](PhraseWords::readers) of the
    /// words; records must ascend.
    ///
    /// # Errors
    /// `InvalidSnapshot`: a text that must be looked at is not as it was written.
    pub(super) fn places<'r>(
        &self,
        record: u32,
        readers: &'r mut Readers<'_>,
        catalogue: &Catalogue,
        index: &Index,
    ) -> Result<&'r [Place], Error> {
        InRecord::new(self, record, index, catalogue).places(readers)
    }

    /// The records that have the words, or the rarest of them.
    pub(super) fn having(&self, index: &Index) -> RecordSet {
        let view = index.view(self.language);
        let mut words: Vec<(usize, &[usize])> =
            self.words.iter().map(|word| (word.count, word.keys.as_slice())).collect();
        words.sort_unstable();
        words.dedup();
        let sets = words.into_iter().take(NARROWING).map(|(_, keys)| {
            let mut having = RecordSet::none(index.records.len());
            keys.iter().for_each(|key| view.postings(*key).add_to(&mut having, None));
            having
        });
        let in_all = sets.reduce(|mut in_all, having| {
            in_all.intersect(&having);
            in_all
        });
        in_all.unwrap_or_else(|| RecordSet::none(index.records.len()))
    }

    /// Readers of the words, in the order in which they are looked at.
    pub(super) fn readers<'a>(&'a self, index: &'a Index) -> Readers<'a> {
        let view = index.view(self.language);
        let words = self.order.iter().filter_map(|(at, side)| {
            let (word, next) = (self.words.get(*at)?, self.words.get(at + 1));
            // What stands between a word and its neighbour that was looked at before.
            let between =
                if *side == Side::Left { next.map_or("", |next| &next.before) } else { &word.before };
            Some(Reader::new(word, *side, between, self, view))
        });
        Readers::new(words.collect())
    }
}

/// The order in which words are looked at: what is rare first, since most records are done with then.
fn order(words: &[Word]) -> Vec<(usize, Side)> {
    let count = |at: usize| words.get(at).map(|word| word.count);
    let Some(rarest) = (0..words.len()).min_by_key(|at| count(*at)) else { return Vec::new() };
    let (mut order, mut left, mut right) = (vec![(rarest, Side::Right)], rarest, rarest + 1);
    while order.len() < words.len() {
        let is_left = left > 0 && count(right).is_none_or(|of_right| count(left - 1) < Some(of_right));
        if is_left {
            left -= 1;
            order.push((left, Side::Left));
        } else {
            order.push((right, Side::Right));
            right += 1;
        }
    }
    order
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
        let count = keys.iter().map(|key| view.record_count_of(*key)).sum();
        let folded = token.forms.iter().map(|form| form.folded.clone()).collect();
        Word { keys, count, folded, before }
    }
}

/// The letters and digits of what stands between two words, folded.
pub(super) fn letters(between: &str) -> String {
    fold_case(between).chars().filter(|sign| sign.is_alphanumeric()).collect()
}
