//! The index: two views of every record, one in English and one in French, each with its own words and statistics.
//!
//! A French word is weighed against the other French texts only, so it is not "rare" because most of a catalogue is in
//! English. Immutable once built; shared by any number of threads.

mod builder;
mod column;
mod dictionary;
mod distance;
mod family;
mod field;
mod record;
mod view;

pub(crate) use column::Column;
pub use column::FacetField;
pub(crate) use distance::within;
pub use field::Field;
pub use record::RecordType;
pub(crate) use record::{FieldText, Record};
pub(crate) use view::{Cursor, Occurrence, View, idf};

use crate::catalogue::Catalogue;
use crate::lexicon::Lexicon;
use crate::text::Language;

/// The searchable form of a catalogue.
#[derive(Debug)]
pub(crate) struct Index {
    /// What can be found, in the order of the catalogue.
    pub(crate) records: Vec<Record>,
    english: View,
    french: View,
    /// What is known of translations, from every source.
    pub(crate) lexicon: Lexicon,
    /// The values records are filtered and counted by, one column for each [`FacetField`], in its order.
    columns: Vec<Column>,
    /// The year a record may be of, first and last; `None` where it has no date.
    pub(crate) years: Vec<Option<(i32, i32)>>,
    /// What records are sorted by when sorted by date.
    pub(crate) dates: Vec<Option<(i32, u8, u8)>>,
    /// Each record's place in the dictionary order of titles, for readers of English and of French.
    title_ranks: [Vec<u32>; 2],
}

impl Index {
    /// Builds the index of `catalogue`; the same catalogue always gives the same index.
    pub(crate) fn build(catalogue: &Catalogue) -> Self {
        builder::build(catalogue)
    }

    pub(crate) fn view(&self, language: Language) -> &View {
        match language {
            Language::English => &self.english,
            Language::French => &self.french,
        }
    }

    pub(crate) fn column(&self, field: FacetField) -> Option<&Column> {
        self.columns.iter().find(|column| column.field == field)
    }

    /// The place of `record` among titles as a reader of `reader` sees them.
    pub(crate) fn title_rank(&self, reader: Language, record: u32) -> u32 {
        let [english, french] = &self.title_ranks;
        let ranks = match reader {
            Language::English => english,
            Language::French => french,
        };
        ranks.get(record as usize).copied().unwrap_or(u32::MAX)
    }
}
