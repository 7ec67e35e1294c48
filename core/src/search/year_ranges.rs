//! How many records are of which years.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::facet_request::{FacetRequest, MOST_RANGES, too_many_ranges};
use super::{FacetRange, YearRange};
use crate::error::Error;
use crate::index::{Attributes, RecordSet};
use crate::text::Bilingual;

/// The ranges that a facet asks for, counted over `records`: those of a histogram, then those that are listed; `at`: the place of the
/// facet among those of the request.
///
/// # Errors
/// `InvalidRequest` for a histogram of more ranges than there may be.
pub(super) fn ranges(
    facet: &FacetRequest,
    at: usize,
    filter: Option<YearRange>,
    records: &RecordSet,
    attributes: &Attributes,
) -> Result<Vec<FacetRange>, Error> {
    if facet.step.is_none() && facet.ranges.is_empty() {
        return Ok(Vec::new());
    }
    let years = Years::of(records, attributes);
    let mut ranges = match facet.step {
        Some(step) => years.histogram(step, at)?,
        None => Vec::new(),
    };
    ranges.extend(&facet.ranges);
    let counted = ranges.into_iter().map(|range| FacetRange {
        from: range.from,
        to: range.to,
        label: label(range),
        count: years.count(range),
        selected: filter == Some(range),
    });
    Ok(counted.collect())
}

/// How many records are of the same years: there are far fewer of these than records.
struct Years(HashMap<(i32, i32), usize, FixedState>);

impl Years {
    fn of(records: &RecordSet, attributes: &Attributes) -> Self {
        let mut counts = HashMap::default();
        for years in records.iter().filter_map(|record| attributes.years(record)) {
            *counts.entry(years).or_default() += 1;
        }
        Years(counts)
    }

    /// How many records the filter of this range would find.
    fn count(&self, range: YearRange) -> usize {
        let counts = self.0.iter().filter(|(years, _)| range.may_have(Some(**years)));
        counts.map(|(_, count)| count).sum()
    }

    /// Ranges of `step` years, from the first year to the last.
    fn histogram(&self, step: i64, at: usize) -> Result<Vec<YearRange>, Error> {
        let first = self.0.keys().map(|(first, _)| i64::from(*first)).min();
        let last = self.0.keys().map(|(_, last)| i64::from(*last)).max();
        let Some((first, last)) = first.zip(last) else { return Ok(Vec::new()) };
        let steps = first.div_euclid(step)..=last.div_euclid(step);
        let count = usize::try_from(steps.end() - steps.start() + 1).unwrap_or(usize::MAX);
        if count > MOST_RANGES {
            // As many years as would do.
            let enough = (last - first) / (MOST_RANGES as i64 - 1) + 1;
            return Err(too_many_ranges(
                &format!("facets[{at}].step"),
                count,
                Bilingual::new(
                    format!("Ask for a step of {enough} years or more."),
                    format!("Demandez un pas d’au moins {enough} années."),
                ),
            ));
        }
        let bound = |year: i64| i32::try_from(year).ok();
        let ranges =
            steps.map(|number| YearRange { from: bound(number * step), to: bound(number * step + step - 1) });
        Ok(ranges.collect())
    }
}

/// What a range reads in each language.
fn label(range: YearRange) -> Bilingual {
    match (range.from, range.to) {
        (None, None) => Bilingual::new("any year", "toutes les années"),
        (Some(from), None) => Bilingual::new(format!("since {from}"), format!("depuis {from}")),
        (None, Some(to)) => Bilingual::new(format!("until {to}"), format!("jusqu’en {to}")),
        (Some(from), Some(to)) if from == to => Bilingual::new(from.to_string(), to.to_string()),
        (Some(from), Some(to)) => Bilingual::new(format!("{from}\u{2013}{to}"), format!("{from} à {to}")),
    }
}
