//! The records that have a key, read where they lie.

use std::iter;
use std::ops::Range;

use super::occurrence::{Occurrence, Occurrences, SHORTEST};
use super::{RecordSet, frequency};
use crate::snapshot::{Number, Numbers, read_number};

/// How many postings have a greatest frequency, and a start of their occurrences, of their own.
pub(super) const BLOCK: usize = 128;

/// The chunks of a list that writes none.
const CHUNK_0: [u8; 2] = 0_u16.to_le_bytes();

/// How many records are searched at once, at most: what is added up for them stays in the nearest cache. Windows begin at multiples
/// of it, which divides 65,536.
pub(crate) const WINDOW: u32 = 4096;

/// The records that have a key, ascending; each by its place among them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct PostingList<'a> {
    chunks: Numbers<'a, u16>,
    /// Of each chunk but the last.
    chunk_ends: Numbers<'a, u32>,
    low: Numbers<'a, u16>,
    frequencies: Numbers<'a, u16>,
    /// Of each block, where there is more than one.
    maxima: Numbers<'a, u16>,
    /// Of each block but the first.
    starts: Numbers<'a, u32>,
    lengths: Lengths<'a>,
    first_form: u32,
    occurrences: &'a [u8],
}

/// A record that has a key, as it is written.
pub(super) struct Posting<'a> {
    pub(super) record: u32,
    /// See `frequency.rs`.
    pub(super) frequency: u16,
    /// See `occurrence.rs`.
    pub(super) occurrences: &'a [u8],
}

impl<'a> Posting<'a> {
    /// The occurrences, in a list whose first form this is.
    pub(super) fn read(&self, first_form: u32) -> Occurrences<'a> {
        Occurrences::new(self.occurrences, first_form)
    }
}

/// How long the occurrences of each posting are, in bytes.
#[derive(Debug, Clone, Copy)]
enum Lengths<'a> {
    /// Each less [`SHORTEST`], two in a byte, the first in its lower bits.
    Halves(&'a [u8]),
    Short(&'a [u8]),
    Middle(Numbers<'a, u16>),
    Long(Numbers<'a, u32>),
}

impl Default for Lengths<'_> {
    fn default() -> Self {
        Lengths::Short(&[])
    }
}

impl<'a> Lengths<'a> {
    fn get(self, at: usize) -> Option<usize> {
        match self {
            Lengths::Halves(halves) => {
                halves.get(at / 2).map(|byte| usize::from(byte >> (at % 2 * 4) & 15) + SHORTEST)
            }
            Lengths::Short(lengths) => lengths.get(at).map(|length| usize::from(*length)),
            Lengths::Middle(lengths) => lengths.get(at).map(usize::from),
            Lengths::Long(lengths) => lengths.get(at).map(|length| length as usize),
        }
    }

    /// Those of a block before `place` added up; less where there are not that many.
    fn sum(self, place: usize) -> usize {
        let range = place / BLOCK * BLOCK..place;
        match self {
            Lengths::Halves(halves) => {
                let whole = halves.get(range.start / 2..range.end / 2).unwrap_or_default();
                let last = if place.is_multiple_of(2) {
                    0
                } else {
                    halves.get(place / 2).map_or(0, |byte| byte & 15)
                };
                let sum: usize = whole.iter().map(|byte| usize::from((byte & 15) + (byte >> 4))).sum();
                sum + usize::from(last) + range.len() * SHORTEST
            }
            Lengths::Short(lengths) => {
                lengths.get(range).unwrap_or_default().iter().map(|length| usize::from(*length)).sum()
            }
            Lengths::Middle(lengths) => {
                lengths.range(range).unwrap_or_default().iter().map(usize::from).sum()
            }
            Lengths::Long(lengths) => {
                lengths.range(range).unwrap_or_default().iter().map(|length| length as usize).sum()
            }
        }
    }
}

/// Takes `count` numbers from the beginning of `bytes`.
fn take<'a, T: Number>(bytes: &mut &'a [u8], count: usize) -> Option<Numbers<'a, T>> {
    Numbers::new(take_bytes(bytes, count.checked_mul(size_of::<T::Bytes>())?)?)
}

fn take_bytes<'a>(bytes: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, rest) = bytes.split_at_checked(count)?;
    *bytes = rest;
    Some(taken)
}

