//! Tests of the crate from outside, as a host uses it; `tests/vectors` holds what all hosts share.

mod bundled;
mod probes;
#[cfg(feature = "schema")]
mod schema;
