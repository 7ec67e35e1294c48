use proptest::prelude::*;

use super::*;
use crate::text::{Language, OffsetUnit, Span};

fn read(text: &str) -> Query {
    parse(text, OffsetUnit::Bytes).query
}

fn word(text: &str) -> Query {
    Query::Word(text.to_owned())
}

/// What is wrong with a text, and what of it.
fn problems(text: &str) -> Vec<(SyntaxProblemKind, &str)> {
    let problems = parse(text, OffsetUnit::Bytes).problems;
    problems.iter().map(|problem| (problem.kind, problem.span.slice(text))).collect()
}

#[test]
fn plain_words_are_words() {
    for text in [
        "femmes en leadership",
        "l’équité, c’est quoi?",
        "allié(e)s et mentor·e·s",
        "infirmier(ère)",
        "LGBTQ2S+",
        "GBA+ ACS+",
        "C++",
        "by -5 °C, and +1 nucleosomes",
        "santé - sécurité",
        "micro-agression",
        "5\" tuyau",
        "https://example.org/a?b=c",
        "ratio 3:1",
        "R & D",
        "AC\\DC",
        "Les hommes OU les femmes".to_lowercase().as_str(),
        "LES HOMMES OU LES FEMMES",
        "LEADERSHIP AND WOMEN",
        "what about men?",
        "Titre : les femmes",
        "Description: women",
        "-",
        "+",
        "- - +",
        "*",
    ] {
        let parsed = parse(text, OffsetUnit::Bytes);
        assert_eq!(parsed.query, Query::words(text), "{text}");
        assert!(parsed.query.is_plain() && parsed.problems.is_empty(), "{text}: {:?}", parsed.problems);
    }
}

#[test]
fn quotation_marks_of_both_languages_hold_phrases() {
    let phrase = Query::phrase("préjugés inconscients");
    for text in [
        "\"préjugés inconscients\"",
        "«préjugés inconscients»",
        "«\u{a0}préjugés inconscients\u{a0}»",
        "« préjugés  inconscients »",
        "«\u{202f}préjugés inconscients\u{202f}»",
        "“préjugés inconscients”",
        "„préjugés inconscients“",
        "“préjugés inconscients\"",
    ] {
        assert_eq!(read(text), phrase, "{text}");
    }
    assert_eq!(read("l’«\u{a0}effet Matilda\u{a0}»"), word("l’").beside(Query::phrase("effet Matilda")));
}

#[test]
fn operators_bind_not_then_and_then_or_then_words_side_by_side() {
    let [a, b, c, d] = ["a", "b", "c", "d"].map(word);
    assert_eq!(read("a b OR c AND -d"), a.clone().beside(b.clone().or(c.clone().and(d.clone().not()))));
    assert_eq!(read("(a OU b) ET c"), a.clone().or(b.clone()).and(c.clone()));
    assert_eq!(
        read("+a NOT b SAUF (c OR d)"),
        a.clone().required().beside(b.clone().not()).beside(c.clone().or(d.clone()).not())
    );
    assert_eq!(read("a && b || c \u{2212}d"), a.and(b).or(c).beside(d.not()));
    assert_eq!(read("A || B"), word("A").or(word("B")));
    assert_eq!(read("-(2020) +(3D)"), word("2020").not().beside(word("3D").required()));
}

#[test]
fn fields_have_names_in_both_languages() {
    let topic = |value: &str| Query::field(QueryField::Topic, [value]);
    for text in [
        "topic:mentorat",
        "sujet:mentorat",
        "Thème:mentorat",
        "THEME:mentorat",
        "sujet : mentorat",
        "sujet\u{a0}: mentorat",
        "subject: mentorat",
    ] {
        assert_eq!(read(text), topic("mentorat"), "{text}");
    }
    assert_eq!(read("sujet:«\u{a0}préjugés inconscients\u{a0}»"), topic("préjugés inconscients"));
    let years = Query::field(QueryField::Year, ["2018..2022"]);
    assert_eq!(read("year:2018..2022 année:2018..2022"), years.clone().beside(years));
    let kinds = Query::field(QueryField::Kind, ["video", "guide"]);
    for text in
        ["kind:video,guide", "kind:(video OR guide)", "type:(video guide)", "genre:(\"video\" OU guide)"]
    {
        assert_eq!(read(text), kinds, "{text}");
    }
    assert_eq!(read("-kind:video"), Query::field(QueryField::Kind, ["video"]).not());
    assert_eq!(
        read("titre : «\u{a0}feuille de route\u{a0}»"),
        Query::field(QueryField::Title, ["feuille de route"])
    );
}

#[test]
fn a_star_at_the_end_makes_a_beginning() {
    assert_eq!(read("mentor* men*tor"), Query::prefix("mentor").beside(word("men*tor")));
    assert_eq!(read("(ment*)"), Query::prefix("ment"));
}

#[test]
fn a_backslash_takes_the_meaning_from_a_sign() {
    assert_eq!(
        read(r"\OR \-5 \+x a\:b topic\:x mentor\* \(sic\) \«x a\ b \\"),
        Query::Group(
            ["OR", "-5", "+x", "a:b", "topic:x", "mentor*", "(sic)", "«x", "a b", "\\"].map(word).to_vec(),
        )
    );
}

