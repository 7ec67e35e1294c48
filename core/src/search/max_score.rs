//! The best records of a view, without a look at those that cannot be among them.
//!
//! MaxScore (H. Turtle and J. Flood, *Query evaluation: strategies and optimizations*, 1995): once some records are found, a word
//! that adds little cannot bring a new one among the best, and need only be looked up in records that other words bring. What a
//! word adds at most is known for each block of its postings (S. Ding and T. Suel, *Faster top-k document retrieval using
//! block-max indexes*, SIGIR 2011). Records are taken in windows, in which the scores of all words are added up in one small
//! table, as in Apache Lucene since 2023 (`MaxScoreBulkScorer`): a word here stands for many words of the index, whose
//! frequencies count together, and a merge of many lists record by record costs more than such a table.
//!
//! Nothing is estimated: the bounds are of the very numbers that are added, so the result is that of adding up everything.

use std::cell::Cell;
use std::cmp::Ordering;

use super::match_list::Places;
use super::matches::{UnitMatches, ViewMatches};
use super::scored::{MILLION, Scored, by_score, rounded};
use super::top::Top;
use crate::index::{RecordSet, WINDOW, bits};

/// How many postings are added up in the time in which a record is looked up. Of 2, 6 and 20 none was faster than 6 with 100,000
/// records.
const LOOK_UP: usize = 6;

/// How many records a window has.
const SIZE: usize = WINDOW as usize;

/// How many words of a [`RecordSet`] a window has.
const WORDS: usize = SIZE / 64;

/// How many words the first part of the first window has. A power of two, as is [`WORDS`], so that no part is of two windows.
const FEWEST: usize = 8;

/// The `count` best of the records of `allowed` that have no less than `floor`, best first. `worth`: what a match in this language
/// is worth to the reader.
pub(super) fn best(
    view: &ViewMatches<'_>,
    allowed: &RecordSet,
    worth: f64,
    count: usize,
    floor: f64,
    table: &mut Table,
) -> Vec<Scored> {
    // A little below the floor, which may be reached by rounding; below 0, the score of what is worth nothing to the reader.
    let bar = Bar { worth, height: floor * MILLION - 1.0 };
    if !bar.may_be_passed_by(view.units.iter().map(UnitMatches::most).sum()) {
        return Vec::new();
    }
    let mut search = Search { view, bar, top: Top::new(count, by_score), table, candidates: Vec::new() };
    let mut units: Vec<UnitWindow> = view.units.iter().map(UnitWindow::new).collect();
    let mut first = 0;
    while first < allowed.words().len() {
        // Each as large as all before it: the sooner some records are found, the fewer of the others need be looked at.
        let count = first.clamp(FEWEST, WORDS);
        let of_part = allowed.words().get(first..).unwrap_or_default();
        let of_part = of_part.get(..count).unwrap_or(of_part);
        if of_part.iter().any(|word| *word != 0) {
            units.iter_mut().for_each(|unit| unit.move_to((first * 64) as u32, (count * 64) as u32));
            let (window, before) = (first / WORDS * WORDS, first % WORDS);
            search.part((window * 64) as u32, &Allowed::new(of_part, before), &units);
        }
        first += count;
    }
    let mut best = search.top.sorted();
    best.retain(|scored| scored.score >= floor);
    best
}

/// A word of the query in a window, or a part of one.
struct UnitWindow<'a> {
    unit: &'a UnitMatches<'a>,
    /// Where its records are in each of its lists.
    places: Vec<Places>,
    /// What it adds at most to the score of one of these records, in millionths.
    most: f64,
}

impl<'a> UnitWindow<'a> {
    fn new(unit: &'a UnitMatches<'a>) -> Self {
        UnitWindow { unit, places: vec![0..0; unit.lists.len()], most: 0.0 }
    }

    fn move_to(&mut self, first: u32, count: u32) {
        for (list, places) in self.unit.lists.iter().zip(&mut self.places) {
            *places = list.between(first, count, places.end);
        }
        self.most = self.unit.most_at(&self.places);
    }
}

/// The records of a part of a window that may be found.
struct Allowed {
    /// Of the whole window.
    words: [u64; WORDS],
    count: usize,
}

