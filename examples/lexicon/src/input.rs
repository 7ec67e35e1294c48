//! Bilingual texts from JSON lines.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;

use flate2::read::MultiGzDecoder;
use serde::Deserialize;

use crate::at;

/// A record: a title and a text in both languages.
#[derive(Deserialize)]
struct Record {
    #[serde(default)]
    title: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    title_fr: String,
    #[serde(default)]
    text_fr: String,
}

/// Gives every pair of texts in the files, English and French, to `use_pair`: titles apart from texts. A file whose name
/// ends in `.gz` is unpacked; of a text of `cut` characters or more the last word is left out.
pub(crate) fn read(
    paths: &[PathBuf],
    cut: Option<usize>,
    mut use_pair: impl FnMut(&str, &str),
) -> Result<(), String> {
    for path in paths {
        let file = File::open(path).map_err(|error| at(path, error))?;
        let packed = path.extension().is_some_and(|extension| extension == "gz");
        let reader: Box<dyn Read> = if packed { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) };
        for (number, line) in (1_usize..).zip(BufReader::new(reader).lines()) {
            let line = line.map_err(|error| at(path, error))?;
            if line.trim().is_empty() {
                continue;
            }
            let record: Record =
                serde_json::from_str(&line).map_err(|error| at(path, format!("line {number}: {error}")))?;
            use_pair(&record.title, &record.title_fr);
            use_pair(whole_words(&record.text, cut), whole_words(&record.text_fr, cut));
        }
    }
    Ok(())
}

fn whole_words(text: &str, cut: Option<usize>) -> &str {
    match cut {
        // A blank at the very end is often trimmed after the cut.
        Some(cut) if text.chars().count() + 1 >= cut => {
            text.rsplit_once(char::is_whitespace).map_or("", |(whole, _)| whole)
        }
        _ => text,
    }
}
