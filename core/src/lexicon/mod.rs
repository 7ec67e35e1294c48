//! Which words of one language translate which of the other.

pub mod alignment;
pub mod general;
pub mod learn;
mod lookup;
mod rows;
mod table;
mod translation;

pub use lookup::{GENERAL_WEIGHT, LONGEST_TERM, Lexicon, Match};
pub use translation::{LexiconSources, Source, Translation};
