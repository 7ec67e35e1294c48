//! Files that are replaced as a whole: whoever opens one finds the old or the new, never a part.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::error::{Error, ErrorKind};
use crate::problem::Place;
use crate::text::Bilingual;

/// How many names are tried for the new file before its folder is given up.
const ATTEMPTS: u32 = 64;

/// Writes what `write` gives to a new file beside `path`, puts it on disk, and renames it to `path`.
///
/// - Who has the old file open or mapped keeps the old content. On Windows a file that is mapped, or open without the right
///   to delete it, cannot be replaced: that is an error, and the old file stays.
/// - A symbolic link stays, and the file it leads to is replaced. A folder, a pipe or a device is refused.
/// - The permissions of the old file are kept, its owner and its other names (hard links) are not. A new file has the
///   permissions that the process gives to new files.
/// - After an error, the new file is removed and the old one is there as it was; only if the folder cannot be put on disk, the
///   new file is in place and may be lost in a power failure.
/// - A process that is killed leaves a file `.name.number.new` behind, which nothing reads and which may be deleted.
///
/// # Errors
/// [`Unwritable`](ErrorKind::Unwritable), with what the system says.
pub(crate) fn write_atomically(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Error> {
    replace(path, write).map_err(|error| unwritable(path, &error))
}

fn replace(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let target = target(path)?;
    let permissions = match fs::metadata(&target) {
        Ok(old) if old.is_file() => Some(old.permissions()),
        Ok(_) => return Err(io::ErrorKind::AlreadyExists.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let (file, new) = create_beside(&target)?;
    let written = fill(file, write, permissions).and_then(|()| fs::rename(&new, &target));
    if let Err(error) = written {
        // The first error is the one to report.
        let _ = fs::remove_file(&new);
        return Err(error);
    }
    sync_folder(folder(&target))
}

fn fill(
    file: File,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    permissions: Option<fs::Permissions>,
) -> io::Result<()> {
    // Before there is anything to read.
    if let Some(permissions) = permissions {
        file.set_permissions(permissions)?;
    }
    let mut out = BufWriter::new(file);
    write(&mut out)?;
    out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
}

/// The file to replace: where a symbolic link leads to, or the path itself.
fn target(path: &Path) -> io::Result<PathBuf> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => fs::canonicalize(path),
        _ => Ok(path.to_owned()),
    }
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Makes a file of a name that nobody has, in the folder of `path`: only there a rename is one step.
fn create_beside(path: &Path) -> io::Result<(File, PathBuf)> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = path.file_name().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
    for _ in 0..ATTEMPTS {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let mut new = std::ffi::OsString::from(".");
        new.push(name);
        new.push(format!(".{}-{number}.new", std::process::id()));
        let new = folder(path).join(new);
        match OpenOptions::new().write(true).create_new(true).open(&new) {
            Ok(file) => return Ok((file, new)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Puts the new name on disk. Some file systems know no such thing for folders; there it is as safe as they make it.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {
            Ok(())
        }
        result => result,
    }
}

/// Windows gives no handle on a folder that could be put on disk; its file system writes names to a journal.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

fn unwritable(path: &Path, error: &io::Error) -> Error {
    let path = path.display().to_string();
    Error::new(
        ErrorKind::Unwritable,
        Place { file: Some(path.clone()), ..Place::default() },
        Bilingual::new(
            format!("`{path}` cannot be written: {error}."),
            format!("«\u{a0}{path}\u{a0}» ne peut pas être écrit\u{a0}: {error}."),
        ),
        Bilingual::new(
            "Check that the folder exists, that you may write to it and that there is room.",
            "Vérifiez que le dossier existe, que vous pouvez y écrire et qu’il y a de la place.",
        ),
    )
}
