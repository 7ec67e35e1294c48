//! The files of the bundled bilingual catalogue, as they stand in this folder.
//!
//! The crate `ally-toolkit` reads them with its feature `bundled`; see `README.md` here for what they hold, where the
//! facts come from and how the catalogue was edited.

use include_dir::{Dir, include_dir};

/// The catalogue's folder, every file in it as bytes.
pub static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR");
