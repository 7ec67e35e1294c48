//! Translations in both directions, looked up by term where they lie: in a snapshot, or in the library itself.

use std::ops::Range;

use super::TranslationSource;
use super::term_map::{Prefix, TermMap};
use crate::error::Error;
use crate::snapshot::{Container, Lists, NumberSection, PackedSection, Section, SectionName};
use crate::text::Language;

/// The sources by the number they are written as.
const SOURCES: [TranslationSource; 4] = [
    TranslationSource::Topics,
    TranslationSource::Glossary,
    TranslationSource::Learned,
    TranslationSource::General,
];

/// How many sections the terms of a language have.
pub(super) const SECTIONS: u8 = 8;

/// Pairs of terms in both directions. A term is the stems of its words, with single blanks between.
#[derive(Debug)]
pub(super) struct Table {
    english: Side,
    french: Side,
}

/// The terms of one language. Eight sections: those of the terms; the translations of each, terms of the other side, the most
/// probable first ([`Lists`]); the probability and the source of each of these; in how many passages each term was when it
/// was learned.
#[derive(Debug)]
struct Side {
    terms: TermMap,
    translations: Lists,
    probabilities: NumberSection<f32>,
    sources: Section,
    passages: PackedSection,
}

/// A translation: a term of the other side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Target<'t> {
    /// Its number among the terms of its side.
    pub(super) number: u32,
    /// In UTF-8: see [`Strings::bytes`](crate::snapshot::Strings::bytes).
    pub(super) term: &'t [u8],
    pub(super) probability: f32,
    pub(super) source: TranslationSource,
}

/// What a table has for a term: at least one translation.
#[derive(Debug, Clone)]
pub(super) struct Found<'t> {
    side: &'t Side,
    others: &'t TermMap,
    /// Where the translations are among those of all terms.
    range: Range<usize>,
    passages: u32,
}

/// What some terms of a table begin with.
#[derive(Clone)]
pub(super) struct TablePrefix<'t> {
    table: &'t Table,
    from: Language,
    prefix: Prefix<'t>,
}

/// The name of a section of the terms of a language.
pub(super) const fn name(language: Language, number: u8) -> SectionName {
    let language = match language {
        Language::English => b'e',
        Language::French => b'f',
    };
    SectionName::new([language, b'l', b'x', b'0' + number])
}

impl Table {
    /// The table in a snapshot, its sections compared with their checksums.
    ///
    /// # Errors
    /// `InvalidSnapshot` where a section is missing or is not what it must be.
    pub(super) fn open(container: &Container) -> Result<Self, Error> {
        Table::of(container, Container::section_checked)
    }

    /// The table in bytes that are known to be as they were written: they are not read.
    ///
    /// # Errors
    /// As [`open`](Table::open).
    pub(super) fn trusted(container: &Container) -> Result<Self, Error> {
        Table::of(container, Container::section)
    }

    fn of(
        container: &Container,
        section: fn(&Container, SectionName) -> Result<Section, Error>,
    ) -> Result<Self, Error> {
        let side = |language| Side::new(|number| section(container, name(language, number)));
        Ok(Table { english: side(Language::English)?, french: side(Language::French)? })
    }

    /// What every term of `from` begins with: nothing.
    pub(super) fn start(&self, from: Language) -> Option<TablePrefix<'_>> {
        Some(TablePrefix { table: self, from, prefix: self.sides(from).0.terms.start()? })
    }

    /// The side of a language and the other.
    fn sides(&self, from: Language) -> (&Side, &Side) {
        match from {
            Language::English => (&self.english, &self.french),
            Language::French => (&self.french, &self.english),
        }
    }

    /// What is known of the term of `from` with a number.
    pub(super) fn found(&self, number: u32, from: Language) -> Option<Found<'_>> {
        let (side, other) = self.sides(from);
        let number = number as usize;
        let range = side.translations.range(number).filter(|range| !range.is_empty())?;
        let passages = side.passages.view().get(number).unwrap_or(0) as u32;
        Some(Found { side, others: &other.terms, range, passages })
    }
}

impl Side {
    fn new(section: impl Fn(u8) -> Result<Section, Error>) -> Result<Self, Error> {
        Ok(Side {
            terms: TermMap::new([section(0)?, section(1)?, section(2)?])?,
            translations: Lists::new(section(3)?, section(4)?)?,
            probabilities: NumberSection::new(section(5)?)?,
            sources: section(6)?,
            passages: PackedSection::new(section(7)?)?,
        })
    }
}

impl<'t> TablePrefix<'t> {
    /// The prefix with `text` after it; `None` where no term begins so.
    pub(super) fn followed_by(self, text: impl AsRef<[u8]>) -> Option<Self> {
        Some(TablePrefix { prefix: self.prefix.followed_by(text)?, ..self })
    }

    /// What is known of the term that is the prefix itself.
    pub(super) fn found(&self) -> Option<Found<'t>> {
        self.table.found(self.prefix.number()?, self.from)
    }
}

impl<'t> Found<'t> {
    /// In how many passages the word was when it was learned; 0 for what was not.
    pub(super) fn passages(&self) -> u32 {
        self.passages
    }

    /// How many translations there are.
    pub(super) fn len(&self) -> usize {
        self.range.len()
    }

    /// The translations, the most probable first.
    pub(super) fn targets(&self) -> impl Iterator<Item = Target<'t>> + use<'t> {
        let Found { side, others, ref range, .. } = *self;
        let terms = side.translations.numbers().range(range.clone()).unwrap_or_default();
        let probabilities = side.probabilities.view().range(range.clone()).unwrap_or_default();
        let sources = side.sources.get(range.clone()).unwrap_or_default();
        terms.iter().zip(probabilities.iter()).zip(sources).map(|((term, probability), source)| Target {
            number: term,
            term: others.term(term),
            probability,
            source: SOURCES.get(usize::from(*source)).copied().unwrap_or(TranslationSource::General),
        })
    }
}
