//! The edge between the core and Node: the one place where results are packed, and errors and panics become exceptions.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use ally_toolkit::{Error, ErrorData, Language, SearchRequest};
use serde::Serialize;

use crate::packed::{Packed, pack};

/// Runs `call`, which every function that Node sees goes through. An error is thrown with its JSON as the message, of
/// which `index.cjs` makes an `AllyToolkitError`. A panic is an error like another: it must not bring the host down, and
/// what the call borrowed is immutable, so that nothing is left half changed.
pub(crate) fn guard<T>(call: impl FnOnce() -> Result<T, Error>) -> napi::Result<T> {
    let outcome = catch_unwind(AssertUnwindSafe(call))
        .unwrap_or_else(|panic| Err(Error::internal(&words(panic.as_ref()))));
    outcome.map_err(|error| {
        let failure = Failure { line: error.line(Language::English), data: error.data() };
        napi::Error::from_reason(serde_json::to_string(&failure).unwrap_or(failure.line))
    })
}

/// Like [`guard`], with the result packed.
pub(crate) fn answer<T: Serialize>(call: impl FnOnce() -> Result<T, Error>) -> napi::Result<Packed> {
    guard(|| pack(&call()?).map_err(|error| Error::internal(&error.to_string())))
}

fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "panic".to_owned())
}

/// What an exception carries: the error as plain data, and as one line of English.
#[derive(Serialize)]
struct Failure<'a> {
    line: String,
    #[serde(flatten)]
    data: &'a ErrorData,
}

/// Reads the language of a reader or text: as the field of a request, so that a wrong one gives the same error.
pub(crate) fn language(code: &str) -> Result<Language, Error> {
    SearchRequest::from_value(serde_json::json!({ "language": code })).map(|request| request.language)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thrown<T>(call: impl FnOnce() -> Result<T, Error>) -> serde_json::Value {
        serde_json::from_str(&guard(call).err().unwrap().reason).unwrap()
    }

    #[test]
    fn a_panic_is_thrown_as_an_internal_error() {
        let thrown = thrown::<()>(|| panic!("lost {}", "count"));
        assert_eq!(thrown["kind"], "internal");
        assert_eq!(thrown["message"]["en"], "Internal error: lost count.");
    }

    #[test]
    fn an_exception_carries_the_whole_error_and_its_line() {
        let thrown = thrown(|| language("de"));
        assert_eq!(thrown["kind"], "invalid-request");
        assert_eq!(thrown["place"]["field"], "language");
        assert!(thrown["message"]["fr"].is_string() && thrown["remedy"]["fr"].is_string());
        assert!(thrown["line"].as_str().unwrap().ends_with("(language)"));
    }
}
