//! What the programs for Rust share: one way of building, opening and asking, so that each holds only what its engine
//! needs. The protocol is in README.md.

pub mod ally;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::time::{Duration, Instant};

/// A record of `records.jsonl`.
pub use benchmarks::generator::Record;
use cpu_time::ProcessTime;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// What may go wrong: a program says so and ends.
pub type Outcome<T> = Result<T, Box<dyn Error>>;

/// How many hits are asked for.
pub const HITS: usize = 10;

/// How many completions are asked for.
pub const COMPLETIONS: usize = 8;

/// How often each set is gone through unless a number is given; the best time of each query counts.
const PASSES: usize = 3;

/// Words of a query in which an error is looked for are as long as this.
pub const SHORTEST_MISTYPED: usize = 5;

/// Likewise two errors, in the set `typo_more`.
pub const SHORTEST_TWICE_MISTYPED: usize = 9;

/// A query of `queries.jsonl`.
#[derive(Deserialize)]
pub struct Query {
    pub set: String,
    pub language: String,
    pub text: String,
    pub kind: Option<String>,
}

impl Query {
    /// Whether five facets are asked.
    pub fn is_counted(&self) -> bool {
        self.kind.is_some() || self.set == "page"
    }
}

/// What an engine answers.
#[derive(Default, Serialize)]
pub struct Answer {
    /// The ids and titles of the first ten hits.
    pub hits: Vec<(String, String)>,
    /// The numbers of records with each value, by field.
    pub facets: BTreeMap<String, BTreeMap<String, u64>>,
    /// How many hits have an excerpt, or on a page something highlighted.
    pub snippets: usize,
    /// What is proposed instead of what was typed, or to complete it.
    pub proposed: Vec<String>,
}

/// An index that is open.
pub trait Engine: Sized {
    /// The sets of queries it has an answer to. `typo_more` (more errors), `uncorrected` (any word, without what rests on an error)
    /// and `did_you_mean` are for `../correction`.
    const SETS: &[&str];

    /// Reads the folder `data`, builds an index and leaves it in the folder `index`.
    fn build(data: &Path, index: &Path) -> Outcome<()>;

    /// Opens what `build` left.
    fn open(index: &Path) -> Outcome<Self>;

    /// The first ten hits, with facets, excerpts or highlights for the sets that ask for them; completions.
    fn answer(&mut self, query: &Query) -> Outcome<Answer>;
}

/// The program of an engine: `ENGINE build DATA INDEX` or `ENGINE search INDEX QUERIES SECONDS [PASSES]`.
pub fn run<E: Engine>() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["build", data, index] => build::<E>(Path::new(data), Path::new(index)),
        ["search", index, queries, seconds, passes @ ..] => {
            let limit = Duration::from_secs_f64(seconds.parse()?);
            let passes = passes.first().map_or(Ok(PASSES), |passes| passes.parse())?;
            search::<E>(Path::new(index), Path::new(queries), limit, passes)
        }
        _ => Err("usage: ENGINE build DATA INDEX | ENGINE search INDEX QUERIES SECONDS [PASSES]".into()),
    }
}

fn build<E: Engine>(data: &Path, index: &Path) -> Outcome<()> {
    std::fs::create_dir_all(index)?;
    let (start, computed) = (Instant::now(), ProcessTime::now());
    E::build(data, index)?;
    print(json!({
        "cpu_s": computed.elapsed().as_secs_f64(),
        "wall_s": start.elapsed().as_secs_f64(),
        "peak_mb": memory("VmHWM:"),
    }));
    Ok(())
}

fn search<E: Engine>(index: &Path, queries: &Path, limit: Duration, passes: usize) -> Outcome<()> {
    let queries: Vec<Query> = lines(queries)?.collect::<Outcome<_>>()?;
    let start = Instant::now();
    let mut engine = E::open(index)?;
    let open = start.elapsed();
    let first = queries.iter().find(|query| query.set == "en_any").ok_or("no queries")?;
    engine.answer(first)?;
    print(json!({
        "open_ms": milliseconds(open),
        "first_ms": milliseconds(start.elapsed()),
        "open_mb": memory("VmRSS:"),
    }));
    for set in E::SETS {
        let numbered = queries.iter().enumerate().filter(|(_, query)| query.set == **set);
        let mut asked: Vec<(usize, &Query)> = numbered.collect();
        let mut best: Vec<(Duration, Answer)> = Vec::new();
        for pass in 0..passes {
            let began = Instant::now();
            for (at, (_, query)) in asked.iter().enumerate() {
                let start = Instant::now();
                let answer = engine.answer(query)?;
                let took = start.elapsed();
                match best.get_mut(at) {
                    Some(best) => best.0 = best.0.min(took),
                    None => best.push((took, answer)),
                }
                if pass == 0 && began.elapsed() > limit {
                    break;
                }
            }
            // A slow engine is measured by the queries it answers within the limit.
            asked.truncate(best.len());
        }
        for ((at, _), (took, answer)) in asked.iter().zip(&best) {
            print(json!({"query": at, "ms": milliseconds(*took), "answer": answer}));
        }
    }
    print(json!({"after_mb": memory("VmRSS:")}));
    Ok(())
}

/// The lines of a file of JSON lines.
pub fn lines<T: for<'a> Deserialize<'a>>(path: &Path) -> Outcome<impl Iterator<Item = Outcome<T>>> {
    Ok(BufReader::new(File::open(path)?).lines().map(|line| Ok(serde_json::from_str(&line?)?)))
}

fn print(line: Value) {
    println!("{line}");
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// A line of what Linux says of this process’s memory, in megabytes; 0 elsewhere.
fn memory(name: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
    line.split_whitespace().next().and_then(|kb| kb.parse::<f64>().ok()).unwrap_or_default() / 1e3
}
