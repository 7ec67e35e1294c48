use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::request::{SearchRequest, YearRange};
use crate::collation::Collation;
use crate::index::{Column, FacetField, Index, RecordSet};
use crate::text::{Bilingual, Localized};

/// How many records of a value's list are looked at in the time in which the values of a record are.
const LOOK_UP: usize = 8;

/// A facet: how many of the found resources have each value.
///
/// A facet's own filter does not hide its other values: their counts say what choosing them would give.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Facet {
    /// What is counted.
    pub field: FacetField,
    /// The facet's heading.
    pub label: Bilingual,
    /// The values found, the most frequent first; those that are as frequent in the reader's dictionary order. Years
    /// come newest first.
    pub values: Vec<FacetValue>,
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FacetValue {
    /// The value, as filters name it.
    pub id: String,
    /// What it reads in each language.
    pub label: Localized<String>,
    /// How many resources have it.
    pub count: usize,
    /// True when the request filters by it.
    pub selected: bool,
    /// The broader topics it belongs to, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub broader: Vec<String>,
}

/// The filters of a request, each as the records of those found that pass it.
pub(super) struct Sieve {
    passing: Vec<(FacetField, RecordSet)>,
}

impl Sieve {
    pub(super) fn new(request: &SearchRequest, index: &Index, found: &RecordSet) -> Self {
        let mut passing = Vec::new();
        for (field, values) in request.filters.values() {
            let Some(column) = index.column(field) else { continue };
            let mut records = found.emptied();
            for place in values.iter().filter_map(|value| column.place(value)) {
                records.extend(column.records_of(place));
            }
            passing.push((field, records));
        }
        if let Some(range) = request.filters.year {
            let mut records = found.emptied();
            records.extend(found.iter().filter(|record| may_be_of(range, index.attributes.years(*record))));
            passing.push((FacetField::Year, records));
        }
        Sieve { passing }
    }

    /// Those of `found` that pass every filter, those on the field `but` left aside.
    pub(super) fn sift(&self, found: &RecordSet, but: Option<FacetField>) -> RecordSet {
        let mut left = found.clone();
        for (_, records) in self.passing.iter().filter(|(field, _)| Some(*field) != but) {
            left.intersect(records);
        }
        left
    }

    fn has(&self, field: FacetField) -> bool {
        self.passing.iter().any(|(filtered, _)| *filtered == field)
    }
}

/// True for a date that may fall into the years asked for.
fn may_be_of(YearRange { from, to }: YearRange, years: Option<(i32, i32)>) -> bool {
    years.is_some_and(|(first, last)| from.is_none_or(|from| last >= from) && to.is_none_or(|to| first <= to))
}

/// Counts the facets asked for over `found`, the records that match the query whatever the filters; `sifted`: those that pass
/// all of them.
pub(super) fn count(
    request: &SearchRequest,
    index: &Index,
    sieve: &Sieve,
    found: &RecordSet,
    sifted: &RecordSet,
) -> Vec<Facet> {
    if request.facets.is_empty() {
        return Vec::new();
    }
    let order = Collation::new(request.language);
    let columns = request.facets.iter().filter_map(|field| index.column(*field));
    let facets = columns.map(|column| {
        if sieve.has(column.field) {
            count_column(column, request, &sieve.sift(found, Some(column.field)), &order)
        } else {
            count_column(column, request, sifted, &order)
        }
    });
    facets.collect()
}

/// How many of `records` have each value of a column.
fn counts(column: &Column, records: &RecordSet) -> Vec<usize> {
    let places = 0..u32::try_from(column.values.len()).unwrap_or(u32::MAX);
    let in_lists: usize = places.clone().map(|place| column.record_count_of(place)).sum();
    if in_lists < records.len() * LOOK_UP {
        return places.map(|place| records.count(column.records_of(place))).collect();
    }
    let mut counts = vec![0; column.values.len()];
    for value in records.iter().flat_map(|record| column.values_of(record)) {
        counts.get_mut(value as usize).into_iter().for_each(|count| *count += 1);
    }
    counts
}

fn count_column(column: &Column, request: &SearchRequest, records: &RecordSet, order: &Collation) -> Facet {
    let chosen: Vec<&str> = request
        .filters
        .values()
        .filter(|(field, _)| *field == column.field)
        .flat_map(|(_, values)| values.iter().map(String::as_str))
        .collect();
    let in_years = |id: &str| {
        let year = id.parse().ok().map(|year| (year, year));
        request.filters.year.is_some_and(|range| may_be_of(range, year))
    };
    let mut values: Vec<FacetValue> = (0..)
        .zip(column.values.iter().zip(counts(column, records)))
        .filter_map(|(place, (value, count))| {
            let selected = chosen.contains(&value.id.as_str())
                || (column.field == FacetField::Year && in_years(&value.id));
            let is_shown = count > 0 || (selected && column.is_known(place));
            is_shown.then(|| FacetValue {
                id: value.id.clone(),
                label: value.label.clone(),
                count,
                selected,
                broader: value.broader.clone(),
            })
        })
        .collect();
    if !column.has_vocabulary() {
        values.sort_by(|a, b| a.id.cmp(&b.id));
    }
    if column.field == FacetField::Year {
        values.reverse();
    } else {
        values.sort_by(|a, b| {
            let order_of_labels = || order.compare(label(a, request), label(b, request));
            Reverse(a.count).cmp(&Reverse(b.count)).then_with(order_of_labels)
        });
    }
    Facet { field: column.field, label: column.field.label(), values }
}

/// What the reader sees of a value.
fn label<'a>(value: &'a FacetValue, request: &SearchRequest) -> &'a str {
    value.label.read(request.language).map_or("", |text| text.value)
}
