//! Where each record was read.

use std::collections::BTreeMap;

use crate::interner::Interner;
use crate::problem::Place;

/// Where each record was read, so that validation can name the place: by type of record and id (`page` records by
/// `toolkit/page`). It is kept for every record and asked for few, so in few bytes.
#[derive(Debug, Default)]
pub(crate) struct Origins {
    files: Interner,
    of_type: BTreeMap<&'static str, OfType>,
}

/// The records of a type.
#[derive(Debug, Default)]
struct OfType {
    ids: Interner,
    /// By number of the id, the number of the file and the line.
    lines: Vec<(Option<u32>, Option<usize>)>,
}

impl Origins {
    /// Notes the file and line of a record; false where one of this type and id was noted.
    pub(super) fn claim(&mut self, record_type: &'static str, id: &str, place: &Place) -> bool {
        let OfType { ids, lines } = self.of_type.entry(record_type).or_default();
        if ids.number(id) as usize != lines.len() {
            return false;
        }
        lines.push((place.file.as_ref().map(|file| self.files.number(file)), place.line));
        true
    }

    /// Where a record was read.
    pub(super) fn get(&self, record_type: &str, id: &str) -> Option<Place> {
        let OfType { ids, lines } = self.of_type.get(record_type)?;
        let (file, line) = *lines.get(ids.find(id)? as usize)?;
        let file = file.map(|file| self.files.get(file).to_owned());
        Some(Place { file, line, record: Some(id.to_owned()), ..Place::default() })
    }
}
