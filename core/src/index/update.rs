//! An index in which some records have changed, made of the one before. The two share what is the same in both.

use super::changed_records::ChangedRecords;
use super::{Index, RecordType, Records, view_update};
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::snapshot::countable;
use crate::text::Language;

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
        let numbers: Vec<u32> =
            slots.iter().map(|slot| records.number(RecordType::Resource, *slot)).collect();
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
            topic_labels: self.topic_labels.clone(),
            records,
        })
    }
}
