//! The order of what a request finds: one list, of which every page is a part.

use std::cmp::Ordering;

use super::diversity::spread;
use super::features::{DEPTH, rescore};
use super::found::Understood;
use super::rank::{rank, score};
use super::scored::Scored;
use super::top::Top;
use super::{Diversity, SearchRequest, Searcher, Sort};
use crate::collation::Collation;
use crate::error::Error;
use crate::index::RecordSet;

/// The hits of a request in their order.
pub(super) struct Order<'a> {
    pub(super) searcher: &'a Searcher,
    pub(super) request: &'a SearchRequest,
    pub(super) understood: &'a Understood<'a>,
    /// What was found and passes the filters.
    pub(super) found: &'a RecordSet,
}

/// The first hits of an order.
pub(super) struct FirstHits {
    pub(super) hits: Vec<Scored>,
    /// How many stand by their score; the others, after them, by what their titles and dates are.
    by_score: usize,
    /// The places that the first hits would have without diversity, from 0; empty where none was asked for.
    without_diversity: Vec<usize>,
}

/// What a hit stands where it does by.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum SortKey {
    /// Its score, the highest first.
    Score(f64),
    /// The number of its date, where hits are sorted by one and it has one; then its title.
    Title { date: Option<i32>, title: String },
}

impl FirstHits {
    /// The place, from 0, that the hit at `place` would have without diversity.
    pub(super) fn without_diversity(&self, place: usize) -> usize {
        self.without_diversity.get(place).copied().unwrap_or(place)
    }

    /// How many of the first hits diversity may have moved: these need not stand by their keys.
    pub(super) fn spread(&self) -> usize {
        self.without_diversity.len()
    }

    /// True for a place whose hit stands there by its score.
    pub(super) fn is_by_score(&self, place: usize) -> bool {
        self.without_diversity(place) < self.by_score
    }

    /// The hits from `place` on that stand by their score, and after them those that stand by their title.
    pub(super) fn parts_from(&self, place: usize) -> (&[Scored], &[Scored]) {
        let by_score = self.by_score.max(place);
        let (hits, titled) = self.hits.split_at_checked(by_score).unwrap_or((&self.hits, &[]));
        (hits.get(place..).unwrap_or_default(), titled)
    }
}

impl Order<'_> {
    /// The first `count` hits, or more, if there are so many.
    pub(super) fn first(&self, count: usize) -> FirstHits {
        let Some(diversity) = &self.request.diversity else { return self.without_diversity(count) };
        let mut first = self.without_diversity(count.max(DEPTH));
        first.without_diversity = self.spread(diversity, first.hits.get(..DEPTH).unwrap_or(&first.hits));
        let spread: Vec<Scored> =
            first.without_diversity.iter().filter_map(|place| first.hits.get(*place).copied()).collect();
        first.hits.iter_mut().zip(spread).for_each(|(slot, scored)| *slot = scored);
        first
    }

    /// The places of the best hits in the order of a diversity.
    fn spread(&self, Diversity { field, most }: &Diversity, best: &[Scored]) -> Vec<usize> {
        let column = self.searcher.index.column(field);
        let values_of = |scored: &Scored| {
            column.map(|column| column.values_of(scored.record).collect()).unwrap_or_default()
        };
        let values: Vec<Vec<u32>> = best.iter().map(values_of).collect();
        spread(&values, usize::try_from(*most).unwrap_or(usize::MAX), self.request.hits_of_page())
    }

    fn without_diversity(&self, count: usize) -> FirstHits {
        let Order { searcher, request, understood, found } = *self;
        let Understood { plans, matches, browsing, .. } = understood;
        if *browsing || request.sort != Sort::Relevance {
            let scored = |record| match score(matches, record, request) {
                Some(scored) if !browsing => scored,
                _ => unscored(record, request),
            };
            let hits = self.by_title(found, count).into_iter().map(scored).collect();
            return FirstHits { hits, by_score: 0, without_diversity: Vec::new() };
        }
        let looked_at = if request.ranking.has_second_stage() { count.max(DEPTH) } else { count };
        let mut hits = rank(matches, found, looked_at, request);
        rescore(&mut hits, plans, matches, &searcher.index, request);
        let by_score = hits.len();
        if understood.has_condition() && by_score < count {
            let mut rest = found.clone();
            hits.iter().for_each(|scored| rest.remove(scored.record));
            let rest = self.by_title(&rest, count - by_score);
            hits.extend(rest.into_iter().map(|record| unscored(record, request)));
        }
        FirstHits { hits, by_score, without_diversity: Vec::new() }
    }

    /// The first `count` of `records` by date, where hits are sorted by one, and title. Every order ends in the title's, which no two
    /// records share, so that pages never overlap.
    fn by_title(&self, records: &RecordSet, count: usize) -> Vec<u32> {
        let attributes = &self.searcher.index.attributes;
        let key = |record: u32| {
            let by_date = by_date(self.date(record), self.request.sort);
            (by_date, attributes.title_rank(self.request.language, record), record)
        };
        let mut top = Top::new(count, Ord::cmp);
        records.iter().for_each(|record| top.add(key(record)));
        top.sorted().into_iter().map(|(_, _, record)| record).collect()
    }

    /// The number of the date that records are sorted by.
    fn date(&self, record: u32) -> Option<i32> {
        let attributes = &self.searcher.index.attributes;
        match self.request.sort {
            Sort::Relevance | Sort::Title => None,
            Sort::Newest | Sort::Oldest => attributes.date(record),
            Sort::Added => attributes.added(record),
        }
    }

    /// What the hit at `place` stands there by; `None` where there is none.
    pub(super) fn key(&self, first: &FirstHits, place: usize) -> Result<Option<SortKey>, Error> {
        let Some(scored) = first.hits.get(place) else { return Ok(None) };
        if first.is_by_score(place) {
            return Ok(Some(SortKey::Score(scored.score)));
        }
        self.title_key(scored.record).map(Some)
    }

    /// What a record stands where it does by, where that is its title.
    pub(super) fn title_key(&self, record: u32) -> Result<SortKey, Error> {
        let title = self.title(record)?.to_owned();
        Ok(SortKey::Title { date: self.date(record), title })
    }

    /// The title as the reader sees it.
    fn title(&self, record: u32) -> Result<&str, Error> {
        let Searcher { catalogue, index, .. } = self.searcher;
        let title = index.records.get(record).map(|record| record.title_to(catalogue, self.request.language));
        title.unwrap_or(Ok(""))
    }

    /// Whether a record that stands by its title comes before one with this date and title.
    pub(super) fn compare_title(
        &self,
        record: u32,
        (date, title): (Option<i32>, &str),
        order: &Collation,
    ) -> Result<Ordering, Error> {
        let sort = self.request.sort;
        let by_date = by_date(self.date(record), sort).cmp(&by_date(date, sort));
        Ok(by_date.then(order.compare(self.title(record)?, title)))
    }
}

/// What comes first where hits are sorted by date: the smaller, so that undated ones come last.
fn by_date(date: Option<i32>, sort: Sort) -> (bool, i64) {
    let number = i64::from(date.unwrap_or(0));
    match sort {
        Sort::Relevance | Sort::Title => (false, 0),
        Sort::Newest | Sort::Added => (date.is_none(), -number),
        Sort::Oldest => (date.is_none(), number),
    }
}

/// A record that is found, but by none of the words that records are ranked by.
fn unscored(record: u32, request: &SearchRequest) -> Scored {
    Scored { record, score: 0.0, language: request.language }
}
