//! Results that stay in Rust: each value is made when Python reads it.

use std::sync::Arc;

use ally_toolkit::Error;
use ally_toolkit::search::{Highlight, Hit, SearchResults};
use pyo3::prelude::*;
use pyo3::types::PyString;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::edge::raised;
use crate::output::to_python;

/// One page of results.
#[pyclass(frozen, eq, module = "ally_toolkit._native")]
#[derive(PartialEq)]
pub(crate) struct LazyResults(Arc<SearchResults>);

/// A hit of a page of results.
#[pyclass(frozen, eq, module = "ally_toolkit._native")]
pub(crate) struct LazyHit {
    results: Arc<SearchResults>,
    at: usize,
}

/// A highlighted text of a hit.
#[pyclass(frozen, eq, module = "ally_toolkit._native")]
pub(crate) struct LazyHighlight {
    results: Arc<SearchResults>,
    at: usize,
    which: Which,
}

/// A text of a hit.
#[derive(Clone, Copy)]
enum Which {
    Title,
    Description,
    Other(usize),
}

impl LazyResults {
    pub(crate) fn new(results: SearchResults) -> Self {
        LazyResults(Arc::new(results))
    }
}

#[pymethods]
impl LazyResults {
    #[staticmethod]
    fn _from_json(py: Python<'_>, json: &str) -> PyResult<Self> {
        from_json(py, json).map(LazyResults::new)
    }

    #[getter]
    fn total(&self) -> usize {
        self.0.total
    }

    #[getter]
    fn page(&self) -> i64 {
        self.0.page
    }

    #[getter]
    fn pages(&self) -> usize {
        self.0.pages
    }

    #[getter]
    fn hits(&self) -> Vec<LazyHit> {
        (0..self.0.hits.len()).map(|at| LazyHit { results: Arc::clone(&self.0), at }).collect()
    }

    #[getter]
    fn next(&self) -> Option<&str> {
        self.0.next.as_deref()
    }

    #[getter]
    fn facets<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.facets)
    }

    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &*self.0)
    }

    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        to_json(py, &*self.0)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((py.get_type::<Self>().getattr("_from_json")?, (self.to_json(py)?,)))
    }

    fn __repr__(&self) -> String {
        let SearchResults { total, page, pages, hits, .. } = &*self.0;
        format!("<LazyResults: {} of {total} hits, page {page} of {pages}>", hits.len())
    }

    fn _repr_html_(&self) -> String {
        let hits: String = self.0.hits.iter().map(|hit| format!("<li>{}</li>", html(hit))).collect();
        format!("<div>{}<ul>{hits}</ul></div>", escaped(self.__repr__().trim_matches(['<', '>'])))
    }
}

impl LazyHit {
    fn hit(&self) -> Option<&Hit> {
        self.results.hits.get(self.at)
    }

    fn known(&self, py: Python<'_>) -> PyResult<&Hit> {
        self.hit().ok_or_else(|| lost(py))
    }

    fn highlight(&self, which: Which) -> LazyHighlight {
        LazyHighlight { results: Arc::clone(&self.results), at: self.at, which }
    }
}

impl PartialEq for LazyHit {
    fn eq(&self, other: &Self) -> bool {
        self.hit() == other.hit()
    }
}

#[pymethods]
impl LazyHit {
    #[staticmethod]
    fn _from_json(py: Python<'_>, json: &str) -> PyResult<Self> {
        let hits = vec![from_json(py, json)?];
        let results = SearchResults { total: 1, page: 1, pages: 1, hits, next: None, facets: Vec::new() };
        Ok(LazyHit { results: Arc::new(results), at: 0 })
    }

    #[getter]
    fn id(&self, py: Python<'_>) -> PyResult<&str> {
        self.known(py).map(|hit| hit.id.as_str())
    }

