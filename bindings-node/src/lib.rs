//! The Node addon: converts, calls the core, converts. `index.cjs` puts the JavaScript idiom on top.
//!
//! Results cross packed (`packed.rs`), requests and errors as JSON.

pub mod building;
pub mod catalogue;
mod edge;
pub mod functions;
mod packed;
pub mod snapshot;
