use ally_toolkit::model::{PartialDate, RichText, TimeRange};
use ally_toolkit::{Fingerprint, Localized, Translation, TranslationState};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{cases, texts};

fn read_back<T: Serialize + DeserializeOwned>(value: &T) -> T {
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}

fn translations() -> impl Strategy<Value = Translation<String>> {
    let states = prop::sample::select(vec![
        TranslationState::Original,
        TranslationState::Human,
        TranslationState::Machine,
        TranslationState::Reviewed,
    ]);
    let sources = prop::option::of(texts().prop_map(|text| Fingerprint::of(&text)));
    (texts(), states, sources).prop_map(|(value, state, source)| Translation { value, state, source })
}

fn dates() -> impl Strategy<Value = String> {
    let marks = prop::sample::select(vec!["", "~", "?", "%"]);
    let dates = prop_oneof![
        (0..10_000_u32).prop_map(|year| format!("{year:04}")),
        (0..10_000_u32, 1..13_u32).prop_map(|(year, month)| format!("{year:04}-{month:02}")),
        (0..10_000_u32, 1..13_u32, 1..29_u32)
            .prop_map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}")),
        (0..1000_u32).prop_map(|decade| format!("{decade:03}X")),
        (0..100_u32).prop_map(|century| format!("{century:02}XX")),
    ];
    (dates, marks).prop_map(|(date, mark)| format!("{date}{mark}"))
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn texts_in_two_languages_are_read_back(en in prop::option::of(translations()), fr in prop::option::of(translations())) {
        let text = Localized { en, fr };
        prop_assert_eq!(read_back(&text), text);
    }

    #[test]
    fn dates_are_written_as_they_were_read(text in dates()) {
        let date: PartialDate = text.parse().unwrap();
        prop_assert_eq!(date.to_string(), text);
        prop_assert_eq!(read_back(&date), date);
        let (first, last) = date.years();
        prop_assert!(first <= last && first == date.year());
    }

    #[test]
    fn what_is_read_as_a_date_is_written_so(text in "[0-9X?~%-]{0,12}") {
        if let Ok(date) = text.parse::<PartialDate>() {
            prop_assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn passages_are_read_back(start in any::<u32>(), length in 1..100_000_u32) {
        let time = |seconds: u32| format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
        let Some(end) = start.checked_add(length) else { return Ok(()) };
        let range: TimeRange = format!("{} – {}", time(start), time(end)).parse().unwrap();
        prop_assert_eq!((range.start(), range.end()), (start, end));
        prop_assert_eq!(range.to_string().parse::<TimeRange>(), Ok(range));
        prop_assert_eq!(read_back(&range), range);
    }

    #[test]
    fn anything_may_be_tried_as_a_passage_or_date(text in texts()) {
        let _ = text.parse::<TimeRange>();
        let _ = text.parse::<PartialDate>();
    }

    #[test]
    fn any_text_may_be_tried_as_rich_text(text in "([*_\\[\\]()<>`#!-] ?|[a-zé ]{0,5}|\n|\\PC|term:a|https://a.ca|abbr:|lang:fr|\"x\"){0,20}") {
        let rich = RichText::from(text.as_str());
        let plain = rich.plain();
        if let Ok(paragraphs) = rich.parse() {
            prop_assert_eq!(read_back(&paragraphs), paragraphs);
        } else {
            prop_assert_eq!(plain, text);
        }
    }

    #[test]
    fn plain_words_are_their_own_rich_text(words in prop::collection::vec("[a-zéA-ZÀ']{1,8}", 1..8)) {
        let text = words.join(" ");
        prop_assert_eq!(RichText::from(text.as_str()).plain(), text);
    }
}

/// Marks in marks in marks: neither the stack nor the time may grow faster than the text.
#[test]
fn markup_of_any_depth_is_read_or_refused() {
    for (open, close) in [
        ("**a ", " b**"),
        ("*a ", " b*"),
        ("*a **b ", " c** d*"),
        ("[", "](term:a)"),
        ("[a](lang:fr", ")"),
        ("- ", "\n"),
        ("> ", ""),
        ("`", "`"),
        ("<a>", "</a>"),
        ("&amp;", ""),
        ("\\", ""),
    ] {
        let text = open.repeat(20_000) + &close.repeat(20_000);
        let rich = RichText::from(text.as_str());
        // What is refused stays as it was written.
        let plain = rich.plain();
        assert_eq!(rich.parse().is_err(), plain == text, "{open}");
    }
}
