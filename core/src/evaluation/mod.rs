//! Evaluation: how well a ranking answers judged queries, and whether a change made it better.
//!
//! [`Judgments`] say which records answer which query, and how well; [`Measures`] is what one ranking is worth for one
//! query; [`Evaluation`] is the mean over the queries with a confidence interval; [`Comparison`] sets two rankings of the
//! same queries beside each other. Nothing here knows how the rankings were made.

mod bootstrap;
mod comparison;
mod judgments;
mod metrics;

pub use bootstrap::Interval;
pub use comparison::{Change, Comparison, Evaluation, Mean};
pub use judgments::{InvalidJudgments, Judgments};
pub use metrics::{Measure, Measures};
