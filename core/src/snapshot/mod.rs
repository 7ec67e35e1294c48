//! Snapshots: one file of named sections, opened without reading the whole, checked as far as it is asked for.
//!
//! This module knows sections of bytes and nothing of what is in them. `docs/snapshot-format.md` describes every byte.
//!
//! ```
//! use ally_toolkit::ErrorKind;
//! use ally_toolkit::snapshot::{Bytes, Container};
//!
//! let error = Container::open(Bytes::from(b"Something else".to_vec())).unwrap_err();
//! assert_eq!(error.kind(), ErrorKind::InvalidSnapshot);
//! println!("{}", error.remedy().fr);
//! ```
//!
//! - [`Bytes`] is where a snapshot lies: in memory, or in a file that is mapped (feature `mmap`).
//! - [`Container::open`] reads header and table; [`Container::verify`] reads everything.
//! - [`Container::describe`] says what is in it, for people and tools.

mod bytes;
mod content;
mod description;
mod fault;
mod file;
mod format;
mod leb128;
mod lists;
#[cfg(feature = "mmap")]
mod mapping;
mod numbers;
mod packed;
mod reader;
mod strings;
mod texts;
mod writer;

#[cfg(test)]
mod tests;

pub use bytes::{Bytes, Section};
pub use content::ContentId;
pub use description::{Description, SectionDescription};
pub use format::{FORMAT_VERSION, SectionName};
pub(crate) use leb128::{read_number, write_number};
pub(crate) use lists::{Lists, ListsBuilder};
pub(crate) use numbers::{Number, NumberSection, Numbers, bytes_of, countable};
pub(crate) use packed::{PackedSection, packed};
pub use reader::Container;
pub(crate) use strings::{Strings, StringsBuilder};
pub(crate) use texts::{Texts, TextsBuilder, sampled};
pub(crate) use writer::Writer;
