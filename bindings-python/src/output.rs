//! What Python gets: results as plain dicts and lists, made through serde.
//!
//! Results say the same few names again and again: keys of dicts, values of enums. Each is made a `str` once in a thread, interned, so
//! that a dict neither hashes nor compares it letter by letter.

use std::cell::RefCell;
use std::fmt::Display;

use pyo3::IntoPyObjectExt;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString, PyTuple};
use rustc_hash::FxHashMap;
use serde::ser::{self, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant};

/// The value as plain Python data.
pub(crate) fn to_python<'py>(
    py: Python<'py>,
    value: &(impl Serialize + ?Sized),
) -> PyResult<Bound<'py, PyAny>> {
    value.serialize(Output(py)).map_err(|error| error.0)
}

thread_local! {
    static NAMES: RefCell<Names> = RefCell::default();
}

/// Names by where they lie, and their length.
type Names = FxHashMap<(usize, usize), Py<PyString>>;

/// A name of the library's own, told by where it lies: it lies there as long as the program runs.
fn name<'py>(py: Python<'py>, text: &'static str) -> Bound<'py, PyString> {
    let place = (text.as_ptr().addr(), text.len());
    let known = NAMES.with_borrow(|names| names.get(&place).map(|name| name.bind(py).clone()));
    known.unwrap_or_else(|| {
        let name = PyString::intern(py, text);
        NAMES.with_borrow_mut(|names| names.insert(place, name.clone().unbind()));
        name
    })
}

/// Makes one value.
#[derive(Clone, Copy)]
struct Output<'py>(Python<'py>);

/// An exception, as serde carries it.
#[derive(Debug)]
struct Failure(PyErr);

impl Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Failure {}

impl ser::Error for Failure {
    fn custom<T: Display>(message: T) -> Self {
        Failure(PyValueError::new_err(message.to_string()))
    }
}

impl From<PyErr> for Failure {
    fn from(error: PyErr) -> Self {
        Failure(error)
    }
}

type Made<'py> = Result<Bound<'py, PyAny>, Failure>;

impl<'py> Output<'py> {
    /// What is made, held by its variant where it has one.
    fn held(self, variant: Option<&'static str>, made: Bound<'py, PyAny>) -> Made<'py> {
        let Some(variant) = variant else { return Ok(made) };
        let dict = PyDict::new(self.0);
        dict.set_item(name(self.0, variant), made)?;
        Ok(dict.into_any())
    }
}

macro_rules! as_it_is {
    ($($method:ident: $kind:ty),+) => {
        $(fn $method(self, value: $kind) -> Made<'py> {
            Ok(value.into_bound_py_any(self.0)?)
        })+
    };
}

impl<'py> ser::Serializer for Output<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failure;
    type SerializeSeq = Items<'py>;
    type SerializeTuple = Items<'py>;
    type SerializeTupleStruct = Items<'py>;
    type SerializeTupleVariant = Items<'py>;
    type SerializeMap = Fields<'py>;
    type SerializeStruct = Fields<'py>;
    type SerializeStructVariant = Fields<'py>;

    as_it_is! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_f32: f32,
        serialize_f64: f64, serialize_char: char, serialize_str: &str, serialize_bytes: &[u8]
    }

    fn serialize_none(self) -> Made<'py> {
        Ok(self.0.None().into_bound(self.0))
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Made<'py> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Made<'py> {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Made<'py> {
        self.serialize_none()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Made<'py> {
        Ok(name(self.0, variant).into_any())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Made<'py> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Made<'py> {
        self.held(Some(variant), value.serialize(self)?)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Items<'py>, Failure> {
        Ok(Items::new(self, length.unwrap_or(0), false, None))
    }

    fn serialize_tuple(self, length: usize) -> Result<Items<'py>, Failure> {
        Ok(Items::new(self, length, true, None))
    }

    fn serialize_tuple_struct(self, _: &'static str, length: usize) -> Result<Items<'py>, Failure> {
        self.serialize_tuple(length)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Items<'py>, Failure> {
        Ok(Items::new(self, length, true, Some(variant)))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Fields<'py>, Failure> {
        Ok(Fields::new(self, None))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Fields<'py>, Failure> {
        Ok(Fields::new(self, None))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Fields<'py>, Failure> {
        Ok(Fields::new(self, Some(variant)))
    }
}

/// A list or tuple that is being made.
struct Items<'py> {
    output: Output<'py>,
    items: Vec<Bound<'py, PyAny>>,
    is_tuple: bool,
    variant: Option<&'static str>,
}

impl<'py> Items<'py> {
    fn new(output: Output<'py>, length: usize, is_tuple: bool, variant: Option<&'static str>) -> Self {
        Items { output, items: Vec::with_capacity(length), is_tuple, variant }
    }
}

impl<'py> SerializeSeq for Items<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failure;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failure> {
        self.items.push(value.serialize(self.output)?);
        Ok(())
    }

    fn end(self) -> Made<'py> {
        let py = self.output.0;
        let made = if self.is_tuple {
            PyTuple::new(py, self.items)?.into_any()
        } else {
            PyList::new(py, self.items)?.into_any()
        };
        self.output.held(self.variant, made)
    }
}

macro_rules! as_a_list {
    ($($kind:ident: $method:ident),+) => {
        $(impl<'py> ser::$kind for Items<'py> {
            type Ok = Bound<'py, PyAny>;
            type Error = Failure;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failure> {
                SerializeSeq::serialize_element(self, value)
            }

            fn end(self) -> Made<'py> {
                SerializeSeq::end(self)
            }
        })+
    };
}

as_a_list! {
    SerializeTuple: serialize_element, SerializeTupleStruct: serialize_field, SerializeTupleVariant: serialize_field
}

/// A dict that is being made.
struct Fields<'py> {
    output: Output<'py>,
    dict: Bound<'py, PyDict>,
    key: Option<Bound<'py, PyAny>>,
    variant: Option<&'static str>,
}

impl<'py> Fields<'py> {
    fn new(output: Output<'py>, variant: Option<&'static str>) -> Self {
        Fields { output, dict: PyDict::new(output.0), key: None, variant }
    }
}

impl<'py> SerializeStruct for Fields<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failure;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Failure> {
        Ok(self.dict.set_item(name(self.output.0, key), value.serialize(self.output)?)?)
    }

    fn end(self) -> Made<'py> {
        self.output.held(self.variant, self.dict.into_any())
    }
}

impl<'py> SerializeStructVariant for Fields<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failure;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Failure> {
        SerializeStruct::serialize_field(self, key, value)
    }

    fn end(self) -> Made<'py> {
        SerializeStruct::end(self)
    }
}

impl<'py> SerializeMap for Fields<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failure;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Failure> {
        self.key = Some(key.serialize(self.output)?);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failure> {
        let key = self.key.take().ok_or_else(|| PyValueError::new_err("a value without a key"))?;
        Ok(self.dict.set_item(key, value.serialize(self.output)?)?)
    }

    fn end(self) -> Made<'py> {
        SerializeStruct::end(self)
    }
}
