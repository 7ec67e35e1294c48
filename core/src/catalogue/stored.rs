//! Resources in the sections of a snapshot, as `docs/snapshot-format.md` has them.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::Resources;
use crate::error::Error;
use crate::model::Resource;
use crate::snapshot::{Container, Section, SectionName, Writer};

/// The JSON of every resource, one after the other.
pub(super) const RECORDS: SectionName = SectionName::new(*b"reco");
/// A line for each resource: where it ends, and its checksum.
pub(super) const LINES: SectionName = SectionName::new(*b"roff");
/// The place of each resource, by id.
pub(super) const IDS: SectionName = SectionName::new(*b"rids");

/// The end in `RECORDS` (8 bytes) and the CRC-32 (4 bytes).
const LINE_LENGTH: usize = 12;

/// How many cells are made at once, when the first of them is needed.
const CELLS: usize = 64;

/// The place of a resource once it is decoded.
type Cell = OnceLock<Box<Resource>>;

/// Resources that lie in a snapshot.
pub(super) struct Stored {
    container: Container,
    records: Section,
    lines: Section,
    /// Unchecked; `map` is made of them once they are checked.
    ids: Section,
    map: OnceLock<fst::Map<Section>>,
    /// In groups of [`CELLS`], so that at open a resource costs a quarter of a byte.
    decoded: Box<[OnceLock<Box<[Cell]>>]>,
}

impl Stored {
    /// The resources of a snapshot. Reads none of them.
    ///
    /// # Errors
    /// `IncompatibleSnapshot` where a section is missing; `InvalidSnapshot` where the lines have no whole number.
    pub(super) fn open(container: &Container) -> Result<Self, Error> {
        let lines = container.section(LINES)?;
        let (whole, rest) = lines.as_chunks::<LINE_LENGTH>();
        if !rest.is_empty() {
            return Err(lines.damaged(lines.len() - rest.len()));
        }
        Ok(Stored {
            decoded: (0..whole.len().div_ceil(CELLS)).map(|_| OnceLock::new()).collect(),
            container: container.clone(),
            records: container.section(RECORDS)?,
            ids: container.section(IDS)?,
            lines,
            map: OnceLock::new(),
        })
    }

    pub(super) fn len(&self) -> usize {
        self.lines.len() / LINE_LENGTH
    }

    /// The resource at `place`, decoded once and kept.
    pub(super) fn get(&self, place: usize) -> Result<Option<&Resource>, Error> {
        let Some(group) = self.decoded.get(place / CELLS).filter(|_| place < self.len()) else {
            return Ok(None);
        };
        let group = group.get_or_init(|| (0..CELLS).map(|_| Cell::new()).collect());
        let Some(cell) = group.get(place % CELLS) else { return Ok(None) };
        if cell.get().is_none() {
            // Two threads may both decode it; one of the two equal results is kept.
            let resource = Box::new(self.decode(place)?);
            return Ok(Some(cell.get_or_init(|| resource)));
        }
        Ok(cell.get().map(Box::as_ref))
    }

    /// The resource at `place`, not kept if it was not yet.
    pub(super) fn read(&self, place: usize) -> Result<Cow<'_, Resource>, Error> {
        let kept = || self.decoded.get(place / CELLS)?.get()?.get(place % CELLS)?.get();
        match kept() {
            Some(resource) => Ok(Cow::Borrowed(resource)),
            None => self.decode(place).map(Cow::Owned),
        }
    }

    pub(super) fn find(&self, id: &str) -> Result<Option<&Resource>, Error> {
        let Some(place) = self.map()?.get(id) else { return Ok(None) };
        let found = usize::try_from(place).ok().map(|place| self.get(place)).transpose()?.flatten();
        // The ids of another snapshot would have a right checksum, too.
        found.filter(|resource| resource.id == id).map(Some).ok_or_else(|| self.ids.damaged(0))
    }

    pub(super) fn place_of(&self, id: &str) -> Result<Option<usize>, Error> {
        Ok(self.map()?.get(id).and_then(|place| usize::try_from(place).ok()))
    }

    /// The places by id. The section is compared with its checksum first: damaged, it could be misread.
    fn map(&self) -> Result<&fst::Map<Section>, Error> {
        if let Some(map) = self.map.get() {
            return Ok(map);
        }
        let ids = self.container.section_checked(IDS)?;
        let map = fst::Map::new(ids).map_err(|_| self.ids.damaged(0))?;
        Ok(self.map.get_or_init(|| map))
    }

    fn decode(&self, place: usize) -> Result<Resource, Error> {
        let line = self.line(place);
        let start = if place == 0 { Some(0) } else { self.line(place - 1).map(|(end, _)| end) };
        let found = line.zip(start).and_then(|((end, checksum), start)| {
            self.records.get(start..end).map(|record| (record, start, checksum))
        });
        let Some((record, start, checksum)) = found else {
            return Err(self.blame(self.lines.damaged(place.saturating_sub(1) * LINE_LENGTH)));
        };
        if crc32fast::hash(record) != checksum {
            return Err(self.blame(self.records.damaged(start)));
        }
        serde_json::from_slice(record).map_err(|error| self.records.damaged(start + byte_of(&error)))
    }

    /// The error of a resource that is not what its line says: that of the lines, if it is they that are damaged.
    #[cold]
    fn blame(&self, error: Error) -> Error {
        self.container.section_checked(LINES).err().unwrap_or(error)
    }

    /// Where the resource at `place` ends, and its checksum.
    fn line(&self, place: usize) -> Option<(usize, u32)> {
        let (lines, _) = self.lines.as_chunks::<LINE_LENGTH>();
        let line = lines.get(place)?;
        let (end, checksum) = (line.first_chunk()?, line.last_chunk()?);
        Some((usize::try_from(u64::from_le_bytes(*end)).ok()?, u32::from_le_bytes(*checksum)))
    }

    /// Adds the sections as they are to another snapshot, once they are known to be what was written.
    fn copy<'a>(&'a self, writer: &mut Writer<'a>) -> Result<(), Error> {
        for section in [&self.records, &self.lines, &self.ids] {
            self.container.section_checked(section.name())?;
            writer.add(section.name(), section.as_ref());
        }
        Ok(())
    }
}

/// Adds the sections of `resources` to a snapshot: the same resources always give the same bytes.
pub(super) fn add_resources<'a>(resources: &'a Resources, writer: &mut Writer<'a>) -> Result<(), Error> {
    if let Some(stored) = resources.as_stored() {
        return stored.copy(writer);
    }
    let internal = |error: &dyn std::fmt::Display| Error::internal(&error.to_string());
    let (mut records, mut lines, mut ids) = (Vec::new(), Vec::new(), Vec::new());
    for (place, resource) in (0_u64..).zip(resources) {
        let resource = resource?;
        let start = records.len();
        serde_json::to_writer(&mut records, resource).map_err(|error| internal(&error))?;
        lines.extend((records.len() as u64).to_le_bytes());
        lines.extend(crc32fast::hash(records.get(start..).unwrap_or_default()).to_le_bytes());
        ids.push((resource.id.as_str(), place));
    }
    ids.sort_unstable();
    let map = fst::Map::from_iter(ids).map_err(|error| internal(&error))?;
    writer.add(RECORDS, records);
    writer.add(LINES, lines);
    writer.add(IDS, map.into_fst().into_inner());
    Ok(())
}

/// Where in a text of one line it cannot be read, counted from its start.
pub(super) fn byte_of(error: &serde_json::Error) -> usize {
    error.column().saturating_sub(1)
}
