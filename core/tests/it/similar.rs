//! What is like a record: on small catalogues, where every record is known, and beyond the toolkits of the bundled one.

use ally_toolkit::search::{MatchKind, RecordType};
use ally_toolkit::{Catalogue, Language, Searcher, SimilarRequest};
use serde_json::{Value, json};

use crate::vectors::bundled;

fn resource(id: &str, language: &str, title: &str, topics: &[&str]) -> Value {
    json!({"id": id, "kind": "article", "title": {language: title}, "topics": topics, "languages": [language]})
}

fn searcher(resources: &[Value]) -> Searcher {
    let topic = |id: &str, en: &str, fr: &str, broader: &[&str]| json!({"id": id, "label": {"en": en, "fr": fr}, "broader": broader});
    let catalogue = json!({
        "title": {"en": "A catalogue", "fr": "Un catalogue"},
        "vocabularies": {
            "kinds": [{"id": "article", "label": {"en": "article", "fr": "article"}}],
            "topics": [
                topic("bias", "bias", "préjugés", &[]),
                topic("unconscious-bias", "unconscious bias", "préjugés inconscients", &["bias"]),
                topic("equity", "equity, diversity and inclusion", "équité, diversité et inclusion", &[]),
            ],
        },
        "resources": resources,
    });
    Searcher::new(Catalogue::from_json(catalogue.to_string().as_bytes()).unwrap()).unwrap()
}

/// The ids of what is like a resource, with what each shares.
fn like(searcher: &Searcher, id: &str, language: Language) -> Vec<(String, String)> {
    let hits = searcher.similar(&SimilarRequest::new(id, language)).unwrap().hits;
    hits.into_iter().map(|hit| (hit.id, hit.why.unwrap_or_default())).collect()
}

fn expected(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(id, why)| ((*id).to_owned(), (*why).to_owned())).collect()
}

#[test]
fn records_are_alike_by_topics_in_either_language() {
    let searcher = searcher(&[
        resource("source", "en", "Zebras", &["unconscious-bias", "equity"]),
        resource("both", "fr", "Girafes", &["unconscious-bias", "equity"]),
        resource("one", "en", "Lions", &["equity"]),
        resource("none", "en", "Tigers", &[]),
    ]);
    assert_eq!(
        like(&searcher, "source", Language::English),
        expected(&[
            ("both", "Shares the topics “unconscious bias” and “equity, diversity and inclusion”."),
            ("one", "Shares the topic “equity, diversity and inclusion”."),
        ])
    );
    assert_eq!(
        like(&searcher, "source", Language::French),
        expected(&[
            (
                "both",
                "En commun\u{a0}: les sujets «\u{a0}préjugés inconscients\u{a0}» et «\u{a0}équité, diversité et inclusion\u{a0}»."
            ),
            ("one", "En commun\u{a0}: le sujet «\u{a0}équité, diversité et inclusion\u{a0}»."),
        ])
    );
}

#[test]
fn a_narrower_topic_is_shared_and_a_broader_one_is_not() {
    let searcher = searcher(&[
        resource("broad", "en", "Zebras", &["bias"]),
        resource("narrow", "en", "Lions", &["unconscious-bias"]),
        resource("narrow-too", "en", "Tigers", &["unconscious-bias", "bias"]),
    ]);
    let ids =
        |id: &str| like(&searcher, id, Language::English).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
    assert_eq!(ids("broad"), ["narrow", "narrow-too"]);
    assert_eq!(ids("narrow"), ["narrow-too"]);
    // What is narrower says it better.
    assert_eq!(ids("narrow-too"), ["narrow"]);
}

#[test]
fn one_shared_word_is_not_enough() {
    let searcher = searcher(&[
        resource("source", "en", "Striped zebras of savannas", &[]),
        resource("two", "en", "Zebra stripes", &[]),
        resource("one", "en", "Horses of savannas", &[]),
    ]);
    assert_eq!(
        like(&searcher, "source", Language::English),
        expected(&[("two", "Shares the words “Striped” and “zebras”.")])
    );
}

