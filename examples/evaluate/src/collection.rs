//! A judged collection: a folder with `docs.jsonl`, `queries.jsonl` and `qrels.tsv`.

use std::collections::BTreeMap;
use std::path::Path;

use ally_toolkit::evaluation::Judgments;
use ally_toolkit::{Catalogue, Language};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::files;
use crate::task::{Judged, Task};

/// A document: a title and a text, in one language or both.
#[derive(Deserialize)]
pub(crate) struct Document {
    pub(crate) id: String,
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
struct Query {
    id: String,
    lang: Language,
    text: String,
}

/// What a folder holds.
pub(crate) struct Collection {
    pub(crate) name: String,
    pub(crate) documents: Vec<Document>,
    queries: Vec<Query>,
    pub(crate) judgments: Judgments,
}

impl Collection {
    pub(crate) fn open(folder: &Path) -> Result<Self, String> {
        let qrels = folder.join("qrels.tsv");
        Ok(Collection {
            name: folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
            documents: files::lines(&folder.join("docs.jsonl"))?,
            queries: files::lines(&folder.join("queries.jsonl"))?,
            judgments: Judgments::from_qrels(&files::text(&qrels)?)
                .map_err(|error| files::named(&qrels, &error))?,
        })
    }

    /// True when there are documents in both languages.
    pub(crate) fn is_bilingual(&self) -> bool {
        self.documents.iter().any(Document::is_bilingual)
    }

    /// The documents as they are, with a task for each language that queries are in.
    pub(crate) fn whole(&self) -> Result<Judged, String> {
        let tasks = Language::ALL.map(|language| {
            let name = format!("{} {language}", self.name);
            let file = format!("{}.{language}", self.name);
            self.task(name, file, language, |_| true)
        });
        self.judged(|document| document.languages(), tasks.into())
    }

    /// The documents in those of their languages that `languages` says; one in none is left out.
    pub(crate) fn judged(
        &self,
        languages: impl Fn(&Document) -> Vec<Language>,
        tasks: Vec<Task>,
    ) -> Result<Judged, String> {
        // A catalogue's ids keep to letters, digits and hyphens; a collection's need not.
        let resources: Vec<Value> = self
            .documents
            .iter()
            .enumerate()
            .filter_map(|(at, document)| document.resource(&format!("d{at}"), &languages(document)))
            .collect();
        let json = json!({
            "title": {"en": "Collection", "fr": "Collection"},
            "vocabularies": {"kinds": [{"id": "document", "label": {"en": ".", "fr": "."}}]},
            "resources": resources,
        });
        let catalogue =
            Catalogue::from_json(json.to_string().as_bytes()).map_err(|error| error.to_string())?;
        let ids = self.documents.iter().map(|document| document.id.clone()).collect();
        Ok(Judged { catalogue, ids: Some(ids), tasks })
    }

    /// The queries in `language` that are `wanted`, by what was judged for each.
    pub(crate) fn task(
        &self,
        name: String,
        file: String,
        language: Language,
        wanted: impl Fn(&BTreeMap<String, u32>) -> bool,
    ) -> Task {
        let texts: BTreeMap<String, String> = self
            .queries
            .iter()
            .filter(|query| query.lang == language)
            .map(|query| (query.id.clone(), query.text.clone()))
            .collect();
        let mut judgments = self.judgments.clone();
        judgments.queries.retain(|id, grades| texts.contains_key(id) && wanted(grades));
        Task { name, file, language, texts, judgments }
    }
}

impl Document {
    /// The languages it has a text in.
    pub(crate) fn languages(&self) -> Vec<Language> {
        if self.is_bilingual() { Language::ALL.to_vec() } else { vec![self.lang] }
    }

    pub(crate) fn is_bilingual(&self) -> bool {
        self.lang == Language::English && (self.title_fr.is_some() || self.text_fr.is_some())
    }

    /// The document as a resource, in those of its languages that are wanted.
    fn resource(&self, id: &str, wanted: &[Language]) -> Option<Value> {
        let mut titles = serde_json::Map::new();
        let mut texts = serde_json::Map::new();
        let languages: Vec<Language> =
            self.languages().into_iter().filter(|language| wanted.contains(language)).collect();
        for language in &languages {
            let (title, text) = if *language == self.lang {
                (self.title.as_str(), self.text.as_str())
            } else {
                (self.title_fr.as_deref().unwrap_or_default(), self.text_fr.as_deref().unwrap_or_default())
            };
            // A document without a title is known by the beginning of its text, as on a results page.
            let title =
                if title.trim().is_empty() { text.chars().take(60).collect() } else { title.to_owned() };
            titles.insert(language.code().to_owned(), clean(&title).into());
            if !text.trim().is_empty() {
                texts.insert(language.code().to_owned(), clean(text).into());
            }
        }
        let codes: Vec<&str> = languages.iter().map(|language| language.code()).collect();
        (!codes.is_empty()).then(|| {
            json!({"id": id, "kind": "document", "title": titles, "description": texts, "languages": codes})
        })
    }
}

/// What no catalogue holds: control characters. A text of nothing else is a dash.
fn clean(text: &str) -> String {
    let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if clean.trim().is_empty() { "–".to_owned() } else { clean }
}
