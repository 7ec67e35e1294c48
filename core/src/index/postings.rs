//! For each key the records that have it: how often, and where.

use super::occurrence::{Before, Occurrence, Occurrences};
use crate::error::Error;
use crate::snapshot::{NumberSection, Numbers, Section, bytes_of, countable};

/// The postings of a view. Five sections: for each key, and once more at the end, the place of its first posting and of the
/// first byte of its occurrences; for each posting the record, the weighed frequency, and where its occurrences end, counted
/// from the first of the key; the occurrences.
#[derive(Debug)]
pub(crate) struct Postings {
    starts: NumberSection<u64>,
    records: NumberSection<u32>,
    frequencies: NumberSection<f32>,
    ends: NumberSection<u32>,
    occurrences: Section,
}

/// Postings as the five sections that [`Postings`] reads.
#[derive(Debug, Default)]
pub(super) struct PostingsBuilder {
    starts: Vec<u64>,
    records: Vec<u32>,
    frequencies: Vec<f32>,
    ends: Vec<u32>,
    occurrences: Vec<u8>,
    /// The most bytes that the occurrences of a key take.
    longest: usize,
}

impl PostingsBuilder {
    /// Adds the occurrences of the next key, by record; `weight`: what one counts in the weighed frequency.
    pub(super) fn push(
        &mut self,
        occurrences: &[(u32, Occurrence)],
        weight: impl Fn(u32, &Occurrence) -> f64,
    ) {
        let first = self.occurrences.len();
        self.starts.extend([self.records.len() as u64, first as u64]);
        for in_record in occurrences.chunk_by(|(a, _), (b, _)| a == b) {
            let Some((record, _)) = in_record.first() else { continue };
            let mut before = Before::default();
            in_record.iter().for_each(|(_, occurrence)| occurrence.write(&mut self.occurrences, &mut before));
            let frequency: f64 =
                in_record.iter().map(|(record, occurrence)| weight(*record, occurrence)).sum();
            self.records.push(*record);
            self.frequencies.push(frequency as f32);
            self.ends.push(u32::try_from(self.occurrences.len() - first).unwrap_or(u32::MAX));
        }
        self.longest = self.longest.max(self.occurrences.len() - first);
    }

    /// Starts, records, frequencies, ends, occurrences.
    ///
    /// # Errors
    /// `InvalidCatalogue` where the occurrences of a key are longer than their ends can say.
    pub(super) fn finish(mut self) -> Result<[Vec<u8>; 5], Error> {
        countable(self.longest)?;
        self.starts.extend([self.records.len() as u64, self.occurrences.len() as u64]);
        Ok([
            bytes_of(self.starts),
            bytes_of(self.records),
            bytes_of(self.frequencies),
            bytes_of(self.ends),
            self.occurrences,
        ])
    }
}

impl Postings {
    /// # Errors
    /// `InvalidSnapshot` where a section is no whole count of numbers.
    pub(super) fn new(
        [starts, records, frequencies, ends, occurrences]: [Section; 5],
    ) -> Result<Self, Error> {
        Ok(Postings {
            starts: NumberSection::new(starts)?,
            records: NumberSection::new(records)?,
            frequencies: NumberSection::new(frequencies)?,
            ends: NumberSection::new(ends)?,
            occurrences,
        })
    }

    /// The postings of a key; none where there is no such key.
    pub(crate) fn of(&self, key: usize) -> PostingList<'_> {
        self.find(key).unwrap_or_default()
    }

    fn find(&self, key: usize) -> Option<PostingList<'_>> {
        let starts = self.starts.view();
        let start = |at: usize| starts.get(key.checked_mul(2)?.checked_add(at)?).map(|start| start as usize);
        let postings = start(0)?..start(2)?;
        Some(PostingList {
            records: self.records.view().range(postings.clone())?,
            frequencies: self.frequencies.view().range(postings.clone())?,
            ends: self.ends.view().range(postings)?,
            occurrences: self.occurrences.get(start(1)?..start(3)?)?,
        })
    }
}

/// The records that have a key, ascending.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct PostingList<'a> {
    records: Numbers<'a, u32>,
    frequencies: Numbers<'a, f32>,
    ends: Numbers<'a, u32>,
    occurrences: &'a [u8],
}

impl<'a> PostingList<'a> {
    /// How many records have the key.
    pub(crate) fn len(self) -> usize {
        self.records.len()
    }

    /// Each record with the key's weighed frequency in it (the `tf` of BM25F): occurrences weighed by field and length, added
    /// up. What a search adds up most, so it is worked out once.
    pub(crate) fn frequencies(self) -> impl Iterator<Item = (u32, f64)> + use<'a> {
        self.records.iter().zip(self.frequencies.iter().map(f64::from))
    }

    /// The weighed frequency in `record`; `None` where it does not have the key.
    pub(crate) fn frequency(self, record: u32) -> Option<f64> {
        let at = self.records.partition_point(|found| found < record);
        self.records.get(at).filter(|found| *found == record)?;
        self.frequencies.get(at).map(f64::from)
    }

    /// Every occurrence with its record.
    pub(crate) fn occurrences(self) -> impl Iterator<Item = (u32, Occurrence)> + use<'a> {
        (0..)
            .zip(self.records.iter())
            .flat_map(move |(at, record)| self.occurrences_at(at).map(move |occurrence| (record, occurrence)))
    }

    /// The occurrences, record by record.
    pub(crate) fn cursor(self) -> Cursor<'a> {
        Cursor { list: self, at: 0 }
    }

    fn occurrences_at(self, at: usize) -> Occurrences<'a> {
        let start = at.checked_sub(1).map_or(Some(0), |before| self.ends.get(before));
        let range = start.zip(self.ends.get(at)).map(|(start, end)| start as usize..end as usize);
        Occurrences::new(range.and_then(|range| self.occurrences.get(range)).unwrap_or_default())
    }
}

/// Reads the occurrences of a key in one record after the other.
pub(crate) struct Cursor<'a> {
    list: PostingList<'a>,
    /// No record before this place is asked for again.
    at: usize,
}

impl<'a> Cursor<'a> {
    /// The occurrences in `record`; to be asked for in ascending order.
    pub(crate) fn of(&mut self, record: u32) -> Occurrences<'a> {
        // In steps that double, then by halves: near from where it stands, and not slow far off.
        let records = self.list.records;
        let is_before = |place: usize| records.get(place).is_some_and(|found| found < record);
        let mut step = 1;
        while is_before(self.at + step) {
            step *= 2;
        }
        let (from, to) = (self.at + step / 2, (self.at + step + 1).min(records.len()));
        let within = records.range(from..to).unwrap_or_default();
        self.at = from + within.partition_point(|found| found < record);
        if records.get(self.at) == Some(record) {
            self.list.occurrences_at(self.at)
        } else {
            Occurrences::new(&[])
        }
    }
}
