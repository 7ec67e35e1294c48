//! Comparing ways of aligning.

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;
use std::time::Instant;

use ally_toolkit::Language;
use ally_toolkit::lexicon::alignment::{Alignment, Options, Start};
use ally_toolkit::lexicon::learn::{LearnedPair, Learner, Pruning, stems};

use crate::{at, input};

/// What to compare on.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// JSON lines with title, text, title_fr and text_fr; .gz too
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Texts of so many characters are cut short: their last word is left out
    #[arg(long, value_name = "CHARACTERS")]
    cut: Option<usize>,
    /// Lists of known translations: English and French between tabs, after a first line of headings
    #[arg(long, value_name = "FILE")]
    known: Vec<PathBuf>,
}

/// Known translations of single words, by stem.
type Known = BTreeMap<String, HashSet<String>>;

pub(crate) fn run(arguments: &Arguments) -> Result<(), String> {
    // Every tenth record is held out.
    let (mut learner, mut held_out) = (Learner::default(), Learner::default());
    let mut number = 0_usize;
    input::read(&arguments.files, arguments.cut, |english, french| {
        let side = if number / 2 % 10 == 9 { &mut held_out } else { &mut learner };
        number += 1;
        side.add(english, french);
    })?;
    let [to_french, to_english] = known(&arguments.known)?;
    let held_out = learner.pairs_of(&held_out);
    let pairs = learner.pairs();
    println!("{} text pairs to learn from, {} held out", learner.len(), held_out.len());
    println!("{:<34} {:>17} {:>13} {:>13} {:>6}", "", "perplexity", "en-fr 1st 3", "fr-en 1st 3", "s");
    for (name, options) in variants() {
        let start = Instant::now();
        let alignment = Alignment::of(&pairs, &options);
        let seconds = start.elapsed().as_secs_f64();
        let [french, english] = alignment.perplexity(&held_out);
        let learned = learner.learn(
            &options,
            &Pruning { least_count: 0.0, least_association: 0.0, least_probability: 0.0, most: usize::MAX },
        );
        let forward =
            accuracy(&to_french, &learned, |pair| (&pair.english, &pair.french, pair.french_given_english));
        let back =
            accuracy(&to_english, &learned, |pair| (&pair.french, &pair.english, pair.english_given_french));
        println!("{name:<34} {french:>8.1} {english:>8.1} {forward} {back} {seconds:>6.2}");
    }
    Ok(())
}

fn variants() -> Vec<(&'static str, Options)> {
    let best = Options::default();
    let plain = Options { start: Start::Uniform, agreement: false, ..best };
    vec![
        ("IBM Model 1", plain),
        ("ten rounds", Options { rounds: 10, ..plain }),
        ("start from Dice", Options { start: Start::Dice, ..plain }),
        ("start from log-likelihood", Options { start: Start::LogLikelihood, ..plain }),
        ("agreement", Options { agreement: true, ..plain }),
        ("both: as it is done", best),
        ("both, log-likelihood", Options { start: Start::LogLikelihood, ..best }),
        ("both, three rounds", Options { rounds: 3, ..best }),
        ("both, ten rounds", Options { rounds: 10, ..best }),
        ("both, null word 2 %", Options { null_share: 0.02, ..best }),
        ("both, null word 40 %", Options { null_share: 0.4, ..best }),
        ("both, pairs in two texts", Options { least_together: 2, ..best }),
        ("both, 50 candidates", Options { most_candidates: 50, ..best }),
    ]
}

fn known(paths: &[PathBuf]) -> Result<[Known; 2], String> {
    let (mut to_french, mut to_english) = (Known::new(), Known::new());
    for path in paths {
        let text = std::fs::read_to_string(path).map_err(|error| at(path, error))?;
        for (english, french) in text.lines().skip(1).filter_map(|line| line.split_once('\t')) {
            let (english, french) = (stems(english, Language::English), stems(french, Language::French));
            if let ([english], [french]) = (english.as_slice(), french.as_slice()) {
                to_french.entry(english.clone()).or_default().insert(french.clone());
                to_english.entry(french.clone()).or_default().insert(english.clone());
            }
        }
    }
    Ok([to_french, to_english])
}

/// The shares of known words whose translation comes first and among the first three, in hundredths, of those that have any.
fn accuracy<'a>(
    known: &Known,
    pairs: &'a [LearnedPair],
    of: impl Fn(&'a LearnedPair) -> (&'a String, &'a String, f32),
) -> String {
    let mut ranked: BTreeMap<&str, Vec<(f32, &str)>> = BTreeMap::new();
    for (from, to, probability) in pairs.iter().map(of) {
        ranked.entry(from).or_default().push((probability, to));
    }
    let (mut words, mut first, mut among_three) = (0_u32, 0_u32, 0_u32);
    for (word, translations) in known {
        let Some(found) = ranked.get_mut(word.as_str()) else { continue };
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        words += 1;
        let right = |n: usize| found.iter().take(n).any(|(_, to)| translations.contains(*to));
        first += u32::from(right(1));
        among_three += u32::from(right(3));
    }
    let percent = |n: u32| 100.0 * f64::from(n) / f64::from(words.max(1));
    format!("{words:>5} {:>4.1} {:>4.1}", percent(first), percent(among_three))
}
