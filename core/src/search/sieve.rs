//! The filters of a request.

use super::request::SearchRequest;
use crate::index::{FacetField, Index, RecordSet};

/// The filters of a request, each as the records of those found that pass it.
pub(super) struct Sieve {
    passing: Vec<(FacetField, RecordSet)>,
}

impl Sieve {
    pub(super) fn new(request: &SearchRequest, index: &Index, found: &RecordSet) -> Self {
        let mut passing = Vec::new();
        for (field, values) in request.filters.values() {
            let Some(column) = index.column(&field) else { continue };
            let mut records = found.emptied();
            for place in values.iter().filter_map(|value| column.place(value)) {
                records.extend(column.records_of(place));
            }
            passing.push((field, records));
        }
        if let Some(range) = request.filters.year {
            let mut records = found.emptied();
            records.extend(found.iter().filter(|record| range.may_have(index.attributes.years(*record))));
            passing.push((FacetField::Year, records));
        }
        Sieve { passing }
    }

    /// Those of `found` that pass every filter, those on the field `but` left aside.
    pub(super) fn sift(&self, found: &RecordSet, but: Option<&FacetField>) -> RecordSet {
        let mut left = found.clone();
        for (_, records) in self.passing.iter().filter(|(field, _)| Some(field) != but) {
            left.intersect(records);
        }
        left
    }

    pub(super) fn has(&self, field: &FacetField) -> bool {
        self.passing.iter().any(|(filtered, _)| filtered == field)
    }
}
