//! Building an index: in how many threads, with what told of it, and broken off when asked.

use std::fmt;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::error::Error;
use crate::snapshot::Writer;

/// How an index is built. By default in as many threads as the machine has processors, without telling of it.
///
/// The index is the same, byte for byte, whatever the options.
#[derive(Clone, Copy, Default)]
pub struct BuildOptions<'a> {
    /// The most threads used; `None`: as many as the machine has processors. There is work for four: the two views, the
    /// lexicon, and what records are filtered and sorted by.
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

/// Counts what is done, and tells of it.
pub(crate) struct Steps<'a> {
    options: BuildOptions<'a>,
    total: u64,
    done: Mutex<Done>,
}

#[derive(Default)]
struct Done {
    count: u64,
    broken_off: bool,
}

impl<'a> Steps<'a> {
    pub(crate) fn new(options: BuildOptions<'a>, total: usize) -> Self {
        Steps { options, total: total as u64, done: Mutex::default() }
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

    /// Has each of `parts` done, in as many threads as there may be, and what they wrote in their order.
    pub(crate) fn run(&self, parts: Vec<Part<'_>>) -> Result<Vec<Writer<'static>>, Stopped> {
        let count = parts.len();
        let waiting = Mutex::new(parts.into_iter().enumerate());
        let written = Mutex::new(Vec::with_capacity(count));
        let work = || {
            loop {
                let Some((at, part)) = lock(&waiting).next() else { return };
                let mut writer = Writer::default();
                let outcome = part(&mut writer).and_then(|()| self.add(1)).map(|()| writer);
                if outcome.is_err() {
                    lock(&waiting).by_ref().for_each(drop);
                }
                lock(&written).push((at, outcome));
            }
        };
        let threads = self.options.threads.or_else(|| thread::available_parallelism().ok());
        thread::scope(|scope| {
            for _ in 1..threads.map_or(1, NonZeroUsize::get).min(count) {
                // Where the system has no thread to give, this one does the work.
                if thread::Builder::new().spawn_scoped(scope, work).is_err() {
                    break;
                }
            }
            work();
        });
        let mut written = written.into_inner().unwrap_or_else(PoisonError::into_inner);
        written.sort_by_key(|(at, _)| *at);
        written.into_iter().map(|(_, outcome)| outcome).collect()
    }
}

/// A part of an index: writes its sections.
pub(crate) type Part<'p> = Box<dyn FnOnce(&mut Writer<'static>) -> Result<(), Stopped> + Send + 'p>;

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
