use super::explain::explanation;
use super::facet::{Sieve, count};
use super::features::{DEPTH, contributions, rescore};
use super::found::Understood;
use super::hits::Hits;
use super::known_words::KnownWords;
use super::matches::Matches;
use super::plan::Plan;
use super::rank::{rank, score};
use super::scored::Scored;
use super::top::Top;
use super::{Contribution, Explanation, SearchRequest, SearchResults, Sort};
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::index::{BuildOptions, Index, RecordSet, Stopped};
use crate::snapshot::{Bytes, Container};
use crate::text::OffsetUnit;

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
    pub(crate) catalogue: Catalogue,
    pub(crate) index: Index,
    /// Where the index lies; with the catalogue, where that was opened from a snapshot too.
    pub(super) container: Container,
    /// What is known of the words of the index.
    pub(super) known: KnownWords,
    /// How many changes were made of resources since the index was built.
    pub(super) changes: usize,
}

impl Searcher {
    /// Builds the index of `catalogue` and learns its lexicon: about a tenth of a second for a few hundred records, so keep it.
    ///
    /// # Errors
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot) where a resource lies in a snapshot and is not as it was written;
    /// [`InvalidCatalogue`](crate::ErrorKind::InvalidCatalogue) for a catalogue too large for one index: more than 4,294,967,295
    /// bytes of distinct words, or of the occurrences of one word.
    pub fn new(catalogue: Catalogue) -> Result<Self, Error> {
        // Without progress to answer there is nobody to break it off.
        Searcher::build(catalogue, BuildOptions::default())?.ok_or_else(|| Error::internal("broken off"))
    }

    /// As [`new`](Searcher::new), with a say in how many threads work, and with progress told of; `None` where that was answered
    /// with a break. The same catalogue gives the same index whatever the options.
    ///
    /// ```
    /// # #[cfg(feature = "bundled")] {
    /// use std::ops::ControlFlow;
    /// use ally_toolkit::search::{BuildOptions, BuildProgress};
    /// use ally_toolkit::{Catalogue, Searcher};
    /// let progress = |BuildProgress { done, total }| {
    ///     eprintln!("{} %", 100 * done / total);
    ///     ControlFlow::Continue(())
    /// };
    /// let options = BuildOptions { progress: Some(&progress), ..BuildOptions::default() };
    /// let searcher = Searcher::build(Catalogue::bundled()?, options)?;
    /// assert!(searcher.is_some());
    /// # }
    /// # Ok::<(), ally_toolkit::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`new`](Searcher::new).
    pub fn build(catalogue: Catalogue, options: BuildOptions<'_>) -> Result<Option<Self>, Error> {
        let catalogue = catalogue.settled()?;
        let writer = match Index::build(&catalogue, options) {
            Ok(writer) => writer,
            Err(Stopped::BrokenOff) => return Ok(None),
            Err(Stopped::Failed(error)) => return Err(error),
        };
        let container = Container::open(Bytes::from(writer.finish()))?;
        let index = Index::open(&catalogue, &container)?;
        let known = KnownWords::new(&index);
        Ok(Some(Searcher { catalogue, index, container, known, changes: 0 }))
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
        let understood = self.understand(request)?;
        let Understood { plans, matches, browsing, .. } = &understood;
        let browsing = *browsing;
        let mut found = understood.found();
        self.keep_asked_for(request, &mut found);
        let sieve = Sieve::new(request, &self.index, &found);
        let sifted = sieve.sift(&found, None);
        let facets = count(request, &self.index, &sieve, &found, &sifted);
        let per_page = usize::try_from(request.per_page).unwrap_or(0);
        let skip = usize::try_from(request.page - 1).unwrap_or(usize::MAX).saturating_mul(per_page);
        // One more than is shown: the last hit is explained beside the next.
        let most = skip.saturating_add(per_page).saturating_add(1);
        let first = if browsing || request.sort != Sort::Relevance {
            let scored = |record| match score(matches, record, request) {
                Some(scored) if !browsing => scored,
                _ => unscored(record, request),
            };
            self.sorted(&sifted, most, request).into_iter().map(scored).collect()
        } else {
            let looked_at = if request.ranking.has_second_stage() { most.max(DEPTH) } else { most };
            let mut first = rank(matches, &sifted, looked_at, request);
            rescore(&mut first, plans, matches, &self.index, request);
            if understood.has_condition() && first.len() < most {
                let mut rest = sifted.clone();
                first.iter().for_each(|scored| rest.remove(scored.record));
                let rest = self.sorted(&rest, most - first.len(), request);
                first.extend(rest.into_iter().map(|record| unscored(record, request)));
            }
            first
        };
        let shown: Vec<Scored> = first.iter().skip(skip).take(per_page).copied().collect();
        let (catalogue, index, reader) = (&self.catalogue, &self.index, request.language);
        let phrases = understood.phrases();
        let mut hits =
            Hits { catalogue, index, plans, matches, phrases, browsing, reader, unit }.of(&shown)?;
        if request.explain && !browsing {
            let shown: Vec<Vec<Contribution>> = (skip..)
                .zip(first.iter().skip(skip).take(per_page + 1))
                .map(|(place, scored)| self.contributions(scored, place, plans, matches, request))
                .collect();
            for (at, hit) in hits.iter_mut().enumerate() {
                hit.explanation = explained(&shown, at, request);
            }
        }
        let total = sifted.len();
        let pages = if per_page == 0 { 0 } else { total.div_ceil(per_page) };
        Ok(SearchResults { total, page: request.page, pages, hits, facets })
    }

    /// What makes up the score of the hit at `place`.
    fn contributions(
        &self,
        scored: &Scored,
        place: usize,
        plans: &[Plan; 2],
        matches: &Matches<'_>,
        request: &SearchRequest,
    ) -> Vec<Contribution> {
        let Some(plan) = plans.iter().find(|plan| plan.language == scored.language) else {
            return Vec::new();
        };
        let rescored = request.sort == Sort::Relevance && place < DEPTH;
        contributions(scored, plan, matches, &self.index, request, rescored)
    }

    /// Leaves the records of the types asked for; a withdrawn resource is asked for by its id only.
    pub(super) fn keep_asked_for(&self, request: &SearchRequest, found: &mut RecordSet) {
        for (record_type, numbers) in self.index.records.types() {
            if !request.asks_for(record_type) {
                numbers.for_each(|record| found.remove(record));
            }
        }
        self.index.attributes.hidden().for_each(|record| found.remove(record));
    }

    /// The `first` of `records` by date or title, in order. Every order ends in the title's, which no two records share, so that pages
    /// never overlap.
    fn sorted(&self, records: &RecordSet, first: usize, request: &SearchRequest) -> Vec<u32> {
        let attributes = &self.index.attributes;
        let key = |record: u32| {
            let by = |number: fn(i32) -> i64| {
                let date = attributes.date(record);
                (date.is_none(), date.map_or(0, number))
            };
            let by_date = match request.sort {
                Sort::Relevance | Sort::Title => (false, 0),
                Sort::Newest => by(|date| -i64::from(date)),
                Sort::Oldest => by(i64::from),
            };
            (by_date, attributes.title_rank(request.language, record), record)
        };
        let mut top = Top::new(first, Ord::cmp);
        records.iter().for_each(|record| top.add(key(record)));
        top.sorted().into_iter().map(|(_, _, record)| record).collect()
    }
}

/// A record that is found, but by none of the words that records are ranked by.
fn unscored(record: u32, request: &SearchRequest) -> Scored {
    Scored { record, score: 0.0, language: request.language }
}

/// The explanation of the hit at `at` of those shown; the one after the last is there to compare with.
fn explained(shown: &[Vec<Contribution>], at: usize, request: &SearchRequest) -> Option<Explanation> {
    let next = (request.sort == Sort::Relevance).then(|| shown.get(at + 1)).flatten();
    Some(explanation(shown.get(at)?.clone(), next.map(Vec::as_slice), request.language))
}
