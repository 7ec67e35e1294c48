//! What the syntax of a query finds, beside a look at every text.

use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::json;

use super::super::condition::{Condition, Conditions};
use super::super::matches::Matches;
use super::super::phrase::{Phrase, choose_looked_up};
use super::super::plan::plans;
use super::super::{Filters, Match, SearchRequest, Searcher, Syntax, YearRange};
use crate::analysis::{Rule, Token, analyze, fold};
use crate::catalogue::Catalogue;
use crate::error::ErrorKind;
use crate::index::{Field, Record, View};
use crate::lexicon::LexiconSources;
use crate::query::{FieldValues, Query, QueryField, parse};
use crate::text::{Language, OffsetUnit, Span};

/// Words that stand in texts: forms of one stem, accents, elisions, inclusive forms, stop words.
const WORDS: [&str; 22] = [
    "mentor",
    "mentors",
    "équité",
    "equite",
    "l’équité",
    "d’équité",
    "santé",
    "women",
    "Women’s",
    "leader",
    "leaders",
    "allié·e·s",
    "alliées",
    "the",
    "de",
    "du",
    "à",
    "a",
    "feuille",
    "route",
    "(route)",
    "– route,",
];

/// Words that are asked for: each stands in a text.
const ASKED: [&str; 10] =
    ["mentor", "mentors", "équité", "santé", "women", "leader", "alliées", "allié·e·s", "feuille", "route"];

const RECORDS: usize = 60;

static SEARCHER: LazyLock<Searcher> = LazyLock::new(|| {
    let mut seed = 11_u64;
    let mut random = move |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let mut text = |most: usize| -> String {
        let count = 1 + random(most);
        (0..count).map(|_| WORDS[random(WORDS.len())]).collect::<Vec<_>>().join(" ")
    };
    let resources = (0..RECORDS).map(|number| {
        let (mut title, mut description) = (serde_json::Map::new(), serde_json::Map::new());
        for (tag, has) in [("en", number % 3 != 0), ("fr", number % 3 != 1)] {
            if has {
                title.insert(tag.into(), text(4).into());
                description.insert(tag.into(), text(12).into());
            }
        }
        // A record of every word, so that none is taken for a typing error.
        if number == 0 {
            description.insert("fr".into(), WORDS.join(" ").into());
            description.insert("en".into(), WORDS.join(" ").into());
        }
        let (kind, topic) = (["article", "video"][number % 2], ["people", "mentorship"][number / 2 % 2]);
        json!({"id": format!("r{number:02}"), "kind": kind, "languages": ["en"], "title": title, "description": description,
            "topics": [topic], "date": format!("{}", 2000 + number % 7)})
    });
    let kinds = [
        json!({"id": "article", "label": {"en": "Article", "fr": "Article"}}),
        json!({"id": "video", "label": {"en": "Video", "fr": "Vidéo"}}),
    ];
    let topics = [
        json!({"id": "people", "label": {"en": "People", "fr": "Personnes"}}),
        json!({"id": "mentorship", "label": {"en": "Mentorship", "fr": "Mentorat"}, "broader": ["people"],
            "alternative": {"fr": ["accompagnement professionnel"]}, "hidden": {"en": ["mentoring"]}}),
    ];
    let catalogue = json!({"title": {"en": "A", "fr": "A"}, "vocabularies": {"kinds": kinds, "topics": topics},
        "resources": resources.collect::<Vec<_>>()});
    Searcher::new(Catalogue::from_json(catalogue.to_string().as_bytes()).unwrap()).unwrap()
});

/// A request for which nothing stands for a word but its own forms.
fn request(query: &str) -> SearchRequest {
    let across = LexiconSources { learned: false, general: false, glossary: false, topics: false };
    SearchRequest { across, per_page: 100, ..SearchRequest::new(query, Language::English) }
}

/// The numbers of the records that a request finds, ascending.
fn found(request: &SearchRequest) -> Vec<usize> {
    let results = SEARCHER.search(request).unwrap();
    assert_eq!(results.total, results.hits.len());
    let mut found: Vec<usize> =
        results.hits.iter().map(|hit| hit.id.trim_start_matches('r').parse().unwrap()).collect();
    found.sort_unstable();
    found
}

/// A text of a record: its field and its words, elided ones too.
type Text = (Field, Vec<Token>);

