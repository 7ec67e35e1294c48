//! What is suggested to those who type: completions while they type, one other query where what they typed finds little, and what to
//! leave out where it finds nothing.
//!
//! [`Searcher::complete`](crate::Searcher::complete) answers a [`CompletionRequest`] with [`Completions`];
//! [`Searcher::did_you_mean`](crate::Searcher::did_you_mean) a search with at most one [`Proposal`],
//! [`Searcher::advise`](crate::Searcher::advise) with [`Advice`]. All read the index of the searches themselves, and count with a
//! search: so nothing is suggested that finds nothing. `typed` reads what stands in the box;
//! `words`, `titles`, `topics` and `people` find what completes it, `matching` tells where it stands in a text, and `complete` chooses.
//! `spelling` knows how the catalogue writes a word.

mod advice;
mod announcement;
mod candidate;
mod complete;
mod completion;
mod letter_case;
mod matching;
mod people;
mod proposal;
mod request;
mod spelling;
mod titles;
mod topics;
mod typed;
mod words;

pub use advice::{Advice, AdviceKind, AdvisedRequest, PartFound};
pub use completion::{Completion, CompletionKind, Completions, MatchedLabel};
pub use proposal::Proposal;
pub use request::CompletionRequest;
