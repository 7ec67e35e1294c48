//! The files of the bundled bilingual catalogue, as they stand in this folder.
//!
//! The crate `ally-toolkit` reads them with its feature `bundled`; see `README.md` here for what they hold, where the
//! facts come from and how the catalogue was edited.

use include_dir::{Dir, include_dir};

/// The files at the top of the catalogue's folder, by name.
pub static FILES: [(&str, &[u8]); 2] = [
    ("catalogue.json", include_bytes!("catalogue.json")),
    ("glossary.json", include_bytes!("glossary.json")),
];

/// The folders of the catalogue, by name. Schemas and notes are for editors, and stay out of the binary.
pub static FOLDERS: [(&str, Dir<'static>); 3] = [
    ("resources", include_dir!("$CARGO_MANIFEST_DIR/resources")),
    ("toolkits", include_dir!("$CARGO_MANIFEST_DIR/toolkits")),
    ("vocabularies", include_dir!("$CARGO_MANIFEST_DIR/vocabularies")),
];
