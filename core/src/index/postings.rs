//! For each key the records that have it: how often, and where.

use super::frequency;
use super::occurrence::{Before, Occurrence, read_number, write_number};
use super::posting_list::{BLOCK, PostingList};
use crate::error::Error;
use crate::snapshot::{NumberSection, Section, bytes_of, countable};

/// The postings of a view. Two sections: for each key the byte where its postings end, and the postings of all keys.
///
/// Those of a key are, one after the other, numbers little-endian:
/// - as LEB128 the number of postings, of chunks, and of the key's first form, and how many bytes a length takes: 1, 2 or 4;
/// - for each chunk its number, 2 bytes: records are numbered within chunks of 65,536;
/// - for each chunk how many postings it and those before it have, 4 bytes;
/// - for each posting the record within its chunk, 2 bytes;
/// - for each posting the weighed frequency, 2 bytes (see `frequency.rs`);
/// - for each block of 128 postings the greatest of these, 2 bytes;
/// - for each block where its occurrences begin, counted from the first of the key, 4 bytes;
/// - for each posting the length of its occurrences in bytes;
/// - the occurrences (see `occurrence.rs`).
#[derive(Debug)]
pub(crate) struct Postings {
    ends: NumberSection<u64>,
    postings: Section,
}

/// Postings as the two sections that [`Postings`] reads.
#[derive(Debug, Default)]
pub(super) struct PostingsBuilder {
    ends: Vec<u64>,
    postings: Vec<u8>,
    /// The most bytes that the occurrences of a key take.
    longest: usize,
}

impl PostingsBuilder {
    /// Adds the occurrences of the next key, by record. `first_form`: the least of their forms; `weight`: what one counts in
    /// the weighed frequency.
    pub(super) fn push(
        &mut self,
        occurrences: &[(u32, Occurrence)],
        first_form: u32,
        weight: impl Fn(u32, &Occurrence) -> f64,
    ) {
        let (mut low, mut frequencies, mut starts) = (Vec::new(), Vec::new(), Vec::new());
        let (mut lengths, mut written) = (Vec::new(), Vec::new());
        let (mut chunks, mut chunk_ends): (Vec<u16>, Vec<u32>) = (Vec::new(), Vec::new());
        for in_record in occurrences.chunk_by(|(a, _), (b, _)| a == b) {
            let Some((record, _)) = in_record.first() else { continue };
            let chunk = (record >> 16) as u16;
            if chunks.last() != Some(&chunk) {
                chunks.push(chunk);
                chunk_ends.push(low.len() as u32);
            }
            if low.len() % BLOCK == 0 {
                starts.push(written.len() as u32);
            }
            let (start, mut before) = (written.len(), Before::default());
            in_record.iter().for_each(|(_, found)| found.write(&mut written, first_form, &mut before));
            let frequency: f64 = in_record.iter().map(|(record, found)| weight(*record, found)).sum();
            low.push(*record as u16);
            frequencies.push(frequency::encode(frequency));
            lengths.push((written.len() - start) as u32);
            chunk_ends.last_mut().into_iter().for_each(|end| *end = low.len() as u32);
        }
        let maxima = frequencies.chunks(BLOCK).filter_map(|block| block.iter().max().copied());
        let maxima: Vec<u16> = maxima.collect();
        let width = match lengths.iter().max() {
            Some(0x100..=0xFFFF) => 2,
            Some(0x1_0000..) => 4,
            _ => 1,
        };
        for number in [low.len() as u64, chunks.len() as u64, first_form.into(), width] {
            write_number(&mut self.postings, number);
        }
        self.postings.extend(bytes_of(chunks));
        self.postings.extend(bytes_of(chunk_ends));
        self.postings.extend(bytes_of(low));
        self.postings.extend(bytes_of(frequencies));
        self.postings.extend(bytes_of(maxima));
        self.postings.extend(bytes_of(starts));
        for length in lengths {
            self.postings.extend(length.to_le_bytes().into_iter().take(width as usize));
        }
        self.postings.extend(&written);
        self.ends.push(self.postings.len() as u64);
        self.longest = self.longest.max(written.len());
    }

    /// The ends, then the postings.
    ///
    /// # Errors
    /// `InvalidCatalogue` where the occurrences of a key are longer than their starts can say.
    pub(super) fn finish(self) -> Result<[Vec<u8>; 2], Error> {
        countable(self.longest)?;
        Ok([bytes_of(self.ends), self.postings])
    }
}

impl Postings {
    /// # Errors
    /// `InvalidSnapshot` where the ends are no whole count of numbers.
    pub(super) fn new([ends, postings]: [Section; 2]) -> Result<Self, Error> {
        Ok(Postings { ends: NumberSection::new(ends)?, postings })
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

    fn bytes(&self, key: usize) -> Option<&[u8]> {
        let ends = self.ends.view();
        let start = key.checked_sub(1).map_or(Some(0), |before| ends.get(before))?;
        self.postings.get(usize::try_from(start).ok()?..usize::try_from(ends.get(key)?).ok()?)
    }

    fn find(&self, key: usize) -> Option<PostingList<'_>> {
        PostingList::read(self.bytes(key)?)
    }
}
