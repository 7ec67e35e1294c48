//! Resources in the sections of a snapshot, as `docs/snapshot-format.md` has them.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::Resources;
use crate::error::Error;
use crate::model::Resource;
use crate::snapshot::{
    Container, NumberSection, Section, SectionName, Texts, TextsBuilder, Writer, bytes_of, sampled,
};

/// The JSON of each resource, as the four sections of [`Texts`]: where each ends, what is written of them, the phrases, the
/// bytes these lie in.
pub(super) const RECORDS: [SectionName; 4] = [
    SectionName::new(*b"rend"),
    SectionName::new(*b"reco"),
    SectionName::new(*b"rph0"),
    SectionName::new(*b"rph1"),
];
/// The CRC-32 of the JSON of each resource.
pub(super) const CHECKSUMS: SectionName = SectionName::new(*b"rsum");
/// The place of each resource, by id.
pub(super) const IDS: SectionName = SectionName::new(*b"rids");

/// How many cells are made at once, when the first of them is needed.
const CELLS: usize = 64;

/// The place of a resource once it is decoded.
type Cell = OnceLock<Box<Resource>>;

/// Resources that lie in a snapshot.
pub(super) struct Stored {
    container: Container,
    records: Texts,
    checksums: NumberSection<u32>,
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
    /// `IncompatibleSnapshot` where a section is missing; `InvalidSnapshot` where they have no whole number of resources, or not
    /// as many checksums.
    pub(super) fn open(container: &Container) -> Result<Self, Error> {
        let [ends, codes, phrases, joined] = RECORDS.map(|name| container.section(name));
        let records = Texts::new([ends?, codes?, phrases?, joined?])?;
        let section = container.section(CHECKSUMS)?;
        let checksums = NumberSection::new(section.clone())?;
        if checksums.len() != records.len() {
            return Err(section.damaged(0));
        }
        Ok(Stored {
            decoded: (0..records.len().div_ceil(CELLS)).map(|_| OnceLock::new()).collect(),
            container: container.clone(),
            records,
            checksums,
            ids: container.section(IDS)?,
            map: OnceLock::new(),
        })
    }

    pub(super) fn len(&self) -> usize {
        self.records.len()
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
        // Another map that took its name would have a right checksum, too, and say of every resource that it is not there.
        if map.len() != self.len() {
            return Err(self.ids.damaged(0));
        }
        Ok(self.map.get_or_init(|| map))
    }

    fn decode(&self, place: usize) -> Result<Resource, Error> {
        let json = self.records.get(place);
        // The checksum is that of the JSON, and so of the phrases in it, too.
        let whole = json.filter(|json| Some(crc32fast::hash(json)) == self.checksums.get(place));
        let resource = whole.and_then(|json| serde_json::from_slice(&json).ok());
        resource.ok_or_else(|| self.damage(place))
    }

    /// The error of a resource that is not as it was written: of the section that is damaged.
    #[cold]
    fn damage(&self, place: usize) -> Error {
        let [ends, codes, phrases, joined] = RECORDS;
        for name in [ends, CHECKSUMS, phrases, joined] {
            if let Err(error) = self.container.section_checked(name) {
                return error;
            }
        }
        let damaged =
            |name, at| self.container.section(name).map_or_else(|error| error, |found| found.damaged(at));
        self.records.range(place).map_or_else(|| damaged(ends, 0), |range| damaged(codes, range.start))
    }

    /// Adds the sections as they are to another snapshot, once they are known to be what was written.
    fn copy<'a>(&'a self, writer: &mut Writer<'a>) -> Result<(), Error> {
        for name in RECORDS.into_iter().chain([CHECKSUMS, IDS]) {
            writer.add(name, self.container.bytes_checked(name)?);
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
    let json = |resource: &Resource| serde_json::to_string(resource).map_err(|error| internal(&error));
    let sample = sampled(resources.len()).map(|place| json(&*resources.read(place)?));
    let mut records = TextsBuilder::new(&sample.collect::<Result<Vec<_>, Error>>()?);
    let (mut checksums, mut ids) = (Vec::new(), Vec::new());
    for (place, resource) in (0_u64..).zip(resources) {
        let resource = resource?;
        let json = json(resource)?;
        records.push(&json);
        checksums.push(crc32fast::hash(json.as_bytes()));
        ids.push((resource.id.as_str(), place));
    }
    ids.sort_unstable();
    let map = fst::Map::from_iter(ids).map_err(|error| internal(&error))?;
    RECORDS.into_iter().zip(records.finish()?).for_each(|(name, bytes)| writer.add(name, bytes));
    writer.add(CHECKSUMS, bytes_of(checksums));
    writer.add(IDS, map.into_fst().into_inner());
    Ok(())
}

/// Where in a text of one line it cannot be read, counted from its start.
pub(super) fn byte_of(error: &serde_json::Error) -> usize {
    error.column().saturating_sub(1)
}
