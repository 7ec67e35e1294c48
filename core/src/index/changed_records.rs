use super::Records;
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::model::Resource;

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
