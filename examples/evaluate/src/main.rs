//! `evaluate`: measures the library's ranking on judged collections, each a folder with `docs.jsonl`
//! (`id, lang, title, text`, and `title_fr, text_fr` where bilingual), `queries.jsonl` (`id, lang, text`) and `qrels.tsv`.
//!
//! With `--save` and `--compare` it sets a change of the ranking beside what was before, query by query; with `--runs` it
//! writes the rankings themselves, for other programs to measure.

mod collection;

use std::path::PathBuf;
use std::process::ExitCode;

use ally_toolkit::evaluation::{Evaluation, Measure};
use ally_toolkit::{Language, SearchRequest, Searcher};
use clap::Parser;
use collection::Collection;

/// How many hits are measured: enough for recall@100.
const DEPTH: i64 = 100;

/// Measures the ranking on judged collections.
#[derive(Parser)]
struct Arguments {
    /// Folders of judged collections
    #[arg(required = true, value_name = "FOLDER")]
    folders: Vec<PathBuf>,
    /// Writes the measures of every query to a file, for a later --compare
    #[arg(long, value_name = "FILE")]
    save: Option<PathBuf>,
    /// Compares with the measures in a file that --save wrote
    #[arg(long, value_name = "FILE")]
    compare: Option<PathBuf>,
    /// Writes the rankings to FOLDER/<collection>.<language>.tsv: query, document and rank, between tabs
    #[arg(long, value_name = "FOLDER")]
    runs: Option<PathBuf>,
    /// How many of the queries that lost and won most are listed
    #[arg(long, default_value_t = 5)]
    list: usize,
}

/// The evaluations of a run, by collection and language.
type Saved = std::collections::BTreeMap<String, Evaluation>;

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("evaluate: {message}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let before: Option<Saved> = match &arguments.compare {
        Some(path) => {
            let text =
                std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
            Some(serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?)
        }
        None => None,
    };
    let mut saved = Saved::new();
    println!("{:<24} {:>7}  {:>22}  {:>7}  {:>10}", "", "queries", "nDCG@10", "MRR@10", "recall@100");
    for folder in &arguments.folders {
        let mut collection = Collection::open(folder)?;
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let searcher = Searcher::new(std::mem::take(&mut collection.catalogue));
        for language in Language::ALL {
            let of_language: std::collections::HashMap<&str, &str> = collection
                .queries
                .iter()
                .filter(|query| query.lang == language)
                .map(|query| (query.id.as_str(), query.text.as_str()))
                .collect();
            let mut of_queries = collection.judgments.clone();
            of_queries.queries.retain(|id, _| of_language.contains_key(id.as_str()));
            if of_queries.queries.is_empty() {
                continue;
            }
            let mut run = String::new();
            let evaluation = Evaluation::run(&of_queries, |id| {
                let mut request =
                    SearchRequest::new(of_language.get(id).copied().unwrap_or_default(), language);
                request.per_page = DEPTH;
                let results = searcher.search(&request)?;
                for (rank, hit) in (1..).zip(&results.hits) {
                    let document = collection.document(&hit.id).unwrap_or_default();
                    run.push_str(&format!("{id}\t{document}\t{rank}\n"));
                }
                Ok::<_, ally_toolkit::Error>(results.hits.into_iter().map(|hit| hit.id).collect())
            })
            .map_err(|error| error.to_string())?;
            let key = format!("{name} {language}");
            print(&key, &evaluation);
            if let Some(before) = before.as_ref().and_then(|before| before.get(&key)) {
                compare(&evaluation, before, arguments.list, &of_language);
            }
            saved.insert(key, evaluation);
            if let Some(runs) = &arguments.runs {
                let path = runs.join(format!("{name}.{language}.tsv"));
                std::fs::create_dir_all(runs)
                    .and_then(|()| std::fs::write(&path, run))
                    .map_err(|error| format!("{}: {error}", path.display()))?;
            }
        }
    }
    if let Some(path) = &arguments.save {
        let text = serde_json::to_string(&saved).map_err(|error| error.to_string())?;
        std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

fn print(key: &str, evaluation: &Evaluation) {
    let [ndcg, mrr, recall] = Measure::ALL.map(|measure| evaluation.mean(measure));
    println!(
        "{key:<24} {:>7}  {:>6.1} [{:>5.1}, {:>5.1}]  {:>7.1}  {:>10.1}",
        ndcg.queries,
        ndcg.mean * 100.0,
        ndcg.interval.low * 100.0,
        ndcg.interval.high * 100.0,
        mrr.mean * 100.0,
        recall.mean * 100.0
    );
}

fn compare(
    now: &Evaluation,
    before: &Evaluation,
    list: usize,
    texts: &std::collections::HashMap<&str, &str>,
) {
    let comparison = now.compared_to(before, Measure::Ndcg10);
    let difference = comparison.difference;
    println!(
        "  nDCG@10 {:+.2} [{:+.2}, {:+.2}], {} queries changed",
        difference.mean * 100.0,
        difference.interval.low * 100.0,
        difference.interval.high * 100.0,
        comparison.changes.len()
    );
    let worst = comparison.changes.iter().take(list);
    let best = comparison.changes.iter().rev().take(list).rev();
    for change in worst.chain(best) {
        let text = texts.get(change.query.as_str()).copied().unwrap_or_default();
        println!("    {:>5.1} → {:>5.1}  {text}", change.before * 100.0, change.after * 100.0);
    }
}
