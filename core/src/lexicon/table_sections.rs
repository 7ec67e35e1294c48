//! The table of a catalogue as sections of a snapshot.

use super::TranslationSource;
use super::rows::Rows;
use super::table::{Side, Table, Target};
use super::words::Words;
use crate::error::Error;
use crate::snapshot::{
    Container, Lists, ListsBuilder, NumberSection, SectionName, Strings, StringsBuilder, Writer, bytes_of,
};

/// The sources by the number they are written as.
const SOURCES: [TranslationSource; 4] = [
    TranslationSource::Topics,
    TranslationSource::Glossary,
    TranslationSource::Learned,
    TranslationSource::General,
];

/// The name of a section of the terms of a side, `e` or `f`.
const fn name(side: u8, number: u8) -> SectionName {
    SectionName::new([side, b'l', b'x', b'0' + number])
}

impl Table {
    /// Adds the table: for each side the terms (two sections); the terms of the other side that translate each (two); their
    /// probabilities; their sources, a byte each; in how many passages each term was.
    ///
    /// # Errors
    /// `InvalidCatalogue` for more terms than can be counted.
    pub(super) fn write(&self, writer: &mut Writer<'_>) -> Result<(), Error> {
        for (side, terms) in [(b'e', &self.english), (b'f', &self.french)] {
            let mut strings = StringsBuilder::default();
            (0..terms.terms.len()).for_each(|term| strings.push(terms.terms.word(term)));
            let mut lists = ListsBuilder::default();
            terms.targets.iter().for_each(|row| lists.push(row.iter().map(|target| target.term)));
            let probabilities = terms.targets.values().iter().map(|target| target.probability);
            let sources = terms.targets.values().iter().map(|target| target.source as u8);
            let [ends, joined] = strings.finish()?;
            let [target_ends, targets] = lists.finish()?;
            let sections = [
                ends,
                joined,
                target_ends,
                targets,
                bytes_of(probabilities),
                sources.collect(),
                bytes_of(terms.passages.iter().copied()),
            ];
            (0..).zip(sections).for_each(|(number, bytes)| writer.add(name(side, number), bytes));
        }
        Ok(())
    }

    /// Reads what [`write`](Table::write) wrote.
    ///
    /// # Errors
    /// `InvalidSnapshot` where a section is missing or is not what it must be.
    pub(super) fn open(container: &Container) -> Result<Self, Error> {
        Ok(Table { english: open_side(container, b'e')?, french: open_side(container, b'f')? })
    }
}

fn open_side(container: &Container, side: u8) -> Result<Side, Error> {
    let section = |number: u8| container.section_checked(name(side, number));
    let strings = Strings::new(section(0)?, section(1)?)?;
    let lists = Lists::new(section(2)?, section(3)?)?;
    let probabilities = NumberSection::<f32>::new(section(4)?)?;
    let sources = section(5)?;
    let passages = NumberSection::<u32>::new(section(6)?)?;
    let mut terms = Words::default();
    let mut rows = Rows::default();
    let mut values = probabilities.view().iter().zip(sources.iter());
    for term in 0..strings.len() {
        terms.number(strings.get(term));
        rows.push(lists.get(term).iter().zip(&mut values).map(|(term, (probability, source))| Target {
            term,
            probability,
            source: SOURCES.get(usize::from(*source)).copied().unwrap_or(TranslationSource::General),
        }));
    }
    Ok(Side { terms, targets: rows, passages: passages.view().iter().collect() })
}
