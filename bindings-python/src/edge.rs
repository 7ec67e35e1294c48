//! The edge between the core and Python: the one place where results become Python data, and errors and panics become
//! exceptions.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use ally_toolkit::{Error, ErrorData, Language};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pythonize::pythonize;
use serde::Serialize;

/// What is raised: an error as one line of English and as plain data.
pub(crate) struct Failure {
    pub(crate) line: String,
    pub(crate) data: Box<ErrorData>,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure { line: error.line(Language::English), data: Box::new(error.data().clone()) }
    }
}

/// Runs `work`, which every call into the core goes through, without holding the GIL. An error or a panic is raised.
///
/// A panic must not reach Python as one: `PanicException` passes every `except Exception`. What the work borrowed is
/// immutable, so nothing is left half changed.
pub(crate) fn call<T: Send>(py: Python<'_>, work: impl FnOnce() -> Result<T, Failure> + Send) -> PyResult<T> {
    py.detach(|| {
        catch_unwind(AssertUnwindSafe(work))
            .unwrap_or_else(|panic| Err(Error::internal(&words(panic.as_ref())).into()))
    })
    .map_err(|failure| raised(py, &failure))
}

/// Like [`call`], with the result as plain Python data.
pub(crate) fn answer<T: Serialize + Send>(
    py: Python<'_>,
    work: impl FnOnce() -> Result<T, Failure> + Send,
) -> PyResult<Bound<'_, PyAny>> {
    let result = call(py, work)?;
    pythonize(py, &result).map_err(|error| raised(py, &Error::internal(&error.to_string()).into()))
}

/// The exception for a failure. `ally_toolkit.errors` chooses its class by the kind.
fn raised(py: Python<'_>, failure: &Failure) -> PyErr {
    static EXCEPTION: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let exception = EXCEPTION.import(py, "ally_toolkit.errors", "_exception");
    let exception = exception
        .and_then(|exception| exception.call1((failure.line.as_str(), pythonize(py, &*failure.data)?)));
    exception.map_or_else(|error| error, PyErr::from_value)
}

fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "panic".to_owned())
}
