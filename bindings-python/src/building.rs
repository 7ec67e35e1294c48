//! Building an index for Python: told of, broken off, interrupted.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use ally_toolkit::search::{BuildOptions, BuildProgress};
use ally_toolkit::{Catalogue, Error, Searcher};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyBool;

use crate::edge::{guard, raised};

/// How long a signal may have to wait.
const TICK: Duration = Duration::from_millis(50);

/// Gets a catalogue by `open` and builds its index, in threads of its own: this one waits for them without the GIL, and takes it to tell
/// `on_progress` and to see whether there is a signal. Python lets its main thread only handle signals, and who gives a function expects
/// it to be called in the thread that gave it.
pub(crate) fn build(
    py: Python<'_>,
    threads: Option<NonZeroUsize>,
    on_progress: Option<&Py<PyAny>>,
    open: impl FnOnce() -> Result<Catalogue, Error> + Send,
) -> PyResult<Searcher> {
    let broken_off = AtomicBool::new(false);
    let (outcome, exception) = py.detach(|| {
        thread::scope(|scope| {
            let (tell, told) = mpsc::channel();
            let broken_off = &broken_off;
            let work = move || {
                let progress = |progress: BuildProgress| {
                    // Nobody listens once it is broken off.
                    let _ = tell.send(progress);
                    let stop = broken_off.load(Ordering::Relaxed);
                    if stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
                };
                guard(|| Searcher::build(open()?, BuildOptions { threads, progress: Some(&progress) }))
            };
            let building = match thread::Builder::new().spawn_scoped(scope, work) {
                Ok(building) => building,
                Err(error) => return (Err(Error::internal(&error.to_string())), None),
            };
            let exception = loop {
                let progress = match told.recv_timeout(TICK) {
                    // The newest, where Python was slow.
                    Ok(first) => Some(told.try_iter().last().unwrap_or(first)),
                    Err(RecvTimeoutError::Timeout) => None,
                    Err(RecvTimeoutError::Disconnected) => break None,
                };
                let outcome = Python::attach(|py| {
                    py.check_signals()?;
                    let (Some(progress), Some(on_progress)) = (progress, on_progress) else { return Ok(()) };
                    let answer = on_progress.bind(py).call1((progress.done, progress.total))?;
                    if answer.is(PyBool::new(py, false)) { Err(broken_off_error(py)) } else { Ok(()) }
                });
                if let Err(exception) = outcome {
                    broken_off.store(true, Ordering::Relaxed);
                    break Some(exception);
                }
            };
            let outcome = building.join().unwrap_or_else(|_| Err(Error::internal("a thread ended")));
            (outcome, exception)
        })
    });
    match (exception, outcome) {
        (Some(exception), _) => Err(exception),
        (None, Ok(Some(searcher))) => Ok(searcher),
        (None, Ok(None)) => Err(broken_off_error(py)),
        (None, Err(error)) => Err(raised(py, &error)),
    }
}

/// The exception for what `on_progress` broke off.
fn broken_off_error(py: Python<'_>) -> PyErr {
    static EXCEPTION: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let class = EXCEPTION.import(py, "ally_toolkit.errors", "BrokenOffError");
    let exception =
        class.and_then(|class| class.call1(("`on_progress` broke the building of the index off.",)));
    exception.map_or_else(|failure| failure, PyErr::from_value)
}
