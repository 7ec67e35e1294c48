use std::num::NonZeroU32;

use super::changed_lists::ChangedLists;
use super::collected::RecordLengths;
use super::dictionary::Dictionary;
use super::forms::{Forms, ViewForm};
use super::posting_list::PostingList;
use super::postings::Postings;
use super::{Field, Occurrence, RecordSet, family};
use crate::error::Error;
use crate::snapshot::{Container, Lists, NumberSection, PackedSection, SectionName};
use crate::text::Language;

/// The fields whose length counts, in the order their lengths are kept in.
pub(super) const FIELDS_WITH_LENGTH: [Field; 4] =
    [Field::Title, Field::Subtitle, Field::Description, Field::Body];

/// The place of a field among those whose length counts.
pub(super) fn length_place(field: Field) -> Option<usize> {
    FIELDS_WITH_LENGTH.iter().position(|other| *other == field)
}

/// One language's view of every record: its words, where they occur, and its own statistics. Read from its sections as they
/// lie; `view_builder.rs` writes them, `view_update.rs` makes a view in which some records have changed.
#[derive(Debug, Clone)]
pub(crate) struct View {
    /// What occurrences are kept under: stems, and stop words marked by [`View::stop_key`].
    pub(super) keys: Dictionary,
    /// For each key, the records that have it.
    pub(super) postings: Postings,
    /// Folded words, for typing errors and beginnings of words.
    pub(super) words: Dictionary,
    /// For each folded word, the keys it occurs under.
    pub(super) word_keys: ChangedLists,
    /// The distinct forms of each key.
    pub(super) forms: Forms,
    /// For each record and field with a length, the number of words, at most 65,535.
    pub(super) lengths: PackedSection,
    /// For each record, the keys of the words of its title that count, in their order.
    pub(super) title_keys: ChangedLists,
    /// For each record, the rarities of these added up; `None` where records were changed: then they are added up when asked for.
    pub(super) title_rarities: Option<NumberSection<f32>>,
    /// The records with a title in this language.
    pub(super) titled: RecordSet,
    pub(super) statistics: Statistics,
}

/// What the records of a view say together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Statistics {
    /// How many records have any text in this language.
    pub(super) record_count: usize,
    /// For each field with a length, the mean number of words of the records that have it, as [`in_steps`] has it; 1 where none has.
    pub(super) mean_lengths: [f64; FIELDS_WITH_LENGTH.len()],
}

/// The sections of a view, in the order in which they are written.
#[derive(Debug, Clone, Copy)]
pub(super) enum ViewPart {
    Statistics,
    Keys,
    Postings,
    Words,
    WordKeys,
    Forms,
    Lengths,
    TitleKeys,
    TitleRarities,
    Titled,
}

impl ViewPart {
    /// The name of the part's section with this number: the language, the part, the number.
    pub(super) const fn name(self, language: Language, number: u8) -> SectionName {
        let language = match language {
            Language::English => b'e',
            Language::French => b'f',
        };
        let [first, second] = match self {
            ViewPart::Statistics => *b"st",
            ViewPart::Keys => *b"ke",
            ViewPart::Postings => *b"po",
            ViewPart::Words => *b"wo",
            ViewPart::WordKeys => *b"wk",
            ViewPart::Forms => *b"fo",
            ViewPart::Lengths => *b"le",
            ViewPart::TitleKeys => *b"tk",
            ViewPart::TitleRarities => *b"ti",
            ViewPart::Titled => *b"tt",
        };
        SectionName::new([language, first, second, b'0' + number])
    }
}

impl Statistics {
    /// From the number of records with text, then for each field with a length the number of words of all records and the
    /// number of records that have the field.
    pub(super) fn from_counts(counts: &[u64]) -> Self {
        let count = |at: usize| counts.get(at).copied().unwrap_or(0);
        let mut mean_lengths = [1.0; FIELDS_WITH_LENGTH.len()];
        for (field, mean) in mean_lengths.iter_mut().enumerate() {
            let (words, records) = (count(1 + 2 * field), count(2 + 2 * field));
            if records > 0 {
                *mean = in_steps(words as f64 / records as f64);
            }
        }
        Statistics { record_count: count(0) as usize, mean_lengths }
    }

