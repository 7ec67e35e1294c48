//! The records that a word of the query matches through one word of the index.

use std::ops::Range;

use super::known_words::{KnownSet, KnownWords};
use super::memo::Recalled;
use super::plan::{Alternative, How, Kinds};
use crate::index::{Index, PostingList, RecordSet, View};
use crate::text::Language;

/// The records that an alternative of a word matches, ascending, each with a weighed frequency.
pub(super) struct MatchList<'a> {
    source: Source<'a>,
    /// The records of the source, where it finds many.
    records: Option<Recalled<'a, KnownSet>>,
    /// What a frequency is multiplied by.
    weight: f64,
    /// False for what only lifts a record that is found through something else.
    pub(super) finds: bool,
    /// The records in which the alternative does not count.
    except: Option<&'a RecordSet>,
}

/// Where the frequencies are read.
enum Source<'a> {
    /// As they lie in the index.
    Stored(PostingList<'a>),
    /// Worked out for this query, since not every occurrence counts.
    Chosen(Vec<(u32, f64)>),
}

/// Records of one window by their places in a list.
pub(super) type Places = Range<usize>;

impl<'a> MatchList<'a> {
    /// `language`: that of the alternative.
    pub(super) fn of(
        alternative: &Alternative,
        language: Language,
        index: &'a Index,
        known: &'a KnownWords,
    ) -> Self {
        let (view, other) = (index.view(language), index.view(language.other()));
        let (mut records, key) = (None, alternative.key);
        let source = match &alternative.how {
            How::Stop(_) | How::Near { .. } => Source::Chosen(of_forms(alternative, view)),
            _ if alternative.with.is_empty() => {
                let list = view.postings(key);
                records = alternative.finds.then(|| known.set(key, language, list, index)).flatten();
                Source::Stored(list)
            }
            _ => Source::Chosen(of_term(key, &alternative.with, view)),
        };
        // See `Alternative::counts_in`.
        let except = alternative.is_translation().then(|| other.titled());
        MatchList { source, records, weight: alternative.weight, finds: alternative.finds, except }
    }

    /// The records given, which must ascend, each with its frequency.
    pub(super) fn of_records(records: Vec<(u32, f64)>) -> Self {
        MatchList { source: Source::Chosen(records), records: None, weight: 1.0, finds: true, except: None }
    }

    /// How many there are, those in which the alternative does not count among them.
    fn len(&self) -> usize {
        match &self.source {
            Source::Stored(list) => list.len(),
            Source::Chosen(records) => records.len(),
        }
    }

    /// How many records it counts in, where that is known without a look at each.
    pub(super) fn count(&self) -> Option<usize> {
        self.except.is_none().then(|| self.len())
    }

    /// The places of all.
    pub(super) fn places(&self) -> Places {
        0..self.len()
    }

    /// Adds the records it counts in to `set`.
    pub(super) fn add_to(&self, set: &mut RecordSet) {
        match (&self.records, self.except) {
            (Some(known), Some(except)) => return set.unite_except(known.records(), except),
            (Some(known), None) => return set.unite(known.records()),
            (None, _) => {}
        }
        match &self.source {
            Source::Stored(list) => list.add_to(set, self.except),
            Source::Chosen(records) => {
                let counts = |record: &u32| self.except.is_none_or(|except| !except.contains(*record));
                set.extend(records.iter().map(|(record, _)| *record).filter(counts));
            }
        }
    }

    /// The places of the `count` records from `first` on, all of them of one window; `from`: where those before them end.
    pub(super) fn between(&self, first: u32, count: u32, from: usize) -> Places {
        match &self.source {
            Source::Stored(list) => list.between(first, count, from),
            Source::Chosen(records) => {
                let rest = records.get(from..).unwrap_or_default();
                let start = from + rest.partition_point(|(record, _)| *record < first);
                let rest = records.get(start..).unwrap_or_default();
                start..start + rest.partition_point(|(record, _)| record.wrapping_sub(first) < count)
            }
        }
    }

