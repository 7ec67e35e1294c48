//! A judged collection: a folder with `docs.jsonl`, `queries.jsonl` and `qrels.tsv`.

use std::collections::HashMap;
use std::path::Path;

use ally_toolkit::evaluation::Judgments;
use ally_toolkit::{Catalogue, Language};
use serde::Deserialize;
use serde_json::{Value, json};

/// A document: a title and a text, in one language or both.
#[derive(Deserialize)]
struct Document {
    id: String,
    lang: Language,
    #[serde(default)]
    title: String,
    #[serde(default)]
    text: String,
    title_fr: Option<String>,
    text_fr: Option<String>,
}

/// A query of a collection.
#[derive(Deserialize)]
pub(crate) struct Query {
    pub(crate) id: String,
    pub(crate) lang: Language,
    pub(crate) text: String,
}

/// Documents as a catalogue, queries, and which documents answer which query.
pub(crate) struct Collection {
    pub(crate) catalogue: Catalogue,
    pub(crate) queries: Vec<Query>,
    pub(crate) judgments: Judgments,
    /// The collection's own ids of its documents; the catalogue's are `d0`, `d1` and so on in the same order.
    ids: Vec<String>,
}

impl Collection {
    pub(crate) fn open(folder: &Path) -> Result<Self, String> {
        let documents: Vec<Document> = lines(&folder.join("docs.jsonl"))?;
        // A catalogue's ids keep to letters, digits and hyphens; a collection's need not.
        let ids: HashMap<String, String> = documents
            .iter()
            .enumerate()
            .map(|(at, document)| (document.id.clone(), format!("d{at}")))
            .collect();
        let resources: Vec<Value> = documents
            .iter()
            .filter_map(|document| Some(resource(document, ids.get(&document.id)?)))
            .collect();
        let json = json!({
            "title": {"en": "Collection", "fr": "Collection"},
            "vocabularies": {"kinds": [{"id": "document", "label": {"en": ".", "fr": "."}}]},
            "resources": resources,
        });
        let catalogue =
            Catalogue::from_json(json.to_string().as_bytes()).map_err(|error| error.to_string())?;
        let mut judgments =
            Judgments::from_qrels(&text(&folder.join("qrels.tsv"))?).map_err(|error| error.to_string())?;
        for records in judgments.queries.values_mut() {
            *records = std::mem::take(records)
                .into_iter()
                .map(|(id, grade)| (ids.get(&id).cloned().unwrap_or(id), grade))
                .collect();
        }
        let ids = documents.into_iter().map(|document| document.id).collect();
        Ok(Collection { catalogue, queries: lines(&folder.join("queries.jsonl"))?, judgments, ids })
    }

    /// The collection's own id of a document that the catalogue knows by `id`.
    pub(crate) fn document(&self, id: &str) -> Option<&str> {
        let at: usize = id.strip_prefix('d')?.parse().ok()?;
        self.ids.get(at).map(String::as_str)
    }
}

fn resource(document: &Document, id: &str) -> Value {
    let french = document.title_fr.is_some() || document.text_fr.is_some();
    let code = document.lang.code();
    let mut titles = serde_json::Map::new();
    let mut texts = serde_json::Map::new();
    let mut put = |language: &str, title: &str, text: &str| {
        // A document without a title is known by the beginning of its text, as on a results page.
        let title = if title.trim().is_empty() {
            text.chars().take(60).collect::<String>()
        } else {
            title.to_owned()
        };
        titles.insert(language.to_owned(), clean(&title).into());
        if !text.trim().is_empty() {
            texts.insert(language.to_owned(), clean(text).into());
        }
    };
    put(code, &document.title, &document.text);
    if french {
        put(
            "fr",
            document.title_fr.as_deref().unwrap_or_default(),
            document.text_fr.as_deref().unwrap_or_default(),
        );
    }
    let languages = if french { vec![code, "fr"] } else { vec![code] };
    json!({"id": id, "kind": "document", "title": titles, "description": texts, "languages": languages})
}

/// What no catalogue holds: control characters. A text of nothing else is a dash.
fn clean(text: &str) -> String {
    let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if clean.trim().is_empty() { "–".to_owned() } else { clean }
}

fn text(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn lines<T: for<'a> Deserialize<'a>>(path: &Path) -> Result<Vec<T>, String> {
    let read = |(number, line): (usize, &str)| {
        serde_json::from_str(line).map_err(|error| format!("{}:{number}: {error}", path.display()))
    };
    (1..).zip(text(path)?.lines()).filter(|(_, line)| !line.trim().is_empty()).map(read).collect()
}
