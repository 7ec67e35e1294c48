use std::cmp::Reverse;

use super::evidence::{Found, occurrences, reasons, sentence};
use super::facet::{Sieve, count};
use super::highlight::highlight;
use super::plan::{Plan, plans};
use super::rank::{Scored, rank};
use super::{Field, Highlight, Hit, RecordType, SearchRequest, SearchResults, Sort};
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::index::{FieldText, Index, Record};
use crate::model::{Resource, Status};
use crate::text::{Language, OffsetUnit};

/// A catalogue with its index: what hosts search. Immutable; share it between threads in an `Arc`.
///
/// ```
/// # #[cfg(feature = "bundled")] {
/// use ally_toolkit::{Catalogue, Language, SearchRequest, Searcher};
/// let searcher = Searcher::new(Catalogue::bundled()?);
/// let results = searcher.search(&SearchRequest::new("mentorat", Language::French))?;
/// let hit = &results.hits[0];
/// println!("{}: {}", hit.title.text(), hit.why.as_deref().unwrap_or_default());
/// # }
/// # Ok::<(), ally_toolkit::Error>(())
/// ```
#[derive(Debug)]
pub struct Searcher {
    catalogue: Catalogue,
    index: Index,
}

impl Searcher {
    /// Builds the index of `catalogue`.
    pub fn new(catalogue: Catalogue) -> Self {
        let index = Index::build(&catalogue);
        Searcher { catalogue, index }
    }

    /// The catalogue searched.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// Answers `request`; spans in bytes.
    ///
    /// Any text is a query: what is not a word separates words, and a query without words browses.
    ///
    /// # Errors
    /// [`InvalidRequest`](crate::ErrorKind::InvalidRequest): an unknown filter value, a page below 1, a query of more than 8,192 bytes …
    pub fn search(&self, request: &SearchRequest) -> Result<SearchResults, Error> {
        self.search_in_unit(request, OffsetUnit::Bytes)
    }

    /// Like [`search`](Searcher::search), with spans in `unit`.
    ///
    /// # Errors
    /// As [`search`](Searcher::search).
    pub fn search_in_unit(&self, request: &SearchRequest, unit: OffsetUnit) -> Result<SearchResults, Error> {
        request.check(&self.index)?;
        let plans = plans(&request.query, &self.index);
        let browsing = plans.iter().all(|plan| plan.units.is_empty());
        let matching = if browsing {
            self.everything(request)
        } else {
            rank(&plans, &self.index, request.matching, request.language)
        };
        let matching: Vec<Scored> =
            matching.into_iter().filter(|scored| self.is_asked_for(request, scored.record)).collect();
        let sieve = Sieve::new(request, &self.index);
        let records: Vec<u32> = matching.iter().map(|scored| scored.record).collect();
        let facets = count(request, &self.index, &sieve, &records);
        let mut found: Vec<Scored> =
            matching.into_iter().filter(|scored| sieve.passes(scored.record)).collect();
        self.sort(&mut found, request, browsing);
        let per_page = usize::try_from(request.per_page).unwrap_or(0);
        let skip = usize::try_from(request.page - 1).unwrap_or(usize::MAX).saturating_mul(per_page);
        let hits = found
            .iter()
            .skip(skip)
            .take(per_page)
            .filter_map(|scored| self.hit(scored, &plans, browsing, request.language, unit))
            .collect();
        let pages = if per_page == 0 { 0 } else { found.len().div_ceil(per_page) };
        Ok(SearchResults { total: found.len(), page: request.page, pages, hits, facets })
    }

    fn everything(&self, request: &SearchRequest) -> Vec<Scored> {
        let records = (0..).zip(&self.index.records);
        records.map(|(record, _)| Scored { record, score: 0.0, language: request.language }).collect()
    }

    /// A withdrawn resource is asked for by its id only.
    fn is_asked_for(&self, request: &SearchRequest, record: u32) -> bool {
        self.index.records.get(record as usize).is_some_and(|record| {
            let withdrawn = |resource: &Resource| matches!(resource.status, Status::Withdrawn(_));
            request.asks_for(record.record_type) && !self.resource(*record).is_some_and(withdrawn)
        })
    }

