//! Search: a request in, one page of ranked hits with facets and highlights out.
//!
//! A query goes through these files in this order: `request` (what is asked, checked), `plan` (which words of the
//! index it means, in each language), `rank` (BM25F in each view, the best view of each record), `facet` (filters
//! and counts), then for the hits of one page `evidence` (what matched, through which rule) and `highlight`.

mod evidence;
mod facet;
mod highlight;
mod hit;
mod match_kind;
mod plan;
mod rank;
mod request;
mod searcher;

pub use evidence::Reason;
pub use facet::{Facet, FacetValue};
pub use highlight::{Highlight, Segment};
pub use hit::{Hit, SearchResults};
pub use match_kind::MatchKind;
pub use request::{Filters, Match, SearchRequest, Sort, YearRange};
pub use searcher::Searcher;

pub use crate::index::{FacetField, Field, RecordType};
