//! Counting a table.

use std::io::Write;
use std::path::PathBuf;

use ally_toolkit::Language;
use ally_toolkit::lexicon::alignment::Options;
use ally_toolkit::lexicon::learn::{LearnedPair, Learner, Pruning};
use ally_toolkit::lexicon::passages::passages;
use ally_toolkit::lexicon::terms::TermOptions;

use crate::forms::{Forms, words};
use crate::{at, input};

/// What to count, and what to keep of it.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// JSON lines with title, text, title_fr and text_fr; .gz too
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Where the table is written; to the terminal where nothing is said
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// How many passages a word must be in
    #[arg(long, default_value_t = 2)]
    least_passages: u32,
    /// How often two words must be expected to translate each other
    #[arg(long, default_value_t = 1.0)]
    least_count: f32,
    /// The least probability of a word's translation, in hundredths
    #[arg(long, default_value_t = 2)]
    least_percent: u8,
    /// The most translations of a word
    #[arg(long, default_value_t = 8)]
    most: usize,
    /// How often two terms of several words must be expected to translate each other
    #[arg(long, default_value_t = 8.0)]
    least_term_count: f32,
    /// The least probability of a term's translation, in hundredths
    #[arg(long, default_value_t = 60)]
    least_term_percent: u8,
    /// Leaves out terms of several words
    #[arg(long)]
    no_terms: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), String> {
    let mut learner = Learner::default();
    input::read(&arguments.files, |english, french| {
        for (english, french) in passages(english, french) {
            learner.add_stems(&words(english, Language::English), &words(french, Language::French));
        }
    })?;
    eprintln!("{} passages", learner.len());
    let pruning = Pruning {
        least_count: arguments.least_count,
        least_probability: f32::from(arguments.least_percent) / 100.0,
        most: arguments.most,
    };
    let mut pairs = learner.learn(&Options::default(), &pruning);
    pairs.retain(|pair| pair.english_passages.min(pair.french_passages) >= arguments.least_passages);
    eprintln!("{} pairs of words", pairs.len());
    if !arguments.no_terms {
        let pruning = Pruning {
            least_count: arguments.least_term_count,
            least_probability: f32::from(arguments.least_term_percent) / 100.0,
            most: arguments.most,
        };
        let terms = learner.learn_terms(&Options::default(), &pruning, &TermOptions::default());
        eprintln!("{} pairs of terms", terms.len());
        pairs.extend(terms);
    }
    let table = table(&pairs, &arguments.files)?;
    match &arguments.output {
        Some(path) => std::fs::write(path, table).map_err(|error| at(path, error)),
        None => std::io::stdout().write_all(table.as_bytes()).map_err(|error| error.to_string()),
    }
}

/// The table of pairs, each word and term in its most frequent form in the files: so it stays readable, and survives a
/// change of the stems.
fn table(pairs: &[LearnedPair], files: &[PathBuf]) -> Result<String, String> {
    let mut english = Forms::of(pairs.iter().map(|pair| pair.english.as_str()), Language::English);
    let mut french = Forms::of(pairs.iter().map(|pair| pair.french.as_str()), Language::French);
    input::read(files, |of_english, of_french| {
        english.count(of_english);
        french.count(of_french);
    })?;
    let mut rows: Vec<(&str, &str, [u32; 2])> = pairs
        .iter()
        .filter_map(|pair| {
            let percent =
                [pair.french_given_english, pair.english_given_french].map(|p| (p * 100.0).round() as u32);
            let is_any = percent.iter().any(|percent| *percent > 0);
            is_any.then_some((english.usual(&pair.english)?, french.usual(&pair.french)?, percent))
        })
        .collect();
    rows.sort_unstable();
    let mut table = String::from("english\tfrench\tp_french_given_english\tp_english_given_french\n");
    for (english, french, [first, second]) in &rows {
        table.push_str(&format!("{english}\t{french}\t{first}\t{second}\n"));
    }
    eprintln!("{} rows, {} bytes", rows.len(), table.len());
    Ok(table)
}
