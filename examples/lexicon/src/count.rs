//! Counting a table.

use std::collections::HashMap;
use std::io::Write;
use std::path::PathBuf;

use ally_toolkit::Language;
use ally_toolkit::analysis::analyze;
use ally_toolkit::lexicon::alignment::Options;
use ally_toolkit::lexicon::learn::{Learner, Pruning};

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
    /// How many text pairs a word must be in
    #[arg(long, default_value_t = 3)]
    least_texts: u32,
    /// How often two words must be expected to translate each other
    #[arg(long, default_value_t = 2.0)]
    least_count: f32,
    /// The least probability of a translation, in hundredths
    #[arg(long, default_value_t = 5)]
    least_percent: u8,
    /// The most translations of a word
    #[arg(long, default_value_t = 8)]
    most: usize,
}

/// How often each stem is written in each form.
#[derive(Default)]
struct Forms(HashMap<String, HashMap<String, u32>>);

pub(crate) fn run(arguments: &Arguments) -> Result<(), String> {
    let mut learner = Learner::default();
    let (mut english_forms, mut french_forms) = (Forms::default(), Forms::default());
    input::read(&arguments.files, |english, french| {
        let english = english_forms.stems(english, Language::English);
        let french = french_forms.stems(french, Language::French);
        learner.add_stems(&english, &french);
    })?;
    eprintln!("{} text pairs", learner.len());
    let pruning = Pruning {
        least_count: arguments.least_count,
        least_probability: f32::from(arguments.least_percent) / 100.0,
        most: arguments.most,
    };
    let (english_words, french_words) = (english_forms.usual(), french_forms.usual());
    let mut rows: Vec<(&str, &str, [u32; 2])> = learner
        .learn(&Options::default(), &pruning)
        .iter()
        .filter(|pair| pair.english_texts.min(pair.french_texts) >= arguments.least_texts)
        .filter_map(|pair| {
            let percent =
                [pair.french_given_english, pair.english_given_french].map(|p| (p * 100.0).round() as u32);
            let words = (english_words.get(pair.english.as_str())?, french_words.get(pair.french.as_str())?);
            percent.iter().any(|percent| *percent > 0).then_some((
                words.0.as_str(),
                words.1.as_str(),
                percent,
            ))
        })
        .collect();
    rows.sort_unstable();
    let mut table = String::from("english\tfrench\tp_french_given_english\tp_english_given_french\n");
    for (english, french, [first, second]) in &rows {
        table.push_str(&format!("{english}\t{french}\t{first}\t{second}\n"));
    }
    eprintln!("{} rows, {} bytes", rows.len(), table.len());
    match &arguments.output {
        Some(path) => std::fs::write(path, table).map_err(|error| at(path, error)),
        None => std::io::stdout().write_all(table.as_bytes()).map_err(|error| error.to_string()),
    }
}

impl Forms {
    /// The stems of a text, while its forms are counted. What has anything but letters is no word for a table.
    fn stems(&mut self, text: &str, language: Language) -> Vec<String> {
        let mut stems: Vec<String> = Vec::new();
        for token in analyze(text, language).tokens.into_iter().filter(|token| !token.stop && !token.joined) {
            let before = stems.len();
            for form in token.forms {
                let is_word = form.form.chars().count() > 1 && form.form.chars().all(char::is_alphabetic);
                if !is_word || stems.iter().skip(before).any(|stem| *stem == form.stem) {
                    continue;
                }
                *self.0.entry(form.stem.clone()).or_default().entry(form.form).or_default() += 1;
                stems.push(form.stem);
            }
        }
        stems
    }

    /// Each stem's most frequent form; of equally frequent ones the first in the alphabet.
    fn usual(&self) -> HashMap<&str, &String> {
        let usual = self.0.iter().filter_map(|(stem, forms)| {
            let best = forms.iter().max_by(|(a, one), (b, other)| one.cmp(other).then_with(|| b.cmp(a)))?;
            Some((stem.as_str(), best.0))
        });
        usual.collect()
    }
}
