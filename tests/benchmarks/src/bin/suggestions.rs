//! How long it takes to complete what is typed: `suggestions [COUNT]`, over COUNT generated records (10,000).
//!
//! Queries of the generator, cut after some letters of their first word, or of their last; a time is the best of five. Beside them
//! the search for the same text, and "did you mean" for queries with a typing error.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use ally_toolkit::{Catalogue, CompletionRequest, Language, SearchRequest, Searcher};
use benchmarks::generator::{Query, Record, Words, catalogue_head, queries, records};

const SEED: u64 = 1;
const QUERIES: usize = 100;
const PASSES: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let count: u64 = std::env::args().nth(1).map_or(Ok(10_000), |count| count.parse())?;
    let records: Vec<Record> = records(&Words::of_the_library()?, SEED, count).collect();
    let mut catalogue = catalogue_head();
    if let Some(catalogue) = catalogue.as_object_mut() {
        catalogue.insert("resources".to_owned(), serde_json::to_value(&records)?);
    }
    let searcher = Searcher::new(Catalogue::from_json(catalogue.to_string().as_bytes())?)?;
    let asked = queries(&records, SEED, QUERIES);
    let words: Vec<&Query> = asked.iter().filter(|query| ["en_any", "fr_any"].contains(&query.set)).collect();
    println!("{count} records, {} queries; milliseconds: median, 95 %, most", words.len());
    for letters in [1, 2, 3, 5, 8] {
        let begun = |query: &&Query| (first(&query.text, letters), query.language);
        row(&format!("first word, {letters} letters"), words.iter().map(begun), |text, language| {
            complete(&searcher, text, language)
        })?;
    }
    for letters in [1, 3] {
        let begun = |query: &&Query| {
            let (before, last) = query.text.rsplit_once(' ').unwrap_or(("", &query.text));
            (format!("{before} {}", first(last, letters)), query.language)
        };
        row(&format!("last word, {letters} letters"), words.iter().map(begun), |text, language| {
            complete(&searcher, text, language)
        })?;
    }
    let typos =
        || asked.iter().filter(|query| query.set == "typo").map(|query| (query.text.clone(), query.language));
    row("typing errors", typos(), |text, language| complete(&searcher, text, language))?;
    row("did you mean", typos(), |text, language| {
        searcher.did_you_mean(&SearchRequest::new(text, language)).map(|_| ())
    })?;
    row("search, typing errors", typos(), |text, language| search(&searcher, text, language))?;
    let whole = words.iter().map(|query| (query.text.clone(), query.language));
    row("search", whole, |text, language| search(&searcher, text, language))?;
    Ok(())
}

fn complete(searcher: &Searcher, text: &str, language: Language) -> Result<(), ally_toolkit::Error> {
    black_box(searcher.complete(&CompletionRequest::new(text, language))?);
    Ok(())
}

fn search(searcher: &Searcher, text: &str, language: Language) -> Result<(), ally_toolkit::Error> {
    black_box(searcher.search(&SearchRequest::new(text, language))?);
    Ok(())
}

fn first(text: &str, letters: usize) -> String {
    text.split(' ').next().unwrap_or_default().chars().take(letters).collect()
}

fn row(
    name: &str,
    asked: impl Iterator<Item = (String, Language)>,
    run: impl Fn(&str, Language) -> Result<(), ally_toolkit::Error>,
) -> Result<(), ally_toolkit::Error> {
    let mut times = Vec::new();
    for (text, language) in asked {
        let mut best = f64::INFINITY;
        for _ in 0..PASSES {
            let start = Instant::now();
            run(&text, language)?;
            best = best.min(start.elapsed().as_secs_f64() * 1e3);
        }
        times.push(best);
    }
    times.sort_by(f64::total_cmp);
    let last = times.len().saturating_sub(1) as f64;
    let of = |share: f64| times.get((last * share) as usize).copied().unwrap_or(0.0);
    println!("{name:<24} {:>8.3} {:>8.3} {:>8.3}", of(0.5), of(0.95), of(1.0));
    Ok(())
}
