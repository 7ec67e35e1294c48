//! What records are filtered and sorted by, beside their facets.

use std::collections::BTreeSet;

use super::changed_records::ChangedRecords;
use super::{Records, title_ranks};
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::model::{PartialDate, Resource, Status};
use crate::snapshot::{Container, NumberSection, PackedSection, SectionName, Writer, bytes_of, packed};
use crate::text::Language;

const YEARS: SectionName = SectionName::new(*b"year");
const DATES: SectionName = SectionName::new(*b"date");
const ADDED: SectionName = SectionName::new(*b"adde");
const HIDDEN: SectionName = SectionName::new(*b"hide");
const TITLE_RANKS: [SectionName; 2] = [SectionName::new(*b"rken"), SectionName::new(*b"rkfr")];

/// What is written where there is no date.
const NONE: u64 = 0;

/// A number, whatever its sign, as one that is small where it is near 0, and not [`NONE`].
fn code(number: i32) -> u64 {
    u64::from((number << 1 ^ number >> 31) as u32) + 1
}

/// The number of a code.
fn decode(code: usize) -> Option<i32> {
    code.checked_sub(1).map(|code| (code >> 1) as i32 ^ -(code as i32 & 1))
}

/// What records are filtered and sorted by, a number for each record.
#[derive(Debug, Clone)]
pub(crate) struct Attributes {
    /// The first and last year a record may be of, one after the other, each by its [`code`]; [`NONE`] where it has no date.
    years: PackedSection,
    /// What records are sorted by when sorted by date, by its code: see [`date_number`].
    dates: PackedSection,
    /// When records entered the catalogue, like `dates`.
    added: PackedSection,
    /// The resources that no search finds, ascending: those that are withdrawn, and those deleted since.
    hidden: NumberSection<u32>,
    /// Each record's place in the dictionary order of titles, for readers of English and of French.
    title_ranks: [PackedSection; 2],
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
        let (mut years, mut dates, mut added) = (Vec::new(), Vec::new(), Vec::new());
        let mut hidden = Vec::new();
        for (number, record) in (0_u32..).zip(records.iter()) {
            let resource = record.resource(catalogue)?;
            let dated = Dated::of(resource);
            years.extend(dated.years);
            dates.push(dated.date);
            added.push(dated.added);
            hidden.extend(resource.filter(|resource| is_withdrawn(resource)).map(|_| number));
        }
        writer.add(YEARS, packed(&years));
        writer.add(DATES, packed(&dates));
        writer.add(ADDED, packed(&added));
        writer.add(HIDDEN, bytes_of(hidden));
        for (name, reader) in TITLE_RANKS.into_iter().zip(Language::ALL) {
            writer.add(name, packed(&title_ranks::of(catalogue, records, reader)?));
        }
        Ok(())
    }

    /// # Errors
    /// `InvalidSnapshot` where a section is missing or is not what it must be.
    pub(super) fn open(container: &Container) -> Result<Self, Error> {
        let [english, french] = TITLE_RANKS;
        Ok(Attributes {
            years: PackedSection::new(container.section(YEARS)?)?,
            dates: PackedSection::new(container.section(DATES)?)?,
            added: PackedSection::new(container.section(ADDED)?)?,
            hidden: NumberSection::new(container.section(HIDDEN)?)?,
            title_ranks: [
                PackedSection::new(container.section(english)?)?,
                PackedSection::new(container.section(french)?)?,
            ],
        })
    }

    /// The attributes after some records changed.
    ///
    /// # Errors
    /// `InvalidSnapshot` where a resource lies in a snapshot and is not as it was written.
    pub(super) fn updated(&self, changed: ChangedRecords<'_>) -> Result<Self, Error> {
        let (catalogue, records) = changed.after;
        let [mut years, mut dates, mut added] = [&self.years, &self.dates, &self.added]
            .map(|section| section.view().iter().map(|code| code as u64).collect::<Vec<u64>>());
        years.resize(records.len() * 2, NONE);
        dates.resize(records.len(), NONE);
        added.resize(records.len(), NONE);
        let mut hidden: BTreeSet<u32> = self.hidden.view().iter().collect();
        for number in changed.numbers {
            let resource = changed.resource(*number)?;
            let (at, dated) = (*number as usize, Dated::of(resource));
            let slots = years.iter_mut().skip(at * 2).zip(dated.years);
            slots.for_each(|(slot, year)| *slot = year);
            dates.get_mut(at).into_iter().for_each(|slot| *slot = dated.date);
            added.get_mut(at).into_iter().for_each(|slot| *slot = dated.added);
            if resource.is_none_or(is_withdrawn) {
                hidden.insert(*number)
            } else {
                hidden.remove(number)
            };
        }
        let [english, french] = Language::ALL.map(|reader| {
            let ranks: Vec<u32> =
                (0..self.dates.view().len() as u32).map(|record| self.title_rank(reader, record)).collect();
            title_ranks::updated(&ranks, catalogue, records, changed.numbers, reader)
                .map(|ranks| PackedSection::in_memory(&ranks))
        });
        Ok(Attributes {
            years: PackedSection::in_memory(&years),
            dates: PackedSection::in_memory(&dates),
            added: PackedSection::in_memory(&added),
            hidden: NumberSection::in_memory(hidden),
            title_ranks: [english?, french?],
        })
    }

    /// The first and last year a record may be of; `None` where it has no date.
    pub(crate) fn years(&self, record: u32) -> Option<(i32, i32)> {
        let at = record as usize * 2;
        let year = |at: usize| self.years.view().get(at).and_then(decode);
        year(at).zip(year(at + 1))
    }

    /// A number that grows with the date; `None` where the record has none.
    pub(crate) fn date(&self, record: u32) -> Option<i32> {
        self.dates.view().get(record as usize).and_then(decode)
    }

    /// A number that grows with the date on which a record entered the catalogue; `None` where that is not known.
    pub(crate) fn added(&self, record: u32) -> Option<i32> {
        self.added.view().get(record as usize).and_then(decode)
    }

    /// The resources that no search finds, ascending: those that are withdrawn, and those deleted since.
    pub(crate) fn hidden(&self) -> impl Iterator<Item = u32> {
        self.hidden.view().iter()
    }

    /// The place of `record` among titles as a reader of `reader` sees them.
    pub(crate) fn title_rank(&self, reader: Language, record: u32) -> u32 {
        let [english, french] = &self.title_ranks;
        let ranks = if reader == Language::English { english } else { french };
        ranks.view().get(record as usize).map_or(u32::MAX, |rank| rank as u32)
    }
}

