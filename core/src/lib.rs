//! Curated bilingual toolkits and their catalogue of resources.
#![forbid(unsafe_code)]

pub mod analysis;
pub mod catalogue;
mod error;
pub mod model;
pub mod text;

pub use catalogue::{Catalogue, Place, Problem, ProblemCode, Report, Severity};
pub use error::{Error, ErrorData, ErrorKind};
pub use text::{
    Bilingual, Fingerprint, Language, Localized, Name, OffsetUnit, Span, Text, Translation, TranslationState,
};
