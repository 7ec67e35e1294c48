//! The files of a catalogue, from a folder or from memory, before anything is understood of them.

use std::borrow::Cow;
use std::path::Path;

use crate::error::Error;
use crate::problem::{Place, Problem, ProblemCode};
use crate::text::Bilingual;

/// A file's path inside the catalogue (`/` between folders) and its bytes.
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) bytes: Cow<'static, [u8]>,
}

/// Every `.json` file below `folder`, in order of path. Folders called `schema`, and hidden ones, hold no records.
/// A file that cannot be read is a problem, not the end.
pub(crate) fn read_folder(folder: &Path, problems: &mut Vec<Problem>) -> Result<Vec<File>, Error> {
    let mut files = Vec::new();
    let mut folders = vec![(folder.to_path_buf(), String::new())];
    while let Some((current, prefix)) = folders.pop() {
        let entries = std::fs::read_dir(&current).map_err(|error| unreadable(&current, &error))?;
        for entry in entries {
            let entry = entry.map_err(|error| unreadable(&current, &error))?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            let path = format!("{prefix}{name}");
            if entry.path().is_dir() {
                if name != "schema" && !name.starts_with('.') {
                    folders.push((entry.path(), format!("{path}/")));
                }
            } else if name.ends_with(".json") {
                match std::fs::read(entry.path()) {
                    Ok(bytes) => files.push(File { path, bytes: bytes.into() }),
                    Err(error) => {
                        let place = Place { file: Some(path), ..Place::default() };
                        problems.push(Problem::new(ProblemCode::UnreadableFile, place, &error.to_string()));
                    }
                }
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// One file that holds a whole catalogue.
pub(crate) fn read_file(path: &Path) -> Result<File, Error> {
    let bytes = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(File { path: name, bytes: bytes.into() })
}

/// The files of the bundled catalogue.
#[cfg(feature = "bundled")]
pub(crate) fn bundled() -> Vec<File> {
    fn walk(prefix: &str, folder: &'static include_dir::Dir<'static>, files: &mut Vec<File>) {
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            if path.ends_with(".json") {
                files.push(File { path: format!("{prefix}/{path}"), bytes: file.contents().into() });
            }
        }
        folder.dirs().for_each(|inner| walk(prefix, inner, files));
    }
    let top = ally_toolkit_data::FILES.iter();
    let mut files: Vec<File> =
        top.map(|(path, bytes)| File { path: (*path).to_owned(), bytes: (*bytes).into() }).collect();
    for (name, folder) in &ally_toolkit_data::FOLDERS {
        walk(name, folder, &mut files);
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    let remedy = Bilingual::new(
        "Give the folder of a catalogue, or the file of one, and check that you may read it.",
        "Indiquez le dossier ou le fichier d’un catalogue et vérifiez que vous pouvez le lire.",
    );
    Error::unreadable(path, error, remedy)
}
