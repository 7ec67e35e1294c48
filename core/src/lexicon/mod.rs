//! Which words of one language translate which of the other.

pub mod alignment;
pub mod general;
pub mod learn;
mod lookup;
pub mod passages;
mod rows;
mod sources;
mod synonyms;
mod table;
pub mod terms;
mod translation;
mod words;

pub use lookup::{GENERAL_WEIGHT, LONGEST_TERM, Lexicon, Match};
pub use translation::{LexiconSources, Source, Translation};

#[cfg(test)]
mod tests;
