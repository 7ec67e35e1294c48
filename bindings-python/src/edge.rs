//! The edge between the core and Python: the one place where results become Python data, and errors and panics become
//! exceptions.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use ally_toolkit::{Error, Language};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use serde::Serialize;

use crate::output::to_python;

/// Runs `work`, which every call into the core goes through, without holding the GIL. An error or a panic is raised.
///
/// A panic must not reach Python as one: `PanicException` passes every `except Exception`. What the work borrowed is
/// immutable, so nothing is left half changed.
pub(crate) fn call<T: Send>(py: Python<'_>, work: impl FnOnce() -> Result<T, Error> + Send) -> PyResult<T> {
    py.detach(|| guard(work)).map_err(|error| raised(py, &error))
}

/// A panic as an error.
pub(crate) fn guard<T>(work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| Err(Error::internal(&words(panic.as_ref()))))
}

/// Like [`call`], with the result as plain Python data.
pub(crate) fn answer<T: Serialize + Send>(
    py: Python<'_>,
    work: impl FnOnce() -> Result<T, Error> + Send,
) -> PyResult<Bound<'_, PyAny>> {
    to_python(py, &call(py, work)?)
}

/// The exception for an error. `ally_toolkit.errors` chooses its class by the kind.
pub(crate) fn raised(py: Python<'_>, error: &Error) -> PyErr {
    static EXCEPTION: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let exception = EXCEPTION.import(py, "ally_toolkit.errors", "_exception");
    let exception = exception
        .and_then(|exception| exception.call1((error.line(Language::English), to_python(py, error.data())?)));
    exception.map_or_else(|failure| failure, PyErr::from_value)
}

fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "panic".to_owned())
}
