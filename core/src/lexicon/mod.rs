//! Which words of one language translate which of the other: what lets a query in one language find what is catalogued only
//! in the other.
//!
//! - [`Lexicon`] is what search looks translations up in; [`Lexicon::of`] makes that of a catalogue from its topics, its
//!   glossary, its bilingual records and the [general](mod@general) lexicon that ships with the library.
//! - [`learn`] makes translations of texts in both languages: cut into [`passages`], aligned word by word ([`alignment`]);
//!   [`terms`] of several words are joined first.
//!
//! Formulas, their sources and what each step is worth: `docs/lexicon.md`.

pub mod alignment;
pub mod general;
mod known;
pub mod learn;
mod lookup;
pub mod passages;
mod pruning;
mod rows;
mod sources;
mod synonyms;
mod table;
mod table_builder;
mod term_map;
pub mod terms;
#[cfg(test)]
mod texts;
mod translation;

pub(crate) use known::Known;
pub(crate) use lookup::KnownPart;
pub use lookup::{GENERAL_WEIGHT, LONGEST_TERM, Lexicon, Match};
pub(crate) use sources::{read, write};
pub use translation::{LexiconSources, TermTranslation, TranslationSource};

#[cfg(test)]
mod tests;
