//! Counting a table.

use std::collections::HashMap;
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
    /// Texts of so many characters are cut short: their last word is left out
    #[arg(long, value_name = "CHARACTERS")]
    cut: Option<usize>,
    /// How many passages a word must be in; of a rarer one only a translation that looks alike is kept
    #[arg(long, default_value_t = 3)]
    least_passages: u32,
    /// How often two words must be expected to translate each other
    #[arg(long, default_value_t = 1.5)]
    least_count: f32,
    /// How much of their occurrences two words must share, in hundredths
    #[arg(long, default_value_t = 3)]
    least_association: u8,
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
    input::read(&arguments.files, arguments.cut, |english, french| {
        for (english, french) in passages(english, french) {
            learner.add_stems(&words(english, Language::English), &words(french, Language::French));
        }
    })?;
    eprintln!("{} passages", learner.len());
    let association = f32::from(arguments.least_association) / 100.0;
    let of_words = Pruning {
        least_count: 0.0,
        least_association: association,
        least_probability: f32::from(arguments.least_percent) / 100.0,
        most: arguments.most,
    };
    let mut pairs = learner.learn(&Options::default(), &of_words);
    pairs.retain(|pair| {
        let frequent = pair.english_passages.min(pair.french_passages) >= arguments.least_passages;
        if frequent { pair.count >= arguments.least_count } else { look_alike(&pair.english, &pair.french) }
    });
    eprintln!("{} pairs of words", pairs.len());
    if !arguments.no_terms {
        let of_terms = Pruning {
            least_count: arguments.least_term_count,
            least_association: association,
            least_probability: f32::from(arguments.least_term_percent) / 100.0,
            most: arguments.most,
        };
        let terms = learner.learn_terms(&Options::default(), &of_terms, &TermOptions::default());
        eprintln!("{} pairs of terms", terms.len());
        pairs.extend(terms);
    }
    let table = table(&pairs, arguments)?;
    match &arguments.output {
        Some(path) => std::fs::write(path, table).map_err(|error| at(path, error)),
        None => std::io::stdout().write_all(table.as_bytes()).map_err(|error| error.to_string()),
    }
}

/// The table of pairs, each word and term in its most frequent form in the files: so it stays readable, and survives a
/// change of the stems.
fn table(pairs: &[LearnedPair], arguments: &Arguments) -> Result<String, String> {
    let mut english = Forms::of(pairs.iter().map(|pair| pair.english.as_str()), Language::English);
    let mut french = Forms::of(pairs.iter().map(|pair| pair.french.as_str()), Language::French);
    input::read(&arguments.files, arguments.cut, |of_english, of_french| {
        english.count(of_english);
        french.count(of_french);
    })?;
    let mut passages: [HashMap<&str, u32>; 2] = Default::default();
    let [in_english, in_french] = &mut passages;
    for pair in pairs {
        in_english.extend(english.usual(&pair.english).map(|word| (word, pair.english_passages)));
        in_french.extend(french.usual(&pair.french).map(|word| (word, pair.french_passages)));
    }
    let mut rows: Vec<(&str, &str, [u32; 2])> = pairs
        .iter()
        .filter_map(|pair| {
            let percent =
                [pair.french_given_english, pair.english_given_french].map(|p| (p * 100.0).round() as u32);
            let (word, other) = (english.usual(&pair.english)?, french.usual(&pair.french)?);
            let quoted = word != other
                && is_quoted(word, in_english, in_french)
                && is_quoted(other, in_french, in_english);
            (!quoted && percent.iter().any(|percent| *percent > 0)).then_some((word, other, percent))
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

/// True for a word that is in many more texts of the other language: `est` in English is French quoted. (Or a word that
/// means another thing there, as `location`; so both words of a pair must be such.)
fn is_quoted(word: &str, own: &HashMap<&str, u32>, other: &HashMap<&str, u32>) -> bool {
    let passages = |words: &HashMap<&str, u32>| words.get(word).copied().unwrap_or(0);
    passages(other) >= 5 * passages(own)
}

/// Names, and the words of science: what begins alike in both languages is the same word, however rare.
fn look_alike(english: &str, french: &str) -> bool {
    let alike = english.chars().zip(french.chars()).take_while(|(a, b)| a == b).count();
    alike >= 4 || english == french
}
