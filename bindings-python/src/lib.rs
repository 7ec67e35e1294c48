//! The extension module `ally_toolkit._native`: takes Python's arguments, calls the core, gives back plain data.
//!
//! What users see, with its documentation and types, is the Python package around it (`python/ally_toolkit`).

mod building;
mod catalogue;
mod edge;
mod input;
mod lazy;
mod output;

use pyo3::prelude::*;

/// The native half of `ally_toolkit`. Private: use `ally_toolkit` itself.
// Nothing here is mutable, so the module needs no GIL.
#[pymodule(gil_used = false)]
mod _native {
    use std::path::PathBuf;

    use ally_toolkit::evaluation::{ComparisonRequest, EvaluationRequest};
    use ally_toolkit::query::{self, Query};
    use ally_toolkit::search::Highlight;
    use ally_toolkit::snapshot::Container;
    use ally_toolkit::{Catalogue, OffsetUnit, analysis};
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::catalogue::NativeCatalogue;
    use crate::edge::{answer, call};
    use crate::input::{Fields, Json, Source, Text, language};
    #[pymodule_export]
    use crate::lazy::{LazyHighlight, LazyHit, LazyResults};

    #[pymodule_export]
    #[allow(non_upper_case_globals, reason = "Python's name for it")]
    const __version__: &str = env!("CARGO_PKG_VERSION");

    /// The tokens of a text; spans in code points.
    #[pyfunction]
    #[pyo3(signature = (text, language, /))]
    fn analyze<'py>(py: Python<'py>, text: Text, language: Text) -> PyResult<Bound<'py, PyAny>> {
        answer(py, || {
            Ok(analysis::analyze_in_unit(&text.0, self::language(&language)?, OffsetUnit::CodePoints))
        })
    }

    /// What the text of a query is read as; spans in code points.
    #[pyfunction]
    #[pyo3(signature = (text, /))]
    fn parse_query(py: Python<'_>, text: Text) -> PyResult<Bound<'_, PyAny>> {
        answer(py, || Ok(query::parse(&text.0, OffsetUnit::CodePoints)))
    }

    /// The text of a query in a language.
    #[pyfunction]
    #[pyo3(signature = (query, language, /))]
    fn write_query(py: Python<'_>, query: Fields, language: Text) -> PyResult<String> {
        call(py, || Ok(Query::from_value(query.0)?.in_language(self::language(&language)?)))
    }

    /// A highlight as HTML.
    #[pyfunction]
    #[pyo3(signature = (highlight, /))]
    fn highlight_html(py: Python<'_>, highlight: Fields) -> PyResult<String> {
        call(py, || Ok(Highlight::from_value(highlight.0)?.to_html()))
    }

    /// A report on the catalogue at a path, or on the bundled one.
    #[pyfunction]
    #[pyo3(signature = (path, /))]
    fn validate(py: Python<'_>, path: Option<PathBuf>) -> PyResult<Bound<'_, PyAny>> {
        answer(py, || match path {
            Some(path) => Catalogue::validate(path),
            None => Ok(Catalogue::validate_bundled()),
        })
    }

    /// A report on a catalogue given as the text of a single file.
    #[pyfunction]
    #[pyo3(signature = (json, /))]
    fn validate_json<'py>(py: Python<'py>, json: Json) -> PyResult<Bound<'py, PyAny>> {
        answer(py, || Ok(Catalogue::validate_json(json.as_bytes())))
    }

    /// What the header and the table of a snapshot say.
    #[pyfunction]
    #[pyo3(signature = (source, /))]
    fn describe_snapshot(py: Python<'_>, source: Source) -> PyResult<Bound<'_, PyAny>> {
        answer(py, || Ok(Container::inspect(source.open()?)?.describe()))
    }

    /// Reads the whole of a snapshot, and raises what is damaged.
    #[pyfunction]
    #[pyo3(signature = (source, /))]
    fn verify_snapshot(py: Python<'_>, source: Source) -> PyResult<()> {
        call(py, || Container::inspect(source.open()?)?.verify())
    }

    /// What rankings are worth against judgments.
    #[pyfunction]
    #[pyo3(signature = (request, /))]
    fn evaluate(py: Python<'_>, request: Fields) -> PyResult<Bound<'_, PyAny>> {
        answer(py, || EvaluationRequest::from_value(request.0)?.evaluate())
    }

    /// Two evaluations beside each other.
    #[pyfunction]
    #[pyo3(signature = (request, /))]
    fn compare(py: Python<'_>, request: Fields) -> PyResult<Bound<'_, PyAny>> {
        answer(py, || Ok(ComparisonRequest::from_value(request.0)?.compare()))
    }

    /// Panics, for the test that a panic of the core is raised as an `InternalError`.
    #[pyfunction]
    #[pyo3(name = "_panic", signature = (message, /))]
    #[allow(clippy::panic, reason = "it is what this function is for")]
    fn panic(py: Python<'_>, message: String) -> PyResult<()> {
        call(py, || panic!("{message}"))
    }
}
