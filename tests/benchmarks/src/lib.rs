//! What the benchmarks share: records and queries in any number.

pub mod generator;
