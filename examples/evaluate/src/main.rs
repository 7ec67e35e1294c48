//! `evaluate`: measures the library's ranking on judged collections, each a folder with `docs.jsonl`
//! (`id, lang, title, text`, and `title_fr, text_fr` where bilingual), `queries.jsonl` (`id, lang, text`) and `qrels.tsv`,
//! and on the bundled catalogue's judged queries.
//!
//! With `--save` and `--compare` it sets a change of the ranking beside what was before, query by query; with `--runs` it
//! writes the rankings themselves, for other programs to measure; with `--gate` it fails when the ranking is not good
//! enough.

mod ablation;
mod across;
mod arguments;
mod bundled;
mod collection;
mod files;
mod report;
mod task;

use std::collections::BTreeMap;
use std::process::ExitCode;

use ally_toolkit::evaluation::{Evaluation, Gate};
use ally_toolkit::{SearchRequest, Searcher};
use arguments::Arguments;
use clap::Parser;
use collection::Collection;
use task::Judged;

/// Evaluations by the name of their task, as they are saved.
type Evaluations = BTreeMap<String, Evaluation>;

fn main() -> ExitCode {
    match Run::new(Arguments::parse()).and_then(Run::finish) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(message) => {
            eprintln!("evaluate: {message}");
            ExitCode::from(2)
        }
    }
}

/// A run of the program: what is asked, and what was measured so far.
struct Run {
    arguments: Arguments,
    request: SearchRequest,
    before: Evaluations,
    gates: BTreeMap<String, Gate>,
    measured: Evaluations,
}

impl Run {
    fn new(arguments: Arguments) -> Result<Self, String> {
        let before = arguments.compare.as_deref().map(files::json).transpose()?.unwrap_or_default();
        let gates = arguments.gate.as_deref().map(files::json).transpose()?.unwrap_or_default();
        let request = SearchRequest::from_json(arguments.request.as_bytes())
            .map_err(|error| format!("--request: {error}"))?;
        Ok(Run { arguments, request, before, gates, measured: Evaluations::new() })
    }

    /// Measures everything that is asked; true when it passes the gate.
    fn finish(mut self) -> Result<bool, String> {
        report::heading();
        if let Some(folder) = self.arguments.bundled.clone() {
            self.measure(bundled::open(&folder)?)?;
        }
        for folder in self.arguments.folders.clone() {
            if !folder.is_dir() {
                println!("{}: no such folder, passed over", folder.display());
                continue;
            }
            let collection = Collection::open(&folder)?;
            if !self.arguments.across {
                self.measure(collection.whole()?)?;
            } else if collection.is_bilingual() {
                for direction in across::directions(&collection)? {
                    self.measure(direction)?;
                }
            } else {
                println!("{}: in one language, passed over", collection.name);
            }
        }
        if let Some(path) = &self.arguments.save {
            files::write_json(path, &self.measured)?;
        }
        Ok(self.passes())
    }

    fn measure(&mut self, mut judged: Judged) -> Result<(), String> {
        let searcher = Searcher::new(std::mem::take(&mut judged.catalogue));
        let searcher = searcher.map_err(|error| error.to_string())?;
        for task in judged.tasks.iter().filter(|task| !task.judgments.queries.is_empty()) {
            let outcome =
                judged.measure(&searcher, task, &self.request).map_err(|error| error.to_string())?;
            report::row(&task.name, &outcome.evaluation);
            if self.arguments.ablation {
                let rows = ablation::rows(&judged, &searcher, task, &self.request);
                for (name, mean) in rows.map_err(|error| error.to_string())? {
                    println!("  {name:<30}  {mean:>6.1}");
                }
            }
            if let Some(before) = self.before.get(&task.name) {
                report::comparison(task, &outcome.evaluation, before, self.arguments.list);
            }
            if let Some(runs) = &self.arguments.runs {
                files::write(&runs.join(format!("{}.tsv", task.file)), &outcome.run)?;
            }
            self.measured.insert(task.name.clone(), outcome.evaluation);
        }
        Ok(())
    }

    /// Puts what was measured to the gate. A task that has floors and was not measured does not pass.
    fn passes(&self) -> bool {
        let nothing = Evaluation::default();
        let mut passed = true;
        for (name, gate) in &self.gates {
            let verdict = gate.verdict(self.measured.get(name).unwrap_or(&nothing), self.before.get(name));
            report::refusal(name, &verdict);
            passed &= verdict.passed();
        }
        if self.arguments.gate.is_some() && passed {
            println!("Every measure is at or above its floor.");
        }
        passed
    }
}
