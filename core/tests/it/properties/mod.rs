//! What must hold whatever the input: properties, tried on generated texts, requests and catalogues.

mod analysis;
mod completion;
mod facets;
mod loading;
mod model;
mod ranking;
mod search;
mod similar;

use proptest::prelude::*;

/// How many inputs a property is tried on; `PROPERTIES_TIMES=100 cargo test properties` tries a hundred times as many.
fn cases(count: u32) -> ProptestConfig {
    let times = std::env::var("PROPERTIES_TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    ProptestConfig::with_cases(count * times)
}

/// Texts of all kinds: anything Unicode has, and what the rules of the analysis look for.
fn texts() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        4 => prop::sample::select(vec![
            "allié", "l", "qu", "aujourd", "women", "Men", "nurse", "EDI", "2SLGBTQI", "U.N", "micro", "agression", "e", "s",
            "ère", "le", "trice", "teur", "the", "des", "cœur", "ﬁ", "ß", "İ", "x", "R", "D", "HeForShe", "３", "ʔ", "ŧ", "1er",
        ]).prop_map(str::to_owned),
        4 => prop::sample::select(vec![
            "'", "’", "ʼ", "-", "\u{2011}", "–", "·", "•", ".", "(", ")", "[", "]", "/", "&", "+", "#", ":", "_", "@", ",",
        ]).prop_map(str::to_owned),
        2 => prop::sample::select(vec![
            " ", "\u{a0}", "\n", "\u{0}", "\u{1b}", "\u{ad}", "\u{200b}", "\u{200d}", "\u{feff}", "\u{202e}", "\u{301}", "\u{20e3}",
            "😀", "👩🏾‍⚕️", "🇨🇦", "\u{e000}", "\u{10ffff}",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,4}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(pieces, 0..14).prop_map(|pieces| pieces.concat())
}

/// The part of `text` from one position to another, cut as a host cuts its own strings; `None` when it does not fit.
fn slice(text: &str, unit: ally_toolkit::OffsetUnit, start: usize, end: usize) -> Option<String> {
    use ally_toolkit::OffsetUnit;
    match unit {
        OffsetUnit::Bytes => text.get(start..end).map(str::to_owned),
        OffsetUnit::CodePoints => {
            let all: Vec<char> = text.chars().collect();
            all.get(start..end).map(|part| part.iter().collect())
        }
        OffsetUnit::Utf16 => {
            let all: Vec<u16> = text.encode_utf16().collect();
            all.get(start..end).and_then(|part| String::from_utf16(part).ok())
        }
    }
}

const UNITS: [ally_toolkit::OffsetUnit; 3] =
    [ally_toolkit::OffsetUnit::Bytes, ally_toolkit::OffsetUnit::CodePoints, ally_toolkit::OffsetUnit::Utf16];
