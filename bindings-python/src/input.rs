//! What Python gives: texts, the bytes of a catalogue, where a snapshot lies, the fields of a request.

use std::path::PathBuf;

use ally_toolkit::snapshot::Bytes;
use ally_toolkit::{Error, Language, SearchRequest};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{
    PyBool, PyBytes, PyDict, PyFloat, PyFrozenSet, PyInt, PyList, PyMemoryView, PySet, PyString, PyTuple,
};
use serde_json::{Map, Value};

/// A `str`. Each lone surrogate, which UTF-8 cannot say, is read as one U+FFFD, so that spans still fit the `str`.
pub(crate) struct Text(pub(crate) String);

impl<'py> FromPyObject<'_, 'py> for Text {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let text = object.cast::<PyString>()?;
        if let Ok(text) = text.to_str() {
            return Ok(Text(text.to_owned()));
        }
        let code_points = text.call_method1("encode", ("utf-32-le", "surrogatepass"))?;
        let code_points: PyBackedBytes = code_points.extract()?;
        let (code_points, _) = code_points.as_chunks::<4>();
        let characters = code_points.iter().map(|bytes| char::from_u32(u32::from_le_bytes(*bytes)));
        Ok(Text(characters.map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()))
    }
}

/// The text of a catalogue in one file: `str`, or `bytes` in UTF-8.
pub(crate) enum Json {
    Text(Text),
    Bytes(PyBackedBytes),
}

impl Json {
    pub(crate) fn as_bytes(&self) -> &[u8] {
        match self {
            Json::Text(text) => text.0.as_bytes(),
            Json::Bytes(bytes) => bytes,
        }
    }
}

impl<'py> FromPyObject<'_, 'py> for Json {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if object.is_instance_of::<PyString>() {
            return object.extract().map(Json::Text);
        }
        let bytes = object.extract::<PyBackedBytes>();
        bytes.map(Json::Bytes).map_err(|_| wrong_type(&object, "str or bytes"))
    }
}

/// Where a snapshot lies: in the file of a path, or in memory.
pub(crate) enum Source {
    Path(PathBuf),
    Memory(PyBackedBytes),
}

impl Source {
    /// Opens the file, mapped; the bytes of a `bytes` stay where they are.
    pub(crate) fn open(self) -> Result<Bytes, Error> {
        match self {
            Source::Path(path) => Bytes::open(path),
            Source::Memory(bytes) => Ok(Bytes::from_owner(bytes)),
        }
    }
}

impl<'py> FromPyObject<'_, 'py> for Source {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(bytes) = object.cast::<PyBytes>() {
            return Ok(Source::Memory(bytes.to_owned().into()));
        }
        if object.is_instance_of::<PyString>() || object.hasattr("__fspath__")? {
            return object.extract().map(Source::Path);
        }
        // What may change under the reader's feet is copied.
        let view = PyMemoryView::from(&object).map_err(|error| {
            let is_wrong_type = error.is_instance_of::<PyTypeError>(object.py());
            if is_wrong_type { wrong_type(&object, "str, os.PathLike or a bytes-like object") } else { error }
        })?;
        let bytes = view.call_method0("tobytes")?;
        Ok(Source::Memory(bytes.cast_into::<PyBytes>()?.into()))
    }
}

/// A request's fields, for a search or an evaluation. What JSON can say is for the core to judge; anything else is a `TypeError`.
pub(crate) struct Fields(pub(crate) Value);

impl<'py> FromPyObject<'_, 'py> for Fields {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        value(&object, 0).map(Fields)
    }
}

/// Deeper than any request or query, and shallow enough for a list that holds itself.
const DEEPEST: usize = 64;

fn value(object: &Bound<'_, PyAny>, depth: usize) -> PyResult<Value> {
    if depth > DEEPEST {
        return Err(PyTypeError::new_err("nothing that the library takes is nested as deeply as this"));
    }
    if object.is_none() {
        return Ok(Value::Null);
    }
    if let Ok(text) = object.extract::<Text>() {
        return Ok(Value::String(text.0));
    }
    if let Ok(truth) = object.cast::<PyBool>() {
        return Ok(Value::Bool(truth.is_true()));
    }
    if let Ok(number) = object.cast::<PyFloat>() {
        return Ok(Value::from(number.value()));
    }
    if object.is_instance_of::<PyInt>() || object.hasattr("__index__")? {
        // One too large for the core is too large for any of its fields, which refuse a float by name.
        let number = object.extract::<i64>().map(Value::from);
        return Ok(number.or_else(|_| object.extract::<f64>().map(Value::from)).unwrap_or(Value::Null));
    }
    if let Ok(fields) = object.cast::<PyDict>() {
        let entry = |(key, field): (Bound<'_, PyAny>, Bound<'_, PyAny>)| {
            Ok((key.extract::<Text>()?.0, value(&field, depth + 1)?))
        };
        return fields.iter().map(entry).collect::<PyResult<Map<_, _>>>().map(Value::Object);
    }
    let is_list = object.is_instance_of::<PyList>() || object.is_instance_of::<PyTuple>();
    if is_list || object.is_instance_of::<PySet>() || object.is_instance_of::<PyFrozenSet>() {
        let items = object.try_iter()?.map(|item| value(&item?, depth + 1));
        return items.collect::<PyResult<Vec<_>>>().map(Value::Array);
    }
    Err(wrong_type(object, "str, int, list or dict"))
}

fn wrong_type(object: &Bound<'_, PyAny>, wanted: &str) -> PyErr {
    match object.get_type().name() {
        Ok(given) => PyTypeError::new_err(format!("expected {wanted}, not {given}")),
        Err(error) => error,
    }
}

/// Reads a language as the field of a request, so that a wrong one gives the same error.
pub(crate) fn language(code: &Text) -> Result<Language, Error> {
    SearchRequest::from_value(serde_json::json!({ "language": code.0 })).map(|request| request.language)
}