impl<'a> PostingList<'a> {
    /// Reads what `PostingsBuilder` wrote of a key; `None` where it makes no sense.
    pub(super) fn read(mut bytes: &'a [u8]) -> Option<Self> {
        let bytes = &mut bytes;
        let count = usize::try_from(read_number(bytes)?).ok()?;
        let chunks = usize::try_from(read_number(bytes)?).ok()?;
        let first_form = u32::try_from(read_number(bytes)?).ok()?;
        let width = read_number(bytes)?;
        let more_blocks = count.div_ceil(BLOCK).saturating_sub(1);
        Some(PostingList {
            chunks: if chunks == 0 { Numbers::new(&CHUNK_0)? } else { take(bytes, chunks)? },
            chunk_ends: take(bytes, chunks.saturating_sub(1))?,
            low: take(bytes, count)?,
            frequencies: take(bytes, count)?,
            maxima: take(bytes, if more_blocks == 0 { 0 } else { more_blocks + 1 })?,
            starts: take(bytes, more_blocks)?,
            lengths: match width {
                0 => Lengths::Halves(take_bytes(bytes, count.div_ceil(2))?),
                1 => Lengths::Short(take_bytes(bytes, count)?),
                2 => Lengths::Middle(take(bytes, count)?),
                4 => Lengths::Long(take(bytes, count)?),
                _ => return None,
            },
            first_form,
            occurrences: bytes,
        })
    }

    /// How many records have the key.
    pub(crate) fn len(self) -> usize {
        self.low.len()
    }

