use std::cmp::Ordering;

use super::evidence::{Found, reasons, sentence, shown};
use super::explain::explanation;
use super::facet::{Sieve, count};
use super::features::{DEPTH, contributions, rescore};
use super::highlight::highlight;
use super::plan::{Plan, plans};
use super::rank::{Matches, Scored, rank};
use super::{Contribution, Explanation, Field, Highlight, Hit, SearchRequest, SearchResults, Sort};
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::index::{FieldText, Index};
use crate::snapshot::{Bytes, Container, Writer};
use crate::text::{Language, OffsetUnit};

/// A catalogue with its index: what hosts search. Immutable; share it between threads in an `Arc`.
///
/// ```
/// # #[cfg(feature = "bundled")] {
/// use ally_toolkit::{Catalogue, Language, SearchRequest, Searcher};
/// let searcher = Searcher::new(Catalogue::bundled()?)?;
/// let results = searcher.search(&SearchRequest::new("mentorat", Language::French))?;
/// let hit = &results.hits[0];
/// println!("{}: {}", hit.title.text(), hit.why.as_deref().unwrap_or_default());
/// # }
/// # Ok::<(), ally_toolkit::Error>(())
/// ```
#[derive(Debug)]
pub struct Searcher {
    pub(super) catalogue: Catalogue,
    pub(super) index: Index,
    /// Where the index lies; with the catalogue, where that was opened from a snapshot too.
    pub(super) container: Container,
}

