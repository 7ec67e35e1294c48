use std::num::NonZeroUsize;
use std::path::PathBuf;

use ally_toolkit::catalogue::Change;
use ally_toolkit::search::SearchResults;
use ally_toolkit::{
    Catalogue, CompletionRequest, Error, OffsetUnit, SearchRequest, Searcher, SimilarRequest,
};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::building::build;
use crate::edge::{answer, call};
use crate::input::{Fields, Json, Source, Text, language};
use crate::lazy::LazyResults;

/// A catalogue with its index. Immutable, so any number of threads may use it at once.
#[pyclass(frozen, name = "Catalogue", module = "ally_toolkit._native")]
pub(crate) struct NativeCatalogue {
    searcher: Searcher,
}

impl NativeCatalogue {
    fn found(&self, request: Fields) -> Result<SearchResults, Error> {
        self.searcher.search_in_unit(&SearchRequest::from_value(request.0)?, OffsetUnit::CodePoints)
    }

    fn catalogue(&self) -> &Catalogue {
        self.searcher.catalogue()
    }
}

#[pymethods]
impl NativeCatalogue {
    /// The bundled catalogue.
    #[staticmethod]
    #[pyo3(signature = (threads=None, on_progress=None, /))]
    fn bundled(
        py: Python<'_>,
        threads: Option<NonZeroUsize>,
        on_progress: Option<Py<PyAny>>,
    ) -> PyResult<Self> {
        let searcher = build(py, threads, on_progress.as_ref(), Catalogue::bundled)?;
        Ok(NativeCatalogue { searcher })
    }

    /// The catalogue in a folder or file.
    #[staticmethod]
    #[pyo3(signature = (path, threads=None, on_progress=None, /))]
    fn open(
        py: Python<'_>,
        path: PathBuf,
        threads: Option<NonZeroUsize>,
        on_progress: Option<Py<PyAny>>,
    ) -> PyResult<Self> {
        let searcher = build(py, threads, on_progress.as_ref(), || Catalogue::open(path))?;
        Ok(NativeCatalogue { searcher })
    }

    /// A catalogue given as the text of a single file.
    #[staticmethod]
    #[pyo3(signature = (json, threads=None, on_progress=None, /))]
    fn from_json(
        py: Python<'_>,
        json: Json,
        threads: Option<NonZeroUsize>,
        on_progress: Option<Py<PyAny>>,
    ) -> PyResult<Self> {
        let searcher = build(py, threads, on_progress.as_ref(), || Catalogue::from_json(json.as_bytes()))?;
        Ok(NativeCatalogue { searcher })
    }

    /// The catalogue in a snapshot.
    #[staticmethod]
    #[pyo3(signature = (source, /))]
    fn open_snapshot(py: Python<'_>, source: Source) -> PyResult<Self> {
        call(py, || Ok(NativeCatalogue { searcher: Searcher::open_snapshot(source.open()?)? }))
    }

