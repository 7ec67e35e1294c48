//! Words of the index that begin with what was typed.

use std::cmp::Reverse;
use std::rc::Rc;

use super::CompletionKind;
use super::candidate::{Candidate, What};
use super::typed::Begun;
use crate::index::{RecordSet, View};
use crate::text::Language;

/// The most keys that are looked at in the records, those in most records first: a beginning of one letter has tens of thousands.
const MOST_KEYS: usize = 1024;

/// A key of a view, and how many records have it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key {
    pub(super) number: usize,
    pub(super) records: usize,
}

/// The keys with a word that begins with one of `beginnings`, by number.
pub(super) fn keys_beginning(view: &View, beginnings: &[String]) -> Vec<Key> {
    let keys = view.keys_beginning(beginnings.iter().map(String::as_str)).into_iter();
    keys.map(|number| Key { number, records: view.record_count_of(number) }).collect()
}

/// The keys in most records, those first; not all of very many.
pub(super) fn most_frequent(mut keys: Vec<Key>, view: &View) -> Vec<Key> {
    let order = |a: &Key, b: &Key| {
        let texts = || view.key_text(a.number).cmp(view.key_text(b.number));
        b.records.cmp(&a.records).then_with(texts)
    };
    if keys.len() > MOST_KEYS {
        keys.select_nth_unstable_by(MOST_KEYS, order);
        keys.truncate(MOST_KEYS);
    }
    keys.sort_unstable_by(order);
    keys
}

/// The words of which most records of `set` have one, at most `most`. `keys`: those in most records first.
pub(super) fn words(
    begun: &Begun,
    language: Language,
    keys: &[Key],
    view: &View,
    set: &Rc<RecordSet>,
    most: usize,
) -> Vec<Candidate> {
    let mut best: Vec<(usize, &str, usize)> = Vec::with_capacity(most + 1);
    for key in keys {
        // No later one can be in more records than this one is in, whatever the set.
        if best.len() == most && best.last().is_some_and(|(least, ..)| *least >= key.records) {
            break;
        }
        let count = set.count(view.postings(key.number).records());
        let text = view.key_text(key.number);
        let place =
            best.partition_point(|(records, word, _)| (Reverse(*records), *word) < (Reverse(count), text));
        if count > 0 && place < most {
            best.insert(place, (count, text, key.number));
            best.truncate(most);
        }
    }
    let candidates = best.into_iter().map(|(count, text, key)| Candidate {
        kind: CompletionKind::Word,
        language: Some(language),
        what: What::Word { key, begun: begun.clone(), language, set: Rc::clone(set) },
        count,
        at_beginning: true,
        order: (0, 0, 0),
        name: text.to_owned(),
    });
    candidates.collect()
}
