use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::iter::FusedIterator;
use std::ops::Range;
use std::sync::Arc;

use super::change::Change;
use super::changed::Changed;
use super::stored::Stored;
use crate::error::Error;
use crate::model::Resource;

/// The resources of a catalogue, in its order, each read when it is asked for.
///
/// Those of a catalogue that was opened from files are in memory, and asking for them never fails. Those of a snapshot stay in
/// it: the first time that one is asked for it is compared with its checksum, decoded, and kept. One that is damaged gives an
/// error, and the others can still be read. A clone shares them, and what has been decoded; any number of threads may read.
///
/// ```
/// # #[cfg(feature = "bundled")] {
/// use ally_toolkit::Catalogue;
/// let catalogue = Catalogue::bundled()?;
/// for resource in catalogue.resources() {
///     println!("{}", resource?.id);
/// }
/// # }
/// # Ok::<(), ally_toolkit::Error>(())
/// ```
#[derive(Clone)]
pub struct Resources(Source);

#[derive(Clone)]
enum Source {
    Loaded(Arc<Loaded>),
    Stored(Arc<Stored>),
    Changed(Arc<Changed>),
}

/// Resources in memory.
struct Loaded {
    records: Vec<Resource>,
    /// By id.
    places: HashMap<String, usize>,
}

impl Resources {
    pub(super) fn stored(stored: Stored) -> Self {
        Resources(Source::Stored(Arc::new(stored)))
    }

    /// The sections they are read from; `None` for those in memory.
    pub(super) fn as_stored(&self) -> Option<&Stored> {
        match &self.0 {
            Source::Loaded(_) | Source::Changed(_) => None,
            Source::Stored(stored) => Some(stored),
        }
    }

    /// These with some of them changed, and the slots of those.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound) for a resource to be deleted that is not there;
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot) where the list of ids is not as it was written.
    pub(super) fn changed(&self, changes: Vec<Change>) -> Result<(Self, Vec<usize>), Error> {
        let mut changed = match &self.0 {
            Source::Changed(changed) => Changed::clone(changed),
            Source::Loaded(_) | Source::Stored(_) => Changed::new(self.clone()),
        };
        let slots = changed.change(changes)?;
        Ok((Resources(Source::Changed(Arc::new(changed))), slots))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match &self.0 {
            Source::Loaded(loaded) => loaded.records.len(),
            Source::Stored(stored) => stored.len(),
            Source::Changed(changed) => changed.len(),
        }
    }

    pub(super) fn is_changed(&self) -> bool {
        matches!(self.0, Source::Changed(_))
    }

    /// How many slots there are: a resource keeps its slot while others are added and deleted. Without changes, slots are places.
    pub(crate) fn slots(&self) -> usize {
        match &self.0 {
            Source::Loaded(_) | Source::Stored(_) => self.len(),
            Source::Changed(changed) => changed.slots(),
        }
    }

    /// The resource in a slot; `None` for the slot of one that was deleted.
    ///
    /// # Errors
    /// As [`get`](Resources::get).
    pub(crate) fn at_slot(&self, slot: usize) -> Result<Option<&Resource>, Error> {
        match &self.0 {
            Source::Loaded(_) | Source::Stored(_) => self.get(slot),
            Source::Changed(changed) => changed.at_slot(slot),
        }
    }

    /// The slot of the resource with this id; `None` where there is none.
    ///
    /// # Errors
    /// As [`find`](Resources::find).
    pub(crate) fn slot_of(&self, id: &str) -> Result<Option<usize>, Error> {
        match &self.0 {
            Source::Loaded(loaded) => Ok(loaded.places.get(id).copied()),
            Source::Stored(stored) => stored.place_of(id),
            Source::Changed(changed) => changed.slot_of(id),
        }
    }

    /// True where there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The resource at `place`, counted from 0; `None` at [`len`](Resources::len) and beyond.
    ///
    /// # Errors
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot) where it is not as it was written, with the section and the byte.
    pub fn get(&self, place: usize) -> Result<Option<&Resource>, Error> {
        match &self.0 {
            Source::Loaded(loaded) => Ok(loaded.records.get(place)),
            Source::Stored(stored) => stored.get(place),
            Source::Changed(changed) => changed.at_slot(changed.slot_at(place)),
        }
    }

    /// The resource with this id; `None` where there is none.
    ///
    /// # Errors
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot) where it, or the list of ids, is not as it was written.
    pub fn find(&self, id: &str) -> Result<Option<&Resource>, Error> {
        match &self.0 {
            Source::Loaded(loaded) => Ok(loaded.places.get(id).and_then(|place| loaded.records.get(*place))),
            Source::Stored(stored) => stored.find(id),
            Source::Changed(changed) => changed.find(id),
        }
    }

    /// Each of them in order, or the error of reading it, after which the next can be read. What is read stays in memory.
    pub fn iter(&self) -> ResourceIter<'_> {
        ResourceIter { resources: self, places: 0..self.len() }
    }

    /// Like [`iter`](Resources::iter), but what is read from a snapshot is not kept: for a look at every one.
    pub fn scan(&self) -> impl ExactSizeIterator<Item = Result<Cow<'_, Resource>, Error>> {
        (0..self.len()).map(|place| self.read(place))
    }

    /// The resource at `place`, not kept if it was not yet.
    pub(super) fn read(&self, place: usize) -> Result<Cow<'_, Resource>, Error> {
        let missing = || Error::internal("a resource is missing");
        match &self.0 {
            Source::Loaded(loaded) => loaded.records.get(place).map(Cow::Borrowed).ok_or_else(missing),
            Source::Stored(stored) => stored.read(place),
            Source::Changed(changed) => changed.read(changed.slot_at(place)),
        }
    }
}

