//! Files read and written, with their name in every error.

use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

pub(crate) fn text(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| named(path, &error))
}

pub(crate) fn json<T: DeserializeOwned>(path: &Path) -> Result<T, String> {
    serde_json::from_str(&text(path)?).map_err(|error| named(path, &error))
}

/// The values of a file with one on each line.
pub(crate) fn lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, String> {
    let read = |(number, line): (usize, &str)| {
        serde_json::from_str(line).map_err(|error| format!("{}:{number}: {error}", path.display()))
    };
    (1..).zip(text(path)?.lines()).filter(|(_, line)| !line.trim().is_empty()).map(read).collect()
}

pub(crate) fn write(path: &Path, text: &str) -> Result<(), String> {
    path.parent()
        .map_or(Ok(()), std::fs::create_dir_all)
        .and_then(|()| std::fs::write(path, text))
        .map_err(|error| named(path, &error))
}

pub(crate) fn write_json(path: &Path, value: &impl Serialize) -> Result<(), String> {
    write(path, &serde_json::to_string(value).map_err(|error| error.to_string())?)
}

pub(crate) fn named(path: &Path, error: &impl std::fmt::Display) -> String {
    format!("{}: {error}", path.display())
}