    /// Every order ends in the title's, which no two records share, so that pages never overlap.
    fn sort(&self, found: &mut [Scored], request: &SearchRequest, browsing: bool) {
        let title = |scored: &Scored| self.index.title_rank(request.language, scored.record);
        let date = |scored: &Scored| self.index.dates.get(scored.record as usize).copied().flatten();
        match request.sort {
            Sort::Relevance if !browsing => {
                found.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| title(a).cmp(&title(b))));
            }
            Sort::Relevance | Sort::Title => found.sort_by_key(title),
            Sort::Newest => found.sort_by_key(|scored| (Reverse(date(scored)), title(scored))),
            Sort::Oldest => {
                found.sort_by_key(|scored| (date(scored).is_none(), date(scored), title(scored)));
            }
        }
    }

    fn hit(
        &self,
        scored: &Scored,
        plans: &[Plan; 2],
        browsing: bool,
        reader: Language,
        unit: OffsetUnit,
    ) -> Option<Hit> {
        let record = *self.index.records.get(scored.record as usize)?;
        let [english, french] = plans.each_ref().map(|plan| Evidence {
            language: plan.language,
            texts: record.texts(&self.catalogue, plan.language),
            found: occurrences(plan, &self.index, scored.record),
        });
        let best = if scored.language == Language::English { &english } else { &french };
        let plan = plans.iter().find(|plan| plan.language == scored.language)?;
        let reasons = if browsing { Vec::new() } else { reasons(plan, &best.found, &best.texts) };
        let readers = if reader == Language::English { &english } else { &french };
        let others = if reader == Language::English { &french } else { &english };
        let title = readers.first(Field::Title, unit).or_else(|| others.first(Field::Title, unit))?;
        let description = best
            .matched(Field::Description, unit)
            .or_else(|| readers.first(Field::Description, unit))
            .or_else(|| others.first(Field::Description, unit));
        let mut highlights = best.rest(unit);
        highlights.retain(|highlight| *highlight != title);
        Some(Hit {
            id: record.id(&self.catalogue),
            record: record.record_type,
            score: scored.score,
            language: (!browsing).then_some(scored.language),
            title,
            description,
            highlights,
            why: sentence(&reasons, reader),
            reasons,
            card: self.resource(record).map(|resource| self.catalogue.read_card(resource, reader)),
        })
    }

    fn resource(&self, record: Record) -> Option<&Resource> {
        match record.record_type {
            RecordType::Resource => self.catalogue.resources().get(record.at),
            RecordType::Page | RecordType::Term => None,
        }
    }
}

/// What matched in one language's texts of a record.
struct Evidence<'a> {
    language: Language,
    texts: Vec<FieldText<'a>>,
    found: Vec<Found>,
}

impl Evidence<'_> {
    fn in_text(&self, place: usize) -> Vec<&Found> {
        self.found.iter().filter(|found| found.occurrence.text as usize == place).collect()
    }

    /// The first text of `field`, marked.
    fn first(&self, field: Field, unit: OffsetUnit) -> Option<Highlight> {
        let (place, text) = self.texts.iter().enumerate().find(|(_, text)| text.field == field)?;
        Some(highlight(text, self.language, &self.in_text(place), unit))
    }

    /// The first text of `field` in which something matched.
    fn matched(&self, field: Field, unit: OffsetUnit) -> Option<Highlight> {
        let matched = |place| !self.in_text(place).is_empty();
        let (place, text) =
            self.texts.iter().enumerate().find(|(place, text)| text.field == field && matched(*place))?;
        Some(highlight(text, self.language, &self.in_text(place), unit))
    }

    /// The texts other than the description in which something matched, the weightiest field first.
    fn rest(&self, unit: OffsetUnit) -> Vec<Highlight> {
        let mut texts: Vec<(usize, &FieldText<'_>)> = self
            .texts
            .iter()
            .enumerate()
            .filter(|(place, text)| {
                !text.hidden && text.field != Field::Description && !self.in_text(*place).is_empty()
            })
            .collect();
        texts.sort_by(|(_, a), (_, b)| b.field.weight().0.total_cmp(&a.field.weight().0));
        texts
            .into_iter()
            .map(|(place, text)| highlight(text, self.language, &self.in_text(place), unit))
            .collect()
    }
}
