use std::path::{Path, PathBuf};

use ally_toolkit::snapshot::{Bytes, Container, Description};
use ally_toolkit::{Language, Searcher};
use clap::Subcommand;

use crate::output::{Output, dim};
use crate::{Failure, Found};

#[derive(Subcommand)]
pub(crate) enum SnapshotCommand {
    /// Write the catalogue with its index to a file, which --data then opens at once
    Write {
        /// The file
        file: PathBuf,
    },
    /// Say what is in a snapshot, and verify that it is whole
    Show {
        /// The file
        file: PathBuf,
    },
}

/// The snapshot at `path`, if it is one: a file that begins as snapshots do.
pub(crate) fn open(path: &Path) -> Result<Option<Searcher>, Failure> {
    if !path.is_file() {
        return Ok(None);
    }
    let bytes = Bytes::open(path)?;
    if !Container::is_snapshot(&bytes) {
        return Ok(None);
    }
    Ok(Some(Searcher::open_snapshot(bytes)?))
}

pub(crate) fn write(file: &Path, searcher: &Searcher, output: &mut Output) -> Result<Found, Failure> {
    searcher.write_snapshot(file)?;
    show(file, output)
}

pub(crate) fn show(file: &Path, output: &mut Output) -> Result<Found, Failure> {
    let container = Container::inspect(Bytes::open(file)?)?;
    container.verify()?;
    let description = container.describe();
    if output.json {
        output.as_json(&description)?;
        return Ok(true);
    }
    print(&description, output)?;
    Ok(true)
}

fn print(description: &Description, output: &mut Output) -> Result<(), Failure> {
    let Description { format_version, oldest_reader, analysis_version, length, .. } = description;
    let whole = output.say("A whole snapshot", "Un instantané intact").to_owned();
    let bytes = output.say("bytes", "octets").to_owned();
    output.line(&format!("{whole}, {length} {bytes}"))?;
    output.line(&match output.language {
        Language::English => {
            format!("Format {format_version}, for readers of {oldest_reader} or later; analysis {analysis_version}")
        }
        Language::French => {
            format!("Format {format_version}, lisible à partir du format {oldest_reader}; analyse {analysis_version}")
        }
    })?;
    output.line(&format!("{} {}", output.say("Content", "Contenu"), description.content_id))?;
    output.blank()?;
    for section in &description.sections {
        let place = dim(&format!("{} {}", output.say("from byte", "à partir de l’octet"), section.offset));
        output.paragraph("  ", &format!("{}  {:>10} {bytes}  {place}", section.name, section.length))?;
    }
    Ok(())
}
