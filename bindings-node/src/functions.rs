//! What needs no catalogue.

use ally_toolkit::analysis::analyze_in_unit;
use ally_toolkit::{Catalogue, OffsetUnit};
use napi::bindgen_prelude::Uint8Array;
use napi_derive::napi;

use crate::edge::{answer, language};

/// The tokens of a text.
#[napi]
pub fn analyze(text: String, language_code: String) -> napi::Result<String> {
    answer(|| Ok(analyze_in_unit(&text, language(&language_code)?, OffsetUnit::Utf16)))
}

/// Reports on the catalogue in a folder or file.
#[napi]
pub fn validate(path: String) -> napi::Result<String> {
    answer(|| Catalogue::validate(path))
}

/// Reports on a catalogue given as the text of a single file, in UTF-8.
#[napi]
pub fn validate_json(json: Uint8Array) -> napi::Result<String> {
    answer(|| Ok(Catalogue::validate_json(&json)))
}

/// Reports on the bundled catalogue.
#[napi]
pub fn validate_bundled() -> napi::Result<String> {
    answer(|| Ok(Catalogue::validate_bundled()))
}
