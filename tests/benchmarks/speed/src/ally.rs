//! How the library is built, opened and asked: an index is a snapshot, opened by a memory map.

use std::path::Path;

use ally_toolkit::search::{FacetField, FacetRequest, Filters, Highlight, Hit, MatchKind, Ranking};
use ally_toolkit::snapshot::Bytes;
use ally_toolkit::{Catalogue, CompletionRequest, Language, SearchRequest, Searcher};

use crate::{Answer, Engine, Outcome, Query};

const FILE: &str = "catalogue.ally";

/// With `PLAIN`, the first stage alone.
pub struct Ally<const PLAIN: bool>(Searcher);

impl<const PLAIN: bool> Engine for Ally<PLAIN> {
    const SETS: &[&str] = &[
        "en_any",
        "fr_any",
        "snippet",
        "filtered",
        "browse",
        "phrase",
        "prefix",
        "typo",
        "page",
        "complete",
        "did_you_mean",
        "uncorrected",
    ];

    fn build(data: &Path, index: &Path) -> Outcome<()> {
        let searcher = Searcher::new(Catalogue::open(data.join("catalogue.json"))?)?;
        Ok(searcher.write_snapshot(index.join(FILE))?)
    }

    fn open(index: &Path) -> Outcome<Self> {
        Ok(Ally(Searcher::open_snapshot(Bytes::open(index.join(FILE))?)?))
    }

    fn answer(&mut self, query: &Query) -> Outcome<Answer> {
        let language = if query.language == "fr" { Language::French } else { Language::English };
        if query.set == "complete" {
            let completions = self.0.complete(&CompletionRequest::new(&query.text, language))?;
            let proposed = completions.items.into_iter().map(|completion| completion.text).collect();
            return Ok(Answer { proposed, ..Answer::default() });
        }
        let text = match query.set.as_str() {
            "phrase" => ally_toolkit::query::Query::phrase(&query.text).to_string(),
            "prefix" => ally_toolkit::query::Query::prefix(&query.text).to_string(),
            _ => query.text.clone(),
        };
        let mut request = SearchRequest::new(text, language);
        if PLAIN {
            request.ranking = Ranking::PLAIN;
        }
        if let Some(kind) = &query.kind {
            request.filters = Filters { kind: vec![kind.clone()], ..Filters::default() };
        }
        if query.is_counted() {
            let facets = [
                FacetField::Kind,
                FacetField::Topic,
                FacetField::Place,
                FacetField::Language,
                FacetField::Year,
            ];
            request.facets = facets.map(FacetRequest::from).to_vec();
        }
        if query.set == "did_you_mean" {
            let proposed = self.0.did_you_mean(&request)?.map(|proposal| proposal.query);
            return Ok(Answer { proposed: proposed.into_iter().collect(), ..Answer::default() });
        }
        let mut results = self.0.search(&request)?;
        if query.set == "uncorrected" {
            results.hits.retain(|hit| hit.reasons.iter().all(|reason| reason.how != MatchKind::Typo));
        }
        let is_marked = |text: &Highlight| text.segments.iter().any(|segment| segment.marked);
        let is_shown = |hit: &&Hit| {
            hit.description.as_ref().is_some_and(is_marked) || (query.set == "page" && is_marked(&hit.title))
        };
        Ok(Answer {
            snippets: results.hits.iter().filter(is_shown).count(),
            hits: results.hits.into_iter().map(|hit| (hit.id, hit.title.text())).collect(),
            facets: (results.facets.into_iter())
                .map(|facet| {
                    let counts = facet.values.into_iter().map(|value| (value.id, value.count as u64));
                    (facet.field.to_string(), counts.collect())
                })
                .collect(),
            proposed: Vec::new(),
        })
    }
}
