//! Writes bilingual records and queries for measuring: `generate FOLDER COUNT [SEED] [QUERIES] [COLLECTION]`.
//!
//! Into FOLDER: `records.jsonl`, a record on a line; `catalogue.json`, the same as one catalogue; `queries.jsonl`. With a
//! COLLECTION, a folder of `docs*.jsonl.gz`, the records are its own.

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use benchmarks::generator::{Record, Words, catalogue_head, laws, queries, records};

/// Queries take their words from so many records at most.
const ASKED_FOR: u64 = 100_000;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, count, rest @ ..] = arguments.as_slice() else {
        return Err("usage: generate FOLDER COUNT [SEED] [QUERIES] [COLLECTION]".into());
    };
    let count: u64 = count.parse()?;
    let seed: u64 = rest.first().map_or(Ok(1), |seed| seed.parse())?;
    let most: usize = rest.get(1).map_or(Ok(1000), |most| most.parse())?;
    let folder = Path::new(folder);
    std::fs::create_dir_all(folder)?;

    let words = Words::of_the_library()?;
    let real = rest.get(2).map(|collection| laws(Path::new(collection), seed, count)).transpose()?;
    let count = real.as_ref().map_or(count, |real| real.len() as u64);
    let all: Box<dyn Iterator<Item = Record>> = match real {
        Some(real) => Box::new(real.into_iter()),
        None => Box::new(records(&words, seed, count)),
    };
    let mut lines = BufWriter::new(File::create(folder.join("records.jsonl"))?);
    let mut catalogue = BufWriter::new(File::create(folder.join("catalogue.json"))?);
    let head = catalogue_head().to_string();
    write!(catalogue, "{},\"resources\":[", head.strip_suffix('}').unwrap_or(&head))?;
    // A sample from everywhere: every nth record.
    let step = (count / ASKED_FOR).max(1);
    let mut sample = Vec::new();
    for (at, record) in (0..).zip(all) {
        let line = serde_json::to_string(&record)?;
        writeln!(lines, "{line}")?;
        write!(catalogue, "{}{line}", if at == 0 { "\n" } else { ",\n" })?;
        if at % step == 0 {
            sample.push(record);
        }
    }
    lines.flush()?;
    catalogue.write_all(b"\n]}\n")?;
    catalogue.flush()?;
    let mut asked = BufWriter::new(File::create(folder.join("queries.jsonl"))?);
    for query in queries(&sample, seed, most) {
        writeln!(asked, "{}", serde_json::to_string(&query)?)?;
    }
    asked.flush()?;
    Ok(())
}
