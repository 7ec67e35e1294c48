//! What the whole ranking costs beside its plain first stage, query by query: `stages [COUNT] [COLLECTION]`.
//!
//! Over COUNT generated records (10,000), or those of a COLLECTION, a folder of `docs*.jsonl.gz`. A query's time is the best of
//! five; both are answered with ten hits.

use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use ally_toolkit::search::Ranking;
use ally_toolkit::{Catalogue, SearchRequest, Searcher};
use benchmarks::generator::{Query, Record, Words, catalogue_head, laws, queries, records};

const SEED: u64 = 1;
const QUERIES: usize = 250;
const PASSES: usize = 5;

/// A query with its times in milliseconds.
struct Timed {
    text: String,
    plain: f64,
    whole: f64,
}

impl Timed {
    fn ratio(&self) -> f64 {
        self.whole / self.plain
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let count: u64 = arguments.first().map_or(Ok(10_000), |count| count.parse())?;
    let records: Vec<Record> = match arguments.get(1) {
        Some(collection) => laws(Path::new(collection), SEED, count)?,
        None => records(&Words::of_the_library()?, SEED, count).collect(),
    };
    let mut catalogue = catalogue_head();
    if let Some(catalogue) = catalogue.as_object_mut() {
        catalogue.insert("resources".to_owned(), serde_json::to_value(&records)?);
    }
    let searcher = Searcher::new(Catalogue::from_json(catalogue.to_string().as_bytes())?)?;
    let asked = queries(&records, SEED, QUERIES);
    let words = asked.iter().filter(|query| ["en_any", "fr_any", "typo"].contains(&query.set));
    let timed = words.map(|query| time(&searcher, query)).collect::<Result<Vec<Timed>, _>>()?;
    println!("{} records, {} queries; milliseconds, and whole over plain", records.len(), timed.len());
    for (name, share) in [("median", 0.5), ("95 %", 0.95), ("99 %", 0.99), ("most", 1.0)] {
        let of = |value: fn(&Timed) -> f64| quantile(timed.iter().map(value).collect(), share);
        let (plain, whole) = (of(|timed| timed.plain), of(|timed| timed.whole));
        println!("{name:<8} plain {plain:>8.3}  whole {whole:>8.3}  ratio {:>5.2}", of(Timed::ratio));
    }
    let mut slowest: Vec<&Timed> = timed.iter().collect();
    slowest.sort_by(|a, b| b.ratio().total_cmp(&a.ratio()));
    for Timed { text, plain, whole } in slowest.into_iter().take(10) {
        println!("  {:>5.2}  {plain:.3} {whole:.3}  {text}", whole / plain);
    }
    Ok(())
}

fn time(searcher: &Searcher, query: &Query) -> Result<Timed, ally_toolkit::Error> {
    let whole = SearchRequest::new(query.text.as_str(), query.language);
    let plain = SearchRequest { ranking: Ranking::PLAIN, ..whole.clone() };
    Ok(Timed { text: query.text.clone(), plain: best(searcher, &plain)?, whole: best(searcher, &whole)? })
}

fn best(searcher: &Searcher, request: &SearchRequest) -> Result<f64, ally_toolkit::Error> {
    let mut best = f64::INFINITY;
    for _ in 0..PASSES {
        let start = Instant::now();
        black_box(searcher.search(request)?);
        best = best.min(start.elapsed().as_secs_f64() * 1e3);
    }
    Ok(best)
}

fn quantile(mut values: Vec<f64>, share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let last = values.len().saturating_sub(1);
    values.get((last as f64 * share) as usize).copied().unwrap_or(0.0)
}