    /// The catalogue as a snapshot in memory.
    fn snapshot<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        call(py, || self.searcher.snapshot()).map(|bytes| PyBytes::new(py, &bytes))
    }

    /// Writes the catalogue as a snapshot to a file.
    #[pyo3(signature = (path, /))]
    fn write_snapshot(&self, py: Python<'_>, path: PathBuf) -> PyResult<()> {
        call(py, || self.searcher.write_snapshot(path))
    }

    /// The catalogue after changes; this one stays as it is.
    #[pyo3(signature = (changes, /))]
    fn update(&self, py: Python<'_>, changes: Fields) -> PyResult<Self> {
        let searcher = call(py, || self.searcher.update(Change::list_from_value(changes.0)?))?;
        Ok(NativeCatalogue { searcher })
    }

    /// How many changes of resources were made since the index was built.
    #[getter]
    fn changes(&self) -> usize {
        self.searcher.changes()
    }

    /// The same catalogue with its index built anew.
    #[pyo3(signature = (threads=None, on_progress=None, /))]
    fn rebuilt(
        &self,
        py: Python<'_>,
        threads: Option<NonZeroUsize>,
        on_progress: Option<Py<PyAny>>,
    ) -> PyResult<Self> {
        let searcher = build(py, threads, on_progress.as_ref(), || Ok(self.catalogue().clone()))?;
        Ok(NativeCatalogue { searcher })
    }

    /// Answers a request; spans in code points.
    #[pyo3(signature = (request, /))]
    fn search<'py>(&self, py: Python<'py>, request: Fields) -> PyResult<Bound<'py, PyAny>> {
        answer(py, || self.found(request))
    }

    /// Like `search`, with results that are read where they are.
    #[pyo3(signature = (request, /))]
    fn search_lazy(&self, py: Python<'_>, request: Fields) -> PyResult<LazyResults> {
        call(py, || self.found(request)).map(LazyResults::new)
    }

    /// Records like one; spans in code points.
    #[pyo3(signature = (request, /))]
    fn similar<'py>(&self, py: Python<'py>, request: Fields) -> PyResult<Bound<'py, PyAny>> {
        answer(py, || {
            let request = SimilarRequest::from_value(request.0)?;
            self.searcher.similar_in_unit(&request, OffsetUnit::CodePoints)
        })
    }

    /// Completes what was typed; spans in code points.
    #[pyo3(signature = (request, /))]
    fn complete<'py>(&self, py: Python<'py>, request: Fields) -> PyResult<Bound<'py, PyAny>> {
        answer(py, || {
            let request = CompletionRequest::from_value(request.0)?;
            self.searcher.complete_in_unit(&request, OffsetUnit::CodePoints)
        })
    }

    /// Another query that may have been meant by a request; spans in code points.
    #[pyo3(signature = (request, /))]
    fn did_you_mean<'py>(&self, py: Python<'py>, request: Fields) -> PyResult<Bound<'py, PyAny>> {
        answer(py, || {
            let request = SearchRequest::from_value(request.0)?;
            self.searcher.did_you_mean_in_unit(&request, OffsetUnit::CodePoints)
        })
    }

    /// What to do about a request that finds too little.
    #[pyo3(signature = (request, /))]
    fn advise<'py>(&self, py: Python<'py>, request: Fields) -> PyResult<Bound<'py, PyAny>> {
        answer(py, || self.searcher.advise(&SearchRequest::from_value(request.0)?))
    }

    /// What the catalogue says of itself.
    fn about<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        answer(py, || Ok(self.catalogue().about()))
    }

    /// How many resources, toolkits and terms there are. Reads none of them.
    fn counts(&self, py: Python<'_>) -> PyResult<(usize, usize, usize)> {
        let catalogue = self.catalogue();
        call(py, || Ok((catalogue.resources().len(), catalogue.toolkits().len(), catalogue.terms().len())))
    }

    /// The resources.
    fn resources<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        answer(py, || self.catalogue().resources().scan().collect::<Result<Vec<_>, _>>())
    }

    /// The glossary.
    fn terms<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        answer(py, || Ok(self.catalogue().terms()))
    }

    /// The toolkits.
    fn toolkits<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        answer(py, || Ok(self.catalogue().toolkits()))
    }

    /// The concepts of a vocabulary.
    #[pyo3(signature = (name, /))]
    fn vocabulary<'py>(&self, py: Python<'py>, name: Text) -> PyResult<Bound<'py, PyAny>> {
        answer(py, || Ok(self.catalogue().vocabulary(name.0.parse()?)))
    }

    /// A resource for one reader.
    #[pyo3(signature = (id, reader, /))]
    fn resource<'py>(&self, py: Python<'py>, id: Text, reader: Text) -> PyResult<Bound<'py, PyAny>> {
        answer(py, || self.catalogue().read_resource(&id.0, language(&reader)?))
    }

    /// A page for one reader.
    #[pyo3(signature = (address, reader, /))]
    fn page<'py>(&self, py: Python<'py>, address: Text, reader: Text) -> PyResult<Bound<'py, PyAny>> {
        answer(py, || self.catalogue().read_page(&address.0, language(&reader)?))
    }

    /// A toolkit for one reader.
    #[pyo3(signature = (key, reader, /))]
    fn toolkit<'py>(&self, py: Python<'py>, key: Text, reader: Text) -> PyResult<Bound<'py, PyAny>> {
        answer(py, || self.catalogue().read_toolkit(&key.0, language(&reader)?))
    }

    /// A concept for one reader.
    #[pyo3(signature = (name, id, reader, /))]
    fn concept<'py>(
        &self,
        py: Python<'py>,
        name: Text,
        id: Text,
        reader: Text,
    ) -> PyResult<Bound<'py, PyAny>> {
        answer(py, || self.catalogue().read_concept(name.0.parse()?, &id.0, language(&reader)?))
    }

    /// A glossary term for one reader.
    #[pyo3(signature = (id, reader, /))]
    fn term<'py>(&self, py: Python<'py>, id: Text, reader: Text) -> PyResult<Bound<'py, PyAny>> {
        answer(py, || self.catalogue().read_term(&id.0, language(&reader)?))
    }
}
