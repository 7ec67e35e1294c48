use super::dictionary::Dictionary;
use super::posting_list::PostingList;
use super::postings::Postings;
use super::{Field, RecordSet, family};
use crate::error::Error;
use crate::snapshot::{Container, Lists, NumberSection, SectionName, Strings};
use crate::text::Language;

/// The fields whose length counts, in the order their lengths are kept in.
pub(super) const FIELDS_WITH_LENGTH: [Field; 4] =
    [Field::Title, Field::Subtitle, Field::Description, Field::Body];

/// The place of a field among those whose length counts.
pub(super) fn length_place(field: Field) -> Option<usize> {
    FIELDS_WITH_LENGTH.iter().position(|other| *other == field)
}

/// One language's view of every record: its words, where they occur, and its own statistics. Read from its sections as they
/// lie; `view_builder.rs` writes them.
#[derive(Debug)]
pub(crate) struct View {
    /// What occurrences are kept under: stems, and stop words marked by [`View::stop_key`].
    keys: Dictionary,
    /// For each key, the records that have it.
    postings: Postings,
    /// Folded words, for typing errors and beginnings of words.
    words: Dictionary,
    /// For each folded word, the keys it occurs under.
    word_keys: Lists,
    /// The distinct forms of each key in turn, each as it is written and folded.
    forms: Strings,
    /// For each record and field with a length, the number of words, at most 65,535.
    lengths: NumberSection<u16>,
    /// For each record, the rarities of the words of its title added up.
    title_rarities: NumberSection<f32>,
    /// The records with a title in this language.
    titled: RecordSet,
    statistics: Statistics,
}

/// What the records of a view say together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Statistics {
    /// How many records have any text in this language.
    pub(super) record_count: usize,
    /// For each field with a length, the mean number of words of the records that have it; 1 where none has.
    pub(super) mean_lengths: [f64; FIELDS_WITH_LENGTH.len()],
}

/// A word as it occurs: with exact accents, and folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ViewForm<'a> {
    pub(crate) form: &'a str,
    pub(crate) folded: &'a str,
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
                *mean = words as f64 / records as f64;
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
        weight / (1.0 - b + b * f64::from(lengths(at)) / mean.max(1.0))
    }
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
        let counts = NumberSection::<u64>::new(section(ViewPart::Statistics, 0)?)?;
        let lengths = NumberSection::new(section(ViewPart::Lengths, 0)?)?;
        let titled = NumberSection::<u64>::new(section(ViewPart::Titled, 0)?)?;
        Ok(View {
            keys: dictionary(ViewPart::Keys)?,
            postings: Postings::new([section(ViewPart::Postings, 0)?, section(ViewPart::Postings, 1)?])?,
            words: dictionary(ViewPart::Words)?,
            word_keys: Lists::new(section(ViewPart::WordKeys, 0)?, section(ViewPart::WordKeys, 1)?)?,
            forms: Strings::new(section(ViewPart::Forms, 0)?, section(ViewPart::Forms, 1)?)?,
            titled: RecordSet::from_words(lengths.len() / FIELDS_WITH_LENGTH.len(), titled.view().iter()),
            lengths,
            title_rarities: NumberSection::new(section(ViewPart::TitleRarities, 0)?)?,
            statistics: Statistics::from_counts(&counts.view().iter().collect::<Vec<u64>>()),
        })
    }

    /// The key of a stop word. Stop words have keys of their own, so that the French `mais` never meets `maïs`.
    pub(crate) fn stop_key(form: &str) -> String {
        format!("\u{1}{form}")
    }

    /// The number of the key.
    pub(crate) fn key(&self, key: &str) -> Option<usize> {
        self.keys.number(key)
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
        self.title_rarities.get(record as usize).map_or(0.0, f64::from)
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
        let at = number as usize * 2;
        ViewForm { form: self.forms.get(at), folded: self.forms.get(at + 1) }
    }

    /// The folded words of this view.
    pub(crate) fn words(&self) -> &Dictionary {
        &self.words
    }

    /// The keys a folded word occurs under.
    pub(crate) fn keys_of_word(&self, word: usize) -> impl Iterator<Item = usize> {
        self.word_keys.get(word).iter().map(|key| key as usize)
    }

    /// How much one occurrence in `field` of `record` counts: the field's weight over its length, as in BM25F.
    pub(crate) fn field_weight(&self, record: u32, field: Field) -> f64 {
        self.statistics.field_weight(|at| self.length(record, at), field)
    }

    fn length(&self, record: u32, field: usize) -> u16 {
        self.lengths.get(record as usize * FIELDS_WITH_LENGTH.len() + field).unwrap_or(0)
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
    fn lengths_are_kept_of_the_fields_whose_length_counts() {
        for field in Field::ALL {
            let (_, b) = field.weight();
            assert_eq!(length_place(field).is_some(), b > 0.0, "{field:?}");
        }
    }
}