    /// How much one occurrence in `field` counts, in a record whose fields have these `lengths`: the field's weight over its
    /// length, as in BM25F.
    pub(super) fn field_weight(&self, lengths: impl Fn(usize) -> u16, field: Field) -> f64 {
        let (weight, b) = field.weight();
        let Some(at) = length_place(field) else { return weight };
        let mean = self.mean_lengths.get(at).copied().unwrap_or(1.0);
        // A text of stop words only has no length, and a word in it.
        weight / (1.0 - b + b * f64::from(lengths(at).max(1)) / mean.max(1.0))
    }
}

/// A mean length in steps of which sixteen double it: at most 2.2 % off.
///
/// Frequencies are kept with the lengths weighed in, so that a mean that moved with every record that is added would change every
/// one of them; one that moves in steps hardly ever does. What a step changes of a score is less than a word more or less in a
/// title of twenty.
fn in_steps(mean: f64) -> f64 {
    // By products of a square root, which every machine works out alike, unlike powers and logarithms.
    let root = std::f64::consts::SQRT_2.sqrt().sqrt().sqrt();
    let mut step = 1.0;
    while step * root <= mean {
        step *= root;
    }
    if mean - step <= step * root - mean { step } else { step * root }
}

/// What [`Statistics::from_counts`] reads.
pub(super) fn counts(record_count: u64, lengths: &[RecordLengths]) -> Vec<u64> {
    let mut counts = vec![record_count];
    for field in 0..FIELDS_WITH_LENGTH.len() {
        let of_field = lengths.iter().filter_map(|lengths| lengths.get(field)).filter(|length| **length > 0);
        let (words, records) =
            of_field.fold((0, 0), |(words, records), length| (words + u64::from(*length), records + 1));
        counts.extend([words, records]);
    }
    counts
}

impl View {
    /// Opens the view of `language`.
    ///
    /// # Errors
    /// `InvalidSnapshot` where a section is missing or is not what it must be.
    pub(super) fn open(container: &Container, language: Language) -> Result<Self, Error> {
        let section = |part: ViewPart, number: u8| container.section(part.name(language, number));
        let dictionary = |part: ViewPart| {
            let transducer = container.section_checked(part.name(language, 2))?;
            Dictionary::new([section(part, 0)?, section(part, 1)?, transducer])
        };
        let lists = |part: ViewPart| -> Result<ChangedLists, Error> {
            Ok(ChangedLists::new(Lists::new(section(part, 0)?, section(part, 1)?)?))
        };
        let counts = NumberSection::<u64>::new(section(ViewPart::Statistics, 0)?)?;
        let lengths = PackedSection::new(section(ViewPart::Lengths, 0)?)?;
        let records = lengths.view().len() / FIELDS_WITH_LENGTH.len();
        let titled = NumberSection::<u64>::new(section(ViewPart::Titled, 0)?)?;
        Ok(View {
            keys: dictionary(ViewPart::Keys)?,
            postings: Postings::new([section(ViewPart::Postings, 0)?, section(ViewPart::Postings, 1)?])?,
            words: dictionary(ViewPart::Words)?,
            word_keys: lists(ViewPart::WordKeys)?,
            forms: Forms::new(section(ViewPart::Forms, 0)?, section(ViewPart::Forms, 1)?)?,
            titled: RecordSet::from_words(records, titled.view().iter()),
            lengths,
            title_keys: lists(ViewPart::TitleKeys)?,
            title_rarities: Some(NumberSection::new(section(ViewPart::TitleRarities, 0)?)?),
            statistics: Statistics::from_counts(&counts.view().iter().collect::<Vec<u64>>()),
        })
    }

    /// The key of a stop word. Stop words have keys of their own, so that the French `mais` never meets `maïs`.
    pub(crate) fn stop_key(form: &str) -> String {
        format!("\u{1}{form}")
    }

