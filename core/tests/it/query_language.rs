//! The language of short queries: how many of a list are told right, and what holds of any text.

use std::collections::BTreeMap;

use ally_toolkit::query_language::{
    Evidence, LanguageDistribution, LanguageModel, RecordCounts, Vocabulary, letter_sequences,
};
use proptest::prelude::*;

/// A query in both languages, or in either, is told right when neither is likelier than this.
const SURE: f64 = 0.85;

/// How many of `tests/vectors/query-language.tsv` are told right, of how many, by class. These may only rise.
const FLOORS: [(&str, u32, u32); 3] = [("both", 98, 103), ("en", 189, 192), ("fr", 195, 197)];

fn is_right(text: &str, expected: &str) -> bool {
    let LanguageDistribution { english, french } = LanguageDistribution::of(text);
    match expected {
        "en" => english > 0.5,
        "fr" => french > 0.5,
        "both" => english.max(french) <= SURE,
        other => panic!("{text}: `{other}`"),
    }
}

#[test]
fn as_many_queries_are_told_right_as_before() {
    let list = include_str!("../../../tests/vectors/query-language.tsv");
    let mut classes: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    let mut wrong = Vec::new();
    for line in list.lines().skip(1) {
        let (text, expected) = line.split_once('\t').unwrap();
        let right = is_right(text, expected);
        let (rights, all) = classes.entry(expected).or_default();
        *rights += u32::from(right);
        *all += 1;
        if !right {
            wrong.push(format!("{expected} {text}: {:?}", LanguageDistribution::of(text)));
        }
    }
    for (class, floor, count) in FLOORS {
        let (right, all) = classes[class];
        assert_eq!(all, count, "{class}");
        assert!(right >= floor, "{class}: {right} of {all}\n{}", wrong.join("\n"));
    }
}

fn texts() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        3 => prop::sample::select(vec![
            "the", "women", "l’", "qu'", "école", "Mi’kmaq", "allié·e·s", "EDI", "2S", "’s", "·", "-", "'", " ", " ", "\u{301}",
            "\u{200b}", "ﬁ", "İ", "ß", "œ", "日本", "😀", "_", "d", "D", "É",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat())
}

fn is_distribution(distribution: LanguageDistribution) -> bool {
    let LanguageDistribution { english, french } = distribution;
    (0.0..=1.0).contains(&english) && (0.0..=1.0).contains(&french) && (english + french - 1.0).abs() < 1e-9
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn any_text_has_a_distribution_whole_and_by_word(
        text in texts(),
        prior in (any::<f64>(), any::<f64>()),
        records in (any::<u32>(), any::<u32>()),
        with in (any::<u32>(), any::<u32>()),
    ) {
        let counts = |_: &str| RecordCounts { english: with.0, french: with.1 };
        let records = RecordCounts { english: records.0, french: records.1 };
        for vocabulary in [None, Some(Vocabulary { records, counts: &counts })] {
            let prior = LanguageDistribution { english: prior.0, french: prior.1 };
            let query = LanguageModel::bundled().query(&text, &Evidence { prior, vocabulary });
            prop_assert!(is_distribution(query.distribution), "{:?}", query);
            for word in &query.words {
                prop_assert!(is_distribution(word.distribution), "{:?}", query);
                prop_assert!(!word.span.slice(&text).is_empty(), "{:?}", word);
            }
            for pair in query.words.windows(2) {
                prop_assert!(pair[0].span.end <= pair[1].span.start, "{:?}", pair);
            }
        }
    }

    #[test]
    fn the_whole_is_the_same_with_and_without_its_words(text in texts()) {
        let (model, evidence) = (LanguageModel::bundled(), Evidence::default());
        prop_assert_eq!(model.query(&text, &evidence).distribution, model.distribution(&text, &evidence));
    }

    #[test]
    fn a_prior_for_a_language_never_speaks_against_it(text in texts()) {
        let model = LanguageModel::bundled();
        for language in ally_toolkit::Language::ALL {
            let prior = LanguageDistribution::of_reader(language);
            let with = model.distribution(&text, &Evidence { prior, vocabulary: None });
            prop_assert!(with.get(language) >= LanguageDistribution::of(&text).get(language));
        }
    }

    #[test]
    fn letter_sequences_are_parts_of_the_marked_word(word in "[a-zéœ]{1,12}") {
        let marked = format!("_{word}_");
        let mut count = 0;
        letter_sequences(&word, |sequence| {
            count += 1;
            assert!(marked.contains(sequence) && sequence != "_", "{sequence}");
        });
        prop_assert!(count > word.chars().count());
    }
}
