use super::cursor::Cursor;
use super::explain::explanation;
use super::facet::count;
use super::features::{DEPTH, contributions};
use super::found::Understood;
use super::hits::Hits;
use super::known_words::KnownWords;
use super::order::Order;
use super::page::Page;
use super::scored::Scored;
use super::sieve::Sieve;
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
        let cursor = Cursor::of(request)?;
        let mut found = understood.found();
        self.keep_asked_for(request, &mut found);
        let sieve = Sieve::new(request, &self.index, &found);
        let sifted = sieve.sift(&found, None);
        let facets = count(request, &self.index, &sieve, &found, &sifted)?;
        let order = Order { searcher: self, request, understood: &understood, found: &sifted };
        let page = Page::of(&order, cursor.as_ref())?;
        let Understood { plans, matches, browsing, .. } = &understood;
        let (catalogue, index, browsing, reader) =
            (&self.catalogue, &self.index, *browsing, request.language);
        let phrases = understood.phrases();
        let mut hits =
            Hits { catalogue, index, plans, matches, phrases, browsing, reader, unit }.of(page.hits())?;
        if request.explain && !browsing {
            let explanations = self.explanations(&page, &understood, request);
            hits.iter_mut().zip(explanations).for_each(|(hit, explained)| hit.explanation = Some(explained));
        }
        let total = sifted.len();
        let pages = if request.per_page == 0 { 0 } else { total.div_ceil(request.hits_of_page()) };
        let next = page.next(&order)?.map(|cursor| cursor.write());
        Ok(SearchResults { total, page: page.number, pages, hits, next, facets })
    }

    /// What the scores of the hits of a page are made of, and what sets each above the next.
    fn explanations(
        &self,
        page: &Page,
        understood: &Understood<'_>,
        request: &SearchRequest,
    ) -> Vec<Explanation> {
        let is_by_score = request.sort == Sort::Relevance;
        let contributions = |(place, scored): (usize, &Scored)| {
            let plan = understood.plans.iter().find(|plan| plan.language == scored.language);
            let rescored = is_by_score && place < DEPTH;
            plan.map(|plan| contributions(scored, plan, &understood.matches, &self.index, request, rescored))
                .unwrap_or_default()
        };
        let parts: Vec<Vec<Contribution>> = page.hits_and_next().map(contributions).collect();
        let explained = |(at, (place, scored)): (usize, (usize, &Scored))| {
            let next =
                page.first.hits.get(place + 1).filter(|next| is_by_score && next.score <= scored.score);
            let next = next.and_then(|_| parts.get(at + 1)).map(Vec::as_slice);
            let without_diversity = page.first.without_diversity(place);
            let moved = (without_diversity != place).then_some((without_diversity, place));
            explanation(parts.get(at).cloned().unwrap_or_default(), next, moved, request.language)
        };
        page.hits_and_next().take(page.hits().len()).enumerate().map(explained).collect()
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
}