impl Searcher {
    /// Builds the index of `catalogue` and learns its lexicon: about a tenth of a second for a few hundred records, so keep it.
    ///
    /// # Errors
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot) where a resource lies in a snapshot and is not as it was written;
    /// [`InvalidCatalogue`](crate::ErrorKind::InvalidCatalogue) for a catalogue too large for one index: more than 4,294,967,295
    /// bytes of distinct words, or of the occurrences of one word.
    pub fn new(catalogue: Catalogue) -> Result<Self, Error> {
        let mut writer = Writer::default();
        Index::write(&catalogue, &mut writer)?;
        let container = Container::open(Bytes::from(writer.finish()))?;
        let index = Index::open(&catalogue, &container)?;
        Ok(Searcher { catalogue, index, container })
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
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot): a resource to be shown lies in a snapshot and is not as it was written.
    pub fn search(&self, request: &SearchRequest) -> Result<SearchResults, Error> {
        self.search_in_unit(request, OffsetUnit::Bytes)
    }

    /// Like [`search`](Searcher::search), with spans in `unit`.
    ///
    /// ```
    /// # #[cfg(feature = "bundled")] {
    /// use ally_toolkit::{Catalogue, Language, OffsetUnit, SearchRequest, Searcher};
    /// let searcher = Searcher::new(Catalogue::bundled()?)?;
    /// let request = SearchRequest::new("préjugés", Language::French);
    /// let in_bytes = searcher.search(&request)?;
    /// let in_characters = searcher.search_in_unit(&request, OffsetUnit::CodePoints)?;
    /// assert_eq!(in_bytes.total, in_characters.total);
    /// # }
    /// # Ok::<(), ally_toolkit::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`search`](Searcher::search).
    pub fn search_in_unit(&self, request: &SearchRequest, unit: OffsetUnit) -> Result<SearchResults, Error> {
        request.check(&self.index)?;
        let plans = plans(request, &self.index);
        let matches = Matches::of(&plans, &self.index);
        let browsing = plans.iter().all(|plan| plan.units.is_empty());
        let matching =
            if browsing { self.everything(request) } else { rank(&plans, &matches, &self.index, request) };
        let matching: Vec<Scored> =
            matching.into_iter().filter(|scored| self.is_asked_for(request, scored.record)).collect();
        let sieve = Sieve::new(request, &self.index);
        let records: Vec<u32> = matching.iter().map(|scored| scored.record).collect();
        let facets = count(request, &self.index, &sieve, &records);
        let mut found: Vec<Scored> =
            matching.into_iter().filter(|scored| sieve.passes(scored.record)).collect();
        if request.sort == Sort::Relevance && !browsing {
            rescore(&mut found, &plans, &matches, &self.index, request);
        }
        let per_page = usize::try_from(request.per_page).unwrap_or(0);
        let skip = usize::try_from(request.page - 1).unwrap_or(usize::MAX).saturating_mul(per_page);
        // One more than is shown: the last hit is explained beside the next.
        self.sort(&mut found, skip.saturating_add(per_page).saturating_add(1), request, browsing);
        let mut hits: Vec<Hit> = found
            .iter()
            .skip(skip)
            .take(per_page)
            .filter_map(|scored| self.hit(scored, &plans, browsing, request.language, unit).transpose())
            .collect::<Result<_, Error>>()?;
        if request.explain && !browsing {
            let shown: Vec<Vec<Contribution>> = (skip..)
                .zip(found.iter().skip(skip).take(per_page + 1))
                .map(|(place, scored)| self.contributions(scored, place, &plans, &matches, request))
                .collect();
            for (at, hit) in hits.iter_mut().enumerate() {
                hit.explanation = explained(&shown, at, request);
            }
        }
        let pages = if per_page == 0 { 0 } else { found.len().div_ceil(per_page) };
        Ok(SearchResults { total: found.len(), page: request.page, pages, hits, facets })
    }

    /// What makes up the score of the hit at `place`.
    fn contributions(
        &self,
        scored: &Scored,
        place: usize,
        plans: &[Plan; 2],
        matches: &Matches,
        request: &SearchRequest,
    ) -> Vec<Contribution> {
        let Some(plan) = plans.iter().find(|plan| plan.language == scored.language) else {
            return Vec::new();
        };
        let rescored = request.sort == Sort::Relevance && place < DEPTH;
        contributions(scored, plan, matches, &self.index, request, rescored)
    }

    fn everything(&self, request: &SearchRequest) -> Vec<Scored> {
        let records = self.index.records.numbers();
        records.map(|record| Scored { record, score: 0.0, language: request.language }).collect()
    }

    /// A withdrawn resource is asked for by its id only.
    fn is_asked_for(&self, request: &SearchRequest, record: u32) -> bool {
        let found = self.index.records.get(record);
        found.is_some_and(|found| request.asks_for(found.record_type))
            && !self.index.attributes.is_withdrawn(record)
    }

    /// Puts the `first` of the records found in their order before the others.
    ///
    /// Every order ends in the title's, which no two records share, so that pages never overlap.
    fn sort(&self, found: &mut [Scored], first: usize, request: &SearchRequest, browsing: bool) {
        let title = |scored: &Scored| self.index.attributes.title_rank(request.language, scored.record);
        let date = |scored: &Scored| self.index.attributes.date(scored.record);
        let by_title = |a: &Scored, b: &Scored| title(a).cmp(&title(b));
        match request.sort {
            Sort::Relevance if !browsing => {
                sort_first(found, first, |a, b| b.score.total_cmp(&a.score).then_with(|| by_title(a, b)));
            }
            Sort::Relevance | Sort::Title => sort_first(found, first, by_title),
            Sort::Newest => {
                sort_first(found, first, |a, b| date(b).cmp(&date(a)).then_with(|| by_title(a, b)));
            }
            Sort::Oldest => sort_first(found, first, |a, b| {
                let dated = |scored: &Scored| (date(scored).is_none(), date(scored));
                dated(a).cmp(&dated(b)).then_with(|| by_title(a, b))
            }),
        }
    }

    fn hit(
        &self,
        scored: &Scored,
        plans: &[Plan; 2],
        browsing: bool,
        reader: Language,
        unit: OffsetUnit,
    ) -> Result<Option<Hit>, Error> {
        let Some(record) = self.index.records.get(scored.record) else { return Ok(None) };
        let resource = record.resource(&self.catalogue)?;
        let evidence = |plan: &Plan| -> Result<Evidence<'_>, Error> {
            Ok(Evidence {
                language: plan.language,
                texts: record.texts(&self.catalogue, plan.language)?,
                found: shown(plan, &self.index, scored.record),
            })
        };
        let [english, french] = plans.each_ref().map(evidence);
        let (english, french) = (english?, french?);
        let best = if scored.language == Language::English { &english } else { &french };
        let Some(plan) = plans.iter().find(|plan| plan.language == scored.language) else { return Ok(None) };
        let reasons = if browsing { Vec::new() } else { reasons(plan, &best.found, &best.texts) };
        let readers = if reader == Language::English { &english } else { &french };
        let others = if reader == Language::English { &french } else { &english };
        let title = readers.first(Field::Title, unit).or_else(|| others.first(Field::Title, unit));
        let Some(title) = title else { return Ok(None) };
        let description = best
            .matched(Field::Description, unit)
            .or_else(|| readers.first(Field::Description, unit))
            .or_else(|| others.first(Field::Description, unit));
        let mut highlights = best.rest(unit);
        highlights.retain(|highlight| *highlight != title);
        Ok(Some(Hit {
            id: record.id(&self.catalogue)?,
            record: record.record_type,
            score: scored.score,
            language: (!browsing).then_some(scored.language),
            title,
            description,
            highlights,
            why: sentence(&reasons, reader),
            reasons,
            explanation: None,
            card: resource.map(|resource| self.catalogue.read_card(resource, reader)),
        }))
    }
}

/// Sorts as far as `first`; what comes after is left in any order.
fn sort_first(found: &mut [Scored], first: usize, compare: impl Fn(&Scored, &Scored) -> Ordering) {
    let sorted = if first < found.len() { found.select_nth_unstable_by(first, &compare).0 } else { found };
    sorted.sort_unstable_by(&compare);
}

/// The explanation of the hit at `at` of those shown; the one after the last is there to compare with.
fn explained(shown: &[Vec<Contribution>], at: usize, request: &SearchRequest) -> Option<Explanation> {
    let next = (request.sort == Sort::Relevance).then(|| shown.get(at + 1)).flatten();
    Some(explanation(shown.get(at)?.clone(), next.map(Vec::as_slice), request.language))
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
