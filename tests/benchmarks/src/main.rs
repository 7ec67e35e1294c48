//! Times the library on the bundled catalogue, and on copies of it that grow.
//!
//! `cargo run --release -p benchmarks`. Each figure is a median; machines are noisy, so compare the figures of one run.

use std::hint::black_box;
use std::time::{Duration, Instant};

use ally_toolkit::search::{FacetField, FacetRequest};
use ally_toolkit::{Catalogue, Error, Language, SearchRequest, Searcher};

/// What people type: words of each language and of both, phrases, errors, nothing.
const QUERIES: [(&str, Language); 10] = [
    ("mentorat des femmes", Language::French),
    ("préjugés inconscients", Language::French),
    ("allié·e·s", Language::French),
    ("reconnaissance du territoire", Language::French),
    ("women in medicine", Language::English),
    ("allyship", Language::English),
    ("land acknowledgement", Language::English),
    ("leadership", Language::French),
    ("microagresions", Language::French),
    ("", Language::English),
];

fn main() -> Result<(), Error> {
    println!("the bundled catalogue");
    row("open", 20, Catalogue::bundled)?;
    let catalogue = Catalogue::bundled()?;
    row("build the index", 20, || Searcher::new(catalogue.clone()))?;
    let searcher = Searcher::new(catalogue.clone())?;
    searches(&searcher)?;
    row("read the longest page", 50, || catalogue.read_page("men-as-allies/resources", Language::French))?;
    for copies in [10, 30] {
        let catalogue = copied(&catalogue, copies)?;
        println!("{} resources", catalogue.resources().len());
        row("build the index", 3, || Searcher::new(catalogue.clone()))?;
        searches(&Searcher::new(catalogue)?)?;
    }
    Ok(())
}

fn searches(searcher: &Searcher) -> Result<(), Error> {
    for (query, language) in QUERIES {
        let mut request = SearchRequest::new(query, language);
        let facets = [FacetField::Kind, FacetField::Topic, FacetField::Language, FacetField::Cluster];
        request.facets = facets.map(FacetRequest::from).to_vec();
        row(&format!("search “{query}”"), 50, || searcher.search(&request))?;
    }
    Ok(())
}

/// The catalogue with every resource `copies` times, under other ids.
fn copied(catalogue: &Catalogue, copies: usize) -> Result<Catalogue, Error> {
    let mut json: serde_json::Value = serde_json::from_str(&catalogue.to_json()?).unwrap_or_default();
    if let Some(resources) = json.get_mut("resources").and_then(serde_json::Value::as_array_mut) {
        let originals = resources.clone();
        for copy in 1..copies {
            for mut resource in originals.iter().cloned() {
                let id =
                    format!("{}-{copy}", resource.get("id").and_then(|id| id.as_str()).unwrap_or_default());
                if let Some(slot) = resource.get_mut("id") {
                    *slot = id.into();
                }
                resources.push(resource);
            }
        }
    }
    Catalogue::from_json(json.to_string().as_bytes())
}

fn row<T>(name: &str, runs: usize, run: impl Fn() -> Result<T, Error>) -> Result<(), Error> {
    let mut times: Vec<Duration> = Vec::with_capacity(runs);
    for _ in 0..runs {
        let start = Instant::now();
        black_box(run()?);
        times.push(start.elapsed());
    }
    times.sort();
    let median = times.get(runs / 2).copied().unwrap_or_default();
    println!("  {name:<42} {:>9.3} ms", median.as_secs_f64() * 1e3);
    Ok(())
}
