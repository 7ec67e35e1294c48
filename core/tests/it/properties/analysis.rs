use ally_toolkit::Language;
use ally_toolkit::analysis::{analyze_in_unit, fold};
use proptest::prelude::*;

use super::{UNITS, cases, slice, texts};

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn a_token_is_where_its_span_says_in_every_unit(text in texts()) {
        for language in Language::ALL {
            for unit in UNITS {
                let tokens = analyze_in_unit(&text, language, unit).tokens;
                for token in &tokens {
                    let cut = slice(&text, unit, token.span.start, token.span.end);
                    prop_assert_eq!(cut.as_ref(), Some(&token.text), "{:?} {:?}", unit, token);
                }
            }
        }
    }

    #[test]
    fn tokens_stand_in_the_order_of_the_text(text in texts()) {
        for language in Language::ALL {
            let tokens = ally_toolkit::analysis::analyze(&text, language).tokens;
            for pair in tokens.windows(2) {
                prop_assert!(pair[0].span.start <= pair[1].span.start, "{:?}", pair);
                prop_assert!(pair[0].position <= pair[1].position, "{:?}", pair);
                // Only a compound and its parts share a place.
                prop_assert!(pair[0].span.end <= pair[1].span.start || pair[0].joined, "{:?}", pair);
            }
        }
    }

    #[test]
    fn a_token_has_words_and_each_its_three_degrees(text in texts()) {
        for language in Language::ALL {
            for token in ally_toolkit::analysis::analyze(&text, language).tokens {
                prop_assert!(!token.forms.is_empty());
                prop_assert!(!token.text.is_empty());
                for form in &token.forms {
                    prop_assert!(!form.form.is_empty() && !form.folded.is_empty() && !form.stem.is_empty(), "{:?}", token);
                    prop_assert!(!form.form.contains(char::is_control), "{:?}", token);
                }
            }
        }
    }

    #[test]
    fn folding_twice_is_folding_once(text in texts()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }
}

/// Texts without blanks, as no people write them: neither the time nor the stack may grow faster than the text. Were the
/// time to grow with the square of the length, the test would take hours.
#[test]
fn a_long_text_without_blanks_is_read_to_its_end() {
    for pattern in [
        "a-",
        "un-e-",
        "allié·e·s-",
        "l'",
        "d'un-e-",
        "a·",
        "(e",
        "a/e-",
        "a:",
        "aA",
        "#Aa",
        "e\u{301}",
        "’",
        "a.",
        "a&",
        "a+",
        "[e]",
        "s's-",
    ] {
        let text = pattern.repeat(200_000 / pattern.len());
        for language in Language::ALL {
            let tokens = ally_toolkit::analysis::analyze(&text, language).tokens;
            let end = tokens.iter().map(|token| token.span.end).max();
            assert!(
                end.is_none_or(|end| end + pattern.len() >= text.len()),
                "{pattern} in {language}: {end:?}"
            );
        }
    }
}
