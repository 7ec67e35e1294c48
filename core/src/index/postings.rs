//! For each key the records that have it: how often, and where.

use std::collections::HashMap;
use std::sync::Arc;

use super::frequency;
use super::occurrence::{Before, Occurrence, SHORTEST};
use super::posting_list::{BLOCK, Posting, PostingList};
use crate::error::Error;
use crate::snapshot::{PackedSection, Section, bytes_of, countable, packed, read_number, write_number};

/// The postings of a view. Two sections: for each key the byte where its postings end, and the postings of all keys.
///
/// Those of a key are, one after the other, numbers little-endian:
/// - as LEB128 the number of postings, of chunks (0 where all are in chunk 0), and of the key's first form, and how many bytes a
///   length takes: 1, 2 or 4, or 0 for half a one;
/// - for each chunk its number, 2 bytes: records are numbered within chunks of 65,536;
/// - for each chunk but the last how many postings it and those before it have, 4 bytes;
/// - for each posting the record within its chunk, 2 bytes;
/// - for each posting the weighed frequency, 2 bytes (see `frequency.rs`);
/// - for each block of 128 postings the greatest of these, 2 bytes, where there is more than one block;
/// - for each block but the first where its occurrences begin, counted from the first of the key, 4 bytes;
/// - for each posting the length of its occurrences in bytes; where it takes half a byte, less 3 ([`SHORTEST`]), two in a byte,
///   the first in the lower bits;
/// - the occurrences (see `occurrence.rs`).
#[derive(Debug, Clone)]
pub(crate) struct Postings {
    ends: PackedSection,
    postings: Section,
    /// By key, what took the place of its postings since, and those of keys that were added.
    changed: HashMap<usize, Arc<[u8]>>,
}

/// Postings as the two sections that [`Postings`] reads.
#[derive(Debug, Default)]
pub(super) struct PostingsBuilder {
    ends: Vec<u64>,
    postings: Vec<u8>,
}

impl PostingsBuilder {
    /// Adds the occurrences of the next key, by record. `first_form`: the least of their forms; `weight`: what one counts in
    /// the weighed frequency.
    ///
    /// # Errors
    /// As [`PostingListBuilder::finish`].
    pub(super) fn push(
        &mut self,
        occurrences: impl Iterator<Item = (u32, Occurrence)>,
        first_form: u32,
        weight: impl Fn(u32, &Occurrence) -> f64,
    ) -> Result<(), Error> {
        let mut list = PostingListBuilder::new(first_form);
        let mut occurrences = occurrences.peekable();
        while let Some((record, _)) = occurrences.peek().copied() {
            let in_record = std::iter::from_fn(|| occurrences.next_if(|(other, _)| *other == record));
            list.push(record, in_record.map(|(_, found)| found), |found| weight(record, found));
        }
        list.finish(&mut self.postings)?;
        self.ends.push(self.postings.len() as u64);
        Ok(())
    }

    /// The ends, then the postings.
    pub(super) fn finish(self) -> [Vec<u8>; 2] {
        [packed(&self.ends), self.postings]
    }
}

/// The postings of one key, added record by record.
#[derive(Debug, Default)]
pub(super) struct PostingListBuilder {
    first_form: u32,
    chunks: Vec<u16>,
    chunk_ends: Vec<u32>,
    low: Vec<u16>,
    frequencies: Vec<u16>,
    starts: Vec<u32>,
    lengths: Vec<u32>,
    occurrences: Vec<u8>,
}

impl PostingListBuilder {
    pub(super) fn new(first_form: u32) -> Self {
        PostingListBuilder { first_form, ..PostingListBuilder::default() }
    }

    /// Adds a record, of a higher number than those before it, with its occurrences. `weight`: what one counts in the weighed
    /// frequency.
    pub(super) fn push(
        &mut self,
        record: u32,
        occurrences: impl Iterator<Item = Occurrence>,
        weight: impl Fn(&Occurrence) -> f64,
    ) {
        let start = self.begin(record);
        let (mut before, mut frequency) = (Before::default(), 0.0);
        for found in occurrences {
            found.write(&mut self.occurrences, self.first_form, &mut before);
            frequency += weight(&found);
        }
        self.end(start, frequency::encode(frequency));
    }

    /// Adds a record as it stands in another list whose first form is the same.
    pub(super) fn push_written(&mut self, Posting { record, frequency, occurrences }: Posting<'_>) {
        let start = self.begin(record);
        self.occurrences.extend_from_slice(occurrences);
        self.end(start, frequency);
    }

