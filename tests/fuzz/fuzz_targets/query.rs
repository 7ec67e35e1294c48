//! Any text as a query: read, written in both languages, and read again.
#![no_main]

use ally_toolkit::query::{Query, parse, parse_strict};
use ally_toolkit::{Language, OffsetUnit};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(query) = Query::from_json(data) {
        let _ = query.in_language(Language::French);
    }
    let Ok(text) = std::str::from_utf8(data) else { return };
    for unit in [OffsetUnit::Bytes, OffsetUnit::CodePoints, OffsetUnit::Utf16] {
        let parsed = parse(text, unit);
        assert!(parsed.problems.iter().all(|problem| problem.span.start <= problem.span.end));
    }
    let query = parse(text, OffsetUnit::Bytes).query;
    for language in Language::ALL {
        assert_eq!(parse_strict(&query.in_language(language)).unwrap(), query);
    }
});
