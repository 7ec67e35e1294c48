//! Completion from tantivy’s dictionary of terms, which has no other: the words that begin as the last one typed, those in most of
//! the records that hold the words before. `terms_with_prefix` of Python’s `tantivy` counts alike.

use std::collections::HashMap;
use std::sync::Arc;

use ally_toolkit_speed::{COMPLETIONS, Outcome};
use tantivy::postings::TermInfo;
use tantivy::query::{BooleanQuery, EnableScoring, Occur, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{BitSet, DocSet, InvertedIndexReader, Searcher, TERMINATED, Term};

/// A segment, and which of its records hold the words before; all of them where there are none.
struct Segment {
    index: Arc<InvertedIndexReader>,
    narrowed: Option<BitSet>,
}

/// A word that begins as was typed.
#[derive(Default)]
struct Candidate {
    /// In how many records it is, whatever else they hold.
    records: u32,
    /// Where they are listed, with the segment.
    lists: Vec<(usize, TermInfo)>,
}

/// What `text` may become by words of `field`, which holds them as they are written in lower case.
pub fn completions(searcher: &Searcher, field: Field, text: &str) -> Outcome<Vec<String>> {
    let (before, begun) = text.rsplit_once(' ').unwrap_or(("", text));
    let segments = segments(searcher, field, before)?;
    let mut candidates = candidates(&segments, &begun.to_lowercase())?;
    let mut best: Vec<(u32, String)> = Vec::new();
    if before.is_empty() && candidates.len() > COMPLETIONS {
        candidates.select_nth_unstable_by(COMPLETIONS, by_frequency);
        candidates.truncate(COMPLETIONS);
    }
    candidates.sort_unstable_by(by_frequency);
    for (word, candidate) in candidates {
        // No later one is in more records than it is in at all.
        if best.len() == COMPLETIONS && best.last().is_some_and(|(least, _)| *least >= candidate.records) {
            break;
        }
        let count = count(&segments, &candidate)?;
        if count > 0 {
            let at = best.partition_point(|(more, _)| *more >= count);
            best.insert(at, (count, String::from_utf8(word)?));
            best.truncate(COMPLETIONS);
        }
    }
    let space = if before.is_empty() { "" } else { " " };
    Ok(best.into_iter().map(|(_, word)| format!("{before}{space}{word}")).collect())
}

fn segments(searcher: &Searcher, field: Field, before: &str) -> Outcome<Vec<Segment>> {
    let word = |word: &str| -> (Occur, Box<dyn Query>) {
        let term = Term::from_field_text(field, &word.to_lowercase());
        (Occur::Must, Box::new(TermQuery::new(term, IndexRecordOption::Basic)))
    };
    let all = BooleanQuery::new(before.split(' ').map(word).collect());
    let weight = all.weight(EnableScoring::disabled_from_searcher(searcher))?;
    let segment = |segment: &tantivy::SegmentReader| {
        let narrowed = if before.is_empty() {
            None
        } else {
            let mut records = BitSet::with_max_value(segment.max_doc());
            weight.for_each_no_score(segment, &mut |found| {
                for record in found {
                    records.insert(*record);
                }
            })?;
            Some(records)
        };
        Ok(Segment { index: segment.inverted_index(field)?, narrowed })
    };
    searcher.segment_readers().iter().map(segment).collect()
}

fn candidates(segments: &[Segment], begun: &str) -> Outcome<Vec<(Vec<u8>, Candidate)>> {
    let mut candidates: HashMap<Vec<u8>, Candidate> = HashMap::new();
    for (at, segment) in segments.iter().enumerate() {
        let mut terms = segment.index.terms().range().ge(begun).into_stream()?;
        while terms.advance() && terms.key().starts_with(begun.as_bytes()) {
            let candidate = candidates.entry(terms.key().to_owned()).or_default();
            candidate.records += terms.value().doc_freq;
            candidate.lists.push((at, terms.value().clone()));
        }
    }
    Ok(candidates.into_iter().collect())
}

/// Those in most records first, then by the alphabet.
fn by_frequency(a: &(Vec<u8>, Candidate), b: &(Vec<u8>, Candidate)) -> std::cmp::Ordering {
    b.1.records.cmp(&a.1.records).then_with(|| a.0.cmp(&b.0))
}

/// In how many records a word stands with the words before.
fn count(segments: &[Segment], candidate: &Candidate) -> Outcome<u32> {
    let mut count = 0;
    for (at, list) in &candidate.lists {
        let segment = &segments[*at];
        let Some(narrowed) = &segment.narrowed else {
            count += list.doc_freq;
            continue;
        };
        let mut records = segment.index.read_postings_from_terminfo(list, IndexRecordOption::Basic)?;
        while records.doc() != TERMINATED {
            count += u32::from(narrowed.contains(records.doc()));
            records.advance();
        }
    }
    Ok(count)
}
