//! What needs no catalogue.

use ally_toolkit::analysis::analyze_in_unit;
use ally_toolkit::evaluation::{ComparisonRequest, EvaluationRequest};
use ally_toolkit::query::{self, Query};
use ally_toolkit::search::Highlight;
use ally_toolkit::{Catalogue, OffsetUnit};
use napi::Env;
use napi::bindgen_prelude::Uint8Array;
use napi_derive::napi;

use crate::edge::{answer, guard, language};
use crate::packed::{self, Packed};

/// The tokens of a text.
#[napi]
pub fn analyze(text: String, language_code: String) -> napi::Result<Packed> {
    answer(|| Ok(analyze_in_unit(&text, language(&language_code)?, OffsetUnit::Utf16)))
}

/// What the text of a query is read as.
#[napi]
pub fn parse_query(text: String) -> napi::Result<Packed> {
    answer(|| Ok(query::parse(&text, OffsetUnit::Utf16)))
}

/// The text of a query, given as JSON, in a language.
#[napi]
pub fn write_query(query: String, language_code: String) -> napi::Result<String> {
    guard(|| Ok(Query::from_json(query.as_bytes())?.in_language(language(&language_code)?)))
}

/// A highlight, given as JSON, as HTML.
#[napi]
pub fn highlight_html(highlight: String) -> napi::Result<String> {
    guard(|| Ok(Highlight::from_json(highlight.as_bytes())?.to_html()))
}

/// Reports on the catalogue in a folder or file.
#[napi]
pub fn validate(path: String) -> napi::Result<Packed> {
    answer(|| Catalogue::validate(path))
}

/// Reports on a catalogue given as the text of a single file, in UTF-8.
#[napi]
pub fn validate_json(json: Uint8Array) -> napi::Result<Packed> {
    answer(|| Ok(Catalogue::validate_json(&json)))
}

/// Reports on the bundled catalogue.
#[napi]
pub fn validate_bundled() -> napi::Result<Packed> {
    answer(|| Ok(Catalogue::validate_bundled()))
}

/// What rankings are worth against judgments, all given as JSON.
#[napi]
pub fn evaluate(request: String) -> napi::Result<Packed> {
    answer(|| EvaluationRequest::from_json(request.as_bytes())?.evaluate())
}

/// Two evaluations beside each other, given as JSON.
#[napi]
pub fn compare(request: String) -> napi::Result<Packed> {
    answer(|| Ok(ComparisonRequest::from_json(request.as_bytes())?.compare()))
}

/// How many bytes V8 was told of that are held beside its own memory, for the test that it is told right: Node does not say.
#[napi]
pub fn told_of(env: Env) -> napi::Result<f64> {
    env.adjust_external_memory(0).map(|bytes| bytes as f64)
}

/// The names that packed results use, from a number on.
#[napi]
pub fn names(from: u32) -> Vec<&'static str> {
    packed::names(from as usize)
}
