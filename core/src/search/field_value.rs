//! What the value of a field in a query means in a catalogue.

use super::filters::YearRange;
use crate::analysis::fold_case;
use crate::catalogue::Catalogue;
use crate::index::{Column, FacetField, Index};
use crate::text::{Language, Localized};

/// What a value means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value {
    /// A value of the facet, by its place.
    Place(u32),
    Years(YearRange),
}

/// What `text` means for a facet: a value's id, one of its labels in either language, without regard to capitals and accents;
/// years. `None` for what the catalogue does not know.
pub(super) fn value(facet: &FacetField, text: &str, catalogue: &Catalogue, index: &Index) -> Option<Value> {
    if *facet == FacetField::Year {
        return years(text).map(Value::Years);
    }
    let column = index.column(facet)?;
    if let Some(place) = column.place(text) {
        return Some(Value::Place(place));
    }
    let wanted = fold_case(text);
    place_labelled(&wanted, column).or_else(|| place_of_concept(&wanted, column, catalogue)).map(Value::Place)
}

fn is(label: &str, wanted: &str) -> bool {
    *fold_case(label) == *wanted
}

/// The value whose id or preferred label is the one wanted.
fn place_labelled(wanted: &str, column: &Column) -> Option<u32> {
    let mut values = (0..).zip(column.values.iter()).filter(|(place, _)| column.is_known(*place));
    let found =
        values.find(|(_, value)| is(&value.id, wanted) || texts(&value.label).any(|label| is(label, wanted)));
    found.map(|(place, _)| place)
}

/// The value of a vocabulary of which another label is the one wanted.
fn place_of_concept(wanted: &str, column: &Column, catalogue: &Catalogue) -> Option<u32> {
    let concepts = &catalogue.vocabulary(column.vocabulary()?).concepts;
    let found = concepts.iter().find(|concept| {
        let others = [&concept.alternative, &concept.hidden].into_iter().flat_map(texts).flatten();
        others.map(String::as_str).any(|label| is(label, wanted))
    });
    found.and_then(|concept| column.place(&concept.id))
}

fn texts<T>(text: &Localized<T>) -> impl Iterator<Item = &T> {
    Language::ALL.into_iter().filter_map(|language| text.get(language))
}

/// The years of `2018`, `2018..2022`, `2018..`, `..2022`; with a dash too, as `2018-2022` and `2018–2022`.
fn years(text: &str) -> Option<YearRange> {
    let year = |text: &str| text.trim().parse::<i32>().ok();
    if let Some(year) = year(text) {
        return Some(YearRange { from: Some(year), to: Some(year) });
    }
    let (from, to) = text.split_once("..").or_else(|| text.split_once(['-', '\u{2013}']))?;
    let bound = |text: &str| if text.trim().is_empty() { Some(None) } else { year(text).map(Some) };
    let range = YearRange { from: bound(from)?, to: bound(to)? };
    let is_range =
        range != YearRange::default() && range.from.zip(range.to).is_none_or(|(from, to)| from <= to);
    is_range.then_some(range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_one_or_from_one_to_another() {
        let range = |from, to| Some(YearRange { from, to });
        assert_eq!(years("2018"), range(Some(2018), Some(2018)));
        assert_eq!(years("2018..2022"), range(Some(2018), Some(2022)));
        assert_eq!(years("2018\u{2013}2022"), range(Some(2018), Some(2022)));
        assert_eq!((years("2018.."), years("..2022")), (range(Some(2018), None), range(None, Some(2022))));
        for text in ["", "..", "-", "2022..2018", "a..b", "2018..x", "l’an 2000"] {
            assert_eq!(years(text), None, "{text}");
        }
    }
}