/// A date, or the beginning of what is known of one, as a number in the same order.
fn date_number((year, month, day): (i32, u8, u8)) -> i32 {
    year.saturating_mul(512).saturating_add(i32::from(month) * 32 + i32::from(day))
}

/// What is kept of the dates of a record, by their codes.
struct Dated {
    years: [u64; 2],
    date: u64,
    added: u64,
}

impl Dated {
    fn of(resource: Option<&Resource>) -> Self {
        let date = resource.and_then(|resource| resource.date);
        let added = resource.and_then(|resource| resource.added);
        let years = date.map(|date| date.years());
        let number = |date: Option<PartialDate>| date.map_or(NONE, |date| code(date_number(date.sort_key())));
        Dated {
            years: years.map_or([NONE; 2], |(first, last)| [first, last].map(code)),
            date: number(date),
            added: number(added),
        }
    }
}

fn is_withdrawn(resource: &Resource) -> bool {
    matches!(resource.status, Status::Withdrawn(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_number_comes_back_from_its_code(number: i32) {
            proptest::prop_assert_eq!(decode(code(number) as usize), Some(number));
        }
    }

    #[test]
    fn a_year_of_now_takes_two_bytes_and_no_date_is_none() {
        assert_eq!([0, 1, -1, 2026].map(code), [1, 3, 2, 4053]);
        assert_eq!(decode(NONE as usize), None);
    }
}
