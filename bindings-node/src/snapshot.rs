//! Snapshots without a catalogue: where they come from, what they say of themselves, whether they are whole.

use ally_toolkit::Error;
use ally_toolkit::snapshot::{Bytes, Container};
use napi::bindgen_prelude::{Either, Uint8Array};
use napi_derive::napi;

use crate::edge::{answer, guard};
use crate::packed::Packed;

/// A snapshot as it is given: the path of a file, or its bytes.
pub(crate) type Source = Either<String, Uint8Array>;

/// The bytes of a snapshot: a file is mapped into memory, bytes are copied, since JavaScript may change them at any time.
///
/// # Errors
/// `Unreadable`.
pub(crate) fn bytes_of(source: Source) -> Result<Bytes, Error> {
    match source {
        Either::A(path) => Bytes::open(path),
        Either::B(bytes) => Ok(bytes.to_vec().into()),
    }
}

/// What a snapshot says of itself.
#[napi]
pub fn describe_snapshot(source: Source) -> napi::Result<Packed> {
    answer(|| Ok(Container::inspect(bytes_of(source)?)?.describe()))
}

/// Reads a whole snapshot, and throws where it is not as it was written.
#[napi]
pub fn verify_snapshot(source: Source) -> napi::Result<()> {
    guard(|| Container::inspect(bytes_of(source)?)?.verify())
}
