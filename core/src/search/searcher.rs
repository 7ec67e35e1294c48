use super::evidence::{Found, reasons, sentence, shown};
use super::explain::explanation;
use super::facet::{Sieve, count};
use super::features::{DEPTH, contributions, rescore};
use super::highlight::highlight;
use super::matches::Matches;
use super::plan::{Plan, plans};
use super::rank::{rank, score};
use super::scored::Scored;
use super::top::Top;
use super::{Contribution, Explanation, Field, Highlight, Hit, SearchRequest, SearchResults, Sort};
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::index::{BuildOptions, FieldText, Index, RecordSet, Stopped};
use crate::snapshot::{Bytes, Container};
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
        Ok(Some(Searcher { catalogue, index, container, changes: 0 }))
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
        let matches = Matches::of(&plans, &self.index, request.matching);
        let browsing = plans.iter().all(|plan| plan.units.is_empty());
        let mut found = if browsing { RecordSet::all(self.index.records.len()) } else { matches.found() };
        self.keep_asked_for(request, &mut found);
        let sieve = Sieve::new(request, &self.index, &found);
        let sifted = sieve.sift(&found, None);
        let facets = count(request, &self.index, &sieve, &found, &sifted);
        let per_page = usize::try_from(request.per_page).unwrap_or(0);
        let skip = usize::try_from(request.page - 1).unwrap_or(usize::MAX).saturating_mul(per_page);
        // One more than is shown: the last hit is explained beside the next.
        let most = skip.saturating_add(per_page).saturating_add(1);
        let first = if browsing || request.sort != Sort::Relevance {
            let browsed = |record| Scored { record, score: 0.0, language: request.language };
            let scored =
                |record| if browsing { Some(browsed(record)) } else { score(&matches, record, request) };
            self.sorted(&sifted, most, request).into_iter().filter_map(scored).collect()
        } else {
            let mut first = rank(&matches, &sifted, most.max(DEPTH), request);
            rescore(&mut first, &plans, &matches, &self.index, request);
            first
        };
        let mut hits: Vec<Hit> = first
            .iter()
            .skip(skip)
            .take(per_page)
            .filter_map(|scored| self.hit(scored, &plans, browsing, request.language, unit).transpose())
            .collect::<Result<_, Error>>()?;
        if request.explain && !browsing {
            let shown: Vec<Vec<Contribution>> = (skip..)
                .zip(first.iter().skip(skip).take(per_page + 1))
                .map(|(place, scored)| self.contributions(scored, place, &plans, &matches, request))
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
    fn keep_asked_for(&self, request: &SearchRequest, found: &mut RecordSet) {
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
            let date = attributes.date(record);
            let by_date = match request.sort {
                Sort::Relevance | Sort::Title => (false, 0),
                Sort::Newest => (date.is_none(), date.map_or(0, |date| -i64::from(date))),
                Sort::Oldest => (date.is_none(), date.map_or(0, i64::from)),
            };
            (by_date, attributes.title_rank(request.language, record), record)
        };
        let mut top = Top::new(first, Ord::cmp);
        records.iter().for_each(|record| top.add(key(record)));
        top.sorted().into_iter().map(|(_, _, record)| record).collect()
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