    /// The chunks: the first record that each may have, and the places of those it has.
    fn chunks(self) -> impl Iterator<Item = (u32, Range<usize>)> + use<'a> {
        let starts = iter::once(0).chain(self.chunk_ends.iter());
        let ends = self.chunk_ends.iter().chain(iter::once(self.len() as u32));
        self.chunks
            .iter()
            .zip(starts.zip(ends))
            .map(|(chunk, (start, end))| (u32::from(chunk) << 16, start as usize..end as usize))
    }

    /// Adds the records to a set, but for those of `except`.
    pub(crate) fn add_to(self, set: &mut RecordSet, except: Option<&RecordSet>) {
        for (first, places) in self.chunks() {
            set.add_chunk(first, self.low.range(places).unwrap_or_default().iter(), except);
        }
    }

    /// The records.
    pub(crate) fn records(self) -> impl Iterator<Item = u32> + use<'a> {
        self.chunks().flat_map(move |(first, places)| {
            let low = self.low.range(places).unwrap_or_default();
            low.iter().map(move |low| first | u32::from(low))
        })
    }

    /// Each record with the key's weighed frequency in it (the `tf` of BM25F): occurrences weighed by field and length, added
    /// up. What a search adds up most, so it is worked out once.
    pub(crate) fn frequencies(self) -> impl Iterator<Item = (u32, f64)> + use<'a> {
        self.records().zip(self.frequencies.iter().map(frequency::decode))
    }

    /// The places of the records of the chunk that `record` is in; none, at the place where they would be, for a chunk that has
    /// none.
    fn chunk(self, record: u32) -> Range<usize> {
        let chunk = (record >> 16) as u16;
        if chunk == 0 && self.chunk_ends.len() == 0 && self.chunks.get(0) == Some(0) {
            return 0..self.len();
        }
        let at = self.chunks.partition_point(|number| number < chunk);
        let end = |at: usize| self.chunk_ends.get(at).map_or(self.len(), |end| end as usize);
        let start = at.checked_sub(1).map_or(0, end);
        start..if self.chunks.get(at) == Some(chunk) { end(at) } else { start }
    }

    /// The place of the first record at or after `record`, from `from`, a place that none such comes before; an error where that is
    /// another record, or none.
    fn find(self, record: u32, from: usize) -> Result<usize, usize> {
        let chunk = self.chunk(record);
        let end = chunk.end;
        let place = self.first_in(chunk, from, |low| low < record as u16);
        let is_it = place < end && self.low.get(place) == Some(record as u16);
        if is_it { Ok(place) } else { Err(place) }
    }

    /// The first place of a chunk, from `from`, whose record is not `before`.
    fn first_in(
        self,
        Range { start, end }: Range<usize>,
        from: usize,
        before: impl Fn(u16) -> bool,
    ) -> usize {
        let start = start.max(from);
        // In steps that double, then by halves: near from where it stands, and not slow far off.
        let is_before = |place: usize| place < end && self.low.get(place).is_some_and(&before);
        if !is_before(start) {
            return start;
        }
        let mut step = 1;
        while is_before(start + step) {
            step *= 2;
        }
        let from = start + step / 2 + 1;
        let within = self.low.range(from..(start + step).min(end)).unwrap_or_default();
        from + within.partition_point(before)
    }

    /// The places of the `count` records from `first` on, all of them of one window. `from`: a place that none of them comes before.
    pub(crate) fn between(self, first: u32, count: u32, from: usize) -> Range<usize> {
        if from >= self.len() {
            return from..from;
        }
        let chunk = self.chunk(first);
        let start = self.first_in(chunk.clone(), from, |low| low < first as u16);
        let last = (first as u16).saturating_add(count.saturating_sub(1) as u16);
        start..self.first_in(chunk, start, |low| low <= last)
    }

    /// What the records at `places` of one window are, counted from its first, each with its frequency.
    pub(crate) fn in_window(self, places: Range<usize>) -> impl Iterator<Item = (usize, f64)> + use<'a> {
        let low = self.low.range(places.clone()).unwrap_or_default();
        let frequencies = self.frequencies.range(places).unwrap_or_default();
        let within = low.iter().map(|low| usize::from(low) % WINDOW as usize);
        within.zip(frequencies.iter().map(frequency::decode))
    }

    /// The greatest frequency at `places`, or more; 0 for none.
    pub(crate) fn most(self, places: Range<usize>) -> f64 {
        if places.is_empty() {
            return 0.0;
        }
        let blocks = places.start / BLOCK..(places.end.div_ceil(BLOCK)).min(self.maxima.len());
        let looked_at =
            if self.maxima.len() == 0 { self.frequencies.range(places) } else { self.maxima.range(blocks) };
        looked_at.and_then(|frequencies| frequencies.iter().max()).map_or(0.0, frequency::decode)
    }

    /// The weighed frequency at a place.
    fn frequency_at(self, place: usize) -> Option<f64> {
        self.frequencies.get(place).map(frequency::decode)
    }

    /// The weighed frequency in `record`; `None` where it does not have the key. `from`: a place that no record at or after it comes
    /// before; moved to the first such.
    pub(crate) fn frequency(self, record: u32, from: &mut usize) -> Option<f64> {
        let found = self.find(record, *from);
        *from = found.unwrap_or_else(|place| place);
        found.ok().and_then(|place| self.frequency_at(place))
    }

    /// The weighed frequency in a record of a window whose records are at `places`; `None` where it does not have the key. Later
    /// records of the window are to be asked for next: `places` then begins where this one is.
    pub(crate) fn frequency_within(self, record: u32, places: &mut Range<usize>) -> Option<f64> {
        let low = self.low.range(places.clone())?;
        let before = low.partition_point(|found| found < record as u16);
        places.start += before;
        if low.get(before) == Some(record as u16) { self.frequency_at(places.start) } else { None }
    }

    /// Every occurrence with its record.
    pub(crate) fn occurrences(self) -> impl Iterator<Item = (u32, Occurrence)> + use<'a> {
        self.postings().flat_map(move |posting| {
            let occurrences = posting.read(self.first_form);
            occurrences.map(move |occurrence| (posting.record, occurrence))
        })
    }

    /// The postings as they are written.
    pub(super) fn postings(self) -> impl Iterator<Item = Posting<'a>> + use<'a> {
        let mut rest = self.occurrences;
        (0..).zip(self.records().zip(self.frequencies.iter())).map(move |(at, (record, frequency))| {
            let split = self.lengths.get(at).and_then(|length| rest.split_at_checked(length));
            let (occurrences, others) = split.unwrap_or_default();
            rest = others;
            Posting { record, frequency, occurrences }
        })
    }

    /// The least form of the key.
    pub(super) fn first_form(self) -> u32 {
        self.first_form
    }

    /// The occurrences, record by record.
    pub(crate) fn cursor(self) -> Cursor<'a> {
        Cursor { list: self, at: 0 }
    }

    fn occurrences_at(self, place: usize) -> Occurrences<'a> {
        self.bytes_at(place).map(|bytes| Occurrences::new(bytes, self.first_form)).unwrap_or_default()
    }

    fn bytes_at(self, place: usize) -> Option<&'a [u8]> {
        let block = place / BLOCK;
        let of_block = block.checked_sub(1).map_or(Some(0), |before| self.starts.get(before))?;
        let start = of_block as usize + self.lengths.sum(place);
        self.occurrences.get(start..start.checked_add(self.lengths.get(place)?)?)
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
        let found = self.list.find(record, self.at);
        self.at = found.unwrap_or_else(|place| place);
        found.map(|place| self.list.occurrences_at(place)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::super::Field;
    use super::super::postings::{Postings, PostingsBuilder};
    use super::*;
    use crate::snapshot::Section;

    /// Records of one chunk or up to three, dense and sparse, each with the positions of its occurrences: so many that their lengths
    /// take half a byte, one, or two.
    fn occurrences() -> impl Strategy<Value = BTreeMap<u32, Vec<u32>>> {
        let one_chunk = (0_u32..400).boxed();
        let others = prop_oneof![65_000_u32..66_000, 131_000_u32..140_000, 4000_u32..9000];
        let chunks = prop_oneof![one_chunk.clone(), others].boxed();
        let sizes = prop_oneof![Just((4, 400)), Just((9, 400)), Just((100, 30))];
        (prop_oneof![Just(one_chunk), Just(chunks)], sizes).prop_flat_map(|(record, (positions, records))| {
            let positions = proptest::collection::vec(0_u32..1000, 1..positions);
            proptest::collection::btree_map(record, positions, 0..records)
        })
    }

    fn built(records: &BTreeMap<u32, Vec<u32>>) -> Vec<(u32, Occurrence)> {
        let of_record = |(record, positions): (&u32, &Vec<u32>)| {
            let record = *record;
            positions.clone().into_iter().map(move |position| {
                let field = Field::Description;
                (
                    record,
                    Occurrence {
                        text: 1,
                        field,
                        form: 9,
                        position,
                        start: position * 7,
                        length: None,
                        counted: true,
                        rule: None,
                    },
                )
            })
        };
        records.iter().flat_map(of_record).collect()
    }

    proptest! {
        #[test]
        fn what_is_read_is_what_a_map_has(records in occurrences(), asked in 0_u32..141_000) {
            let all = built(&records);
            let mut builder = PostingsBuilder::default();
            let weight = |record: u32, found: &Occurrence| 0.25 + f64::from((record + found.position) % 16);
            builder.push([].into_iter(), 0, weight).unwrap();
            builder.push(all.iter().copied(), 8, weight).unwrap();
            let postings = Postings::new(builder.finish().map(Section::of_bytes)).unwrap();
            let list = postings.of(1);

            prop_assert_eq!((postings.of(0).len(), postings.of(2).len()), (0, 0));
            prop_assert_eq!((list.len(), postings.count(1)), (records.len(), records.len()));
            prop_assert_eq!(list.occurrences().collect::<Vec<_>>(), all.clone());
            let frequency = |record: &u32| -> f64 {
                all.iter().filter(|(other, _)| other == record).map(|(record, found)| weight(*record, found)).sum()
            };
            let frequencies: Vec<(u32, f64)> = records.keys().map(|record| (*record, frequency(record))).collect();
            prop_assert_eq!(list.frequencies().collect::<Vec<_>>(), frequencies.clone());

            let mut set = RecordSet::none(140_000);
            list.add_to(&mut set, None);
            prop_assert_eq!(set, RecordSet::of(140_000, records.keys().copied()));

            let place = records.range(..asked).count();
            let expected = if records.contains_key(&asked) { Ok(place) } else { Err(place) };
            prop_assert_eq!(list.find(asked, 0), expected);
            prop_assert_eq!(list.frequency(asked, &mut 0), records.get(&asked).map(|_| frequency(&asked)));
            let mut cursor = list.cursor();
            for record in records.keys().step_by(3).copied().chain([140_001]) {
                let expected: Vec<_> = all.iter().filter(|(other, _)| *other == record).map(|(_, found)| *found).collect();
                prop_assert_eq!(cursor.of(record).collect::<Vec<_>>(), expected);
            }

            let (mut from, mut in_windows) = (0, Vec::new());
            for first in (0..141_000).step_by(WINDOW as usize) {
                let middle = list.between(first, WINDOW / 4, from);
                let rest = list.between(first + WINDOW / 4, WINDOW * 3 / 4, middle.end);
                prop_assert_eq!(middle.end, rest.start);
                let places = list.between(first, WINDOW, from);
                prop_assert_eq!(places.clone(), middle.start..rest.end);
                let found: Vec<(u32, f64)> =
                    list.in_window(places.clone()).map(|(at, value)| (first + at as u32, value)).collect();
                let most = found.iter().map(|(_, value)| *value).fold(0.0, f64::max);
                prop_assert!(list.most(places.clone()) >= most);
                let mut rest = places.clone();
                for record in (first..first + WINDOW).step_by(1 + first as usize % 7) {
                    let expected = records.get(&record).map(|_| frequency(&record));
                    prop_assert_eq!(list.frequency_within(record, &mut rest), expected);
                }
                in_windows.extend(found);
                from = places.end;
            }
            prop_assert_eq!(in_windows, frequencies);
        }

        #[test]
        fn any_bytes_are_read_to_an_end(bytes in proptest::collection::vec(any::<u8>(), 0..300), record: u32) {
            if let Some(list) = PostingList::read(&bytes) {
                prop_assert!(list.occurrences().count() <= bytes.len());
                prop_assert!(list.frequencies().count() <= bytes.len());
                list.between(record / WINDOW * WINDOW, WINDOW, 0);
                list.cursor().of(record).count();
            }
        }
    }
}
