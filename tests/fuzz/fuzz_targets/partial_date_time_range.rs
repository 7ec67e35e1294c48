//! Any text as a date, a passage, a language tag, an address of a page: what is read is written back the same.
#![no_main]

use ally_toolkit::model::{LanguageTag, PageTarget, PartialDate, TimeRange, check_web_address};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(date) = text.parse::<PartialDate>() {
        assert_eq!(date.to_string(), text);
    }
    if let Ok(range) = text.parse::<TimeRange>() {
        assert_eq!(range.to_string().parse(), Ok(range));
        assert!(range.start() < range.end());
    }
    if let Ok(tag) = text.parse::<LanguageTag>() {
        assert_eq!(tag.as_str().parse(), Ok(tag.clone()));
        let _ = tag.language();
    }
    if let Ok(target) = text.parse::<PageTarget>() {
        assert_eq!(target.to_string(), text);
    }
    let _ = check_web_address(text);
});