impl Allowed {
    /// Those of the part of a window that begins after so many words.
    fn new(of_part: &[u64], before: usize) -> Self {
        let mut words = [0; WORDS];
        words.iter_mut().skip(before).zip(of_part).for_each(|(word, of_part)| *word = *of_part);
        Allowed { words, count: of_part.iter().map(|word| word.count_ones() as usize).sum() }
    }
}

/// What is added up for the records of a window; nothing between windows. Arrays of one size, so that no place that is known to be
/// in a window need be compared with it.
pub(super) struct Table {
    /// Scores in millionths.
    scores: Box<[f64; SIZE]>,
    /// Frequencies of one word of the query.
    frequencies: Box<[f64; SIZE]>,
    /// The records with a score.
    scored: [u64; WORDS],
    /// The records with a frequency.
    frequent: [u64; WORDS],
}

thread_local! {
    /// The table of the last search of a thread: to make one takes longer than to search a window.
    static TABLE: Cell<Option<Box<Table>>> = const { Cell::new(None) };
}

impl Table {
    /// Calls `search` with an empty table, which it must leave empty.
    pub(super) fn lend<T>(search: impl FnOnce(&mut Table) -> T) -> T {
        let mut table = TABLE.take().unwrap_or_default();
        let found = search(&mut table);
        TABLE.set(Some(table));
        found
    }
}

impl Default for Table {
    fn default() -> Self {
        let zeros = || Box::new([0.0; SIZE]);
        Table { scores: zeros(), frequencies: zeros(), scored: [0; WORDS], frequent: [0; WORDS] }
    }
}

/// Takes the number of a record out of a table.
#[inline]
fn take(numbers: &mut [f64; SIZE], at: usize) -> f64 {
    numbers.get_mut(at).map(std::mem::take).unwrap_or_default()
}

/// Adds to the number of a record.
#[inline]
fn add(numbers: &mut [f64; SIZE], at: usize, number: f64) {
    numbers.get_mut(at).into_iter().for_each(|sum| *sum += number);
}

/// What a record must have more of to be among the best.
#[derive(Clone, Copy)]
struct Bar {
    worth: f64,
    /// In millionths.
    height: f64,
}

impl Bar {
    /// False for a score, in millionths, that cannot bring a record among the best, wherever it comes in the order.
    #[inline]
    fn may_be_passed_by(self, millionths: f64) -> bool {
        millionths * self.worth > self.height
    }

    /// At least as high as the score of the last of the best.
    fn raise(&mut self, score: f64) {
        self.height = self.height.max((score * MILLION).round());
    }
}

/// A record that may be among the best.
#[derive(Clone, Copy)]
struct Candidate {
    /// Its place in the window.
    at: usize,
    /// What was added up so far, in millionths.
    score: f64,
}

struct Search<'a, C> {
    view: &'a ViewMatches<'a>,
    bar: Bar,
    top: Top<Scored, C>,
    table: &'a mut Table,
    /// Empty between windows.
    candidates: Vec<Candidate>,
}

