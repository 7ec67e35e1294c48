//! The library itself, as anybody uses it: both stages, both languages, highlights and reasons.

use ally_toolkit_speed::{Outcome, ally::Ally, run};

fn main() -> Outcome<()> {
    run::<Ally<false>>()
}
