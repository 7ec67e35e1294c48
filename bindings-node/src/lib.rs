//! The Node addon: converts, calls the core, converts. `index.cjs` puts the JavaScript idiom on top.
//!
//! Data crosses as JSON text, which JavaScript parses: on a page of ten hits with every facet this is several times
//! faster than building the objects through Node-API, one call for each key and value (`bench.mjs` has the figures).

pub mod catalogue;
mod edge;
pub mod functions;
