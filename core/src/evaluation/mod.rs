//! Evaluation: how well a ranking answers judged queries, and whether a change made it better.
//!
//! [`Judgments`] say which records answer which query, and how well ([`JudgedQueries`] has the queries' texts too);
//! [`Measures`] is what one ranking is worth for one query; [`Evaluation`] is the mean over the queries with a confidence
//! interval; [`Comparison`] sets two rankings of the same queries beside each other; [`Gate`] says whether a ranking is good
//! enough. [`EvaluationRequest`] and [`ComparisonRequest`] are what hosts give as JSON. Nothing here knows how the rankings
//! were made.

mod bootstrap;
mod comparison;
mod gate;
mod judged;
mod judgments;
mod means;
mod measure;
mod metrics;
mod request;

pub use bootstrap::Interval;
pub use comparison::{Change, Comparison};
pub use gate::{Gate, Verdict};
pub use judged::{JudgedQueries, JudgedQuery};
pub use judgments::Judgments;
pub use means::{Evaluation, Mean};
pub use measure::{Measure, UnknownMeasure};
pub use metrics::Measures;
pub use request::{ComparisonRequest, EvaluationRequest, GivenJudgments};