/// The texts of each record in each language.
static TEXTS: LazyLock<Vec<[Vec<Text>; 2]>> = LazyLock::new(|| {
    let texts = |record: Record, language| {
        let texts = record.texts(&SEARCHER.catalogue, language).unwrap().into_iter();
        texts.map(|text| (text.field, words(&text.text, language))).collect()
    };
    SEARCHER
        .index
        .records
        .iter()
        .map(|record| Language::ALL.map(|language| texts(record, language)))
        .collect()
});

/// The texts of a record in a language.
fn texts(number: usize, language: Language) -> &'static [Text] {
    let [english, french] = &TEXTS[number];
    if language == Language::English { english } else { french }
}

fn words(text: &str, language: Language) -> Vec<Token> {
    let tokens = analyze(text, language).tokens;
    tokens.into_iter().filter(|token| !token.joined && !token.forms.is_empty()).collect()
}

fn is_elided(token: &Token) -> bool {
    token.stop && token.rules.contains(&Rule::Elision)
}

fn same_stem(a: &Token, b: &Token) -> bool {
    a.stop == b.stop && a.forms.iter().any(|a| b.forms.iter().any(|b| a.stem == b.stem))
}

fn same_word(a: &Token, b: &Token) -> bool {
    if is_elided(a) || is_elided(b) {
        let letters =
            |token: &Token| fold(&token.text).chars().filter(|sign| sign.is_alphabetic()).collect::<String>();
        return is_elided(a) && is_elided(b) && letters(a).eq_ignore_ascii_case(&letters(b));
    }
    let either_inclusive = b.rules.contains(&Rule::Inclusive);
    (either_inclusive && same_stem(a, b))
        || a.forms.iter().any(|a| b.forms.iter().any(|b| a.folded == b.folded))
}

fn has_phrase(number: usize, phrase: &str, field: Option<Field>, same: fn(&Token, &Token) -> bool) -> bool {
    Language::ALL.into_iter().any(|language| {
        let mut phrase = words(phrase, language);
        phrase = phrase.into_iter().skip_while(is_elided).collect();
        texts(number, language).iter().filter(|text| field.is_none_or(|field| text.0 == field)).any(
            |(_, words)| {
                words
                    .windows(phrase.len())
                    .any(|words| words.iter().zip(&phrase).all(|(word, asked)| same(asked, word)))
            },
        )
    })
}

fn has_word(number: usize, word: &str) -> bool {
    Language::ALL.into_iter().any(|language| {
        let [asked] = words(word, language).try_into().unwrap();
        texts(number, language).iter().any(|(_, words)| words.iter().any(|word| same_stem(&asked, word)))
    })
}

/// True for a word that begins so, or another form of one.
fn has_beginning(number: usize, beginning: &str) -> bool {
    let beginning = fold(beginning);
    let begins = |token: &Token| token.forms.iter().any(|form| form.folded.starts_with(&beginning));
    Language::ALL.into_iter().any(|language| {
        let all = (0..RECORDS).flat_map(|number| texts(number, language)).flat_map(|(_, words)| words);
        let mut beginning: Vec<&Token> = all.filter(|token| !token.stop && begins(token)).collect();
        beginning.dedup_by(|a, b| a.forms == b.forms);
        let mut words = texts(number, language).iter().flat_map(|(_, words)| words);
        words.any(|word| beginning.iter().any(|other| same_stem(word, other)))
    })
}

fn has_value(number: usize, field: QueryField, value: &str) -> bool {
    let year = 2000 + number as i32 % 7;
    match (field, value) {
        (QueryField::Title, value) if value.contains(' ') => {
            has_phrase(number, value, Some(Field::Title), same_word)
        }
        (QueryField::Title, value) => has_phrase(number, value, Some(Field::Title), same_stem),
        (QueryField::Kind, "Vidéo") => number % 2 == 1,
        (QueryField::Topic, "personnes") => true,
        (QueryField::Topic, "accompagnement professionnel" | "MENTORING" | "mentorat") => number / 2 % 2 == 1,
        (QueryField::Year, "2003..") => year >= 2003,
        (QueryField::Year, "2001..2004") => (2001..=2004).contains(&year),
        _ => panic!("{field:?} {value} is not asked for"),
    }
}

