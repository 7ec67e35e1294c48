use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::filters::unknown_field;
use super::{FacetField, Sort, invalid};
use crate::error::Error;
use crate::index::Index;
use crate::text::Bilingual;

/// How many hits of a page may share a value of a field.
///
/// What exceeds it is put off to the following pages, and comes there in its order. Only the fifty best hits are spread so, and only as
/// long as other ones are left among them; nothing is lost, and totals and facets are the same. Topics count for their broader
/// topics too. A hit without a value is never put off.
///
/// ```
/// # #[cfg(feature = "bundled")] {
/// use ally_toolkit::search::{Diversity, FacetField};
/// use ally_toolkit::{Catalogue, Language, SearchRequest, Searcher};
/// let searcher = Searcher::new(Catalogue::bundled()?)?;
/// let diversity = Some(Diversity { field: FacetField::Kind, most: 3 });
/// let request = SearchRequest { diversity, ..SearchRequest::new("leadership", Language::English) };
/// let hits = searcher.search(&request)?.hits;
/// let articles = hits.iter().filter(|hit| hit.card.as_ref().is_some_and(|card| card.kind.id == "article"));
/// assert_eq!(articles.count(), 3);
/// # }
/// # Ok::<(), ally_toolkit::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Diversity {
    /// The field.
    pub field: FacetField,
    /// The most hits of a page that share a value, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub most: i64,
}

impl Diversity {
    /// Checks what the types cannot; `sort`: that of the request.
    pub(super) fn check(&self, sort: Sort, index: &Index) -> Result<(), Error> {
        if index.column(&self.field).is_none() {
            return Err(unknown_field("diversity.field", &self.field, index));
        }
        if self.most < 1 {
            return Err(invalid(
                "diversity.most",
                Bilingual::new(
                    format!("A page cannot have at most {} hits that share a value.", self.most),
                    format!("Une page ne peut pas compter au plus {} résultats de même valeur.", self.most),
                ),
                Bilingual::new(
                    "Give 1 or more; with 1, all hits of a page differ.",
                    "Donnez 1 ou plus; avec 1, tous les résultats d’une page diffèrent.",
                ),
            ));
        }
        if sort != Sort::Relevance {
            return Err(invalid(
                "diversity",
                Bilingual::new(
                    "Hits sorted by date or title cannot be put off for diversity.",
                    "Des résultats triés par date ou par titre ne peuvent pas être repoussés au nom de la diversité.",
                ),
                Bilingual::new(
                    "Leave `diversity` out, or sort by `relevance`.",
                    "Enlevez «\u{a0}diversity\u{a0}», ou triez par «\u{a0}relevance\u{a0}».",
                ),
            ));
        }
        Ok(())
    }
}

/// The places of hits, page by page: each page takes the next hits of which no more than `most` share a value, and where there are too
/// few, the next of the others. `values`: those of each hit, from the best.
pub(super) fn spread(values: &[Vec<u32>], most: usize, per_page: usize) -> Vec<usize> {
    // Where pages have no hits, any order will do.
    let per_page = per_page.max(1);
    let mut order = Vec::with_capacity(values.len());
    let mut left: Vec<(usize, &Vec<u32>)> = values.iter().enumerate().collect();
    while !left.is_empty() {
        let mut counts: HashMap<u32, usize> = HashMap::new();
        let (mut page, mut put_off) = (Vec::new(), Vec::new());
        for (place, values) in left {
            let is_another = values.iter().all(|value| counts.get(value).is_none_or(|count| *count < most));
            if page.len() < per_page && is_another {
                values.iter().for_each(|value| *counts.entry(*value).or_default() += 1);
                page.push(place);
            } else {
                put_off.push((place, values));
            }
        }
        let missing = (per_page - page.len()).min(put_off.len());
        page.extend(put_off.drain(..missing).map(|(place, _)| place));
        order.extend(page);
        left = put_off;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same, place by place: the first hit that the page may still have, else the first one.
    fn naive(values: &[Vec<u32>], most: usize, per_page: usize) -> Vec<usize> {
        let mut order: Vec<usize> = Vec::new();
        while order.len() < values.len() {
            let page = &order[order.len() / per_page * per_page..];
            let share = |value: &u32| page.iter().filter(|place| values[**place].contains(value)).count();
            let left = || (0..values.len()).filter(|place| !order.contains(place));
            let next = left().find(|place| values[*place].iter().all(|value| share(value) < most));
            let next = next.or_else(|| left().next()).unwrap();
            order.push(next);
        }
        order
    }

    proptest::proptest! {
        #[test]
        fn each_place_is_taken_by_the_first_hit_that_may_have_it(
            values in proptest::collection::vec(proptest::collection::btree_set(0_u32..6, 0..4), 0..50),
            most in 1_usize..5,
            per_page in 1_usize..20,
        ) {
            let values: Vec<Vec<u32>> = values.into_iter().map(|values| values.into_iter().collect()).collect();
            proptest::prop_assert_eq!(spread(&values, most, per_page), naive(&values, most, per_page));
        }
    }

    #[test]
    fn what_is_put_off_comes_on_the_next_page_in_its_order() {
        let publishers = [0, 0, 0, 0, 1, 2, 0, 1].map(|publisher| vec![publisher]);
        assert_eq!(spread(&publishers, 2, 4), [0, 1, 4, 5, 2, 3, 7, 6]);
        assert_eq!(spread(&publishers, 1, 3), [0, 4, 5, 1, 7, 2, 3, 6]);
    }

    #[test]
    fn a_hit_without_a_value_is_never_put_off() {
        let values = [vec![1], vec![], vec![1], vec![], vec![2]];
        assert_eq!(spread(&values, 1, 3), [0, 1, 3, 2, 4]);
    }

    #[test]
    fn a_page_without_hits_spreads_nothing() {
        assert_eq!(spread(&[vec![1], vec![1]], 1, 0), [0, 1]);
        assert_eq!(spread(&[], 1, 0), [0; 0]);
    }
}
