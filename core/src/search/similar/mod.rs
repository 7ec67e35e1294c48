//! Records like one: "more like this".
//!
//! `request` is what is asked. What a record is compared by are its `keywords`, in each language, and its `topics`; both are looked up and
//! ranked as the words of a query are. `toolkit` knows what the toolkits of a record show, to leave it out; `sentence` says what is
//! shared.

mod keywords;
mod request;
mod sentence;
mod toolkit;
mod topics;

pub use request::SimilarRequest;

use super::evidence::{Reason, reasons, shown};
use super::hits::Hits;
use super::matches::Matches;
use super::plan::{Plan, Unit};
use super::rank::rank;
use super::request::Match;
use super::scored::Scored;
use super::sieve::Sieve;
use super::{Field, MatchKind, RecordType, SearchResults, Searcher};
use crate::error::Error;
use crate::model::{Concept, VocabularyName};
use crate::text::{Language, OffsetUnit};
use topics::Topic;

/// How many shared words are named.
const NAMED: usize = 3;

/// What part of the score of a record a shared word must add to be named beside a topic.
const LEAST: f64 = 0.08;

impl Searcher {
    /// Records like one, the most alike first: "more like this", "see also", « Voir aussi ». Spans in bytes.
    ///
    /// A record is compared by its keywords, in both languages, and by its topics. A record has the score of the language in which it is
    /// more alike, so one in French only is found as like one in English: through shared topics, through texts in both languages and,
    /// for a record that has texts in one language only, through translations. The record itself is never among those found, nor is one that
    /// is withdrawn.
    ///
    /// A hit says in `why` what is shared, and in `reasons` the same in parts: each shared topic, with its concept, and at most three words.
    /// Nothing in its texts is marked. `total` counts what shares a topic or two of the words: it says how far pages go, not how many are alike.
    ///
    /// ```
    /// # #[cfg(feature = "bundled")] {
    /// use ally_toolkit::{Catalogue, Language, Searcher, SimilarRequest};
    /// let searcher = Searcher::new(Catalogue::bundled()?)?;
    /// let similar = searcher.similar(&SimilarRequest::new("athena-rising", Language::French))?;
    /// for hit in &similar.hits {
    ///     println!("{}: {}", hit.title.text(), hit.why.as_deref().unwrap_or_default());
    /// }
    /// assert_eq!(similar.hits.len(), 5);
    /// # }
    /// # Ok::<(), ally_toolkit::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): no record of that type has the id.
    /// [`InvalidRequest`](crate::ErrorKind::InvalidRequest): an unknown filter value, a page below 1, more than 100 words …
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot): a resource that is looked at lies in a snapshot and is not as it was written.
    pub fn similar(&self, request: &SimilarRequest) -> Result<SearchResults, Error> {
        self.similar_in_unit(request, OffsetUnit::Bytes)
    }

    /// Like [`similar`](Searcher::similar), with spans in `unit`.
    ///
    /// # Errors
    /// As [`similar`](Searcher::similar).
    pub fn similar_in_unit(
        &self,
        request: &SimilarRequest,
        unit: OffsetUnit,
    ) -> Result<SearchResults, Error> {
        let search = request.checked(&self.index)?;
        let (number, topic_ids) = self.named(request)?;
        let record = self.index.records.get(number).ok_or_else(missing)?;
        let most = usize::try_from(request.words).unwrap_or(0);
        let plans = keywords::plans(record, number, most, self)?;
        let topics = if request.topics > 0.0 {
            topics::topics(topic_ids, record, number, search.asks_for(RecordType::Page), self)?
        } else {
            Vec::new()
        };
        let mut matches = Matches::of(&plans, &self.index, &self.known, Match::Any);
        matches.keep_those_with_two();
        for topic in &topics {
            let worth = request.topics * topic.share;
            matches.add(&topic.records, Field::Topics.weight().0, topic.rarity, worth, &self.index);
        }
        let mut found = matches.found();
        found.remove(number);
        self.keep_asked_for(&search, &mut found);
        if request.beyond_toolkit {
            found.subtract(&toolkit::shown_beside(number, self)?);
        }
        let found = Sieve::new(&search, &self.index, &found).sift(&found, None);
        let per_page = usize::try_from(search.per_page).unwrap_or(0);
        let skip = usize::try_from(search.page - 1).unwrap_or(usize::MAX).saturating_mul(per_page);
        let ranked = rank(&matches, &found, skip.saturating_add(per_page), &search);
        let page: Vec<Scored> = ranked.into_iter().skip(skip).take(per_page).collect();
        let total = found.len();
        Ok(SearchResults {
            total,
            page: search.page,
            pages: total.div_ceil(per_page.max(1)),
            hits: self.similar_hits(&page, &plans, &matches, &topics, request.language, unit)?,
            next: None,
            facets: Vec::new(),
        })
    }

    /// The number of the record that is asked about, with its topics.
    fn named(&self, request: &SimilarRequest) -> Result<(u32, &[String]), Error> {
        let (catalogue, id) = (&self.catalogue, request.id.as_str());
        let topics: &[String] = match request.record {
            RecordType::Resource => &catalogue.resource(id)?.topics,
            RecordType::Page => catalogue.page(id).map(|_| &[])?,
            RecordType::Term => &catalogue.term(id)?.topics,
        };
        let number = self.index.records.find(catalogue, request.record, id)?.ok_or_else(missing)?;
        Ok((number, topics))
    }

    fn similar_hits(
        &self,
        page: &[Scored],
        plans: &[Plan; 2],
        matches: &Matches<'_>,
        topics: &[Topic<'_>],
        reader: Language,
        unit: OffsetUnit,
    ) -> Result<Vec<super::Hit>, Error> {
        let (catalogue, index) = (&self.catalogue, &self.index);
        // Nothing is marked: a word that two records share is no word that was searched.
        let unmarked = Language::ALL.map(|language| Plan { language, units: Vec::new() });
        let phrases = Vec::new();
        let mut hits =
            Hits { catalogue, index, plans: &unmarked, matches, phrases, browsing: true, reader, unit }
                .of(page)?;
        for (hit, scored) in hits.iter_mut().zip(page) {
            let shared = topics.iter().filter(|topic| topic.records.binary_search(&scored.record).is_ok());
            let shared: Vec<&Concept> = shared.map(|topic| topic.concept).collect();
            hit.reasons = shared.iter().filter_map(|concept| of_topic(concept, reader)).collect();
            hit.reasons.extend(self.shared_words(scored, plans, matches, &shared, reader)?);
            hit.language = Some(scored.language);
            hit.why = sentence::sentence(&hit.reasons, reader);
        }
        Ok(hits)
    }

    /// The words that add most to the score of a record, but for those that a shared topic says already; in the reader's language, where the
    /// two share words in it.
    fn shared_words(
        &self,
        scored: &Scored,
        plans: &[Plan; 2],
        matches: &Matches<'_>,
        shared: &[&Concept],
        reader: Language,
    ) -> Result<Vec<Reason>, Error> {
        let number = scored.record;
        let Some(record) = self.index.records.get(number) else { return Ok(Vec::new()) };
        let adds = |plan: &Plan, unit: usize| matches.of_unit(plan.language, unit, number);
        let shares_words = |plan: &&Plan| (0..plan.units.len()).any(|unit| adds(plan, unit) > 0.0);
        let mut plans: Vec<&Plan> = plans.iter().filter(shares_words).collect();
        plans.sort_by_key(|plan| plan.language != reader);
        let Some(plan) = plans.first() else { return Ok(Vec::new()) };
        let labels = self.index.topic_labels(&self.catalogue).of_language(plan.language);
        let labels = labels.filter(|label| shared.iter().any(|concept| concept.id == label.topic));
        let said: Vec<&str> = labels
            .flat_map(|label| &label.tokens)
            .flat_map(|token| &token.forms)
            .map(|form| form.stem.as_str())
            .collect();
        let view = self.index.view(plan.language);
        let is_said = |unit: &Unit| {
            unit.alternatives.iter().any(|alternative| said.contains(&view.key_text(alternative.key)))
        };
        let units = plan.units.iter().enumerate().filter(|(_, unit)| !is_said(unit));
        let adding = units.map(|(unit, _)| (unit, adds(plan, unit)));
        // Beside topics only what tells as well; alone, whatever there is.
        let least = if shared.is_empty() { f64::MIN_POSITIVE } else { scored.score * LEAST };
        let mut adding: Vec<(usize, f64)> = adding.filter(|(_, adds)| *adds >= least).collect();
        adding.sort_by(|(a, a_adds), (b, b_adds)| b_adds.total_cmp(a_adds).then(a.cmp(b)));
        adding.truncate(NAMED);
        let found = shown(plan, &self.index, &[number]);
        let mut found = found.get(0).to_vec();
        found.retain(|found| adding.iter().any(|(unit, _)| *unit == found.unit));
        let mut words = reasons(plan, &found, &record.texts(&self.catalogue, plan.language)?);
        // Without the topic or other concept in whose label one stands: it need not be shared.
        words.iter_mut().for_each(|reason| (reason.label, reason.concept) = (None, None));
        Ok(words)
    }
}

/// The error of a record that the catalogue has and the index has not.
fn missing() -> Error {
    Error::internal("a record is missing")
}

fn of_topic(concept: &Concept, reader: Language) -> Option<Reason> {
    let label = concept.label.text(reader)?;
    Some(Reason {
        word: label.value.clone(),
        matched: label.value.clone(),
        how: MatchKind::Exact,
        source: None,
        rule: None,
        field: Field::Topics,
        language: label.language,
        label: Some(label.value),
        concept: Some((VocabularyName::Topics, concept.id.clone())),
    })
}
