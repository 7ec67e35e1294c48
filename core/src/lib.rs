//! Curated bilingual (English/French) toolkits and their catalogue of resources: model, validation, search and ranking in
//! both languages, results ready to render. In-process, no server.
//!
//! ```
//! # #[cfg(feature = "bundled")] {
//! use ally_toolkit::{Catalogue, Language, SearchRequest, Searcher};
//!
//! let searcher = Searcher::new(Catalogue::bundled()?)?;
//! let results = searcher.search(&SearchRequest::new("préjugés inconscients", Language::French))?;
//! for hit in &results.hits {
//!     println!("{}: {}", hit.title.text(), hit.why.as_deref().unwrap_or_default());
//! }
//! # }
//! # Ok::<(), ally_toolkit::Error>(())
//! ```
//!
//! - [`Catalogue`] opens, validates and looks up; its `read_*` methods ([`reading`]) resolve a record for one reader.
//! - [`Searcher`] answers a [`SearchRequest`] with [`SearchResults`]; [`search`] has what they are made of.
//! - [`Searcher::similar`] finds what is like a record ([`SimilarRequest`]).
//! - [`query`] has the syntax of what people type, as a tree that programs can make too.
//! - [`Searcher::complete`] completes what is typed ([`CompletionRequest`], [`Completions`]), [`Searcher::did_you_mean`] gives a
//!   [`Proposal`], [`Searcher::advise`] what to leave out where nothing is found; [`suggestion`] has what they are made of.
//! - [`analysis::analyze`] shows what becomes of a text before it is compared.
//! - [`lexicon`] says which words translate which, and learns it from texts; [`query_language`] how likely a query is in each
//!   language. Search uses both.
//! - [`evaluation`] measures rankings on judged queries, compares two, and holds one above floors.
//! - [`Error`] is the one error, with a kind, a place, a message and a remedy in both languages.
//!
//! Texts are always given with the language they are in ([`Text`]): a host sets `lang` from it and needs no fallback rule
//! of its own. Spans are in bytes unless another [`OffsetUnit`] is asked for.
//!
//! What the library does **not** do: run a server, keep accounts, crawl the Web, translate. The guides, the ranking and the
//! reasons behind the design are in the repository's `docs/`.
#![cfg_attr(not(feature = "mmap"), forbid(unsafe_code))]

pub mod analysis;
pub mod catalogue;
mod collation;
mod error;
pub mod evaluation;
mod index;
mod interner;
mod json_error;
pub mod lexicon;
pub mod model;
mod object;
mod parallel;
mod problem;
pub mod query;
pub mod query_language;
pub mod reading;
mod request_json;
#[cfg(feature = "schema")]
pub mod schema;
pub mod search;
pub mod snapshot;
pub mod suggestion;
pub mod text;

pub use catalogue::{Catalogue, Report};
pub use collation::Collation;
pub use error::{Error, ErrorData, ErrorKind};
pub use problem::{Place, Problem, ProblemCode, Severity};
pub use search::{SearchRequest, SearchResults, Searcher, SimilarRequest};
pub use suggestion::{CompletionRequest, Completions, Proposal};
pub use text::{
    Bilingual, Fingerprint, Language, Localized, Name, OffsetUnit, Span, Text, Translation, TranslationState,
};

#[cfg(all(doctest, feature = "bundled"))]
mod documentation {
    //! The examples of the README and the guide, compiled and run.
    #[doc = include_str!("../../README.md")]
    struct Readme;
    #[doc = include_str!("../../docs/rust.md")]
    struct Guide;
    #[doc = include_str!("../../docs/searching.md")]
    struct Searching;
}
