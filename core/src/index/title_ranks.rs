//! The place of each record in the dictionary order of titles.

use std::cmp::Ordering;

use super::Records;
use crate::catalogue::Catalogue;
use crate::collation::Collation;
use crate::error::Error;
use crate::text::Language;

/// The ranks of all records for a reader of `reader`. Records of the same title are in the order of their numbers.
///
/// # Errors
/// `InvalidSnapshot` where a resource lies in a snapshot and is not as it was written.
pub(super) fn of(catalogue: &Catalogue, records: &Records, reader: Language) -> Result<Vec<u32>, Error> {
    let order = Collation::new(reader);
    let titles: Vec<&str> =
        records.iter().map(|record| record.title_to(catalogue, reader)).collect::<Result<_, Error>>()?;
    let mut sorted: Vec<(u32, &str)> = (0..).zip(titles).collect();
    sorted.sort_by(|(_, a), (_, b)| order.compare(a, b));
    Ok(ranks(sorted.into_iter().map(|(record, _)| record), records.len()))
}

/// The ranks after the records `changed`, ascending, were given other titles. Reads as few titles as a search by halves does, for each.
///
/// # Errors
/// As [`of`].
pub(super) fn updated(
    before: &[u32],
    catalogue: &Catalogue,
    records: &Records,
    changed: &[u32],
    reader: Language,
) -> Result<Vec<u32>, Error> {
    let order = Collation::new(reader);
    let read = |number: u32| records.get(number).map_or(Ok(""), |record| record.title_to(catalogue, reader));
    let mut sorted: Vec<u32> = vec![u32::MAX; before.len()];
    for (number, rank) in (0..).zip(before) {
        sorted.get_mut(*rank as usize).into_iter().for_each(|slot| *slot = number);
    }
    sorted.retain(|number| changed.binary_search(number).is_err());
    // By place among those that did not change.
    let mut inserted: Vec<(usize, &str, u32)> = Vec::with_capacity(changed.len());
    for number in changed {
        let new = read(*number)?;
        let (mut from, mut to) = (0, sorted.len());
        while from < to {
            let middle = from.midpoint(to);
            let Some(other) = sorted.get(middle) else { break };
            match order.compare(read(*other)?, new).then(other.cmp(number)) {
                Ordering::Less => from = middle + 1,
                Ordering::Equal | Ordering::Greater => to = middle,
            }
        }
        inserted.push((from, new, *number));
    }
    inserted.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| order.compare(a.1, b.1)).then(a.2.cmp(&b.2)));
    let mut all = Vec::with_capacity(records.len());
    let mut rest = sorted.as_slice();
    let mut taken = 0;
    for (place, _, number) in inserted {
        let (before, after) = rest.split_at_checked(place - taken).unwrap_or_default();
        all.extend_from_slice(before);
        all.push(number);
        (rest, taken) = (after, place);
    }
    all.extend_from_slice(rest);
    Ok(ranks(all.into_iter(), records.len()))
}

/// From records in the order of their titles to the rank of each.
fn ranks(sorted: impl Iterator<Item = u32>, records: usize) -> Vec<u32> {
    let mut ranks = vec![0; records];
    for (rank, record) in (0..).zip(sorted) {
        ranks.get_mut(record as usize).into_iter().for_each(|slot| *slot = rank);
    }
    ranks
}
