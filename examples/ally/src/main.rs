//! `ally`: search and read a bilingual catalogue of toolkits and resources in the terminal.
//!
//! An example of the library from Rust: each subcommand is a file, and each asks the library one thing.

mod analyze;
mod complete;
mod output;
mod page;
mod search;
mod show;
mod similar;
mod snapshot;
mod validate;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use ally_toolkit::{Catalogue, Error, ErrorKind, Language, Searcher};
use clap::{Args, Parser, Subcommand};
use output::Output;
use snapshot::SnapshotCommand;

/// Search and read a bilingual (English/French) catalogue of toolkits and resources.
#[derive(Parser)]
#[command(version, after_help = EXIT_CODES)]
struct Ally {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    options: Options,
}

const EXIT_CODES: &str = "\
Exit codes:
  0  found, or valid
  1  nothing found, or the catalogue has errors
  2  the command or the request is not understood, or a file cannot be read

Examples:
  ally search \"mentorat des femmes\" --lang fr
  ally search allyship --filter kind=video --filter language=fr
  ally complete ment --lang fr
  ally similar athena-rising --lang fr
  ally page men-as-allies/what --lang fr
  ally show mentorship
  ally analyze \"L’équipe des allié·e·s\" --lang fr";

#[derive(Args)]
struct Options {
    /// A catalogue of your own: its folder, file or snapshot [default: the bundled catalogue]
    #[arg(long, global = true, value_name = "PATH")]
    data: Option<PathBuf>,
    /// The reader's language [default: that of the terminal (LC_ALL, LC_MESSAGES, LANG), else en]
    #[arg(long, global = true, value_name = "en|fr", value_parser = |code: &str| code.parse::<Language>())]
    lang: Option<Language>,
    /// Print the library's answer as JSON
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Subcommand)]
enum Command {
    /// Search the catalogue, in either language or both
    Search(search::SearchArgs),
    /// Complete what stands in a search box: words, titles, topics and people, each with its number of results
    Complete(complete::CompleteArgs),
    /// Find what is like a resource, page or glossary term
    Similar(similar::SimilarArgs),
    /// Read a page of a toolkit
    Page {
        /// The page's address; without it, the toolkits and their pages are listed
        #[arg(value_name = "TOOLKIT/PAGE")]
        address: Option<String>,
    },
    /// Show a resource, topic or glossary term
    Show {
        /// Its id
        id: String,
    },
    /// Show how a text is analysed: each token, what it is searched by, and the rules that made it
    Analyze {
        /// The text
        text: String,
    },
    /// Write the catalogue with its index to a file that opens at once, or look into one
    #[command(subcommand)]
    Snapshot(snapshot::SnapshotCommand),
    /// Report every problem of a catalogue
    Validate {
        /// The catalogue's folder or file [default: that of --data, else the bundled catalogue]
        folder: Option<PathBuf>,
    },
}

/// Why a command ended without its answer.
enum Failure {
    /// The library refused.
    Refused(Error),
    /// The terminal or pipe did.
    Io(io::Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Refused(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Io(error)
    }
}

/// Whether what was asked for was found.
type Found = bool;

fn main() -> ExitCode {
    let Ally { command, options } = Ally::parse();
    let language = options.lang.unwrap_or_else(terminal_language);
    match run(command, &options, language) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        // Whoever reads the pipe has seen enough.
        Err(Failure::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Io(error)) => {
            let _ = writeln!(anstream::stderr(), "ally: {error}");
            ExitCode::from(2)
        }
        Err(Failure::Refused(error)) => {
            let _ = report(&error, language);
            let missing = matches!(error.kind(), ErrorKind::NotFound | ErrorKind::InvalidCatalogue);
            ExitCode::from(if missing { 1 } else { 2 })
        }
    }
}

fn run(command: Command, options: &Options, language: Language) -> Result<Found, Failure> {
    let mut output = Output::new(language, options.json);
    let data = options.data.as_deref();
    let from_files = || data.map_or_else(Catalogue::bundled, Catalogue::open);
    let from_snapshot = || data.map(snapshot::open).transpose().map(Option::flatten);
    let open = || -> Result<Catalogue, Failure> {
        Ok(match from_snapshot()? {
            Some(searcher) => searcher.catalogue().clone(),
            None => from_files()?,
        })
    };
    let open_searcher = || -> Result<Searcher, Failure> {
        Ok(match from_snapshot()? {
            Some(searcher) => searcher,
            None => Searcher::new(from_files()?)?,
        })
    };
    match command {
        Command::Search(arguments) => search::run(arguments, &open_searcher()?, &mut output),
        Command::Complete(arguments) => complete::run(arguments, &open_searcher()?, &mut output),
        Command::Similar(arguments) => similar::run(arguments, &open_searcher()?, &mut output),
        Command::Snapshot(SnapshotCommand::Write { file }) => {
            snapshot::write(&file, &open_searcher()?, &mut output)
        }
        Command::Snapshot(SnapshotCommand::Show { file }) => snapshot::show(&file, &mut output),
        Command::Page { address: Some(address) } => page::run(&address, &open()?, &mut output),
        Command::Page { address: None } => page::list(&open()?, &mut output),
        Command::Show { id } => show::run(&id, &open()?, &mut output),
        Command::Analyze { text } => analyze::run(&text, &mut output),
        Command::Validate { folder } => {
            validate::run(folder.as_deref().or(options.data.as_deref()), &mut output)
        }
    }
}

/// The error, with every problem of an invalid catalogue, for people.
fn report(error: &Error, language: Language) -> io::Result<()> {
    let mut stderr = anstream::stderr().lock();
    writeln!(stderr, "ally: {}", error.line(language))?;
    error
        .problems()
        .iter()
        .try_for_each(|problem| writeln!(stderr, "  {} [{}]", problem.line(language), problem.code))
}

fn terminal_language() -> Language {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG")).unwrap_or_default();
    if locale.starts_with("fr") { Language::French } else { Language::English }
}
