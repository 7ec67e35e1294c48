//! Curated bilingual toolkits and their catalogue of resources.
#![forbid(unsafe_code)]

pub mod analysis;
pub mod catalogue;
mod collation;
mod error;
mod index;
mod json_error;
pub mod model;
mod object;
pub mod reading;
#[cfg(feature = "schema")]
pub mod schema;
pub mod search;
pub mod text;

pub use catalogue::{Catalogue, Place, Problem, ProblemCode, Report, Severity};
pub use collation::Collation;
pub use error::{Error, ErrorData, ErrorKind};
pub use search::{SearchRequest, SearchResults, Searcher};
pub use text::{
    Bilingual, Fingerprint, Language, Localized, Name, OffsetUnit, Span, Text, Translation, TranslationState,
};
