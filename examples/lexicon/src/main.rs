//! `lexicon`: counts a table of translations from texts in English and French, and looks words up in one.
//!
//! `lexicon count FILE…` reads JSON lines with the fields `title`, `text`, `title_fr` and `text_fr` and writes a table
//! like the one that ships with the library; `lexicon show WORD --lang fr` says what the library translates a word by.

mod compare;
mod count;
mod forms;
mod input;

use std::path::Path;
use std::process::ExitCode;

use ally_toolkit::Language;
use ally_toolkit::lexicon::{Lexicon, learn};
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Counts a table of translations from bilingual texts
    Count(count::Arguments),
    /// Compares ways of aligning on bilingual texts
    Compare(compare::Arguments),
    /// Shows the translations of a word or term
    Show {
        /// The word or term
        term: String,
        /// The language it is in: en or fr
        #[arg(long, default_value = "en")]
        lang: Language,
    },
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Count(arguments) => count::run(&arguments),
        Command::Compare(arguments) => compare::run(&arguments),
        Command::Show { term, lang } => {
            show(&term, lang);
            Ok(())
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("lexicon: {message}");
            ExitCode::from(2)
        }
    }
}

fn show(term: &str, lang: Language) {
    let lexicon = Lexicon::general();
    let stems = learn::stems(term, lang);
    for found in lexicon.matches(&stems, lang) {
        let part: Vec<&str> = stems.iter().skip(found.start).take(found.len).map(String::as_str).collect();
        println!("{}", part.join(" "));
        for translation in found.translations {
            println!("  {:>5.1} %  {}", translation.probability * 100.0, translation.words.join(" "));
        }
    }
}

/// A file's path with what went wrong there.
fn at(path: &Path, error: impl std::fmt::Display) -> String {
    format!("{}: {error}", path.display())
}
