//! Search: a request in, one page of ranked hits with facets and highlights out.
//!
//! A query goes through these files in this order: `request` (what is asked, checked), `asked` (its syntax: the words that
//! records are ranked by, and the condition that they must meet, with `field_value`), `plan` (which words of the index it
//! means, in each language, with `other_words`: translations, synonyms and families, `beginnings`, and `near_words`: typing
//! errors; what is known of a word is looked up once, in `known_words`, and kept in a `memo`), `matches` (the records that have
//! them), `condition` with `phrase`, `phrase_words` and `side_by_side` (those that meet it), `sieve` (filters), `facet` with
//! `nested` and `year_ranges` (counts), `rank` with `max_score` (BM25F in each view, the best view of each record), `features`
//! (the second stage, on the best records), `order` with `diversity` (all hits as one list), `page` with `cursor` (a part of
//! it), then for the `hits` of one page `evidence` (what matched, through which rule), `marking` with `mark` (what is
//! marked), `highlight` with `passage`, and `explain`. What each part is worth stands in `ranking`.
//! `found` stops before the ranking: for who counts only. `similar` makes a plan of a record instead of a query, and ranks what
//! is like it.

mod asked;
mod beginnings;
mod condition;
mod cursor;
mod diversity;
mod evidence;
mod explain;
mod facet;
mod facet_request;
mod features;
mod field_value;
mod filters;
mod found;
mod frame_words;
mod highlight;
mod hit;
mod hits;
mod known_words;
mod live;
mod mark;
mod marking;
mod match_kind;
mod match_list;
mod matches;
mod max_score;
mod memo;
mod near_words;
mod nested;
mod order;
mod other_words;
mod page;
mod passage;
mod phrase;
mod phrase_words;
mod plan;
mod rank;
mod ranking;
mod request;
mod scored;
mod searcher;
mod side_by_side;
mod sieve;
mod similar;
mod snapshot;
mod top;
mod update;
mod year_ranges;

#[cfg(test)]
mod tests;

pub use diversity::Diversity;
pub use evidence::Reason;
pub use explain::{Contribution, Explanation, Feature};
pub use facet::{Facet, FacetRange, FacetValue};
pub use facet_request::{FacetOrder, FacetRequest};
pub use filters::{Filters, YearRange};
pub(crate) use highlight::segments;
pub use highlight::{Highlight, Segment};
pub use hit::{Hit, SearchResults};
pub use live::LiveSearcher;
pub use match_kind::MatchKind;
pub(crate) use near_words::{NearWord, errors_allowed, other_spellings};
pub use ranking::Ranking;
pub(crate) use request::invalid;
pub use request::{Match, SearchRequest, Sort, Syntax};
pub use searcher::Searcher;
pub use similar::SimilarRequest;

pub use crate::index::{BuildOptions, BuildProgress, FacetField, Field, RecordType};
