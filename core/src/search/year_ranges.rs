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

#[cfg(test)]
mod tests {
    use super::*;

    fn years(spans: &[(i32, i32)]) -> Years {
        let mut years = Years(HashMap::default());
        spans.iter().for_each(|span| *years.0.entry(*span).or_default() += 1);
        years
    }

    #[test]
    fn a_histogram_has_a_range_for_each_step_from_the_first_year_to_the_last() {
        let years = years(&[(2013, 2013), (2013, 2013), (2010, 2019), (1999, 1999)]);
        let ranges = years.histogram(5, 0).unwrap();
        let counted: Vec<_> = ranges
            .into_iter()
            .map(|range| (range.from.unwrap(), range.to.unwrap(), years.count(range)))
            .collect();
        assert_eq!(
            counted,
            [(1995, 1999, 1), (2000, 2004, 0), (2005, 2009, 0), (2010, 2014, 3), (2015, 2019, 1)]
        );
        assert_eq!(years.histogram(1000, 0).unwrap().len(), 2);
        assert_eq!(Years::histogram(&self::years(&[]), 5, 0).unwrap(), []);
        let far = self::years(&[(i32::MIN, i32::MIN), (i32::MAX, i32::MAX)]);
        assert!(far.histogram(1000, 0).is_err());
    }

    #[test]
    fn the_step_advised_for_too_many_ranges_is_enough() {
        for last in [203, 399, 1000, 9999] {
            let years = years(&[(3, 3), (last, last)]);
            let error = years.histogram(1, 2).unwrap_err();
            assert_eq!(error.place().field.as_deref(), Some("facets[2].step"));
            let step = error.remedy().en.split(' ').find_map(|word| word.parse().ok()).unwrap();
            assert!(years.histogram(step, 2).is_ok(), "{error}");
        }
    }

    #[test]
    fn a_range_reads_as_its_ends() {
        let label = |from, to| label(YearRange { from, to });
        assert_eq!(label(Some(2015), Some(2019)), Bilingual::new("2015\u{2013}2019", "2015 à 2019"));
        assert_eq!(label(Some(2015), Some(2015)), Bilingual::new("2015", "2015"));
        assert_eq!(label(Some(2020), None), Bilingual::new("since 2020", "depuis 2020"));
        assert_eq!(label(None, Some(2014)), Bilingual::new("until 2014", "jusqu’en 2014"));
    }
}
