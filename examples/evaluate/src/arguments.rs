//! What is asked on the command line.

use std::path::PathBuf;

use clap::Parser;

/// Measures the ranking on judged queries.
#[derive(Parser)]
pub(crate) struct Arguments {
    /// Folders of judged collections; one that does not exist is passed over
    #[arg(required_unless_present = "bundled", value_name = "FOLDER")]
    pub(crate) folders: Vec<PathBuf>,
    /// Measures the bundled catalogue too, on the judged queries of a folder's JSON files
    #[arg(long, value_name = "FOLDER")]
    pub(crate) bundled: Option<PathBuf>,
    /// Measures, on collections in both languages, what is found across them: half of the documents keep both languages,
    /// the other half, which holds the answers, only that which the query is not in
    #[arg(long)]
    pub(crate) across: bool,
    /// Ends with status 1 when a measure is below the floors in a file
    #[arg(long, value_name = "FILE")]
    pub(crate) gate: Option<PathBuf>,
    /// Writes the measures of every query to a file, for a later --compare
    #[arg(long, value_name = "FILE")]
    pub(crate) save: Option<PathBuf>,
    /// Compares with the measures in a file that --save wrote
    #[arg(long, value_name = "FILE")]
    pub(crate) compare: Option<PathBuf>,
    /// Writes the rankings to FOLDER, a file NAME.LANGUAGE.tsv each: query, document and rank
    #[arg(long, value_name = "FOLDER")]
    pub(crate) runs: Option<PathBuf>,
    /// What every search is asked beside its query, as JSON: {"ranking": {"phrase": 0}, "across": {"general": false}}
    #[arg(long, value_name = "JSON", default_value = "{}")]
    pub(crate) request: String,
    /// Measures again without each part of the ranking: the table of docs/ranking.md
    #[arg(long)]
    pub(crate) ablation: bool,
    /// How many of the queries that lost and won most are listed
    #[arg(long, default_value_t = 5)]
    pub(crate) list: usize,
}
