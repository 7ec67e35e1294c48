//! What it takes to update a searcher, beside building it anew: `updates [COUNT …]`, in generated records (1,000 and 10,000).
//!
//! Each update puts other records in the place of records that are there: one, or a hundred at once. The searcher that was updated a
//! thousand times is then searched beside one that was built of the same catalogue; the two take turns.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use ally_toolkit::catalogue::Change;
use ally_toolkit::model::Resource;
use ally_toolkit::{Catalogue, SearchRequest, Searcher};
use benchmarks::generator::{Query, Record, Words, catalogue_head, queries, records};

const SEED: u64 = 1;
/// The seed of what is put in the place of records.
const OTHER_SEED: u64 = 2;
const UPDATES: u64 = 1000;
const AT_ONCE: u64 = 100;
const PASSES: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let counts: Vec<u64> = std::env::args().skip(1).map(|count| count.parse()).collect::<Result<_, _>>()?;
    let words = Words::of_the_library()?;
    println!("milliseconds: medians, and the slowest in brackets");
    for count in if counts.is_empty() { vec![1_000, 10_000] } else { counts } {
        measure(count, &words)?;
    }
    Ok(())
}

fn measure(count: u64, words: &Words) -> Result<(), Box<dyn Error>> {
    let all: Vec<Record> = records(words, SEED, count).collect();
    let mut catalogue = catalogue_head();
    if let Some(catalogue) = catalogue.as_object_mut() {
        catalogue.insert("resources".to_owned(), serde_json::to_value(&all)?);
    }
    let catalogue = Catalogue::from_json(catalogue.to_string().as_bytes())?;
    let start = Instant::now();
    let mut searcher = Searcher::new(catalogue)?;
    println!("{count} records, built in {:.0}", milliseconds(start));
    for at_once in [AT_ONCE, 1] {
        let mut times = Vec::new();
        for first in (0..UPDATES).step_by(usize::try_from(at_once)?) {
            let changes: Vec<Change> =
                (first..first + at_once).map(|at| other(words, at, count)).collect::<Result<_, _>>()?;
            let start = Instant::now();
            searcher = searcher.update(changes)?;
            times.push(milliseconds(start));
        }
        times.sort_by(f64::total_cmp);
        let (median, most) = (times.get(times.len() / 2), times.last());
        let figure = |time: Option<&f64>| time.copied().unwrap_or_default();
        println!("  update of {at_once}: {:.2} ({:.2})", figure(median), figure(most));
    }
    let built = Searcher::new(searcher.catalogue().clone())?;
    let asked = queries(&all, SEED, 100);
    let mut ratios = Vec::new();
    for query in asked.iter().filter(|query| ["en_any", "fr_any", "typo"].contains(&query.set)) {
        let (mut updated, mut anew) = (f64::INFINITY, f64::INFINITY);
        for _ in 0..PASSES {
            updated = updated.min(time(&searcher, query)?);
            anew = anew.min(time(&built, query)?);
        }
        ratios.push(updated / anew);
    }
    ratios.sort_by(f64::total_cmp);
    let median = ratios.get(ratios.len() / 2).copied().unwrap_or_default();
    println!("  search after {} changes beside one built anew: {median:.2} times", searcher.changes());
    Ok(())
}

/// A record of the other seed, in the place of one that is there.
fn other(words: &Words, at: u64, count: u64) -> Result<Change, serde_json::Error> {
    let place = at.wrapping_mul(7_919) % count;
    let record = Record { id: format!("r{place}"), ..Record::generated(words, OTHER_SEED, at) };
    Ok(Change::from(serde_json::from_value::<Resource>(serde_json::to_value(record)?)?))
}

fn time(searcher: &Searcher, query: &Query) -> Result<f64, ally_toolkit::Error> {
    let request = SearchRequest::new(query.text.as_str(), query.language);
    let start = Instant::now();
    black_box(searcher.search(&request)?);
    Ok(milliseconds(start))
}

fn milliseconds(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1e3
}
