use super::Field;
use super::dictionary::Dictionary;
use crate::analysis::Rule;

/// One language's view of every record: its words, where they occur, and its own statistics.
#[derive(Debug, Default)]
pub(crate) struct View {
    /// What occurrences are kept under: stems, and stop words marked by [`View::stop_key`].
    pub(super) keys: Dictionary,
    /// For each key, its occurrences, by record and text.
    pub(super) postings: Vec<Vec<Occurrence>>,
    /// For each key, how many records have it.
    pub(super) record_counts: Vec<u32>,
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
    /// Where it is written, in bytes.
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// What made more than a plain word of it: inclusive, compound, hashtag or acronym.
    pub(crate) rule: Option<Rule>,
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

    /// The occurrences of a key in one record.
    pub(crate) fn occurrences_in(&self, key: usize, record: u32) -> &[Occurrence] {
        let all = self.occurrences(key);
        let from = all.partition_point(|occurrence| occurrence.record < record);
        let to = all.partition_point(|occurrence| occurrence.record <= record);
        all.get(from..to).unwrap_or_default()
    }

    /// How many records have the key.
    pub(crate) fn record_count_of(&self, key: usize) -> u32 {
        self.record_counts.get(key).copied().unwrap_or(0)
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