impl<C: Fn(&Scored, &Scored) -> Ordering> Search<'_, C> {
    /// Searches a part of the window that begins with `first`.
    fn part(&mut self, first: u32, allowed: &Allowed, units: &[UnitWindow<'_>]) {
        let mut order: Vec<&UnitWindow<'_>> = units.iter().filter(|unit| unit.most > 0.0).collect();
        order.sort_by(|a, b| a.most.total_cmp(&b.most));
        // Words that even together bring no record among the best.
        let mut sum = 0.0;
        let few = order.iter().take_while(|unit| {
            sum += unit.most;
            !self.bar.may_be_passed_by(sum)
        });
        let (looked_up, added_up) = order.split_at(few.count());
        for unit in added_up {
            self.add_up(unit, first, allowed);
        }
        let mut rest: f64 = looked_up.iter().map(|unit| unit.most).sum();
        let mut candidates = self.take(rest);
        for unit in looked_up.iter().rev() {
            rest -= unit.most;
            self.look_up(unit, first, &mut candidates);
            candidates.retain(|candidate| self.bar.may_be_passed_by(candidate.score + rest));
        }
        for Candidate { at, score } in candidates.drain(..) {
            let (record, score) = (first.wrapping_add(at as u32), rounded(score / MILLION * self.bar.worth));
            self.top.add(Scored { record, score, language: self.view.language });
        }
        self.candidates = candidates;
        if let Some(last) = self.top.last() {
            self.bar.raise(last.score);
        }
    }

    /// Adds what a word adds to the scores of those records of the window that are allowed. Others are passed over as they are met:
    /// half of what a word's list has may be records that nothing finds.
    fn add_up(&mut self, UnitWindow { unit, places, .. }: &UnitWindow<'_>, first: u32, allowed: &Allowed) {
        let (view, Table { scores, frequencies, scored, frequent }) = (self.view, &mut *self.table);
        let mut add_frequency = |at: usize, frequency: f64| {
            let (word, bit) = (at / 64, 1 << (at % 64));
            if allowed.words.get(word).is_some_and(|allowed| allowed & bit != 0) {
                add(frequencies, at, frequency);
                frequent.get_mut(word).into_iter().for_each(|word| *word |= bit);
            }
        };
        for (list, places) in unit.lists.iter().zip(places) {
            if places.len() < allowed.count * LOOK_UP {
                list.each(places, first, &mut add_frequency);
                continue;
            }
            let mut places = places.clone();
            for (word, allowed) in allowed.words.iter().enumerate() {
                for at in bits(*allowed).map(|bit| word * 64 + bit as usize) {
                    let frequency = list.frequency_within(first.wrapping_add(at as u32), &mut places);
                    if frequency > 0.0 {
                        add_frequency(at, frequency);
                    }
                }
            }
        }
        for (word, (frequent, scored)) in frequent.iter_mut().zip(scored).enumerate() {
            let found = std::mem::take(frequent);
            *scored |= found;
            for bit in bits(found) {
                let at = word * 64 + bit as usize;
                let millionths = unit.millionths(take(frequencies, at));
                add(scores, at, view.beyond_parts(unit, millionths, first.wrapping_add(at as u32)));
            }
        }
    }

    /// Takes the records of the window that may be among the best if they have `rest` more, and leaves the table empty.
    fn take(&mut self, rest: f64) -> Vec<Candidate> {
        let mut candidates = std::mem::take(&mut self.candidates);
        let Table { scores, scored, .. } = &mut *self.table;
        for (word, found) in scored.iter_mut().enumerate() {
            for bit in bits(std::mem::take(found)) {
                let at = word * 64 + bit as usize;
                let score = take(scores, at);
                if self.bar.may_be_passed_by(score + rest) {
                    candidates.push(Candidate { at, score });
                }
            }
        }
        candidates
    }

    /// Adds what a word adds to the scores of `candidates`.
    fn look_up(
        &mut self,
        UnitWindow { unit, places, .. }: &UnitWindow<'_>,
        first: u32,
        candidates: &mut [Candidate],
    ) {
        let (view, Table { frequencies, .. }) = (self.view, &mut *self.table);
        let few = candidates.len();
        let lists = || unit.lists.iter().zip(places).filter(|(_, places)| !places.is_empty());
        let is_added_up = |places: &Places| places.len() < few * LOOK_UP;
        for (list, places) in lists() {
            if is_added_up(places) {
                list.each(places, first, |at, frequency| add(frequencies, at, frequency));
            } else {
                let mut places = places.clone();
                for candidate in candidates.iter() {
                    let frequency =
                        list.frequency_within(first.wrapping_add(candidate.at as u32), &mut places);
                    add(frequencies, candidate.at, frequency);
                }
            }
        }
        for candidate in candidates.iter_mut() {
            let frequency = take(frequencies, candidate.at);
            if frequency > 0.0 {
                let record = first.wrapping_add(candidate.at as u32);
                candidate.score += view.beyond_parts(unit, unit.millionths(frequency), record);
            }
        }
        // What was added up for other records.
        for (list, places) in lists().filter(|(_, places)| is_added_up(places)) {
            list.each(places, first, |at, _| {
                take(frequencies, at);
            });
        }
    }
}
