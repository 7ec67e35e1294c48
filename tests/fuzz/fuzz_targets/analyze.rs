//! Any text, in either language: no panic, and each token is where its span says in every unit.
#![no_main]

use ally_toolkit::analysis::{analyze, analyze_in_unit};
use ally_toolkit::{Language, OffsetUnit};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for language in Language::ALL {
        for token in analyze(text, language).tokens {
            assert_eq!(&text[token.span.start..token.span.end], token.text);
            assert!(token.forms.iter().all(|form| !form.stem.is_empty()));
        }
        let code_points: Vec<char> = text.chars().collect();
        for token in analyze_in_unit(text, language, OffsetUnit::CodePoints).tokens {
            assert!(code_points[token.span.start..token.span.end].iter().copied().eq(token.text.chars()));
        }
        let utf16: Vec<u16> = text.encode_utf16().collect();
        for token in analyze_in_unit(text, language, OffsetUnit::Utf16).tokens {
            assert!(utf16[token.span.start..token.span.end].iter().copied().eq(token.text.encode_utf16()));
        }
    }
});
