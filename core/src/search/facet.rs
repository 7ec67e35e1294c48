use std::cmp::{Ordering, Reverse};

use serde::{Deserialize, Serialize};

use super::facet_request::{FacetOrder, FacetRequest};
use super::nested::{MOST_LEVELS, MOST_VALUES, nested};
use super::request::{SearchRequest, invalid};
use super::sieve::Sieve;
use super::year_ranges::ranges;
use crate::error::Error;
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
    /// The values found, in the order asked for; as a tree, where that was asked for.
    pub values: Vec<FacetValue>,
    /// How many values there are, listed or not; each counted once.
    pub distinct: usize,
    /// The ranges of years asked for: those of the histogram, the earliest first, then those that the request lists.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ranges: Vec<FacetRange>,
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FacetValue {
    /// The value, as filters name it.
    pub id: String,
    /// What it reads in each language.
    pub label: Localized<String>,
    /// How many resources have it: a filter of this value alone finds them. One of which the year is not known to the last digit counts
    /// for each year that it may be of.
    pub count: usize,
    /// True when the request filters by it.
    pub selected: bool,
    /// The broader topics it belongs to, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub broader: Vec<String>,
    /// The narrower topics under it, where topics are nested; one with several broader topics stands under each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub narrower: Vec<FacetValue>,
}

/// A range of years of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FacetRange {
    /// The first year; `None` where the range has no beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<i32>,
    /// The last year; `None` where the range has no end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<i32>,
    /// What it reads in each language: `2015–2019`, `since 2020` …
    pub label: Bilingual,
    /// How many resources may be of these years: the filter of this range finds them.
    pub count: usize,
    /// True when the request filters by this very range.
    pub selected: bool,
}

/// Counts the facets asked for over `found`, the records that match the query whatever the filters; `sifted`: those that pass
/// all of them.
///
/// # Errors
/// `InvalidRequest` for a facet that would be too large: a histogram of too many ranges, a tree of too many topics.
pub(super) fn count(
    request: &SearchRequest,
    index: &Index,
    sieve: &Sieve,
    found: &RecordSet,
    sifted: &RecordSet,
) -> Result<Vec<Facet>, Error> {
    if request.facets.is_empty() {
        return Ok(Vec::new());
    }
    let mut facets = Vec::with_capacity(request.facets.len());
    for (at, facet) in request.facets.iter().enumerate() {
        let Some(column) = index.column(&facet.field) else { continue };
        let label_ranks = column.label_ranks(request.language);
        let counted = Counted { facet, at, column, label_ranks, request, index };
        facets.push(if sieve.has(&facet.field) {
            counted.over(&sieve.sift(found, Some(&facet.field)))?
        } else {
            counted.over(sifted)?
        });
    }
    Ok(facets)
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

/// A facet to be counted.
struct Counted<'a> {
    facet: &'a FacetRequest,
    /// Its place among those of the request.
    at: usize,
    column: &'a Column,
    /// The order of its labels.
    label_ranks: &'a [u32],
    request: &'a SearchRequest,
    index: &'a Index,
}

/// A value that is found or filtered by.
#[derive(Clone, Copy)]
struct Found {
    place: u32,
    count: usize,
    selected: bool,
}

impl Counted<'_> {
    fn over(&self, records: &RecordSet) -> Result<Facet, Error> {
        let mut found = self.found(records);
        let distinct = found.len();
        let most = self.facet.most.and_then(|most| usize::try_from(most).ok());
        let values = if self.facet.nested {
            found.sort_unstable_by(|a, b| self.compare(a, b));
            let values = found.iter().filter_map(|found| self.value(found)).collect();
            nested(values, most).ok_or_else(|| self.too_large_a_tree())?
        } else {
            self.sort_first(&mut found, most);
            found.iter().filter_map(|found| self.value(found)).collect()
        };
        let filter = self.request.filters.year;
        let ranges = ranges(self.facet, self.at, filter, records, &self.index.attributes)?;
        Ok(Facet {
            field: self.column.field.clone(),
            label: self.column.label.clone(),
            values,
            distinct,
            ranges,
        })
    }

    /// The values that `records` have, and those that are filtered by.
    fn found(&self, records: &RecordSet) -> Vec<Found> {
        let filters = self.request.filters.values().filter(|(field, _)| *field == self.column.field);
        let chosen: Vec<u32> = filters
            .flat_map(|(_, values)| values.iter().filter_map(|value| self.column.place(value)))
            .collect();
        let years = self.request.filters.year.filter(|_| self.column.field == FacetField::Year);
        let in_years = |place: u32| {
            years.is_some_and(|range| {
                let year = self.column.values.get(place as usize).and_then(|value| value.id.parse().ok());
                range.may_have(year.map(|year| (year, year))) && self.column.is_known(place)
            })
        };
        (0..)
            .zip(counts(self.column, records))
            .map(|(place, count)| Found {
                place,
                count,
                selected: chosen.contains(&place) || in_years(place),
            })
            .filter(|found| found.count > 0 || found.selected)
            .collect()
    }

    /// Puts the first `most` in order, and leaves of the others those that are selected, in order.
    fn sort_first(&self, found: &mut Vec<Found>, most: Option<usize>) {
        if let Some(most) = most.filter(|most| *most < found.len()) {
            // What is not listed need not be sorted.
            found.select_nth_unstable_by(most, |a, b| self.compare(a, b));
            let mut place = 0;
            found.retain(|found| {
                place += 1;
                place <= most || found.selected
            });
        }
        found.sort_unstable_by(|a, b| self.compare(a, b));
    }

    /// The order asked for; no two values are alike in it.
    fn compare(&self, a: &Found, b: &Found) -> Ordering {
        let by_value = || self.column.compare(a.place, b.place);
        let by_label = || self.label_rank(a).cmp(&self.label_rank(b));
        match self.facet.order {
            None if self.column.field == FacetField::Year => by_value().reverse(),
            None | Some(FacetOrder::Count) => Reverse(a.count).cmp(&Reverse(b.count)).then_with(by_label),
            Some(FacetOrder::Label) => by_label(),
            Some(FacetOrder::Value) => by_value(),
        }
    }

    fn label_rank(&self, found: &Found) -> Option<&u32> {
        self.label_ranks.get(found.place as usize)
    }

    fn value(&self, Found { place, count, selected }: &Found) -> Option<FacetValue> {
        self.column.values.get(*place as usize).map(|value| FacetValue {
            id: value.id.clone(),
            label: value.label.clone(),
            count: *count,
            selected: *selected,
            broader: value.broader.clone(),
            narrower: Vec::new(),
        })
    }

    fn too_large_a_tree(&self) -> Error {
        invalid(
            &format!("facets[{}].nested", self.at),
            Bilingual::new(
                format!(
                    "The tree of topics would have more than {MOST_VALUES} places or {MOST_LEVELS} levels."
                ),
                format!(
                    "L’arbre des sujets aurait plus de {MOST_VALUES} places ou de {MOST_LEVELS} niveaux."
                ),
            ),
            Bilingual::new(
                "Leave `nested` out: each topic names its broader ones.",
                "Omettez «\u{a0}nested\u{a0}»\u{a0}: chaque sujet nomme ceux qui sont plus généraux.",
            ),
        )
    }
}
