use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use super::super::file::write_atomically;
use super::*;

/// A folder that is removed with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("ally-toolkit-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(&self.0)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    write_atomically(path, |out| out.write_all(bytes))
}

/// One of two snapshots that are told apart by their content: `part` many times over.
fn version(part: u8) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.add(WORDS, vec![part; 100_000]);
    writer.finish()
}

#[test]
fn a_file_is_made_and_replaced() {
    let folder = Folder::new("replaced");
    let path = folder.0.join("a.snapshot");
    put(&path, b"old").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"old");
    let mut writer = Writer::default();
    writer.add(WORDS, &b"allies"[..]);
    writer.write_file(&path).unwrap();
    assert_eq!(folder.names(), ["a.snapshot"]);
    for bytes in [Bytes::open(&path).unwrap(), Bytes::read(&path).unwrap()] {
        let container = Container::open(bytes).unwrap();
        container.verify().unwrap();
        assert_eq!(&*container.section_checked(WORDS).unwrap(), b"allies");
    }
}

#[test]
fn an_error_leaves_the_old_file_and_nothing_else() {
    let folder = Folder::new("error");
    let path = folder.0.join("a.snapshot");
    put(&path, b"old").unwrap();
    let error = write_atomically(&path, |out| {
        out.write_all(&[0; 100_000])?;
        Err(std::io::ErrorKind::StorageFull.into())
    });
    let error = error.unwrap_err();
    assert_kind(&error, ErrorKind::Unwritable);
    assert_eq!(error.place().file.as_deref(), path.to_str());
    assert_eq!(fs::read(&path).unwrap(), b"old");
    assert_eq!(folder.names(), ["a.snapshot"]);
    assert_kind(&put(&folder.0, b"a folder").unwrap_err(), ErrorKind::Unwritable);
    assert_kind(&put(&folder.0.join("no/such"), b"").unwrap_err(), ErrorKind::Unwritable);
    assert_kind(&put(Path::new(""), b"").unwrap_err(), ErrorKind::Unwritable);
    assert_eq!(folder.names(), ["a.snapshot"]);
}

#[test]
fn what_is_open_keeps_its_content() {
    let folder = Folder::new("open");
    let path = folder.0.join("a.snapshot");
    put(&path, &version(1)).unwrap();
    let container = Container::open(Bytes::open(&path).unwrap()).unwrap();
    // Windows refuses to replace a mapped file; the old one must then be there still.
    let replaced = put(&path, &version(2));
    assert!(replaced.is_ok() || cfg!(windows));
    container.verify().unwrap();
    assert_eq!(container.section(WORDS).unwrap()[99_999], 1);
}

#[cfg(unix)]
#[test]
fn links_and_permissions_are_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new("links");
    let (path, link) = (folder.0.join("a.snapshot"), folder.0.join("link"));
    put(&path, b"old").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("a.snapshot", &link).unwrap();
    put(&link, b"new").unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read(&path).unwrap(), b"new");
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    fs::remove_file(&path).unwrap();
    assert_kind(&put(&link, b"to nowhere").unwrap_err(), ErrorKind::Unwritable);
    assert_eq!(folder.names(), ["link"]);
}

#[test]
fn what_cannot_be_opened_is_unreadable_and_named() {
    let folder = Folder::new("unreadable");
    let path = folder.0.join("none.snapshot");
    for error in [Bytes::open(&path).unwrap_err(), Bytes::read(&folder.0).unwrap_err()] {
        assert_kind(&error, ErrorKind::Unreadable);
        assert!(error.place().file.is_some());
    }
    fs::write(&path, b"").unwrap();
    let error = Container::open(Bytes::open(&path).unwrap()).unwrap_err();
    assert_kind(&error, ErrorKind::InvalidSnapshot);
    assert_eq!(error.place().file.as_deref(), path.to_str());
}

const WRITE_HERE: &str = "ALLY_TOOLKIT_TEST_WRITES_UNTIL_KILLED";

/// Started by the next test as a process of its own; alone it does nothing.
#[test]
fn a_writer_that_is_killed() {
    let Some(path) = std::env::var_os(WRITE_HERE) else { return };
    for part in (1..=2).cycle() {
        put(Path::new(&path), &version(part)).unwrap();
    }
}

#[test]
fn killing_the_writer_leaves_the_old_or_the_new_file() {
    let folder = Folder::new("killed");
    let path = folder.0.join("a.snapshot");
    put(&path, &version(1)).unwrap();
    let versions = [version(1), version(2)];
    let module = module_path!().split_once("::").unwrap().1;
    let mut random = Random(u64::from(std::process::id()));
    for round in 0..25 {
        let before = fs::metadata(&path).unwrap().modified().unwrap();
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", &format!("{module}::a_writer_that_is_killed")])
            .env(WRITE_HERE, &path)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        // In some rounds it may not have begun; in the others it is in the middle of a later file.
        while round % 5 > 0 && fs::metadata(&path).unwrap().modified().unwrap() == before {
            assert!(child.try_wait().unwrap().is_none(), "the writer ended by itself");
            std::thread::yield_now();
        }
        std::thread::sleep(Duration::from_micros(random.next() % 20_000));
        // Readers never see half of a file, also while it is being written.
        assert!(versions.contains(&fs::read(&path).unwrap()));
        child.kill().unwrap();
        child.wait().unwrap();
        let left = fs::read(&path).unwrap();
        assert!(versions.contains(&left));
        open_whole(left).unwrap();
    }
}
