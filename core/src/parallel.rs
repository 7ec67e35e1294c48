//! Work that is done side by side.

use std::num::NonZeroUsize;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Does the work of each item, in at most so many threads, this one among them; returns when all is done. The first items are
/// begun first, so those that take longest should be first.
pub(crate) fn for_each<T: Send>(threads: NonZeroUsize, items: Vec<T>, work: impl Fn(T) + Sync) {
    let count = items.len();
    let waiting = Mutex::new(items.into_iter());
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || {
        while let Some(item) = next() {
            work(item);
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads.get().min(count) {
            // Where the system has no thread to give, this one does the work.
            if thread::Builder::new().spawn_scoped(scope, work).is_err() {
                break;
            }
        }
        work();
    });
}

/// Does the work of numbers from 0 to below `count` in as many parts as threads: what each part gave, in their order.
pub(crate) fn in_parts<T: Send>(
    threads: NonZeroUsize,
    count: usize,
    work: impl Fn(Range<usize>) -> T + Sync,
) -> Vec<T> {
    let parts = threads.get();
    let bound = |part: usize| (count as u128 * part as u128 / parts as u128) as usize;
    let mut given: Vec<Option<T>> = (0..parts).map(|_| None).collect();
    let items = given.iter_mut().enumerate().collect();
    for_each(threads, items, |(part, slot)| *slot = Some(work(bound(part)..bound(part + 1))));
    given.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_work_of_every_item_is_done_once_by_any_number_of_threads() {
        for threads in [1, 2, 9] {
            for count in [0, 1, 100] {
                let mut done = vec![0; count];
                let items = done.iter_mut().enumerate().collect();
                for_each(NonZeroUsize::new(threads).unwrap(), items, |(at, slot)| *slot += at + 1);
                assert_eq!(done, (1..=count).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn parts_follow_one_another() {
        for (threads, count) in [(1, 0), (1, 7), (3, 7), (3, 2), (9, 100)] {
            let parts = in_parts(NonZeroUsize::new(threads).unwrap(), count, |part| part.collect::<Vec<_>>());
            assert_eq!(parts.len(), threads);
            assert_eq!(parts.concat(), (0..count).collect::<Vec<_>>());
        }
    }
}
