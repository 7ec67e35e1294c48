//! What a search answers, beside what a slower way would.

mod best_records;
mod known_words;
mod paging;
mod syntax;
mod updates;
