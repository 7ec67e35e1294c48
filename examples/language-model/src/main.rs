//! `language-model`: learns which letter sequences tell English from French, and writes the table that
//! `ally_toolkit::query_language::LanguageModel` reads.
//!
//! Each file is a list of words with how often each occurs, or running text, which is counted.

mod counts;
mod examples;
mod regression;
mod selection;

use std::path::PathBuf;
use std::process::ExitCode;

use ally_toolkit::query_language::{LanguageDistribution, LanguageModel};
use clap::Parser;

/// Learns which letter sequences tell English from French, and prints a table of them.
///
/// A file is either a list, on each line a word, a tab and how often it occurs, or text, whose words are counted. The
/// table that ships with the library was made with --bytes 10500 from lists of 80,000 and 100,000 words.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// English words with their counts, or English text; may be given several times
    #[arg(long, required = true, value_name = "FILE")]
    english: Vec<PathBuf>,
    /// French words with their counts, or French text; may be given several times
    #[arg(long, required = true, value_name = "FILE")]
    french: Vec<PathBuf>,
    /// The most bytes the table may take
    #[arg(long, default_value_t = 10_500)]
    bytes: usize,
    /// Words whose language by the new table is told at the end, on standard error
    #[arg(long, value_name = "WORD", num_args = 1..)]
    show: Vec<String>,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(table) => {
            print!("{table}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("language-model: {message}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> Result<String, String> {
    let english = counts::read(&arguments.english)?;
    let french = counts::read(&arguments.french)?;
    eprintln!("{} English words, {} French words", english.len(), french.len());
    let examples = examples::Examples::new(&english, &french);
    eprintln!("{} words to learn from, {} letter sequences", examples.words(), examples.sequences.len());
    let table = selection::table(&examples, arguments.bytes);
    let model = LanguageModel::read(&table).map_err(|error| error.to_string())?;
    for word in &arguments.show {
        let LanguageDistribution { english, french } = model.word(word);
        eprintln!("{word}: English {english:.2}, French {french:.2}");
    }
    Ok(table)
}