#[test]
fn a_record_in_one_language_is_like_one_in_the_other_by_translations() {
    let searcher = searcher(&[
        resource("source", "en", "Women in nursing", &[]),
        resource("translated", "fr", "Des femmes en soins infirmiers", &[]),
        resource("other", "fr", "Des chevaux en hiver", &[]),
    ]);
    let found = searcher.similar(&SimilarRequest::new("source", Language::English)).unwrap();
    let ids: Vec<&str> = found.hits.iter().map(|hit| hit.id.as_str()).collect();
    assert_eq!(ids, ["translated"]);
    assert!(
        found.hits[0]
            .reasons
            .iter()
            .all(|reason| reason.how == MatchKind::Translation && reason.source.is_some())
    );
    assert_eq!(found.hits[0].language, Some(Language::French));
    let why = found.hits[0].why.as_deref().unwrap();
    assert!(why.contains("“Women” (femmes)"), "{why}");
}

#[test]
fn a_record_that_is_withdrawn_is_never_found_but_may_be_asked_about() {
    let mut withdrawn = resource("withdrawn", "en", "Striped zebras", &["equity"]);
    withdrawn["status"] = json!({"withdrawn": {"en": "Out of date", "fr": "Périmé"}});
    let searcher = searcher(&[
        withdrawn,
        resource("offered", "en", "Zebra stripes", &["equity"]),
        resource("third", "en", "Lions", &["equity"]),
    ]);
    let ids =
        |id: &str| like(&searcher, id, Language::English).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
    assert_eq!(ids("withdrawn"), ["offered", "third"]);
    assert_eq!(ids("offered"), ["third"]);
}

#[test]
fn the_kind_of_a_resource_is_no_word_of_it() {
    let searcher = searcher(&[
        resource("source", "en", "An article with zebras", &[]),
        resource("other", "en", "Another article of zebras", &[]),
    ]);
    let whys =
        like(&searcher, "source", Language::English).into_iter().map(|(_, why)| why).collect::<Vec<_>>();
    assert_eq!(whys, ["Shares the word “zebras”."]);
}

/// The ids of the resources and terms in a page as it is read: those of works cited, and those of what has languages or definitions.
fn ids(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            let is_record = object.contains_key("languages") || object.contains_key("definitions");
            let id = if is_record { object.get("id") } else { object.get("resource") };
            found.extend(id.and_then(Value::as_str).map(str::to_owned));
            object.values().for_each(|value| ids(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| ids(value, found)),
        _ => {}
    }
}

#[test]
fn beyond_a_toolkit_is_nothing_that_its_pages_show() {
    let catalogue = bundled().catalogue();
    let all = vec![RecordType::Resource, RecordType::Page, RecordType::Term];
    for toolkit in catalogue.toolkits() {
        let mut shown = Vec::new();
        for page in &toolkit.pages {
            let view = catalogue.read_page(&format!("{}/{page}", toolkit.key), Language::English).unwrap();
            ids(&serde_json::to_value(view.blocks).unwrap(), &mut shown);
        }
        assert!(shown.len() > 20, "{}", toolkit.key);
        for page in &toolkit.pages {
            let request = SimilarRequest {
                record: RecordType::Page,
                records: all.clone(),
                beyond_toolkit: true,
                per_page: 100,
                ..SimilarRequest::new(format!("{}/{page}", toolkit.key), Language::French)
            };
            let found = bundled().similar(&request).unwrap();
            assert!(!found.hits.is_empty(), "{page}");
            for hit in &found.hits {
                assert!(
                    !shown.contains(&hit.id) && !hit.id.starts_with(&format!("{}/", toolkit.key)),
                    "{} {}",
                    page,
                    hit.id
                );
            }
        }
    }
}