    fn begin(&mut self, record: u32) -> usize {
        let chunk = (record >> 16) as u16;
        if self.chunks.last() != Some(&chunk) {
            if !self.chunks.is_empty() {
                self.chunk_ends.push(self.low.len() as u32);
            }
            self.chunks.push(chunk);
        }
        if !self.low.is_empty() && self.low.len().is_multiple_of(BLOCK) {
            self.starts.push(self.occurrences.len() as u32);
        }
        self.low.push(record as u16);
        self.occurrences.len()
    }

    fn end(&mut self, start: usize, frequency: u16) {
        self.frequencies.push(frequency);
        self.lengths.push((self.occurrences.len() - start) as u32);
    }

    /// Adds the postings to `bytes`, as [`Postings`] has them.
    ///
    /// # Errors
    /// `InvalidCatalogue` where the occurrences are longer than their starts can say.
    pub(super) fn finish(self, bytes: &mut Vec<u8>) -> Result<(), Error> {
        countable(self.occurrences.len())?;
        let blocks = if self.starts.is_empty() { &[][..] } else { &self.frequencies };
        let maxima: Vec<u16> = blocks.chunks(BLOCK).filter_map(|block| block.iter().max().copied()).collect();
        let chunks = if self.chunks == [0] { &[][..] } else { &self.chunks };
        let half = |length: &u32| (*length as usize).checked_sub(SHORTEST).filter(|half| *half < 16);
        let halves: Option<Vec<usize>> = self.lengths.iter().map(half).collect();
        let width = match (&halves, self.lengths.iter().max()) {
            (Some(_), _) => 0,
            (None, Some(0x100..=0xFFFF)) => 2,
            (None, Some(0x1_0000..)) => 4,
            (None, _) => 1,
        };
        for number in [self.low.len() as u64, chunks.len() as u64, self.first_form.into(), width] {
            write_number(bytes, number);
        }
        bytes.extend(bytes_of(chunks.iter().copied()));
        bytes.extend(bytes_of(self.chunk_ends));
        bytes.extend(bytes_of(self.low));
        bytes.extend(bytes_of(self.frequencies));
        bytes.extend(bytes_of(maxima));
        bytes.extend(bytes_of(self.starts));
        let pairs = halves.iter().flat_map(|halves| halves.chunks(2));
        bytes.extend(pairs.map(|pair| pair.iter().rev().fold(0, |above, half| above << 4 | *half as u8)));
        for length in self.lengths {
            bytes.extend(length.to_le_bytes().into_iter().take(width as usize));
        }
        bytes.extend(&self.occurrences);
        Ok(())
    }
}

impl Postings {
    /// # Errors
    /// `InvalidSnapshot` where the ends are no whole count of numbers.
    pub(super) fn new([ends, postings]: [Section; 2]) -> Result<Self, Error> {
        Ok(Postings { ends: PackedSection::new(ends)?, postings, changed: HashMap::new() })
    }

    /// The postings of a key; none where there is no such key, and where what is there makes no sense.
    pub(crate) fn of(&self, key: usize) -> PostingList<'_> {
        self.find(key).unwrap_or_default()
    }

    /// How many postings a key has: what [`PostingList::len`] is, without a look at the rest.
    pub(crate) fn count(&self, key: usize) -> usize {
        let count = |bytes: &[u8]| read_number(&mut &*bytes);
        self.bytes(key).and_then(count).and_then(|count| usize::try_from(count).ok()).unwrap_or(0)
    }

    /// The postings that a key has in the sections, whatever took their place; `None` for a key that was added.
    pub(super) fn stored(&self, key: usize) -> Option<PostingList<'_>> {
        PostingList::read(self.stored_bytes(key)?)
    }

    /// Puts postings in the place of those of a key.
    ///
    /// # Errors
    /// As [`PostingListBuilder::finish`].
    pub(super) fn set(&mut self, key: usize, list: PostingListBuilder) -> Result<(), Error> {
        let mut bytes = Vec::new();
        list.finish(&mut bytes)?;
        self.changed.insert(key, bytes.into());
        Ok(())
    }

    fn bytes(&self, key: usize) -> Option<&[u8]> {
        self.changed.get(&key).map(|changed| &**changed).or_else(|| self.stored_bytes(key))
    }

    fn stored_bytes(&self, key: usize) -> Option<&[u8]> {
        self.postings.get(self.ends.view().between(key)?)
    }

    fn find(&self, key: usize) -> Option<PostingList<'_>> {
        PostingList::read(self.bytes(key)?)
    }
}
