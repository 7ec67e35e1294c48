//! Tests of the crate from outside, as a host uses it; `tests/vectors` holds what all hosts share.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test's helpers fail as its assertions do"
)]

mod across_languages;
mod building;
mod bundled;
mod catalogue;
mod comparison;
mod probes;
mod properties;
mod query_language;
#[cfg(feature = "schema")]
mod schema;
mod similar;
mod snapshots;
mod snowball;
mod suggestion;
mod updates;
mod vectors;
