//! What records are filtered and sorted by, beside their facets.

use super::{Record, Records};
use crate::catalogue::Catalogue;
use crate::collation::Collation;
use crate::error::Error;
use crate::model::{Resource, Status};
use crate::snapshot::{Container, NumberSection, SectionName, Writer, bytes_of};
use crate::text::Language;

const YEARS: SectionName = SectionName::new(*b"year");
const DATES: SectionName = SectionName::new(*b"date");
const WITHDRAWN: SectionName = SectionName::new(*b"with");
const TITLE_RANKS: [SectionName; 2] = [SectionName::new(*b"rken"), SectionName::new(*b"rkfr")];

/// What stands for no date: no catalogue has the year.
const NONE: i32 = i32::MIN;

/// What records are filtered and sorted by, a number for each record.
#[derive(Debug)]
pub(crate) struct Attributes {
    /// The first and last year a record may be of, one after the other; [`NONE`] where it has no date.
    years: NumberSection<i32>,
    /// What records are sorted by when sorted by date: see [`date_number`].
    dates: NumberSection<i32>,
    /// The resources that are withdrawn, ascending.
    withdrawn: NumberSection<u32>,
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
        let (mut years, mut dates, mut withdrawn) = (Vec::new(), Vec::new(), Vec::new());
        for (number, record) in (0_u32..).zip(records.iter()) {
            let resource = record.resource(catalogue)?;
            let date = resource.and_then(|resource| resource.date);
            let (first, last) = date.map_or((NONE, NONE), |date| date.years());
            years.extend([first, last]);
            dates.push(date.map_or(NONE, |date| date_number(date.sort_key())));
            let is_withdrawn = |resource: &Resource| matches!(resource.status, Status::Withdrawn(_));
            withdrawn.extend(resource.filter(|resource| is_withdrawn(resource)).map(|_| number));
        }
        writer.add(YEARS, bytes_of(years));
        writer.add(DATES, bytes_of(dates));
        writer.add(WITHDRAWN, bytes_of(withdrawn));
        for (name, reader) in TITLE_RANKS.into_iter().zip(Language::ALL) {
            writer.add(name, bytes_of(title_ranks(catalogue, records, reader)?));
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
            withdrawn: NumberSection::new(container.section(WITHDRAWN)?)?,
            title_ranks: [
                NumberSection::new(container.section(english)?)?,
                NumberSection::new(container.section(french)?)?,
            ],
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

    /// The resources that are withdrawn, ascending.
    pub(crate) fn withdrawn(&self) -> impl Iterator<Item = u32> {
        self.withdrawn.view().iter()
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

fn title_ranks(catalogue: &Catalogue, records: &Records, reader: Language) -> Result<Vec<u32>, Error> {
    let title = |record: Record| {
        let title = record.title(catalogue)?.and_then(|title| title.read(reader));
        Ok(title.map_or("", |text| text.value.as_str()))
    };
    let order = Collation::new(reader);
    let titles: Vec<&str> = records.iter().map(title).collect::<Result<_, Error>>()?;
    let mut sorted: Vec<(usize, &str)> = titles.into_iter().enumerate().collect();
    sorted.sort_by(|(_, a), (_, b)| order.compare(a, b));
    let mut ranks = vec![0; records.len()];
    for (rank, (record, _)) in (0..).zip(sorted) {
        ranks.get_mut(record).into_iter().for_each(|slot| *slot = rank);
    }
    Ok(ranks)
}
