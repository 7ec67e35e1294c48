//! The library with its first stage alone: BM25F of the words typed, which is what other engines do.

use ally_toolkit_speed::{Outcome, ally::Ally, run};

fn main() -> Outcome<()> {
    run::<Ally<true>>()
}