    /// The number of the key; `None` for one that no record has.
    pub(crate) fn key(&self, key: &str) -> Option<usize> {
        self.keys.number(key).filter(|key| self.postings.count(*key) > 0)
    }

    /// The key with a number.
    pub(crate) fn key_text(&self, key: usize) -> &str {
        self.keys.word(key)
    }

    /// The records that have a key.
    pub(crate) fn postings(&self, key: usize) -> PostingList<'_> {
        self.postings.of(key)
    }

    /// How many records have the key.
    pub(crate) fn record_count_of(&self, key: usize) -> usize {
        self.postings.count(key)
    }

    /// How rare the words under a key are: see [`idf`].
    pub(crate) fn rarity(&self, key: usize) -> f64 {
        idf(self.statistics.record_count, self.record_count_of(key))
    }

    /// The rarities of the words of a record's title, added up; 0 where it has none in this language.
    pub(crate) fn title_rarity(&self, record: u32) -> f64 {
        match &self.title_rarities {
            Some(rarities) => rarities.get(record as usize).map_or(0.0, f64::from),
            None => {
                let keys = self.title_keys.get(record as usize);
                f64::from(keys.map(|key| self.rarity(key as usize)).sum::<f64>() as f32)
            }
        }
    }

    /// The records with a title in this language.
    pub(crate) fn titled(&self) -> &RecordSet {
        &self.titled
    }

    /// The words of the view that begin like `folded`, with how alike they are: see [`family`].
    pub(crate) fn family(&self, folded: &str) -> Vec<(usize, f64)> {
        family::members(folded, self)
    }

    /// How many records have any text in this language.
    pub(crate) fn record_count(&self) -> usize {
        self.statistics.record_count
    }

    pub(crate) fn form(&self, number: u32) -> ViewForm<'_> {
        self.forms.get(number)
    }

    /// Where an occurrence ends, in bytes of its text.
    pub(crate) fn end(&self, occurrence: &Occurrence) -> u32 {
        let of_form = || self.forms.length(occurrence.form) as u32;
        let length = occurrence.length.map_or_else(of_form, NonZeroU32::get);
        occurrence.start.saturating_add(length)
    }

    /// The folded words of this view.
    pub(crate) fn words(&self) -> &Dictionary {
        &self.words
    }

    /// The keys a folded word occurs under.
    pub(crate) fn keys_of_word(&self, word: usize) -> impl Iterator<Item = usize> {
        self.word_keys.get(word).map(|key| key as usize)
    }

    /// How much one occurrence in `field` of `record` counts: the field's weight over its length, as in BM25F.
    pub(crate) fn field_weight(&self, record: u32, field: Field) -> f64 {
        self.statistics.field_weight(|at| self.length(record, at), field)
    }

    fn length(&self, record: u32, field: usize) -> u16 {
        self.lengths
            .view()
            .get(record as usize * FIELDS_WITH_LENGTH.len() + field)
            .map_or(0, |length| length as u16)
    }
}

/// The rarity of a word that `having` of `records` records have: the idf of BM25, never negative.
///
/// Source: S. Robertson and H. Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond* (2009), section 3.
pub(crate) fn idf(records: usize, having: usize) -> f64 {
    let (records, having) = (records as f64, having as f64);
    (1.0 + (records - having + 0.5) / (having + 0.5)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_in_a_text_of_stop_words_has_a_weight() {
        let statistics = Statistics::from_counts(&[]);
        for field in Field::ALL {
            assert!(statistics.field_weight(|_| 0, field).is_finite(), "{field:?}");
        }
    }

    #[test]
    fn a_mean_length_is_hardly_changed_and_never_again() {
        for words in 10..100_000_u32 {
            let mean = f64::from(words) / 10.0;
            let step = in_steps(mean);
            assert!((step / mean - 1.0).abs() < 0.0221, "{mean} {step}");
            assert_eq!(in_steps(step), step, "{mean}");
        }
    }

    #[test]
    fn lengths_are_kept_of_the_fields_whose_length_counts() {
        for field in Field::ALL {
            let (_, b) = field.weight();
            assert_eq!(length_place(field).is_some(), b > 0.0, "{field:?}");
        }
    }
}
