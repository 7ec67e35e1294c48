//! Languages, texts that exist in one or both of them, and positions inside a text.

mod bilingual;
mod language;
mod localized;
mod name;
mod span;

pub use bilingual::Bilingual;
pub use language::{Language, UnknownLanguage};
pub use localized::{Fingerprint, Localized, Text, Translation, TranslationState};
pub use name::Name;
pub use span::{OffsetUnit, Span};
