//! How the library is built, opened and asked: an index is a snapshot, opened by a memory map.

use std::path::Path;

use ally_toolkit::search::{FacetField, FacetRequest, Filters, Highlight, Ranking};
use ally_toolkit::snapshot::Bytes;
use ally_toolkit::{Catalogue, Language, SearchRequest, Searcher};

use crate::{Answer, Engine, Outcome, Query};

const FILE: &str = "catalogue.ally";

/// With `PLAIN`, the first stage alone.
pub struct Ally<const PLAIN: bool>(Searcher);

impl<const PLAIN: bool> Engine for Ally<PLAIN> {
    const SETS: &[&str] = &["en_any", "fr_any", "snippet", "filtered", "browse", "phrase", "prefix", "typo"];

    fn build(data: &Path, index: &Path) -> Outcome<()> {
        let searcher = Searcher::new(Catalogue::open(data.join("catalogue.json"))?)?;
        Ok(searcher.write_snapshot(index.join(FILE))?)
    }

    fn open(index: &Path) -> Outcome<Self> {
        Ok(Ally(Searcher::open_snapshot(Bytes::open(index.join(FILE))?)?))
    }

    fn answer(&mut self, query: &Query) -> Outcome<Answer> {
        let language = if query.language == "fr" { Language::French } else { Language::English };
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
            let facets = [
                FacetField::Kind,
                FacetField::Topic,
                FacetField::Place,
                FacetField::Language,
                FacetField::Year,
            ];
            request.facets = facets.map(FacetRequest::from).to_vec();
        }
        let results = self.0.search(&request)?;
        let count = |hit: &Highlight| hit.segments.iter().any(|segment| segment.marked);
        Ok(Answer {
            snippets: results.hits.iter().filter(|hit| hit.description.as_ref().is_some_and(count)).count(),
            hits: results.hits.into_iter().map(|hit| (hit.id, hit.title.text())).collect(),
            facets: (results.facets.into_iter())
                .map(|facet| {
                    let counts = facet.values.into_iter().map(|value| (value.id, value.count as u64));
                    (facet.field.as_str().to_owned(), counts.collect())
                })
                .collect(),
        })
    }
}
