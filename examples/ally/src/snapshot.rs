use std::path::{Path, PathBuf};

use ally_toolkit::Searcher;
use ally_toolkit::snapshot::{Bytes, Container, Description};
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
    output.line(&format!(
        "{}: {length} {}",
        output.say("Snapshot, whole", "Instantané, intact"),
        output.say("bytes", "octets")
    ))?;
    output.line(&format!(
        "{} {format_version} ({} {oldest_reader}), {} {analysis_version}",
        output.say("format", "format"),
        output.say("readable from", "lisible à partir de"),
        output.say("analysis", "analyse")
    ))?;
    output.line(&format!("{} {}", output.say("content", "contenu"), description.content_id))?;
    output.blank()?;
    for section in &description.sections {
        let place = dim(&format!("{} {}", output.say("at", "à"), section.offset));
        output.line(&format!(
            "  {}  {:>10} {}  {place}",
            section.name,
            section.length,
            output.say("bytes", "octets")
        ))?;
    }
    Ok(())
}
