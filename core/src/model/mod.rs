//! The catalogue's model: toolkits with pages of typed blocks, resources, concepts, glossary terms.
//!
//! The types are plain data and mirror the JSON of a catalogue's files one to one; `data/schema` holds the JSON Schema
//! made from them. What a value may be beyond its type is checked by [`crate::catalogue::validation`].

mod block;
mod concept;
mod creator;
mod date;
mod language_tag;
mod link;
mod own_field;
mod page;
mod reference;
mod resource;
mod rich_text;
mod term;
mod time_range;
mod toolkit;
mod web_address;

pub use block::*;
pub use concept::{Concept, Vocabulary, VocabularyName};
pub use creator::{Creator, CreatorKind, Role};
pub use date::{InvalidDate, PartialDate};
pub(crate) use language_tag::language_name_in;
pub use language_tag::{InvalidLanguageTag, LanguageTag, language_name};
pub use link::{Identifiers, Link, LinkCheck, LinkOutcome, Source};
pub(crate) use own_field::{MOST_OWN_FIELDS, own_values};
pub use own_field::{OwnField, OwnValue};
pub use page::{InvalidPageTarget, Page, PageTarget};
pub use reference::Reference;
pub use resource::{Access, Accessibility, Length, Level, Resource, Status};
pub use rich_text::{Inline, InvalidRichText, LinkTarget, Paragraph, RichText};
pub use term::{Definition, Term};
pub use time_range::{InvalidTimeRange, TimeRange};
pub use toolkit::{Contact, Credit, NavigationItem, Toolkit};
pub use web_address::{InvalidWebAddress, check_web_address};
