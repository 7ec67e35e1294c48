//! The edge between the core and Node: the one place where results become JSON, and errors and panics become exceptions.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use ally_toolkit::{Error, ErrorData, Language, SearchRequest};
use serde::Serialize;

/// Runs `call`, which every function that Node sees goes through. A failure is thrown with its JSON as the message, of
/// which `index.cjs` makes an `AllyToolkitError`. A panic is a failure like another: it must not bring the host down, and
/// what the call borrowed is immutable, so that nothing is left half changed.
pub(crate) fn guard<T>(call: impl FnOnce() -> Result<T, Failure>) -> napi::Result<T> {
    let outcome = catch_unwind(AssertUnwindSafe(call))
        .unwrap_or_else(|panic| Err(Error::internal(&words(panic.as_ref())).into()));
    outcome
        .map_err(|failure| napi::Error::from_reason(serde_json::to_string(&failure).unwrap_or(failure.line)))
}

/// Like [`guard`], with the result as JSON.
pub(crate) fn answer<T: Serialize>(call: impl FnOnce() -> Result<T, Failure>) -> napi::Result<String> {
    guard(|| Ok(serde_json::to_string(&call()?).map_err(|error| Error::internal(&error.to_string()))?))
}

fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "panic".to_owned())
}

/// What an exception carries: the error as plain data, and as one line of English.
#[derive(Serialize)]
pub(crate) struct Failure {
    line: String,
    #[serde(flatten)]
    data: ErrorData,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure { line: error.line(Language::English), data: error.data().clone() }
    }
}

/// Reads a request. Not by `SearchRequest::from_json`, whose errors name lines and columns of a text that the caller has
/// never seen.
pub(crate) fn request(json: &str) -> Result<SearchRequest, Failure> {
    let value = serde_json::from_str(json);
    Ok(value.map_or_else(|_| SearchRequest::from_json(json.as_bytes()), SearchRequest::from_value)?)
}

/// Reads the language of a reader or text: as the field of a request, so that a wrong one gives the same error.
pub(crate) fn language(code: &str) -> Result<Language, Failure> {
    Ok(SearchRequest::from_value(serde_json::json!({ "language": code }))?.language)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thrown<T>(call: impl FnOnce() -> Result<T, Failure>) -> serde_json::Value {
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
