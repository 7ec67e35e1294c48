//! The language of short queries: how many of `tests/vectors/query-language.tsv` are told right, and how fast.
//!
//! `cargo run --release -p benchmarks --bin query_language --features lingua` sets the crate lingua, restricted to English
//! and French, beside the library. Without the feature only the library is measured; the sizes of the two programs differ by
//! what lingua takes. The library was tuned on the first, third, fifth … query and on other data; the others are held out.

use std::collections::BTreeMap;
use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use ally_toolkit::analysis::fold;
use ally_toolkit::query_language::{LanguageDistribution, NGRAMS};

const LIST: &str = include_str!("../../../vectors/query-language.tsv");

/// A query in both languages, or in either, is told right when neither is likelier than this. Chosen before any tuning.
const SURE: f64 = 0.85;

/// How often the list is gone through to time it; the fastest counts, being the least disturbed.
const RUNS: usize = 30;

/// A query and whether it is `en`, `fr` or `both`.
type Query = (String, &'static str);

/// A text as somebody types it.
type Typed = fn(&str) -> String;

/// What people make of the queries of the list.
const VARIANTS: [(&str, Typed); 4] = [
    ("as listed", str::to_owned),
    ("no accents", fold),
    ("a letter left out", |text| without_letters(text)),
    ("both", |text| without_letters(&fold(text))),
];

fn main() -> Result<(), Box<dyn Error>> {
    let queries: Vec<Query> = LIST
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once('\t'))
        .map(|(text, expected)| (text.to_owned(), expected))
        .collect();
    let own = |text: &str| LanguageDistribution::of(text).english;
    println!("{} queries; right (sure of en or fr: likelier than {SURE})", queries.len());
    report("ally-toolkit", &queries, own);
    println!("  table of letter sequences: {} bytes", NGRAMS.len());
    let own = time(&queries, own);
    println!("  a query takes {:.2} µs", own.as_secs_f64() * 1e6);
    #[cfg(feature = "lingua")]
    {
        use lingua::{Language, LanguageDetectorBuilder};
        let detector = LanguageDetectorBuilder::from_languages(&[Language::English, Language::French])
            .with_preloaded_language_models()
            .build();
        let lingua = |text: &str| {
            let of = |language| detector.compute_language_confidence(text, language);
            let (english, french) = (of(Language::English), of(Language::French));
            // Both are 0 for a text without letters.
            if english + french > 0.0 { english / (english + french) } else { 0.5 }
        };
        report("lingua", &queries, lingua);
        // One language is enough to ask for: the other has the rest.
        let lingua = time(&queries, |text| detector.compute_language_confidence(text, Language::English));
        let times = lingua.as_secs_f64() / own.as_secs_f64();
        println!("  a query takes {:.2} µs, {times:.1} times as long", lingua.as_secs_f64() * 1e6);
    }
    let size = std::fs::metadata(std::env::current_exe()?)?.len();
    println!("this program: {size} bytes");
    Ok(())
}

/// Prints how many queries of each class are told right, as listed and as people may type them, among all and among those
/// held out.
fn report(name: &str, queries: &[Query], english: impl Fn(&str) -> f64) {
    println!("{name}");
    for (variant, typed) in VARIANTS {
        for (list, step) in [("all", 1), ("held out", 2)] {
            let mut classes: BTreeMap<&str, [u32; 3]> = BTreeMap::new();
            for (text, expected) in queries.iter().skip(step - 1).step_by(step) {
                let english = english(&typed(text));
                let [all, rights, sures] = classes.entry(*expected).or_default();
                let (right, sure) = answer(english, expected);
                *all += 1;
                *rights += u32::from(right);
                *sures += u32::from(sure);
            }
            line(&format!("{variant}, {list}"), &classes);
        }
    }
}

/// Whether a query of a class is told right, and whether for sure.
fn answer(english: f64, expected: &str) -> (bool, bool) {
    match expected {
        "en" => (english > 0.5, english > SURE),
        "fr" => (english < 0.5, english < 1.0 - SURE),
        _ => (english.max(1.0 - english) <= SURE, false),
    }
}

fn line(name: &str, classes: &BTreeMap<&str, [u32; 3]>) {
    let (all, right) =
        classes.values().fold((0, 0), |(sum, rights), [all, right, _]| (sum + all, rights + right));
    print!("  {name:<28} {right}/{all} = {:.1} %", 100.0 * f64::from(right) / f64::from(all));
    for (class, [all, right, sure]) in classes {
        print!("   {class} {right}/{all}");
        if *class != "both" {
            print!(" ({sure})");
        }
    }
    println!();
}

/// `text` without the middle letter of each word of five letters or more.
fn without_letters(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let length = word.chars().count();
        let kept = word.chars().enumerate().filter(|(at, _)| length < 5 || *at != length / 2);
        kept.map(|(_, c)| c).collect::<String>()
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The time of a query, on average over the list.
fn time(queries: &[Query], english: impl Fn(&str) -> f64) -> Duration {
    let run = || {
        let start = Instant::now();
        for (text, _) in queries {
            black_box(english(black_box(text)));
        }
        start.elapsed() / u32::try_from(queries.len()).unwrap_or(1)
    };
    (0..RUNS).map(|_| run()).min().unwrap_or_default()
}