    /// The greatest frequency at `places`, weighed; or more. 0 where there is none.
    pub(super) fn most(&self, places: &Places) -> f64 {
        self.weight
            * match &self.source {
                Source::Stored(list) => list.most(places.clone()),
                Source::Chosen(records) => {
                    let records = records.get(places.clone()).unwrap_or_default();
                    records.iter().map(|(_, frequency)| *frequency).fold(0.0, f64::max)
                }
            }
    }

    /// Gives `add` each record at `places` in which the alternative counts, counted from the first of their window, with its
    /// frequency, weighed.
    #[inline]
    pub(super) fn each(&self, places: &Places, first: u32, mut add: impl FnMut(usize, f64)) {
        let counts =
            |at: usize| self.except.is_none_or(|except| !except.contains(first.wrapping_add(at as u32)));
        match &self.source {
            Source::Stored(list) if self.except.is_none() => {
                list.in_window(places.clone()).for_each(|(at, frequency)| add(at, frequency * self.weight));
            }
            Source::Stored(list) => list
                .in_window(places.clone())
                .filter(|(at, _)| counts(*at))
                .for_each(|(at, frequency)| add(at, frequency * self.weight)),
            Source::Chosen(records) => records
                .get(places.clone())
                .unwrap_or_default()
                .iter()
                .map(|(record, frequency)| (record.wrapping_sub(first) as usize, *frequency))
                .filter(|(at, _)| counts(*at))
                .for_each(|(at, frequency)| add(at, frequency * self.weight)),
        }
    }

    /// The frequency in a record, weighed; 0 where the list does not have it.
    pub(super) fn frequency(&self, record: u32) -> f64 {
        match &self.source {
            Source::Stored(list) => self.weighed(record, list.frequency(record, &mut 0)),
            Source::Chosen(_) => self.frequency_within(record, &mut self.places()),
        }
    }

    /// The frequency in a record of a window whose records are at `places`, weighed; 0 where the list does not have it. Later
    /// records of the window are to be asked for next.
    pub(super) fn frequency_within(&self, record: u32, places: &mut Places) -> f64 {
        let frequency = match &self.source {
            Source::Stored(list) => list.frequency_within(record, places),
            Source::Chosen(records) => {
                let rest = records.get(places.clone()).unwrap_or_default();
                let before = rest.partition_point(|(found, _)| *found < record);
                places.start += before;
                rest.get(before).filter(|(found, _)| *found == record).map(|(_, frequency)| *frequency)
            }
        };
        self.weighed(record, frequency)
    }

    fn weighed(&self, record: u32, frequency: Option<f64>) -> f64 {
        let is_excepted = || self.except.is_some_and(|except| except.contains(record));
        frequency.filter(|_| !is_excepted()).map_or(0.0, |frequency| frequency * self.weight)
    }
}

/// The records with an occurrence that counts, with the frequency of these.
fn of_forms(alternative: &Alternative, view: &View) -> Vec<(u32, f64)> {
    let mut records: Vec<(u32, f64)> = Vec::new();
    let mut kinds = Kinds::new(alternative, view);
    for (record, occurrence) in view.postings(alternative.key).occurrences() {
        if kinds.of(&occurrence).is_some() {
            let frequency = view.field_weight(record, occurrence.field);
            match records.last_mut().filter(|(last, _)| *last == record) {
                Some((_, sum)) => *sum += frequency,
                None => records.push((record, frequency)),
            }
        }
    }
    records
}

/// The records that have all words of a term, each with the frequency of the rarest one in it.
fn of_term(key: usize, with: &[usize], view: &View) -> Vec<(u32, f64)> {
    let mut lists: Vec<PostingList<'_>> = [key].iter().chain(with).map(|key| view.postings(*key)).collect();
    lists.sort_by_key(|list| list.len());
    let Some((fewest, others)) = lists.split_first() else { return Vec::new() };
    let mut places = vec![0; others.len()];
    let in_all = |(record, frequency): (u32, f64)| {
        let mut least = frequency;
        for (list, place) in others.iter().zip(&mut places) {
            least = least.min(list.frequency(record, place)?);
        }
        Some((record, least))
    };
    fewest.frequencies().filter_map(in_all).collect()
}
