//! Titles in which what was typed stands.

use std::collections::HashMap;

use super::CompletionKind;
use super::candidate::{Candidate, Shown, What};
use super::matching::matched;
use super::typed::Typed;
use super::words::Key;
use crate::analysis::analyze;
use crate::error::Error;
use crate::index::{RecordSet, View};
use crate::search::Searcher;
use crate::text::Language;

/// How many records are looked at in all, shared out among the keys; each key has a few at least.
const LOOKED_AT: usize = 20_000;

/// How many records of each key are looked at whatever the number of keys.
const LEAST_OF_KEY: usize = 16;

/// How many titles are read for one that is asked for: what is known of a title before does not tell its forms.
const READ: usize = 4;

/// The best titles of records of `set`, in the language of what was typed, at most `most`. `keys`: what one of them must have, in most
/// records first; `begun`: what one must have after it, by number, where a word before it is whole.
pub(super) fn titles(
    searcher: &Searcher,
    typed: &Typed,
    keys: &[Key],
    begun: Option<&[Key]>,
    set: &RecordSet,
    reader: Language,
    most: usize,
) -> Result<Vec<Candidate>, Error> {
    let (index, catalogue) = (&searcher.index, &searcher.catalogue);
    let view = index.view(typed.language);
    let of_key = (LOOKED_AT / keys.len().max(1)).max(LEAST_OF_KEY);
    // By record, where in its title what was typed stands, and how long that is.
    let mut places: HashMap<u32, (usize, usize)> = HashMap::new();
    for key in keys {
        let records = view.postings(key.number).records().filter(|record| set.contains(*record));
        for record in records.take(of_key) {
            if let Some(place) = place(view, record, key.number, begun) {
                places.entry(record).and_modify(|known| *known = place.min(*known)).or_insert(place);
            }
        }
    }
    let with_rank = |(record, (at, length)): (u32, (usize, usize))| {
        ((at, length, index.attributes.title_rank(reader, record)), record)
    };
    let mut best: Vec<((usize, usize, u32), u32)> = places.into_iter().map(with_rank).collect();
    best.sort_unstable();
    let mut found = Vec::new();
    for (order, number) in best.into_iter().take(READ * most) {
        let Some(record) = index.records.get(number) else { continue };
        let Some(text) = record.title(catalogue)?.and_then(|title| title.get(typed.language)) else {
            continue;
        };
        let tokens = analyze(text, typed.language).tokens;
        let Some(matched) = matched(typed, text, &tokens) else { continue };
        found.push(Candidate {
            kind: CompletionKind::Title,
            language: Some(typed.language),
            what: What::Text(Shown {
                text: text.clone(),
                marks: matched.marks,
                id: Some(record.id(catalogue)?),
                record: Some(record.record_type),
                matched: None,
            }),
            count: 1,
            at_beginning: matched.at_beginning,
            order,
            name: text.clone(),
        });
        if found.len() == most {
            break;
        }
    }
    Ok(found)
}

/// Where a key stands in the title of a record, and how many words that has; `None` where it does not, or none of `begun` comes after it.
fn place(view: &View, record: u32, key: usize, begun: Option<&[Key]>) -> Option<(usize, usize)> {
    let mut keys = view.title_keys(record);
    let at = keys.position(|found| found == key)?;
    let mut rest = 0;
    let mut is_begun = begun.is_none();
    for found in keys {
        rest += 1;
        is_begun |= begun.is_some_and(|begun| begun.binary_search_by_key(&found, |key| key.number).is_ok());
    }
    is_begun.then_some((at, at + 1 + rest))
}
