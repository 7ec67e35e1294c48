use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use ally_toolkit::Language;
use flate2::read::MultiGzDecoder;
use serde::Deserialize;

use super::{Random, Record};

/// A line of a collection of bilingual texts.
#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    title: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    title_fr: String,
    #[serde(default)]
    text_fr: String,
}

/// The real bilingual records in the files `docs*.jsonl.gz` of a folder, as many as there are up to `most`. Their texts are
/// their own; what they can be filtered by is drawn, as for generated records.
///
/// # Errors
/// When the folder has no such file, or one cannot be read.
pub fn laws(folder: &Path, seed: u64, most: u64) -> Result<Vec<Record>, Box<dyn Error>> {
    let mut files: Vec<PathBuf> = folder
        .read_dir()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| is_ours(path))
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(format!("no docs*.jsonl.gz in {}", folder.display()).into());
    }
    let mut records = Vec::new();
    for file in files {
        for line in BufReader::new(MultiGzDecoder::new(File::open(file)?)).lines() {
            let at = records.len() as u64;
            if at == most {
                return Ok(records);
            }
            let line: Line = serde_json::from_str(&line?)?;
            let texts =
                [(Language::English, line.title, line.text), (Language::French, line.title_fr, line.text_fr)];
            let texts =
                texts.map(|(language, title, text)| (language, filled(&title, &text), filled(&text, &title)));
            let texts = texts.into_iter().filter(|(_, title, _)| !title.is_empty()).collect::<Vec<_>>();
            if !texts.is_empty() {
                records.push(Record::new(at, texts, &mut Random::of(seed, at)));
            }
        }
    }
    Ok(records)
}

fn is_ours(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    name.starts_with("docs") && name.ends_with(".jsonl.gz")
}

/// The text without control characters and the spaces around it; the beginning of the other when there is none.
fn filled(text: &str, other: &str) -> String {
    let clean = |text: &str| text.replace(char::is_control, " ").trim().to_owned();
    let text = clean(text);
    if text.is_empty() { clean(&other.chars().take(60).collect::<String>()) } else { text }
}
