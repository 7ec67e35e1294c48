use super::dictionary::Dictionary;
use super::{Field, family};
use crate::analysis::Rule;

/// One language's view of every record: its words, where they occur, and its own statistics.
#[derive(Debug, Default)]
pub(crate) struct View {
    /// What occurrences are kept under: stems, and stop words marked by [`View::stop_key`].
    pub(super) keys: Dictionary,
    /// For each key, its occurrences, by record and text.
    pub(super) postings: Vec<Vec<Occurrence>>,
    /// For each key, the records that have it, each with its frequency there: occurrences weighed by field and length,
    /// added up. What a search adds up most, so it is worked out once.
    pub(super) frequencies: Vec<Vec<(u32, f64)>>,
    /// For each key and each of these records, the place of its first occurrence among those of the key.
    pub(super) firsts: Vec<Vec<u32>>,
    /// For each record, the rarities of the words of its title added up.
    pub(super) title_rarities: Vec<f64>,
    /// Folded words, for typing errors and beginnings of words.
    pub(super) words: Dictionary,
    /// For each folded word, the keys it occurs under.
    pub(super) word_keys: Vec<Vec<usize>>,
    /// The distinct forms; an occurrence names its form by its place here.
    pub(super) forms: Vec<ViewForm>,
    /// For each record and field, the number of words.
    pub(super) lengths: Vec<[u32; Field::COUNT]>,
    /// For each field, the mean number of words of the records that have it.
    pub(super) mean_lengths: [f64; Field::COUNT],
    /// How many records have any text in this language.
    pub(super) record_count: usize,
}

/// A word as it occurs: with exact accents, and folded.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ViewForm {
    pub(crate) form: Box<str>,
    pub(crate) folded: Box<str>,
}

/// A word at a place in a text of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Occurrence {
    pub(crate) record: u32,
    /// The text's place among the record's texts in this language.
    pub(crate) text: u32,
    pub(crate) field: Field,
    /// The form's place among the view's forms.
    pub(crate) form: u32,
    /// Its place among the words of the text, stop words left out, from 0.
    pub(crate) position: u32,
    /// Where it is written, in bytes.
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// True for a word that counts for lengths and neighbours: no stop word, no compound beside its parts.
    pub(crate) counted: bool,
    /// What made more than a plain word of it: inclusive, compound, hashtag or acronym.
    pub(crate) rule: Option<Rule>,
}

/// Reads the occurrences of a key in one record after the other.
pub(crate) struct Cursor<'a> {
    records: &'a [(u32, f64)],
    firsts: &'a [u32],
    occurrences: &'a [Occurrence],
    /// No record before this place is asked for again.
    at: usize,
}

impl<'a> Cursor<'a> {
    /// The occurrences in `record`; to be asked for in ascending order.
    pub(crate) fn of(&mut self, record: u32) -> &'a [Occurrence] {
        // In steps that double, then by halves: near from where it stands, and not slow far off.
        let ahead = self.records.get(self.at..).unwrap_or_default();
        let is_before = |place: usize| ahead.get(place).is_some_and(|(found, _)| *found < record);
        let mut step = 1;
        while is_before(step) {
            step *= 2;
        }
        let (from, to) = (step / 2, (step + 1).min(ahead.len()));
        let within = ahead.get(from..to).unwrap_or_default();
        self.at += from + within.partition_point(|(found, _)| *found < record);
        if self.records.get(self.at).is_none_or(|(found, _)| *found != record) {
            return &[];
        }
        let first = self.firsts.get(self.at).map_or(usize::MAX, |first| *first as usize);
        let next = self.firsts.get(self.at + 1).map_or(self.occurrences.len(), |next| *next as usize);
        self.occurrences.get(first..next).unwrap_or_default()
    }
}

impl View {
    /// The key of a stop word. Stop words have keys of their own, so that the French `mais` never meets `maïs`.
    pub(crate) fn stop_key(form: &str) -> String {
        format!("\u{1}{form}")
    }

    /// The number of the key.
    pub(crate) fn key(&self, key: &str) -> Option<usize> {
        self.keys.number(key)
    }

    /// The occurrences of a key, by record.
    pub(crate) fn occurrences(&self, key: usize) -> &[Occurrence] {
        self.postings.get(key).map(Vec::as_slice).unwrap_or_default()
    }

    /// The occurrences of a key, record by record.
    pub(crate) fn cursor(&self, key: usize) -> Cursor<'_> {
        Cursor {
            records: self.frequencies(key),
            firsts: self.firsts.get(key).map(Vec::as_slice).unwrap_or_default(),
            occurrences: self.occurrences(key),
            at: 0,
        }
    }

    /// The records that have a key, by record, each with the key's weighed frequency in it (the `tf` of BM25F).
    pub(crate) fn frequencies(&self, key: usize) -> &[(u32, f64)] {
        self.frequencies.get(key).map(Vec::as_slice).unwrap_or_default()
    }

    /// How many records have the key.
    pub(crate) fn record_count_of(&self, key: usize) -> usize {
        self.frequencies(key).len()
    }

    /// How rare the words under a key are: see [`idf`].
    pub(crate) fn rarity(&self, key: usize) -> f64 {
        idf(self.record_count, self.record_count_of(key))
    }

    /// The rarities of the words of a record's title, added up; 0 where it has none in this language.
    pub(crate) fn title_rarity(&self, record: u32) -> f64 {
        self.title_rarities.get(record as usize).copied().unwrap_or(0.0)
    }

    /// True for a record with a title in this language.
    pub(crate) fn has_title(&self, record: u32) -> bool {
        let lengths = self.lengths.get(record as usize);
        lengths.and_then(|lengths| lengths.get(Field::Title.number())).is_some_and(|length| *length > 0)
    }

    /// The words of the view that begin like `folded`, with how alike they are: see [`family`].
    pub(crate) fn family(&self, folded: &str) -> Vec<(usize, f64)> {
        family::members(folded, self)
    }

    pub(crate) fn record_count(&self) -> usize {
        self.record_count
    }

    pub(crate) fn form(&self, number: u32) -> Option<&ViewForm> {
        self.forms.get(number as usize)
    }

    /// The folded words of this view.
    pub(crate) fn words(&self) -> &Dictionary {
        &self.words
    }

    /// The keys a folded word occurs under.
    pub(crate) fn keys_of_word(&self, word: usize) -> &[usize] {
        self.word_keys.get(word).map(Vec::as_slice).unwrap_or_default()
    }

    /// How much one occurrence in `field` of `record` counts: the field's weight over its length, as in BM25F.
    pub(crate) fn field_weight(&self, record: u32, field: Field) -> f64 {
        let (weight, b) = field.weight();
        let length = self.lengths.get(record as usize).and_then(|lengths| lengths.get(field.number()));
        let mean = self.mean_lengths.get(field.number()).copied().unwrap_or(1.0);
        let relative = f64::from(length.copied().unwrap_or(0)) / mean.max(1.0);
        weight / (1.0 - b + b * relative)
    }
}

/// The rarity of a word that `having` of `records` records have: the idf of BM25, never negative.
///
/// Source: S. Robertson and H. Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond* (2009), section 3.
pub(crate) fn idf(records: usize, having: usize) -> f64 {
    let (records, having) = (records as f64, having as f64);
    (1.0 + (records - having + 0.5) / (having + 0.5)).ln()
}
