//! What records are filtered and sorted by, beside their facets.

use std::collections::BTreeSet;

use super::update::ChangedRecords;
use super::{Records, title_ranks};
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::model::{Resource, Status};
use crate::snapshot::{Container, NumberSection, SectionName, Writer, bytes_of};
use crate::text::Language;

const YEARS: SectionName = SectionName::new(*b"year");
const DATES: SectionName = SectionName::new(*b"date");
const HIDDEN: SectionName = SectionName::new(*b"hide");
const TITLE_RANKS: [SectionName; 2] = [SectionName::new(*b"rken"), SectionName::new(*b"rkfr")];

/// What stands for no date: no catalogue has the year.
const NONE: i32 = i32::MIN;

/// What records are filtered and sorted by, a number for each record.
#[derive(Debug, Clone)]
pub(crate) struct Attributes {
    /// The first and last year a record may be of, one after the other; [`NONE`] where it has no date.
    years: NumberSection<i32>,
    /// What records are sorted by when sorted by date: see [`date_number`].
    dates: NumberSection<i32>,
    /// The resources that no search finds, ascending: those that are withdrawn, and those deleted since.
    hidden: NumberSection<u32>,
    /// Each record's place in the dictionary order of titles, for readers of English and of French.
    title_ranks: [NumberSection<u32>; 2],
}

impl Attributes {
    /// Adds the sections to a snapshot.
    ///
    /// # Errors
    /// `InvalidSnapshot` where a resource lies in a snapshot and is not as it was written.
    pub(super) fn write(
        catalogue: &Catalogue,
        records: &Records,
        writer: &mut Writer<'_>,
    ) -> Result<(), Error> {
        let (mut years, mut dates, mut hidden) = (Vec::new(), Vec::new(), Vec::new());
        for (number, record) in (0_u32..).zip(records.iter()) {
            let resource = record.resource(catalogue)?;
            let dated = Dated::of(resource);
            years.extend(dated.years);
            dates.push(dated.date);
            hidden.extend(resource.filter(|resource| is_withdrawn(resource)).map(|_| number));
        }
        writer.add(YEARS, bytes_of(years));
        writer.add(DATES, bytes_of(dates));
        writer.add(HIDDEN, bytes_of(hidden));
        for (name, reader) in TITLE_RANKS.into_iter().zip(Language::ALL) {
            writer.add(name, bytes_of(title_ranks::of(catalogue, records, reader)?));
        }
        Ok(())
    }

    /// # Errors
    /// `InvalidSnapshot` where a section is missing or is not what it must be.
    pub(super) fn open(container: &Container) -> Result<Self, Error> {
        let [english, french] = TITLE_RANKS;
        Ok(Attributes {
            years: NumberSection::new(container.section(YEARS)?)?,
            dates: NumberSection::new(container.section(DATES)?)?,
            hidden: NumberSection::new(container.section(HIDDEN)?)?,
            title_ranks: [
                NumberSection::new(container.section(english)?)?,
                NumberSection::new(container.section(french)?)?,
            ],
        })
    }

    /// The attributes after some records changed.
    ///
    /// # Errors
    /// `InvalidSnapshot` where a resource lies in a snapshot and is not as it was written.
    pub(super) fn updated(&self, changed: ChangedRecords<'_>) -> Result<Self, Error> {
        let (catalogue, records) = changed.after;
        let (mut years, mut dates): (Vec<i32>, Vec<i32>) =
            (self.years.view().iter().collect(), self.dates.view().iter().collect());
        years.resize(records.len() * 2, NONE);
        dates.resize(records.len(), NONE);
        let mut hidden: BTreeSet<u32> = self.hidden.view().iter().collect();
        for number in changed.numbers {
            let resource = changed.resource(*number)?;
            let (at, dated) = (*number as usize, Dated::of(resource));
            let slots = years.iter_mut().skip(at * 2).zip(dated.years);
            slots.for_each(|(slot, year)| *slot = year);
            dates.get_mut(at).into_iter().for_each(|slot| *slot = dated.date);
            if resource.is_none_or(is_withdrawn) {
                hidden.insert(*number)
            } else {
                hidden.remove(number)
            };
        }
        let [english, french] = Language::ALL.map(|reader| {
            let ranks: Vec<u32> =
                (0..self.dates.len() as u32).map(|record| self.title_rank(reader, record)).collect();
            title_ranks::updated(&ranks, catalogue, records, changed.numbers, reader)
                .map(NumberSection::in_memory)
        });
        Ok(Attributes {
            years: NumberSection::in_memory(years),
            dates: NumberSection::in_memory(dates),
            hidden: NumberSection::in_memory(hidden),
            title_ranks: [english?, french?],
        })
    }

    /// The first and last year a record may be of; `None` where it has no date.
    pub(crate) fn years(&self, record: u32) -> Option<(i32, i32)> {
        let at = record as usize * 2;
        let year = |at: usize| self.years.get(at).filter(|year| *year != NONE);
        year(at).zip(year(at + 1))
    }

    /// A number that grows with the date; `None` where the record has none.
    pub(crate) fn date(&self, record: u32) -> Option<i32> {
        self.dates.get(record as usize).filter(|date| *date != NONE)
    }

    /// The resources that no search finds, ascending: those that are withdrawn, and those deleted since.
    pub(crate) fn hidden(&self) -> impl Iterator<Item = u32> {
        self.hidden.view().iter()
    }

    /// The place of `record` among titles as a reader of `reader` sees them.
    pub(crate) fn title_rank(&self, reader: Language, record: u32) -> u32 {
        let [english, french] = &self.title_ranks;
        let ranks = if reader == Language::English { english } else { french };
        ranks.get(record as usize).unwrap_or(u32::MAX)
    }
}

/// A date, or the beginning of what is known of one, as a number in the same order.
fn date_number((year, month, day): (i32, u8, u8)) -> i32 {
    year.saturating_mul(512).saturating_add(i32::from(month) * 32 + i32::from(day))
}

/// What is kept of the date of a record.
struct Dated {
    years: [i32; 2],
    date: i32,
}

impl Dated {
    fn of(resource: Option<&Resource>) -> Self {
        let date = resource.and_then(|resource| resource.date);
        let (first, last) = date.map_or((NONE, NONE), |date| date.years());
        Dated { years: [first, last], date: date.map_or(NONE, |date| date_number(date.sort_key())) }
    }
}

fn is_withdrawn(resource: &Resource) -> bool {
    matches!(resource.status, Status::Withdrawn(_))
}
