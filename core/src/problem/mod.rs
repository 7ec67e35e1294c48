//! What is wrong, where, and what to do about it: the kinds of problem, their texts in both languages, and places.

mod kinds;
mod place;

pub use kinds::{Problem, ProblemCode, Severity};
pub use place::Place;
