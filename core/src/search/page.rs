//! A page of the order of hits: by its number, or after the last hit of another.

use std::cmp::Ordering;

use super::cursor::{Anchor, Cursor, MOST_ANCHORS, asked};
use super::features::DEPTH;
use super::order::{FirstHits, Order, SortKey};
use super::scored::Scored;
use crate::collation::Collation;
use crate::error::Error;

/// How many hits are looked at beyond the page where an anchor is looked for: that many more records may have come before it.
const SLACK: usize = DEPTH;

/// A page of hits.
pub(super) struct Page {
    /// Its number, from 1.
    pub(super) number: i64,
    /// The place of its first hit among all, from 0.
    pub(super) start: usize,
    /// The hits from the first of all to the one after its last, or more: the last hit is explained beside the next.
    pub(super) first: FirstHits,
    /// How many hits a page holds.
    size: usize,
}

impl Page {
    /// The page after `cursor`, else that with the number asked for.
    ///
    /// # Errors
    /// `InvalidSnapshot` where a title is read from a snapshot and is not as it was written.
    pub(super) fn of(order: &Order<'_>, cursor: Option<&Cursor>) -> Result<Self, Error> {
        let (size, number) = (order.request.hits_of_page(), order.request.page);
        if let Some(cursor) = cursor {
            let (start, first) = after(cursor, order, size)?;
            return Ok(Page { number: i64::from(cursor.page) + 1, start, first, size });
        }
        let start = usize::try_from(number - 1).unwrap_or(usize::MAX).saturating_mul(size);
        let first = order.first(start.saturating_add(size).saturating_add(1));
        Ok(Page { number, start, first, size })
    }

    /// Its hits.
    pub(super) fn hits(&self) -> &[Scored] {
        let hits = self.first.hits.get(self.start..).unwrap_or_default();
        hits.get(..self.size).unwrap_or(hits)
    }

    /// Its hits and, where there is one, the one after its last, each with its place among all.
    pub(super) fn hits_and_next(&self) -> impl Iterator<Item = (usize, &Scored)> {
        self.first.hits.iter().enumerate().skip(self.start).take(self.size.saturating_add(1))
    }

    /// The cursor at its last hit; `None` where there is no hit after it.
    pub(super) fn next(&self, order: &Order<'_>) -> Result<Option<Cursor>, Error> {
        let end = self.start.saturating_add(self.size);
        if self.hits().is_empty() || self.first.hits.len() <= end {
            return Ok(None);
        }
        let place = end.saturating_sub(1);
        let Some(key) = order.key(&self.first, place)? else { return Ok(None) };
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Ok(Some(Cursor {
            asked: asked(order.request),
            page: u32::try_from(self.number).unwrap_or(u32::MAX),
            place: number(place),
            ties: number(ties(order, &self.first, place, &key)?),
            key,
            anchors: anchors(order, &self.first, end)?,
        }))
    }
}

/// How many hits right before the one at `place` stand there by the same key.
fn ties(order: &Order<'_>, first: &FirstHits, place: usize, key: &SortKey) -> Result<usize, Error> {
    let mut ties = 0;
    for place in (first.spread()..place).rev() {
        if order.key(first, place)?.as_ref() != Some(key) {
            break;
        }
        ties += 1;
    }
    Ok(ties)
}

/// The last hits before the place `end`, from the last.
fn anchors(order: &Order<'_>, first: &FirstHits, end: usize) -> Result<Vec<Anchor>, Error> {
    let (catalogue, records) = (&order.searcher.catalogue, &order.searcher.index.records);
    let shown = first.hits.get(..end).unwrap_or(&first.hits).iter().rev();
    let shown = shown.filter_map(|scored| records.get(scored.record)).take(MOST_ANCHORS);
    shown.map(|record| Ok(Anchor { record: record.record_type, id: record.id(catalogue)? })).collect()
}

