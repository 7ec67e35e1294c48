//! An index in which some records have changed, made of the one before. The two share what is the same in both.

use super::{Index, Records, view_update};
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::model::Resource;
use crate::snapshot::countable;
use crate::text::Language;

/// Records that changed: the catalogue and the records before and after, and the numbers of those that changed, ascending.
#[derive(Clone, Copy)]
pub(super) struct ChangedRecords<'a> {
    pub(super) before: (&'a Catalogue, &'a Records),
    pub(super) after: (&'a Catalogue, &'a Records),
    pub(super) numbers: &'a [u32],
}

impl<'a> ChangedRecords<'a> {
    /// The resource that a record is after the change; `None` for one that was deleted.
    ///
    /// # Errors
    /// `InvalidSnapshot` where it lies in a snapshot and is not as it was written.
    pub(super) fn resource(self, number: u32) -> Result<Option<&'a Resource>, Error> {
        let (catalogue, records) = self.after;
        records.get(number).map_or(Ok(None), |record| record.resource(catalogue))
    }
}

impl Index {
    /// The index of `after`, which is `before`, the catalogue of this index, with the resources in `slots` changed. The lexicon stays
    /// as it was learned.
    ///
    /// # Errors
    /// As [`build`](Index::build).
    pub(crate) fn updated(
        &self,
        before: &Catalogue,
        after: &Catalogue,
        slots: &[usize],
    ) -> Result<Self, Error> {
        let records = Records::of(after);
        countable(records.len())?;
        let numbers: Vec<u32> = slots.iter().map(|slot| records.of_slot(*slot)).collect();
        let changed =
            ChangedRecords { before: (before, &self.records), after: (after, &records), numbers: &numbers };
        let [english, french] =
            Language::ALL.map(|language| view_update::updated(self.view(language), language, changed));
        let columns = self.columns.iter().map(|column| column.updated(changed));
        Ok(Index {
            attributes: self.attributes.updated(changed)?,
            english: english?,
            french: french?,
            lexicon: self.lexicon.clone(),
            columns: columns.collect::<Result<_, _>>()?,
            records,
        })
    }
}