impl Default for Resources {
    fn default() -> Self {
        Resources::from(Vec::new())
    }
}

impl From<Vec<Resource>> for Resources {
    /// Keeps them in memory. Of two with the same id, the last is found by it.
    fn from(records: Vec<Resource>) -> Self {
        let places =
            records.iter().enumerate().map(|(place, resource)| (resource.id.clone(), place)).collect();
        Resources(Source::Loaded(Arc::new(Loaded { records, places })))
    }
}

impl PartialEq for Resources {
    /// Whether they hold the same, wherever they lie. One that cannot be read is equal to none.
    fn eq(&self, other: &Self) -> bool {
        let same = |pair| matches!(pair, (Ok(one), Ok(other)) if one == other);
        self.len() == other.len() && self.scan().zip(other.scan()).all(same)
    }
}

impl fmt::Debug for Resources {
    /// Those in memory as a list; of those in a snapshot, how many there are.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Source::Loaded(loaded) => f.debug_list().entries(&loaded.records).finish(),
            Source::Stored(stored) => f.debug_struct("Stored").field("length", &stored.len()).finish(),
            Source::Changed(changed) => f.debug_struct("Changed").field("length", &changed.len()).finish(),
        }
    }
}

impl<'a> IntoIterator for &'a Resources {
    type Item = Result<&'a Resource, Error>;
    type IntoIter = ResourceIter<'a>;

    fn into_iter(self) -> ResourceIter<'a> {
        self.iter()
    }
}

/// Each of the [`Resources`] in order, or the error of reading it.
#[derive(Debug, Clone)]
pub struct ResourceIter<'a> {
    resources: &'a Resources,
    places: Range<usize>,
}

impl<'a> Iterator for ResourceIter<'a> {
    type Item = Result<&'a Resource, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.resources.get(self.places.next()?).transpose()
    }

    /// Passes over `n` without reading them.
    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        self.resources.get(self.places.nth(n)?).transpose()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.places.size_hint()
    }
}

impl ExactSizeIterator for ResourceIter<'_> {}

impl FusedIterator for ResourceIter<'_> {}