/// True for a record that a query finds.
fn meets(number: usize, query: &Query, is_sought: bool, matching: Match) -> bool {
    let meets = |part: &Query| meets(number, part, is_sought, matching);
    match query {
        Query::Word(word) if is_sought => has_word(number, word),
        Query::Word(word) => has_phrase(number, word, None, same_stem),
        Query::Prefix(beginning) => has_beginning(number, beginning),
        Query::Phrase(phrase) => has_phrase(number, phrase, None, same_word),
        Query::Field(FieldValues { name, values }) => {
            values.iter().any(|value| has_value(number, *name, value))
        }
        Query::Required(part) => meets(part),
        Query::Not(part) => !self::meets(number, part, false, matching),
        Query::All(parts) => parts.iter().all(meets),
        Query::Any(parts) => parts.iter().any(meets),
        Query::Group(parts) if matching == Match::All => parts.iter().all(meets),
        Query::Group(parts) => {
            let (words, marked): (Vec<&Query>, Vec<&Query>) =
                parts.iter().partition(|part| matches!(part, Query::Word(_) | Query::Prefix(_)));
            let asks_for_words = |part: &&Query| asks_for_words(part);
            marked.iter().all(|part| meets(part))
                && (words.is_empty()
                    || marked.iter().any(asks_for_words)
                    || words.iter().any(|part| meets(part)))
        }
    }
}

fn asks_for_words(query: &Query) -> bool {
    match query {
        Query::Not(_) => false,
        Query::Field(field) => field.name == QueryField::Title,
        Query::All(parts) | Query::Any(parts) | Query::Group(parts) => parts.iter().any(asks_for_words),
        _ => true,
    }
}

/// Where a phrase stands in a text, from its first word to its last.
fn places(text: &str, phrase: &str, language: Language) -> Vec<Span> {
    let phrase: Vec<Token> = words(phrase, language).into_iter().skip_while(is_elided).collect();
    let words = words(text, language);
    let found = words.windows(phrase.len().max(1));
    let found = found.filter(|words| words.iter().zip(&phrase).all(|(word, asked)| same_word(asked, word)));
    found.map(|words| Span::new(words[0].span.start, words[words.len() - 1].span.end)).collect()
}

fn phrases() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(WORDS.to_vec()), 1..4)
        .prop_map(|words| words.join(" "))
        .prop_filter("a phrase of elided words only", |phrase| {
            analyze(phrase, Language::French).tokens.len() > 1 || !phrase.contains('’')
        })
}

fn queries() -> impl Strategy<Value = Query> {
    let asked = || prop::sample::select(ASKED.to_vec());
    let values = prop::sample::select(vec![
        (QueryField::Kind, "Vidéo"),
        (QueryField::Topic, "personnes"),
        (QueryField::Topic, "accompagnement professionnel"),
        (QueryField::Topic, "MENTORING"),
        (QueryField::Topic, "mentorat"),
        (QueryField::Year, "2003.."),
        (QueryField::Year, "2001..2004"),
        (QueryField::Title, "feuille"),
        (QueryField::Title, "leaders"),
        (QueryField::Title, "de route"),
    ]);
    let leaf = prop_oneof![
        4 => asked().prop_map(|word| Query::Word(word.to_owned())),
        1 => prop::sample::select(vec!["ment", "le", "équi", "f"]).prop_map(Query::prefix),
        3 => phrases().prop_map(Query::phrase),
        2 => values.prop_map(|(field, value)| Query::field(field, [value])),
    ];
    leaf.prop_recursive(3, 10, 3, |part| {
        let parts = || prop::collection::vec(part.clone(), 1..4);
        prop_oneof![
            part.clone().prop_map(|part| Query::Required(Box::new(part))),
            part.clone().prop_map(|part| Query::Not(Box::new(part))),
            parts().prop_map(Query::All),
            parts().prop_map(Query::Any),
            parts().prop_map(Query::Group),
        ]
    })
}

