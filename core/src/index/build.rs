//! Building an index: in how many threads, with what told of it, and broken off when asked.

use std::fmt;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::error::Error;
use crate::parallel;
use crate::snapshot::Writer;

/// How an index is built. By default in as many threads as the machine has processors, without telling of it.
///
/// The index is the same, byte for byte, whatever the options.
#[derive(Clone, Copy, Default)]
pub struct BuildOptions<'a> {
    /// The most threads used; `None`: as many as the machine has processors. The two views, the lexicon, and what records are
    /// filtered and sorted by are built side by side. With eight threads and more, each of the first three reads the records in
    /// several parts; the lexicon is learned in whatever threads the others have left by then.
    pub threads: Option<NonZeroUsize>,
    /// Told of every thousand records and of the end of each part of the work; breaks off by `ControlFlow::Break`. It is called from
    /// any of the threads, one call at a time, so it should be quick: threads that have something to tell wait for it. `done` never
    /// goes back.
    pub progress: Option<&'a (dyn Fn(BuildProgress) -> ControlFlow<()> + Sync)>,
}

impl fmt::Debug for BuildOptions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BuildOptions").field("threads", &self.threads).finish_non_exhaustive()
    }
}

/// How far the building of an index is. Every record is counted once for each part of the work, and so is the end of the part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuildProgress {
    /// What is done.
    pub done: u64,
    /// What there is to do: the same in every call, and never 0.
    pub total: u64,
}

/// Why building ended before it was done.
#[derive(Debug)]
pub(crate) enum Stopped {
    /// Progress was answered with a break.
    BrokenOff,
    Failed(Error),
}

impl From<Error> for Stopped {
    fn from(error: Error) -> Self {
        Stopped::Failed(error)
    }
}

/// After how many records progress is told of.
const STRIDE: usize = 1000;

/// How many parts of an index can be built side by side.
pub(super) const PARTS: usize = 4;

/// Counts what is done, and tells of it.
pub(crate) struct Steps<'a> {
    options: BuildOptions<'a>,
    total: u64,
    done: Mutex<Done>,
    /// How many parts are not done.
    unfinished: AtomicUsize,
}

#[derive(Default)]
struct Done {
    count: u64,
    broken_off: bool,
}

impl<'a> Steps<'a> {
    pub(crate) fn new(options: BuildOptions<'a>, total: usize) -> Self {
        Steps { options, total: total as u64, done: Mutex::default(), unfinished: AtomicUsize::new(PARTS) }
    }

    /// Gives `see` each item with its number, and counts it as done.
    pub(crate) fn each<T>(
        &self,
        items: impl Iterator<Item = T>,
        mut see: impl FnMut(u32, T) -> Result<(), Stopped>,
    ) -> Result<(), Stopped> {
        let mut count = 0;
        for (number, item) in (0..).zip(items) {
            see(number, item)?;
            count += 1;
            if count == STRIDE {
                self.add(count)?;
                count = 0;
            }
        }
        self.add(count)
    }

    /// An error where building is to break off. Tells of progress, though nothing more is done.
    pub(crate) fn proceed(&self) -> Result<(), Stopped> {
        self.add(0)
    }

    /// Counts as done; an error where building is to break off.
    pub(crate) fn add(&self, count: usize) -> Result<(), Stopped> {
        let mut done = lock(&self.done);
        done.count += count as u64;
        if let (Some(progress), false) = (self.options.progress, done.broken_off) {
            let told = progress(BuildProgress { done: done.count, total: self.total });
            done.broken_off = told.is_break();
        }
        if done.broken_off { Err(Stopped::BrokenOff) } else { Ok(()) }
    }

    /// How many threads there may be.
    fn threads(&self) -> usize {
        let threads = self.options.threads.or_else(|| thread::available_parallelism().ok());
        threads.map_or(1, NonZeroUsize::get)
    }

    /// How many threads each part may have all the time.
    pub(crate) fn threads_of_part(&self) -> NonZeroUsize {
        NonZeroUsize::new(self.threads() / PARTS).unwrap_or(NonZeroUsize::MIN)
    }

    /// How many threads a part may have for now, with those that the parts that are done have left: for the part that takes
    /// longest.
    pub(crate) fn threads_of_last_part(&self) -> NonZeroUsize {
        let of_part = self.threads_of_part();
        let used = of_part.get() * self.unfinished.load(Ordering::Relaxed);
        of_part.saturating_add(self.threads().saturating_sub(used))
    }

    /// Has each of `parts` done, in as many threads as there may be, and what they wrote in their order.
    pub(crate) fn run(&self, parts: [Part<'_>; PARTS]) -> Result<[Writer<'static>; PARTS], Stopped> {
        let outcomes: [Mutex<Outcome>; PARTS] = Default::default();
        let stopped = || outcomes.iter().any(|outcome| matches!(*lock(outcome), Some(Err(_))));
        let threads = NonZeroUsize::new(self.threads()).unwrap_or(NonZeroUsize::MIN);
        parallel::for_each(threads, parts.into_iter().zip(&outcomes).collect(), |(part, outcome)| {
            if !stopped() {
                let mut writer = Writer::default();
                let done = part(&mut writer).and_then(|()| self.add(1)).map(|()| writer);
                *lock(outcome) = Some(done);
                self.unfinished.fetch_sub(1, Ordering::Relaxed);
            }
        });
        let mut written: [Writer<'static>; PARTS] = Default::default();
        for (outcome, writer) in outcomes.into_iter().zip(&mut written) {
            // Where there is none, another part has stopped.
            if let Some(outcome) = outcome.into_inner().unwrap_or_else(PoisonError::into_inner) {
                *writer = outcome?;
            }
        }
        Ok(written)
    }
}

/// What came of a part, once it is done.
type Outcome = Option<Result<Writer<'static>, Stopped>>;

/// A part of an index: writes its sections.
pub(crate) type Part<'p> = Box<dyn FnOnce(&mut Writer<'static>) -> Result<(), Stopped> + Send + 'p>;

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
