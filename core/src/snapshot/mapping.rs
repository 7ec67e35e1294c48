//! Files as memory: the one place of the library with unsafe code.
#![allow(unsafe_code, reason = "a memory map is only as constant as its file, which no type can promise")]

use std::fs::File;
use std::io;

use memmap2::Mmap;

/// Maps the whole of `file` for reading. Refuses what is no regular file, which has no length to map.
pub(super) fn map(file: &File) -> io::Result<Mmap> {
    if !file.metadata()?.is_file() {
        return Err(io::ErrorKind::Unsupported.into());
    }
    // SAFETY: the map is read-only and private to `Bytes`, which gives out nothing but shared slices of `u8`, for which
    // any value is valid. What remains is that the file must not be written to or cut while it is mapped. The library
    // itself never does so (`write_atomically` makes a new file and renames it, and the map keeps the old one); of hosts it
    // is asked by the documentation of `Bytes::open`, and `Bytes::read` is there for those who cannot promise it.
    unsafe { Mmap::map(file) }
}