/// How many words, phrases and fields a query has: after 16 not all are looked up.
fn leaves(query: &Query) -> usize {
    match query {
        Query::Required(part) | Query::Not(part) => leaves(part),
        Query::All(parts) | Query::Any(parts) | Query::Group(parts) => parts.iter().map(leaves).sum(),
        Query::Field(FieldValues { values, .. }) => values.len(),
        _ => 1,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_query_finds_what_a_look_at_every_text_finds(query in queries(), all in any::<bool>(), french in any::<bool>()) {
        let query = query.normalized();
        prop_assume!(leaves(&query) <= 16);
        // Plain words must all match in one language, words beside syntax in either.
        prop_assume!(!all || !query.is_plain());
        let matching = if all { Match::All } else { Match::Any };
        let text = query.in_language(if french { Language::French } else { Language::English });
        let expected: Vec<usize> = (0..RECORDS).filter(|number| meets(*number, &query, true, matching)).collect();
        prop_assert_eq!(found(&SearchRequest { matching, ..request(&text) }), expected, "{}", text);
    }

    #[test]
    fn a_quotation_is_one_mark_wherever_it_stands(phrase in phrases(), other in prop::sample::select(ASKED.to_vec())) {
        let query = Query::phrase(&phrase).beside(Query::Word(other.to_owned())).to_string();
        for hit in SEARCHER.search(&request(&query)).unwrap().hits {
            for highlight in [&hit.title].into_iter().chain(&hit.description) {
                let marks: Vec<Span> =
                    highlight.segments.iter().filter(|part| part.marked).map(|part| part.span).collect();
                for place in places(&highlight.text(), &phrase, highlight.language.unwrap()) {
                    let is_one = marks.iter().any(|mark| mark.start <= place.start && place.end <= mark.end);
                    prop_assert!(is_one, "{} {:?} {:?}", query, place, highlight);
                }
            }
        }
    }

    #[test]
    fn any_text_has_an_answer(query in any::<String>(), parts in prop::collection::vec(r#"["(«»)+*:-]|mentor|OR|ET|kind|sujet|le | "#, 0..40)) {
        for query in [query, parts.concat()] {
            prop_assert!(SEARCHER.search(&request(&query)).is_ok());
        }
    }
}

#[test]
fn no_word_is_under_the_key_of_a_stop_word() {
    for language in Language::ALL {
        let view = SEARCHER.index.view(language);
        let keys: Vec<&str> = view.keys_beginning([""]).into_iter().map(|key| view.key_text(key)).collect();
        assert!(keys.contains(&"mentor") && !keys.contains(&View::stop_key("the").as_str()), "{keys:?}");
    }
}

#[test]
fn a_field_with_a_value_is_a_filter() {
    for (query, filters) in [
        ("kind:video", Filters { kind: vec!["video".into()], ..Filters::default() }),
        ("type:vidéo", Filters { kind: vec!["video".into()], ..Filters::default() }),
        (
            "sujet:«\u{a0}Accompagnement professionnel\u{a0}»",
            Filters { topic: vec!["mentorship".into()], ..Filters::default() },
        ),
        (
            "year:2001-2003",
            Filters { year: Some(YearRange { from: Some(2001), to: Some(2003) }), ..Filters::default() },
        ),
    ] {
        let filtered = found(&SearchRequest { filters, ..request("") });
        assert_eq!(found(&request(query)), filtered, "{query}");
    }
}

#[test]
fn what_is_no_value_of_a_field_is_searched_as_words() {
    let words = SearchRequest { syntax: Syntax::Words, ..request("topic mentor leaders") };
    assert_eq!(found(&request("topic:mentor leaders")), found(&words));
    let strict = SearchRequest { syntax: Syntax::Strict, ..request("topic:mentorin leaders") };
    let error = SEARCHER.search(&strict).unwrap_err();
    assert_eq!(
        (
            error.kind(),
            error.place().field.as_deref(),
            error.message().en.as_str(),
            error.remedy().en.as_str()
        ),
        (
            ErrorKind::InvalidRequest,
            Some("query"),
            "`mentorin` is not among the values of `topic` in this catalogue.",
            "The nearest is `mentorship`; the facet `topic` lists those in use.",
        )
    );
}

#[test]
fn records_that_no_ranked_word_finds_come_last_by_title() {
    let all = found(&request("feuille OR -kind:video"));
    let results = SEARCHER.search(&request("feuille OR -kind:video")).unwrap();
    let scored = results.hits.iter().take_while(|hit| hit.score > 0.0).count();
    assert!(scored > 0 && scored < all.len());
    let rest: Vec<String> = results.hits[scored..].iter().map(|hit| hit.title.text()).collect();
    let by_title = SEARCHER.search(&request("-kind:video -feuille")).unwrap();
    assert_eq!(rest, by_title.hits.iter().map(|hit| hit.title.text()).collect::<Vec<_>>());
    // Page by page the same.
    let pages = (1..).map(|page| {
        SEARCHER.search(&SearchRequest { page, per_page: 7, ..request("feuille OR -kind:video") }).unwrap()
    });
    let paged: Vec<_> = pages.take_while(|page| !page.hits.is_empty()).flat_map(|page| page.hits).collect();
    assert_eq!(paged, results.hits);
}

#[test]
fn after_sixteen_look_ups_words_exclude_nothing_and_phrases_are_words() {
    let many = |part: &str| format!("{part} ").repeat(16);
    assert_eq!(found(&request(&format!("{}-mentor -\"de route\" -le*", many("-zzz")))), found(&request("")));
    let phrases = format!("{}\"leaders\"", many("\"feuille\""));
    assert_eq!(found(&request(&phrases)), found(&request("\"feuille\" AND leaders")));
}

/// What is looked at of phrases is bounded: see `MOST_LOOKED_AT`.
#[test]
fn beyond_a_bound_the_commonest_phrases_are_words_and_exclude_nothing() {
    let index = &SEARCHER.index;
    let phrase = |text: &str, at: Option<Span>| Phrase::new(text, None, true, at, index);
    let looked_up = |most: usize| {
        let mut phrases = [phrase("feuille de", None), phrase("feuille de route", None), phrase("zzz", None)];
        choose_looked_up(&mut phrases, most);
        phrases.map(|phrase| phrase.is_looked_up)
    };
    let [two, three] = ["feuille de", "feuille de route"].map(|text| phrase(text, None).looked_at);
    assert!(0 < three && three < two);
    assert_eq!(looked_up(two + three), [true, true, true]);
    assert_eq!(looked_up(two), [false, true, true]);
    assert_eq!(looked_up(0), [false, false, true]);

    let request = request("feuille de");
    let plans = plans("feuille de", &[], &request, index, &SEARCHER.known);
    let matches = Matches::of(&plans, index, &SEARCHER.known, Match::Any);
    let records = |is_looked_up: bool, at: Option<Span>| {
        let mut phrase = phrase("feuille de", at);
        phrase.is_looked_up = is_looked_up;
        let (catalogue, phrases, matching) = (&SEARCHER.catalogue, &[phrase], Match::Any);
        let conditions = Conditions { catalogue, index, matches: &matches, phrases, matching };
        let condition = Condition::Phrase(0);
        let condition = if at.is_some() { condition } else { Condition::Not(Box::new(condition)) };
        conditions.records(&condition).unwrap().map(|records| records.len())
    };
    let in_query = Some(Span::new(0, 10));
    assert_eq!(records(false, in_query), Some(found(&request).len()));
    assert!(records(true, in_query) < records(false, in_query));
    assert!(records(true, None) > Some(0));
    assert_eq!(records(false, None), None);
}

#[test]
fn in_a_long_query_a_word_that_repeats_another_counts_once() {
    let once = found(&request("mentor leaders zzz"));
    let long = |words: &str| words.repeat(200);
    assert_eq!(found(&request(&long("mentor leaders zzz "))), once);
    let results = |query: &str| SEARCHER.search(&request(query)).unwrap();
    let [repeated, more] = [150, 300].map(|times| results(&"mentor ".repeat(times)));
    assert_eq!(repeated, more);
    assert_eq!(
        found(&request(&format!("{} mentor", long("mentor OR leaders OR ")))),
        found(&request("mentor OR leaders"))
    );
    assert_eq!(
        found(&request(&format!("{} +route", long("mentor leaders ")))),
        found(&request("mentor leaders +route"))
    );
}

#[test]
fn after_sixteen_years_further_ones_are_words() {
    let years = |count: usize| (0..count).map(|year| format!("year:{} OR ", 1900 + year)).collect::<String>();
    let all = |query: &str| found(&request(query)).len();
    assert!(all(&format!("{}year:2003", years(15))) > 0);
    assert_eq!(all(&format!("{}year:2003", years(16))), 0);
}

#[test]
fn as_words_no_sign_means_anything() {
    let as_words = |query: &str| SearchRequest { syntax: Syntax::Words, ..request(query) };
    assert_eq!(found(&as_words("+mentor -leaders \"route")), found(&request("mentor leaders route")));
    assert_eq!(parse(r"\+mentor \-leaders", OffsetUnit::Bytes).query, Query::words("+mentor -leaders"));
}

#[test]
fn an_inclusive_form_is_not_joined_with_its_neighbour() {
    assert_eq!(
        found(&request("+mentor +allié·e·s")),
        (0..RECORDS)
            .filter(|number| has_word(*number, "mentor") && has_word(*number, "allié·e·s"))
            .collect::<Vec<_>>()
    );
}