#[test]
fn a_colon_after_the_name_of_a_field_stays_a_word() {
    let words = Query::Group(["sujet", ":", "mentorat"].map(word).to_vec());
    assert_eq!((words.to_string(), read("sujet  : mentorat")), (r"sujet \: mentorat".to_owned(), words));
}

#[test]
fn what_cannot_be_read_is_searched_as_words_and_told() {
    use SyntaxProblemKind as Kind;
    for (text, query, expected) in [
        ("\"women lead", Query::words("women lead"), vec![(Kind::UnclosedQuotation, "\"")]),
        ("women» lead", Query::words("women lead"), vec![(Kind::UnclosedQuotation, "»")]),
        ("(women lead", Query::words("women lead"), vec![(Kind::UnclosedParenthesis, "(")]),
        ("women) lead", Query::words("women lead"), vec![(Kind::UnopenedParenthesis, ")")]),
        (
            "women () \"\" lead",
            Query::words("women lead"),
            vec![(Kind::EmptyParentheses, "("), (Kind::EmptyQuotation, "\"\"")],
        ),
        ("women OR", Query::words("women OR"), vec![(Kind::MissingOperand, "OR")]),
        ("OU trouver", Query::words("OU trouver"), vec![(Kind::MissingOperand, "OU")]),
        (
            "women AND OR lead",
            Query::words("women AND").or(word("lead")),
            vec![(Kind::MissingOperand, "AND")],
        ),
        ("women NOT", Query::words("women NOT"), vec![(Kind::MissingOperand, "NOT")]),
        (
            "women topic:)",
            Query::words("women topic:"),
            vec![(Kind::MissingValue, "topic:"), (Kind::UnopenedParenthesis, ")")],
        ),
    ] {
        assert_eq!((read(text), problems(text)), (query, expected), "{text}");
    }
    let deep = format!("{}mentor{}", "(".repeat(17), ")".repeat(17));
    assert_eq!(
        (read(&deep), problems(&deep)),
        (word("mentor"), vec![(Kind::TooDeep, "("), (Kind::UnopenedParenthesis, ")")])
    );
}

#[test]
fn a_problem_tells_its_place_in_the_unit_asked_for() {
    let text = "🤝 (été";
    let span = |unit| parse(text, unit).problems.iter().map(|problem| problem.span).collect::<Vec<_>>();
    assert_eq!(span(OffsetUnit::Bytes), [Span::new(5, 6)]);
    assert_eq!(span(OffsetUnit::CodePoints), [Span::new(2, 3)]);
    assert_eq!(span(OffsetUnit::Utf16), [Span::new(3, 4)]);
    let error = parse_strict(text).unwrap_err();
    assert_eq!(error.message().fr, "Au caractère 3, «\u{a0}(\u{a0}»\u{a0}: une parenthèse n’est pas fermée.");
}

/// Texts of a word: of letters, signs, operators.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zé0-9]{1,6}",
        "[A-Z]{1,3}",
        "[-+()\"«»“:*\\\\ ,a-c.·’&|\u{2212}]{1,5}",
        "OR|OU|ET|AND|NOT|SAUF|\\|\\||&&|topic:x|titre:|sujet|:|:x|year",
        any::<String>()
    ]
}

fn queries() -> impl Strategy<Value = Query> {
    let field = (prop::sample::select(QueryField::ALL.to_vec()), prop::collection::vec(texts(), 0..3));
    let leaf = prop_oneof![
        texts().prop_map(Query::Word),
        texts().prop_map(Query::Prefix),
        texts().prop_map(Query::Phrase),
        field.prop_map(|(name, values)| Query::Field(FieldValues { name, values })),
    ];
    leaf.prop_recursive(4, 24, 4, |part| {
        let parts = || prop::collection::vec(part.clone(), 0..4);
        prop_oneof![
            part.clone().prop_map(|part| Query::Required(Box::new(part))),
            part.clone().prop_map(|part| Query::Not(Box::new(part))),
            parts().prop_map(Query::All),
            parts().prop_map(Query::Any),
            parts().prop_map(Query::Group),
        ]
    })
}

proptest! {
    #[test]
    fn a_query_that_is_written_is_read_as_the_same_query(query in queries()) {
        let normalized = query.clone().normalized();
        prop_assert_eq!(&normalized.clone().normalized(), &normalized);
        for language in Language::ALL {
            let text = query.in_language(language);
            prop_assert_eq!(&parse_strict(&text).unwrap(), &normalized, "{}", text);
        }
    }

    #[test]
    fn any_text_is_read_as_a_query_that_is_written_and_read_again(parts in prop::collection::vec(texts(), 0..8), joint in " ?") {
        let text = parts.join(&joint);
        let query = read(&text);
        prop_assert_eq!(&query.clone().normalized(), &query);
        prop_assert_eq!(&parse_strict(&query.to_string()).unwrap(), &query, "{:?} as {}", text, query);
    }
}
