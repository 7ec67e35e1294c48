//! How the catalogue writes a word: the index knows it in small letters only, and the two words of an inclusive form apart.

use std::cmp::Reverse;

use crate::analysis::characters::is_connector;
use crate::analysis::fold_case;
use crate::error::Error;
use crate::index::{Field, Occurrence, RecordSet};
use crate::search::Searcher;
use crate::text::{Language, Span};

/// How many records with a word are looked at for its most frequent form.
const LOOKED_AT: usize = 128;

/// How many places are read where it is written.
const READ: usize = 6;

/// The most frequent of the forms under a key that are `wanted`, given folded, in the records of `set`: as it is mostly written where
/// neither a title nor the beginning of a text lends it a capital; one that begins as `typed` goes before. `None` where no form is wanted.
pub(super) fn written(
    searcher: &Searcher,
    language: Language,
    key: usize,
    set: &RecordSet,
    wanted: impl Fn(&str) -> bool,
    typed: &str,
) -> Result<Option<String>, Error> {
    let view = searcher.index.view(language);
    let list = view.postings(key);
    let mut cursor = list.cursor();
    let records = list.records().filter(|record| set.contains(*record)).take(LOOKED_AT);
    let of_record = |record| cursor.of(record).map(move |occurrence| (record, occurrence));
    let mut occurrences: Vec<(u32, Occurrence)> = records.flat_map(of_record).collect();
    occurrences.retain(|(_, occurrence)| wanted(view.form(occurrence.form).folded));
    // Who types `allié·` means an inclusive form, where there is one.
    let plain =
        !typed.contains(is_connector) || occurrences.iter().all(|(_, occurrence)| occurrence.rule.is_none());
    occurrences.retain(|(_, occurrence)| plain || occurrence.rule.is_some());
    let count = |form: u32| occurrences.iter().filter(|(_, other)| other.form == form).count();
    let mut forms: Vec<u32> = occurrences.iter().map(|(_, occurrence)| occurrence.form).collect();
    forms.sort_unstable();
    forms.dedup();
    let Some(form) = forms.into_iter().min_by_key(|form| (Reverse(count(*form)), view.form(*form).form))
    else {
        return Ok(None);
    };
    occurrences.retain(|(_, occurrence)| occurrence.form == form);
    occurrences.sort_by_key(|(_, occurrence)| has_lent_capital(occurrence));
    let lent = occurrences.first().is_none_or(|(_, occurrence)| has_lent_capital(occurrence));
    occurrences.retain(|(_, occurrence)| has_lent_capital(occurrence) == lent);
    let begins = fold_case(typed);
    let mut spellings: Vec<(bool, usize, String)> = Vec::new();
    for (number, occurrence) in occurrences.iter().take(READ) {
        let Some(record) = searcher.index.records.get(*number) else { continue };
        let texts = record.texts(&searcher.catalogue, language)?;
        let Some(text) = texts.get(occurrence.text as usize) else { continue };
        let span = Span::new(occurrence.start as usize, view.end(occurrence) as usize);
        let spelling = span.slice(&text.text);
        match spellings.iter_mut().find(|(.., known)| known == spelling) {
            Some((_, count, _)) => *count += 1,
            None if spelling.is_empty() => {}
            None => {
                let as_typed = fold_case(spelling).starts_with(&begins);
                spellings.push((as_typed, 1, spelling.to_owned()));
            }
        }
    }
    let best =
        spellings.into_iter().max_by(|(as_typed, count, spelling), (other_as_typed, others, other)| {
            (as_typed, count).cmp(&(other_as_typed, others)).then_with(|| other.cmp(spelling))
        });
    Ok(best.map(|(.., spelling)| spelling).or_else(|| Some(view.form(form).form.to_owned())))
}

/// True where a word may have a capital that is not its own.
fn has_lent_capital(occurrence: &Occurrence) -> bool {
    occurrence.start == 0 || occurrence.field == Field::Title
}
