//! Requests of hosts, read from JSON: whatever is wrong is an error with the field at fault.

use serde::de::{DeserializeOwned, Deserializer};

use crate::error::{Error, ErrorKind};
use crate::json_error::describe;
use crate::problem::Place;
use crate::text::Bilingual;

/// What is said of a request that cannot be read.
#[derive(Clone, Copy)]
pub(crate) struct Unreadable {
    /// From what is wrong, as a part of a sentence, to the whole message.
    pub(crate) message: fn(&Bilingual) -> Bilingual,
    pub(crate) remedy: fn() -> Bilingual,
}

/// Reads JSON to its end.
pub(crate) fn read_json<T: DeserializeOwned>(json: &[u8], unreadable: Unreadable) -> Result<T, Error> {
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let value = read(&mut deserializer, unreadable)?;
    deserializer.end().map_err(|error| unreadable.error("", &error))?;
    Ok(value)
}

/// Reads a value, or what a deserializer still holds.
pub(crate) fn read<'de, T, D>(from: D, unreadable: Unreadable) -> Result<T, Error>
where
    T: DeserializeOwned,
    D: Deserializer<'de, Error = serde_json::Error>,
{
    serde_path_to_error::deserialize(from)
        .map_err(|error| unreadable.error(&error.path().to_string(), error.inner()))
}

impl Unreadable {
    fn error(self, path: &str, error: &serde_json::Error) -> Error {
        let place = if matches!(path, "." | "") { Place::default() } else { Place::field(path) };
        Error::new(ErrorKind::InvalidRequest, place, (self.message)(&describe(error)), (self.remedy)())
    }
}
