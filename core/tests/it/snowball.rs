//! Where stems are Snowball's, they are those of its own vocabulary.

use std::path::PathBuf;

use ally_toolkit::Language;
use ally_toolkit::analysis::{Rule, analyze};

/// Beginnings at which the library keeps words apart that Snowball merges; `analysis/english_stem.rs` says why.
const KEPT: [&str; 8] =
    ["authorit", "experiment", "importan", "internation", "organiz", "paste", "publicat", "universit"];

/// The vocabulary of the English stemmer: on each line a word, a tab and its stem. It is not part of the project:
/// `SNOWBALL_ENGLISH` names a file, as <https://github.com/snowballstem/snowball-data> has it in two.
fn vocabulary() -> Option<PathBuf> {
    let beside =
        PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/eval/wordlists/stems_english.tsv"));
    std::env::var_os("SNOWBALL_ENGLISH").map(PathBuf::from).or_else(|| beside.is_file().then_some(beside))
}

#[test]
fn english_stems_are_those_of_snowball_but_for_what_the_library_says_it_changes() {
    let Some(path) = vocabulary() else {
        println!("skipped: no vocabulary of Snowball here; name a file in SNOWBALL_ENGLISH");
        return;
    };
    let (mut compared, mut wrong) = (0, Vec::new());
    for line in std::fs::read_to_string(path).unwrap().lines() {
        let Some((word, stem)) = line.split_once('\t') else { continue };
        let tokens = analyze(word, Language::English).tokens;
        // Apostrophes are the analysis's own affair, and so are spellings and irregular forms.
        let [token] = tokens.as_slice() else { continue };
        let changed = [
            Rule::Spelling,
            Rule::Irregular,
            Rule::Possessive,
            Rule::Apostrophe,
            Rule::Acronym,
            Rule::Inclusive,
        ];
        if token.stop || token.text != word || changed.iter().any(|rule| token.rules.contains(rule)) {
            continue;
        }
        compared += 1;
        let given = &token.forms[0].stem;
        let kept = KEPT.iter().any(|kept| given == kept && word.starts_with(kept));
        if given != stem && !kept {
            wrong.push(format!("{word}: {given}, not {stem}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new(), "of {compared}");
    assert!(compared > 30_000, "{compared}");
}