    #[getter]
    fn record<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.known(py)?.record)
    }

    #[getter]
    fn score(&self, py: Python<'_>) -> PyResult<f64> {
        self.known(py).map(|hit| hit.score)
    }

    #[getter]
    fn language<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.known(py)?.language)
    }

    #[getter]
    fn title(&self) -> LazyHighlight {
        self.highlight(Which::Title)
    }

    #[getter]
    fn description(&self, py: Python<'_>) -> PyResult<Option<LazyHighlight>> {
        let described = self.known(py)?.description.is_some();
        Ok(described.then(|| self.highlight(Which::Description)))
    }

    #[getter]
    fn highlights(&self, py: Python<'_>) -> PyResult<Vec<LazyHighlight>> {
        Ok((0..self.known(py)?.highlights.len()).map(|at| self.highlight(Which::Other(at))).collect())
    }

    #[getter]
    fn reasons<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.known(py)?.reasons)
    }

    #[getter]
    fn why(&self, py: Python<'_>) -> PyResult<Option<&str>> {
        self.known(py).map(|hit| hit.why.as_deref())
    }

    #[getter]
    fn explanation<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.known(py)?.explanation)
    }

    #[getter]
    fn card<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.known(py)?.card)
    }

    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, self.known(py)?)
    }

    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        to_json(py, self.known(py)?)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((py.get_type::<Self>().getattr("_from_json")?, (self.to_json(py)?,)))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let hit = self.known(py)?;
        let id = PyString::new(py, &hit.id).repr()?;
        Ok(format!("<LazyHit {}: {}>", id.to_cow()?, hit.title.text()))
    }

    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        self.known(py).map(html)
    }
}

impl LazyHighlight {
    fn highlight(&self) -> Option<&Highlight> {
        let hit = self.results.hits.get(self.at)?;
        match self.which {
            Which::Title => Some(&hit.title),
            Which::Description => hit.description.as_ref(),
            Which::Other(at) => hit.highlights.get(at),
        }
    }

    fn known(&self, py: Python<'_>) -> PyResult<&Highlight> {
        self.highlight().ok_or_else(|| lost(py))
    }
}

impl PartialEq for LazyHighlight {
    fn eq(&self, other: &Self) -> bool {
        self.highlight() == other.highlight()
    }
}

#[pymethods]
impl LazyHighlight {
    #[getter]
    fn field<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.known(py)?.field)
    }

    #[getter]
    fn language<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.known(py)?.language)
    }

    #[getter]
    fn text(&self, py: Python<'_>) -> PyResult<String> {
        self.known(py).map(Highlight::text)
    }

    #[getter]
    fn marked(&self, py: Python<'_>) -> PyResult<bool> {
        Ok(self.known(py)?.segments.iter().any(|segment| segment.marked))
    }

    #[getter]
    fn segments<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.known(py)?.segments)
    }

    #[getter]
    fn cut_before(&self, py: Python<'_>) -> PyResult<bool> {
        self.known(py).map(|highlight| highlight.cut_before)
    }

    #[getter]
    fn cut_after(&self, py: Python<'_>) -> PyResult<bool> {
        self.known(py).map(|highlight| highlight.cut_after)
    }

    fn html(&self, py: Python<'_>) -> PyResult<String> {
        self.known(py).map(Highlight::to_html)
    }

    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, self.known(py)?)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let text = PyString::new(py, &self.known(py)?.text()).repr()?;
        Ok(format!("<LazyHighlight {}>", text.to_cow()?))
    }

    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        self.known(py).map(marked)
    }
}

/// What cannot be: a hit is made for a place that there is.
#[cold]
fn lost(py: Python<'_>) -> PyErr {
    raised(py, &Error::internal("a hit is not in its results"))
}

fn to_json(py: Python<'_>, value: &impl Serialize) -> PyResult<String> {
    serde_json::to_string(value).map_err(|error| raised(py, &Error::internal(&error.to_string())))
}

/// What [`to_json`] wrote.
fn from_json<T: DeserializeOwned>(py: Python<'_>, json: &str) -> PyResult<T> {
    serde_json::from_str(json).map_err(|error| raised(py, &Error::internal(&error.to_string())))
}

/// A hit as a notebook shows it.
fn html(hit: &Hit) -> String {
    let why = hit.why.as_deref().map(|why| format!("<br><small>{}</small>", escaped(why)));
    format!("<b>{}</b>{}", marked(&hit.title), why.unwrap_or_default())
}

/// A text with its marks, in its language.
fn marked(highlight: &Highlight) -> String {
    let html = highlight.to_html();
    match highlight.language {
        Some(language) => format!("<span lang=\"{}\">{html}</span>", language.code()),
        None => html,
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
