use std::num::NonZeroU32;

use super::changed_lists::ChangedLists;
use super::dictionary::Dictionary;
use super::forms::{Forms, ViewForm};
use super::posting_list::PostingList;
use super::postings::Postings;
use super::statistics::{FIELDS_WITH_LENGTH, Statistics, idf};
use super::{Field, Occurrence, RecordSet, family};
use crate::error::Error;
use crate::snapshot::{Container, Lists, NumberSection, PackedSection, SectionName};
use crate::text::Language;

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

    /// The keys of the words of a record's title that count, in their order.
    pub(crate) fn title_keys(&self, record: u32) -> impl Iterator<Item = usize> {
        self.title_keys.get(record as usize).map(|key| key as usize)
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

    /// The keys that a record has of the words that begin with one of `beginnings`, folded; ascending. Stop words are no words of
    /// these.
    pub(crate) fn keys_beginning<'b>(&self, beginnings: impl IntoIterator<Item = &'b str>) -> Vec<usize> {
        let words = beginnings.into_iter().flat_map(|beginning| self.words.starting_with(beginning));
        let mut keys: Vec<usize> = words.flat_map(|(word, _)| self.keys_of_word(word)).collect();
        keys.sort_unstable();
        keys.dedup();
        keys.retain(|key| self.record_count_of(*key) > 0);
        keys
    }

    /// The keys a folded word occurs under: none of them that of a stop word.
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