/// Where the page after a cursor begins now, with the hits up to the one after its last.
///
/// By score it goes on after the very hit, wherever that is now, or where that is gone after one that was right before it: a score
/// changes with every other record, so that only where all of them are gone it goes on after the score. A date and a title do not:
/// sorted by these it goes on after where the hit stood, even where that was given another title, and other hits only help where they tie.
fn after(cursor: &Cursor, order: &Order<'_>, size: usize) -> Result<(usize, FirstHits), Error> {
    let anchors = found(cursor, order)?;
    let mut count = (cursor.place as usize).saturating_add(size).saturating_add(2 + SLACK);
    loop {
        let first = order.first(count);
        let is_whole = first.hits.len() < count;
        let start = match place_of(&anchors, cursor, &first) {
            Place::Known(place) => Some(place + 1),
            Place::Beyond if !is_whole => None,
            Place::Beyond | Place::Gone => after_key(cursor, order, &first)?,
        };
        let start = start.or(is_whole.then_some(first.hits.len()));
        if let Some(start) = start.filter(|start| is_whole || first.hits.len() > start.saturating_add(size)) {
            return Ok((start, first));
        }
        count = count.saturating_mul(2);
    }
}

/// The records that the page may go on after, of which the first that is there counts.
fn found(cursor: &Cursor, order: &Order<'_>) -> Result<Vec<u32>, Error> {
    let (catalogue, records) = (&order.searcher.catalogue, &order.searcher.index.records);
    let mut found = Vec::new();
    for Anchor { record, id } in &cursor.anchors {
        let record = records.find(catalogue, *record, id)?;
        let Some(record) = record.filter(|record| order.found.contains(*record)) else { continue };
        let stands = match &cursor.key {
            SortKey::Score(_) => true,
            key @ SortKey::Title { .. } => order.title_key(record)? == *key,
        };
        found.extend(stands.then_some(record));
    }
    Ok(found)
}

/// Where a hit is among the first.
enum Place {
    Known(usize),
    /// After them.
    Beyond,
    Gone,
}

fn place_of(anchors: &[u32], cursor: &Cursor, first: &FirstHits) -> Place {
    let is_by_score = matches!(cursor.key, SortKey::Score(_));
    for record in anchors {
        match first.hits.iter().position(|scored| scored.record == *record) {
            None => return Place::Beyond,
            Some(place) if first.is_by_score(place) == is_by_score => return Place::Known(place),
            // A word of the query that it lost, or was given, moved it from one part of the order to the other.
            Some(_) => {}
        }
    }
    Place::Gone
}

/// The place of the first hit after where the hit of a cursor stood; `None` where there is none among the first hits.
fn after_key(cursor: &Cursor, order: &Order<'_>, first: &FirstHits) -> Result<Option<usize>, Error> {
    let is_another = |place: &usize| *place < first.hits.len();
    let (place, spread) = (cursor.place as usize, first.spread());
    if place < spread {
        // Diversity left no order of keys there; the hit after it has its place now.
        return Ok(Some(place).filter(is_another));
    }
    let (by_score, by_title) = first.parts_from(spread);
    // The anchors that tie with the hit are gone too.
    let ties = (cursor.ties as usize).saturating_sub(cursor.anchors.len().saturating_sub(1));
    let start = match &cursor.key {
        SortKey::Score(score) => {
            let compare = |scored: &Scored| Ok(score.total_cmp(&scored.score));
            spread + after_ties(by_score, ties, compare)?
        }
        SortKey::Title { date, title } => {
            let collation = Collation::new(order.request.language);
            let compare = |scored: &Scored| order.compare_title(scored.record, (*date, title), &collation);
            spread + by_score.len() + after_ties(by_title, ties, compare)?
        }
    };
    Ok(Some(start).filter(is_another))
}

/// How many of `hits`, which are in their order, come before a key, or are among the first `ties` that have it. `compare`: how a hit
/// compares with the key.
fn after_ties(
    hits: &[Scored],
    ties: usize,
    compare: impl Fn(&Scored) -> Result<Ordering, Error>,
) -> Result<usize, Error> {
    let (mut from, mut to) = (0, hits.len());
    while from < to {
        let middle = from.midpoint(to);
        match hits.get(middle).map(&compare).transpose()? {
            Some(Ordering::Less) => from = middle + 1,
            _ => to = middle,
        }
    }
    for scored in hits.iter().skip(from).take(ties) {
        if compare(scored)? != Ordering::Equal {
            break;
        }
        from += 1;
    }
    Ok(from)
}
