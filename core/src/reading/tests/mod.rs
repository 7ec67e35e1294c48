//! Whole views of the bundled catalogue, and of a small one with a page that is half translated.
#![cfg(feature = "bundled")]

mod page;
mod record;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::*;
use crate::model::{Block, Resource};

fn bundled() -> Catalogue {
    Catalogue::bundled().unwrap()
}

/// A toolkit of which one page is whole, one half translated and one English only.
fn fixture() -> Catalogue {
    let both = |en: &str, fr: &str| json!({ "en": en, "fr": fr });
    let quotation = json!({
        "type": "quotation",
        "anchor": "said",
        "heading": both("Words", "Des mots"),
        "text": { "en": "Hello", "fr": { "value": "Bonjour", "state": "machine" } },
        "speaker": { "name": "Ada", "kind": "person", "roles": [
            { "title": both("Director", "Directrice"), "organization": both("UN Women", "ONU Femmes"), "as_of": "2018-05" }
        ] },
        "source": { "url": "https://example.ca/", "language": "en", "ranges": ["1:14- 1:33"] }
    });
    let citation = json!({
        "type": "citation",
        "feedback": both("See [there](page:t/half#end)", "Voir [là](page:t/half#end)")
    });
    let half = json!([{ "type": "language_toggle" }, { "type": "text", "anchor": "end", "body": { "en": "Here." } }]);
    let work = |id: &str, title: &str, more: Value| {
        let mut work = json!({ "id": id, "kind": "guide", "title": { "en": title }, "languages": ["en"] });
        work.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        work
    };
    let list = json!({ "type": "resource_list", "query": { "kind": ["guide"] } });
    let catalogue = json!({
        "title": both("Title", "Titre"),
        "vocabularies": { "kinds": [{ "id": "guide", "label": both("guide", "guide") }] },
        "resources": [
            work("zeal", "Zeal", json!({ "status": "archived", "identifiers": { "doi": "10.1000/182" } })),
            work("gone", "Gone", json!({ "status": { "withdrawn": both("Outdated.", "Périmé.") } })),
            work("eclat", "Éclat", json!({ "links": [
                {
                    "url": "https://example.ca/old",
                    "language": "en",
                    "archived": "https://example.ca/copy",
                    "history": [{ "date": "2025", "outcome": "working" }, { "date": "2026", "outcome": "broken" }]
                },
                { "url": "https://example.ca/new", "language": "en" }
            ] }))
        ],
        "toolkits": [{
            "key": "t",
            "title": both("Toolkit", "Trousse"),
            "pages": ["whole", "half", "english"],
            "publisher": "Maison",
            "reviewed": "2026-08-01"
        }],
        "pages": { "t": [
            { "key": "whole", "title": both("Whole", "Entière?"), "blocks": [quotation, citation, list] },
            { "key": "half", "title": both("Half", "À moitié"), "blocks": half },
            { "key": "english", "title": { "en": "English" }, "blocks": [] }
        ] }
    });
    Catalogue::from_json(catalogue.to_string().as_bytes()).unwrap()
}

/// An original French text, as JSON.
fn french(value: impl Into<Value>) -> Value {
    json!({ "value": value.into(), "language": "fr", "fallback": false, "state": "original" })
}

/// The view as JSON, after checking that reading that JSON gives the view again.
fn json_of<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(view: &T) -> Value {
    let json = serde_json::to_value(view).unwrap();
    assert_eq!(&serde_json::from_value::<T>(json.clone()).unwrap(), view);
    json
}

/// The texts of a view that are not in the reader's language.
fn fallbacks(json: &Value) -> Vec<&Value> {
    match json {
        Value::Object(fields) if fields.get("fallback") == Some(&Value::Bool(true)) => vec![&json["value"]],
        Value::Object(fields) => fields.values().flat_map(fallbacks).collect(),
        Value::Array(items) => items.iter().flat_map(fallbacks).collect(),
        _ => Vec::new(),
    }
}

fn block<'p>(page: &'p PageView, anchor: &str) -> &'p BlockContent {
    let found = page.blocks.iter().find(|block| block.anchor.as_deref() == Some(anchor));
    &found.unwrap().content
}
