//! People and organizations in whose names what was typed stands.

use std::collections::BTreeMap;

use super::CompletionKind;
use super::candidate::{Candidate, Shown, What};
use super::matching::{Matched, matched};
use super::typed::Typed;
use super::words::Key;
use crate::analysis::analyze;
use crate::error::Error;
use crate::index::{Field, RecordSet, View};
use crate::model::CreatorKind;
use crate::search::Searcher;

/// How many records of a key are looked at before it is taken for no part of a name: nearly all records with a surname have it as one.
const BEFORE_A_NAME: usize = 16;

/// How many records of a key are looked at in all.
const OF_KEY: usize = 512;

/// How many records' creators are read.
const READ: usize = 256;

/// The creators of records of `set` whose names have what was typed. `keys`: what one of them must have, in most records first.
pub(super) fn people(
    searcher: &Searcher,
    typed: &Typed,
    keys: &[Key],
    set: &RecordSet,
) -> Result<Vec<Candidate>, Error> {
    let view = searcher.index.view(typed.language);
    let mut records: Vec<u32> = Vec::new();
    for key in keys {
        if records.len() >= READ {
            break;
        }
        records.extend(with_name(view, key.number).filter(|record| set.contains(*record)));
    }
    records.truncate(READ);
    records.sort_unstable();
    records.dedup();
    // By name, what it is, where what was typed stands in it, and how many records it has.
    let mut found: BTreeMap<(&str, CompletionKind), (Matched, usize)> = BTreeMap::new();
    for record in records.into_iter().filter_map(|number| searcher.index.records.get(number)) {
        let creators = record.resource(&searcher.catalogue)?.map(|resource| resource.creators.as_slice());
        for creator in creators.unwrap_or_default() {
            let Some(name) = creator.name.get(typed.language) else { continue };
            let kind = match creator.kind {
                CreatorKind::Person => CompletionKind::Person,
                CreatorKind::Organization => CompletionKind::Organization,
            };
            if let Some((_, count)) = found.get_mut(&(name, kind)) {
                *count += 1;
            } else if let Some(matched) = matched(typed, name, &analyze(name, typed.language).tokens) {
                found.insert((name, kind), (matched, 1));
            }
        }
    }
    let candidates = found.into_iter().map(|((name, kind), (matched, count))| Candidate {
        kind,
        language: None,
        count,
        // People are looked for by surname as much as by first name.
        at_beginning: matched.at_beginning || kind == CompletionKind::Person,
        order: (0, 0, 0),
        name: name.to_owned(),
        what: What::Text(Shown {
            text: name.to_owned(),
            marks: matched.marks,
            id: None,
            record: None,
            matched: None,
        }),
    });
    Ok(candidates.collect())
}

/// The first records with a key in the name of a creator.
fn with_name(view: &View, key: usize) -> impl Iterator<Item = u32> {
    let mut records: Vec<u32> = Vec::new();
    let (mut last, mut seen) = (None, 0);
    for (record, occurrence) in view.postings(key).occurrences() {
        if last != Some(record) {
            (last, seen) = (Some(record), seen + 1);
        }
        if seen > OF_KEY || (seen > BEFORE_A_NAME && records.is_empty()) {
            break;
        }
        if occurrence.field == Field::Creators && records.last() != Some(&record) {
            records.push(record);
        }
    }
    records.into_iter()
}
