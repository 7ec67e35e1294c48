//! How long the most hostile queries take: `pathological [COUNT]`, over COUNT generated records (100,000).
//!
//! Each query is answered with ten hits and a facet; its time, at work, is the best and the worst of five.

use std::error::Error;
use std::hint::black_box;
use std::sync::LazyLock;
use std::time::Instant;

use ally_toolkit::search::FacetField;
use ally_toolkit::{Catalogue, Language, SearchRequest, Searcher};
use benchmarks::generator::{Record, Words, catalogue_head, records};

const SEED: u64 = 1;
const PASSES: usize = 5;

/// The longest query allowed, in bytes.
const LONGEST: usize = 8 * 1024;

/// Stop words of English: each stands in about every record.
const STOP_WORDS: [&str; 9] =
    ["of the", "in the", "and the", "to the", "for the", "with the", "from the", "on the", "by the"];

fn main() -> Result<(), Box<dyn Error>> {
    let count: u64 = std::env::args().nth(1).map_or(Ok(100_000), |count| count.parse())?;
    let records: Vec<Record> = records(&Words::of_the_library()?, SEED, count).collect();
    let mut catalogue = catalogue_head();
    if let Some(catalogue) = catalogue.as_object_mut() {
        catalogue.insert("resources".to_owned(), serde_json::to_value(&records)?);
    }
    let searcher = Searcher::new(Catalogue::from_json(catalogue.to_string().as_bytes())?)?;
    let texts: Vec<String> =
        records.iter().take(2000).map(serde_json::to_string).collect::<Result<_, _>>()?;
    // Words of the records, each once, as they stand.
    let mut words: Vec<&str> = texts
        .iter()
        .flat_map(|text| text.split(|sign: char| !sign.is_alphabetic()))
        .filter(|word| word.chars().count() > 3)
        .collect();
    words.sort_unstable();
    words.dedup();
    println!("{count} records; milliseconds: best, worst of {PASSES}; records found");
    for (name, query) in queries(&words) {
        row(&searcher, name, &query)?;
    }
    Ok(())
}

fn queries(words: &[&str]) -> Vec<(&'static str, String)> {
    let word = |at: usize| words.get(at * 7 % words.len().max(1)).copied().unwrap_or("ally");
    let up_to = |most: usize, make: &dyn Fn(usize) -> String| {
        let mut query = String::new();
        for next in (0..).map(make) {
            if query.len() + next.len() > most {
                break;
            }
            query.push_str(&next);
        }
        query
    };
    let many = |make: &dyn Fn(usize) -> String| up_to(LONGEST, make);
    let sixteen = |make: &dyn Fn(usize) -> String| (0..16).map(make).collect::<Vec<_>>().join(" ");
    let stop = |at: usize| STOP_WORDS.get(at % STOP_WORDS.len()).copied().unwrap_or("of the");
    let letter = |at: usize| char::from(b'a' + at as u8);
    let mistyped = |at: usize| {
        let mut letters: Vec<char> = word(at).chars().collect();
        let middle = letters.len() / 2;
        letters.insert(middle, 'x');
        letters.into_iter().collect::<String>()
    };
    vec![
        ("64 KB of text", "women and men in leadership ".repeat(64 * 1024 / 28)),
        ("8 KB of words of the records", many(&|at| format!("{} ", word(at)))),
        ("8 KB of one word", "women ".repeat(LONGEST / 6)),
        ("8 KB of stop words", "of the and in to de la les ".repeat(LONGEST / 27)),
        ("8 KB of words in OR", many(&|at| format!("{} OR ", word(at)))),
        ("8 KB of words in AND", many(&|at| format!("{} AND ", word(at)))),
        ("8 KB of groups in groups", "((((((((((((((((women) OR men)".repeat(LONGEST / 30)),
        ("8 KB of parentheses", "(".repeat(LONGEST)),
        ("8 KB of exclusions", many(&|at| format!("-{} ", word(at)))),
        ("16 exclusions of stop words", sixteen(&|at| format!("-\"{}\"", stop(at)))),
        ("1 phrase of stop words", "\"of the\"".to_owned()),
        ("16 phrases of stop words", sixteen(&|at| format!("\"{}\"", stop(at)))),
        ("16 phrases of stop words in OR", sixteen(&|at| format!("\"{}\" OR", stop(at)))),
        (
            "16 phrases of stop words, in French",
            sixteen(&|at| format!("\"{}\"", ["de la", "et les", "à la"].get(at % 3).unwrap_or(&""))),
        ),
        (
            "one phrase of 8 KB of stop words",
            format!("\"{}\"", "of the and in to de la les ".repeat(LONGEST / 28)),
        ),
        ("one phrase of 8 KB of words", format!("\"{}\"", up_to(8000, &|at| format!("{} ", word(at))))),
        ("16 words in text fields", sixteen(&|at| format!("description:{}", word(at)))),
        ("16 stop words in text fields", sixteen(&|_| "description:the".to_owned())),
        ("16 beginnings of one letter", sixteen(&|at| format!("{}*", letter(at)))),
        ("16 beginnings of one letter, excluded", sixteen(&|at| format!("-{}*", letter(at)))),
        ("8 KB of beginnings", many(&|at| format!("{}* ", word(at)))),
        ("one word of 8 KB", "a".repeat(LONGEST)),
        ("words of 1 KB", format!("{} ", "abcdefgh".repeat(127)).repeat(8)),
        ("8 KB of combining marks", format!("e{}", "\u{301}".repeat(LONGEST / 2 - 1))),
        ("8 KB of letters with marks", "e\u{301}\u{302} ".repeat(LONGEST / 6)),
        ("8 KB of mistyped words", many(&|at| format!("{} ", mistyped(at)))),
        ("8 KB of hyphens", "a-".repeat(LONGEST / 2)),
        ("8 KB of inclusive forms", "allié·e·s ".repeat(LONGEST / 13)),
        ("8 KB of emoji", "👩🏾\u{200d}⚕\u{fe0f} ".repeat(LONGEST / 18)),
        ("16 ordinary phrases", sixteen(&|at| format!("\"{} {}\"", word(at), word(at + 1)))),
        ("8 KB of fields", many(&|at| format!("year:{}.. ", 1900 + at % 120))),
    ]
}

/// Milliseconds that the thread was at work, where the system tells it (Linux): so that other programs do not count; it counts in ticks, of
/// 4 ms mostly. Else those that passed.
fn now() -> f64 {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let schedule = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let at_work = schedule.and_then(|text| text.split(' ').next()?.parse::<f64>().ok());
    at_work.map_or_else(|| START.elapsed().as_secs_f64() * 1e3, |nanoseconds| nanoseconds / 1e6)
}

fn row(searcher: &Searcher, name: &str, query: &str) -> Result<(), ally_toolkit::Error> {
    let request = SearchRequest {
        facets: vec![FacetField::Kind.into()],
        ..SearchRequest::new(query, Language::English)
    };
    let (mut best, mut worst, mut found) = (f64::INFINITY, 0.0_f64, String::new());
    for _ in 0..PASSES {
        let start = now();
        let results = black_box(searcher.search(&request));
        let time = now() - start;
        (best, worst) = (best.min(time), worst.max(time));
        found = results.map_or_else(|_| "refused".to_owned(), |results| results.total.to_string());
    }
    println!("{name:<42} {best:>9.2} {worst:>9.2} {found:>9}");
    Ok(())
}
