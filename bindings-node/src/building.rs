//! Building an index on another thread, told of and broken off.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use ally_toolkit::search::{BuildOptions, BuildProgress};
use ally_toolkit::{Catalogue, Searcher};
use napi::bindgen_prelude::{AsyncTask, Either, Function, Uint8Array};
use napi::threadsafe_function::{ThreadsafeFunction, ThreadsafeFunctionCallMode};
use napi::{Env, Status, Task};
use napi_derive::napi;

use crate::catalogue::NativeCatalogue;
use crate::edge::guard;

/// A building under way: how far it is, and whether it is to be broken off.
#[napi]
pub struct Building(Arc<State>);

#[derive(Default)]
struct State {
    done: AtomicU64,
    total: AtomicU64,
    broken_off: AtomicBool,
}

#[napi]
#[allow(clippy::new_without_default, reason = "made by JavaScript only")]
impl Building {
    /// One that has not begun.
    #[napi(constructor)]
    pub fn new() -> Self {
        Building(Arc::default())
    }

    /// What is done, and what there is to do: 0 as long as that is not known.
    #[napi]
    pub fn progress(&self) -> (f64, f64) {
        (self.0.done.load(Ordering::Acquire) as f64, self.0.total.load(Ordering::Acquire) as f64)
    }

    /// Breaks it off as soon as can be.
    #[napi]
    pub fn break_off(&self) {
        self.0.broken_off.store(true, Ordering::Relaxed);
    }

    /// Builds the index of a catalogue: the one in a folder or file, the one in the bytes of a file, or else the bundled one. Calls
    /// `told` when there is progress, once for several where JavaScript is busy. `null` where it was broken off.
    #[napi]
    pub fn build(
        &self,
        source: Option<Either<String, Uint8Array>>,
        threads: Option<u32>,
        told: Option<Function<'_, (), ()>>,
    ) -> napi::Result<AsyncTask<Build>> {
        self.of(
            match source {
                None => Source::Bundled,
                Some(Either::A(path)) => Source::Path(path),
                // JavaScript may change them at any time.
                Some(Either::B(json)) => Source::Json(json.to_vec()),
            },
            threads,
            told,
        )
    }

    /// Like `build`, of a catalogue that is open.
    #[napi]
    pub fn rebuild(
        &self,
        catalogue: &NativeCatalogue,
        threads: Option<u32>,
        told: Option<Function<'_, (), ()>>,
    ) -> napi::Result<AsyncTask<Build>> {
        self.of(Source::Open(catalogue.searcher()), threads, told)
    }
}

impl Building {
    fn of(
        &self,
        source: Source,
        threads: Option<u32>,
        told: Option<Function<'_, (), ()>>,
    ) -> napi::Result<AsyncTask<Build>> {
        let told = told.map(|told| told.build_threadsafe_function().weak::<true>().build()).transpose()?;
        let threads = threads.and_then(|threads| NonZeroUsize::new(threads as usize));
        Ok(AsyncTask::new(Build { state: Arc::clone(&self.0), source, threads, told }))
    }
}

enum Source {
    Bundled,
    Path(String),
    Json(Vec<u8>),
    Open(Arc<Searcher>),
}

/// What is called when there is progress; it does not keep the process from ending.
type Told = ThreadsafeFunction<(), (), (), Status, false, true>;

/// A building on a thread of libuv's pool, and on others of its own.
pub struct Build {
    state: Arc<State>,
    source: Source,
    threads: Option<NonZeroUsize>,
    told: Option<Told>,
}

impl Task for Build {
    type Output = Option<Searcher>;
    type JsValue = Option<NativeCatalogue>;

    fn compute(&mut self) -> napi::Result<Self::Output> {
        let progress = |BuildProgress { done, total }: BuildProgress| {
            self.state.done.store(done, Ordering::Release);
            self.state.total.store(total, Ordering::Release);
            if let Some(told) = &self.told {
                told.call((), ThreadsafeFunctionCallMode::NonBlocking);
            }
            let stop = self.state.broken_off.load(Ordering::Relaxed);
            if stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        guard(|| {
            let catalogue = match &self.source {
                Source::Bundled => Catalogue::bundled(),
                Source::Path(path) => Catalogue::open(path),
                Source::Json(json) => Catalogue::from_json(json),
                Source::Open(searcher) => Ok(searcher.catalogue().clone()),
            };
            Searcher::build(catalogue?, BuildOptions { threads: self.threads, progress: Some(&progress) })
        })
    }

    fn resolve(&mut self, env: Env, searcher: Self::Output) -> napi::Result<Self::JsValue> {
        searcher.map(|searcher| NativeCatalogue::built(env, searcher)).transpose()
    }
}
