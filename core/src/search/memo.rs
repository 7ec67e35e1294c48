//! What was worked out of a word, kept for the next query that has it: a few words are in most queries (Zipf's law).

use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

/// In how many places what is kept may be.
const PLACES: usize = 4;

/// What was worked out, for as many words as there is room for.
///
/// Each place is filled once and stays as it is, so that any number of threads read without waiting for one another. A word
/// for which there is no place left is worked out every time.
pub(super) struct Memo<T> {
    room: usize,
    /// Made when the first word is recalled.
    places: OnceLock<Box<[OnceLock<Box<T>>]>>,
}

/// What a [`Memo`] gives.
pub(super) enum Recalled<'m, T> {
    Kept(&'m T),
    /// There was no place for it.
    Own(Box<T>),
}

impl<T> Deref for Recalled<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        match self {
            Recalled::Kept(kept) => kept,
            Recalled::Own(own) => own,
        }
    }
}

impl<T> Memo<T> {
    /// With room for this many.
    pub(super) fn with_room(room: usize) -> Self {
        Memo { room, places: OnceLock::new() }
    }

    /// What is kept under `hash` and `is_it`; where there is none, what `make` gives, which is kept from now on.
    pub(super) fn recall(
        &self,
        hash: u64,
        is_it: impl Fn(&T) -> bool,
        make: impl Fn() -> T,
    ) -> Recalled<'_, T> {
        let room = self.room;
        let places = self.places.get_or_init(|| (0..room).map(|_| OnceLock::new()).collect());
        let first = (hash % room.max(1) as u64) as usize;
        for place in (first..first + PLACES.min(room)).filter_map(|at| places.get(at % room)) {
            let kept = place.get().unwrap_or_else(|| {
                let made = Box::new(make());
                // Another thread may have been faster, with this word or with another.
                place.get_or_init(|| made)
            });
            if is_it(kept) {
                return Recalled::Kept(kept);
            }
        }
        Recalled::Own(Box::new(make()))
    }
}

impl<T> fmt::Debug for Memo<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Memo").field("room", &self.room).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// Recalls the double of a number.
    fn double(memo: &Memo<(u64, u64)>, number: u64, made: &Cell<usize>) -> u64 {
        let make = || {
            made.set(made.get() + 1);
            (number, 2 * number)
        };
        memo.recall(number / 2, |(kept, _)| *kept == number, make).1
    }

    #[test]
    fn what_is_kept_is_not_made_again() {
        let (memo, made) = (Memo::with_room(100), Cell::new(0));
        for number in [3, 2, 3, 103, 2, 203, 3] {
            assert_eq!(double(&memo, number, &made), 2 * number);
        }
        assert_eq!(made.get(), 4);
    }

    #[test]
    fn what_there_is_no_room_for_is_made_every_time() {
        for room in 0..7 {
            let (memo, made) = (Memo::with_room(room), Cell::new(0));
            for number in (0..20).chain(0..20) {
                assert_eq!(double(&memo, number, &made), 2 * number, "{room}");
            }
            assert_eq!(made.get(), 40 - room, "{room}");
        }
    }

    #[test]
    fn threads_recall_the_same() {
        let memo = Memo::with_room(8);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for number in (0..1000).map(|number| number % 12) {
                        assert_eq!(double(&memo, number, &Cell::new(0)), 2 * number);
                    }
                });
            }
        });
    }
}
