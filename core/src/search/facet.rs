use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::request::{SearchRequest, YearRange};
use crate::collation::Collation;
use crate::index::{Column, FacetField, Index};
use crate::text::{Bilingual, Localized};

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

/// Which filters a record fails: none, one (so that only that facet still counts it), or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Failing {
    None,
    One(FacetField),
    More,
}

/// The filters of a request, ready to be put to records.
pub(super) struct Sieve<'a> {
    index: &'a Index,
    /// For each filtered field, the places of the values that satisfy it.
    wanted: Vec<(&'a Column, Vec<u32>)>,
    year: Option<YearRange>,
}

impl<'a> Sieve<'a> {
    pub(super) fn new(request: &'a SearchRequest, index: &'a Index) -> Self {
        let places = |column: &Column, values: &[String]| {
            values.iter().filter_map(|value| column.place(value)).collect()
        };
        let wanted = request
            .filters
            .values()
            .filter_map(|(field, values)| index.column(field).map(|column| (column, places(column, values))))
            .collect();
        Sieve { index, wanted, year: request.filters.year }
    }

    /// True when `record` passes every filter.
    pub(super) fn passes(&self, record: u32) -> bool {
        self.failing(record) == Failing::None
    }

    fn failing(&self, record: u32) -> Failing {
        let fails = |(column, wanted): &&(&Column, Vec<u32>)| {
            !column.values_of(record).any(|value| wanted.contains(&value))
        };
        let mut failing = self.wanted.iter().filter(fails).map(|(column, _)| column.field);
        let year = (!self.year_passes(record)).then_some(FacetField::Year);
        match (failing.next().or(year), failing.next(), year) {
            (None, ..) => Failing::None,
            (Some(first), None, None) => Failing::One(first),
            (Some(FacetField::Year), None, Some(_)) => Failing::One(FacetField::Year),
            _ => Failing::More,
        }
    }

    /// A date that may fall into the years asked for passes.
    fn year_passes(&self, record: u32) -> bool {
        let Some(YearRange { from, to }) = self.year else { return true };
        let years = self.index.attributes.years(record);
        years.is_some_and(|(first, last)| {
            from.is_none_or(|from| last >= from) && to.is_none_or(|to| first <= to)
        })
    }
}

/// Counts the facets asked for over `records`, those that match the query whatever the filters.
pub(super) fn count(
    request: &SearchRequest,
    index: &Index,
    sieve: &Sieve<'_>,
    records: &[u32],
) -> Vec<Facet> {
    if request.facets.is_empty() {
        return Vec::new();
    }
    let failing: Vec<(u32, Failing)> =
        records.iter().map(|record| (*record, sieve.failing(*record))).collect();
    let order = Collation::new(request.language);
    let columns = request.facets.iter().filter_map(|field| index.column(*field));
    columns.map(|column| count_column(column, request, &failing, &order)).collect()
}

fn count_column(
    column: &Column,
    request: &SearchRequest,
    failing: &[(u32, Failing)],
    order: &Collation,
) -> Facet {
    let mut counts = vec![0_usize; column.values.len()];
    for (record, failing) in failing {
        if *failing == Failing::None || *failing == Failing::One(column.field) {
            for value in column.values_of(*record) {
                counts.get_mut(value as usize).into_iter().for_each(|count| *count += 1);
            }
        }
    }
    let chosen: Vec<&str> = request
        .filters
        .values()
        .filter(|(field, _)| *field == column.field)
        .flat_map(|(_, values)| values.iter().map(String::as_str))
        .collect();
    let in_years = |id: &str| {
        let year: Option<i32> = id.parse().ok();
        request.filters.year.is_some_and(|range| {
            year.is_some_and(|year| {
                range.from.is_none_or(|from| year >= from) && range.to.is_none_or(|to| year <= to)
            })
        })
    };
    let mut values: Vec<FacetValue> = column
        .values
        .iter()
        .zip(counts)
        .map(|(value, count)| FacetValue {
            selected: chosen.contains(&value.id.as_str())
                || (column.field == FacetField::Year && in_years(&value.id)),
            id: value.id.clone(),
            label: value.label.clone(),
            count,
            broader: value.broader.clone(),
        })
        .filter(|value| value.count > 0 || value.selected)
        .collect();
    if column.field == FacetField::Year {
        values.reverse();
    } else {
        let label = |value: &FacetValue| {
            value.label.read(request.language).map(|text| text.value.clone()).unwrap_or_default()
        };
        values.sort_by(|a, b| {
            Reverse(a.count).cmp(&Reverse(b.count)).then_with(|| order.compare(&label(a), &label(b)))
        });
    }
    Facet { field: column.field, label: column.field.label(), values }
}
