//! How good "more like this" is, and how long it takes: `similar [FOLDER]`, over the collections of FOLDER (../shared/eval) that are there,
//! and over the bundled catalogue.
//!
//! Nobody judged which documents are alike. But documents that answer the same query are, and so are resources that an editor put into one
//! list of a page: for each of them, how many of the others are among the ten most like it (recall@10). Across languages: of every other document
//! of a collection in both languages, one record in English and one in French; the one must find the other (the mean of 1 / its rank, up to 10).
//! Beside it, searches for the title and for the whole text of the same document. Times are of one request, the best of three.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;

use ally_toolkit::model::Block;
use ally_toolkit::search::Syntax;
use ally_toolkit::{Catalogue, Language, SearchRequest, Searcher, SimilarRequest};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// How many records are looked at.
const DEPTH: i64 = 10;

/// The longest query of a search.
const LONGEST_QUERY: usize = 8_192;

/// Of how many records of a collection the others are looked for.
const MOST_CASES: usize = 1_000;

const PASSES: usize = 3;

#[derive(Deserialize)]
struct Document {
    id: String,
    lang: Language,
    #[serde(default)]
    title: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    title_fr: String,
    #[serde(default)]
    text_fr: String,
}

/// A catalogue, and which of its resources are alike.
struct Collection {
    name: String,
    searcher: Searcher,
    alike: BTreeMap<String, BTreeSet<String>>,
    /// True where all that counts is the rank of the one like it.
    is_one: bool,
}

/// What is asked of a resource.
enum Asked {
    Similar { words: i64, topics: f64 },
    Title,
    Text,
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).map_or_else(|| PathBuf::from("../shared/eval"), PathBuf::from);
    measure(&bundled()?)?;
    if !folder.is_dir() {
        println!("skipped: there is no folder {} with collections", folder.display());
        return Ok(());
    }
    for name in ["cranfield", "cdtn.open", "infobase.open"] {
        match documents(&folder.join(name)) {
            Ok(documents) => measure(&answering(name, &folder.join(name), &documents)?)?,
            Err(error) => println!("\nskipped: {name}: {error}"),
        }
    }
    for name in ["infobase.open", "unesco"] {
        if let Ok(documents) = documents(&folder.join(name)) {
            for from in Language::ALL {
                measure(&in_one_language_each(name, from, &documents)?)?;
            }
        }
    }
    Ok(())
}

/// The bundled catalogue; resources in one list, chosen by hand, are alike.
fn bundled() -> Result<Collection, Box<dyn Error>> {
    let catalogue = Catalogue::bundled()?;
    let mut alike: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for page in catalogue.pages() {
        for block in &page.page.blocks {
            if let Block::ResourceList(list) = block {
                add_alike(&list.resources, &mut alike);
            }
        }
    }
    let name = "bundled, one list".to_owned();
    Ok(Collection { name, searcher: Searcher::new(catalogue)?, alike, is_one: false })
}

fn add_alike(ids: &[String], alike: &mut BTreeMap<String, BTreeSet<String>>) {
    for id in ids.iter().filter(|_| ids.len() > 1) {
        let others = ids.iter().filter(|other| *other != id).cloned();
        alike.entry(id.clone()).or_default().extend(others);
    }
}

/// Documents that answer the same query are alike.
fn answering(name: &str, folder: &Path, documents: &[Document]) -> Result<Collection, Box<dyn Error>> {
    let ids: BTreeMap<&str, String> =
        documents.iter().enumerate().map(|(at, document)| (document.id.as_str(), format!("d{at}"))).collect();
    let mut answers: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in std::fs::read_to_string(folder.join("qrels.tsv"))?.lines() {
        if let [query, document, grade] = *line.split('\t').collect::<Vec<_>>()
            && grade != "0"
            && let Some(id) = ids.get(document)
        {
            answers.entry(query.to_owned()).or_default().push(id.clone());
        }
    }
    let mut alike = BTreeMap::new();
    answers.values().for_each(|answers| add_alike(answers, &mut alike));
    let resources = documents.iter().enumerate().map(|(at, document)| {
        let has = |language: &Language| *language == document.lang || !document.title_fr.is_empty();
        let languages: Vec<Language> = Language::ALL.into_iter().filter(has).collect();
        document.resource(&format!("d{at}"), &languages)
    });
    Ok(Collection {
        name: format!("{name}, one query"),
        searcher: searcher(resources.collect())?,
        alike,
        is_one: false,
    })
}

/// Of every other document a record in English and one in French: the one is like the other.
fn in_one_language_each(
    name: &str,
    from: Language,
    documents: &[Document],
) -> Result<Collection, Box<dyn Error>> {
    let mut alike = BTreeMap::new();
    let mut resources = Vec::new();
    for (at, document) in documents.iter().enumerate() {
        if at % 2 == 1 {
            resources.push(document.resource(&format!("d{at}"), &Language::ALL));
            continue;
        }
        let id = |language: Language| format!("d{at}-{language}");
        for language in Language::ALL {
            resources.push(document.resource(&id(language), &[language]));
        }
        alike.insert(id(from), BTreeSet::from([id(from.other())]));
    }
    Ok(Collection {
        name: format!("{name}, {from} to {}", from.other()),
        searcher: searcher(resources)?,
        alike,
        is_one: true,
    })
}

impl Document {
    fn resource(&self, id: &str, languages: &[Language]) -> Value {
        let (mut titles, mut texts) = (Map::new(), Map::new());
        for language in languages {
            let (title, text) = if *language == self.lang {
                (&self.title, &self.text)
            } else {
                (&self.title_fr, &self.text_fr)
            };
            // A document without a title is known by the beginning of its text, as on a results page.
            let title = if title.trim().is_empty() { text.chars().take(60).collect() } else { title.clone() };
            titles.insert(language.code().to_owned(), clean(&title).into());
            if !text.trim().is_empty() {
                texts.insert(language.code().to_owned(), clean(text).into());
            }
        }
        let codes: Vec<&str> = languages.iter().map(|language| language.code()).collect();
        json!({"id": id, "kind": "document", "title": titles, "description": texts, "languages": codes})
    }
}

/// What no catalogue holds: control characters. A text of nothing else is a dash.
fn clean(text: &str) -> String {
    let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if clean.trim().is_empty() { "–".to_owned() } else { clean }
}

fn documents(folder: &Path) -> Result<Vec<Document>, Box<dyn Error>> {
    let text = std::fs::read_to_string(folder.join("docs.jsonl"))?;
    Ok(text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}

fn searcher(resources: Vec<Value>) -> Result<Searcher, Box<dyn Error>> {
    let catalogue = json!({
        "title": {"en": "Collection", "fr": "Collection"},
        "vocabularies": {"kinds": [{"id": "document", "label": {"en": ".", "fr": "."}}]},
        "resources": resources,
    });
    Ok(Searcher::new(Catalogue::from_json(catalogue.to_string().as_bytes())?)?)
}

fn measure(collection: &Collection) -> Result<(), Box<dyn Error>> {
    let measure = if collection.is_one { "MRR@10" } else { "recall@10" };
    let step = collection.alike.len().div_ceil(MOST_CASES).max(1);
    let cases: Vec<_> = collection.alike.iter().step_by(step).collect();
    println!(
        "\n{}: {} of {} records; {measure} (%), milliseconds: median, most",
        collection.name,
        cases.len(),
        collection.searcher.catalogue().resources().len()
    );
    let has_topics = collection
        .searcher
        .catalogue()
        .resources()
        .scan()
        .any(|resource| resource.is_ok_and(|resource| !resource.topics.is_empty()));
    for words in [10, 25, 50, 100] {
        row(&format!("{words} words"), &Asked::Similar { words, topics: 0.0 }, collection, &cases)?;
    }
    if has_topics {
        row("topics", &Asked::Similar { words: 0, topics: 1.0 }, collection, &cases)?;
        for topics in [0.5, 1.0, 2.0] {
            row(
                &format!("50 words, topics {topics}"),
                &Asked::Similar { words: 50, topics },
                collection,
                &cases,
            )?;
        }
    }
    row("search for the title", &Asked::Title, collection, &cases)?;
    row("search for the text", &Asked::Text, collection, &cases)
}

fn row(
    name: &str,
    asked: &Asked,
    collection: &Collection,
    cases: &[(&String, &BTreeSet<String>)],
) -> Result<(), Box<dyn Error>> {
    let (mut sum, mut times) = (0.0, Vec::new());
    for (id, alike) in cases {
        let mut found = Vec::new();
        let mut best = f64::INFINITY;
        for _ in 0..PASSES {
            let start = Instant::now();
            found = ask(id, asked, &collection.searcher)?;
            best = best.min(start.elapsed().as_secs_f64() * 1e3);
        }
        times.push(best);
        sum += if collection.is_one {
            found.iter().position(|id| alike.contains(id)).map_or(0.0, |at| 1.0 / (at + 1) as f64)
        } else {
            let most = alike.len().min(usize::try_from(DEPTH)?);
            found.iter().filter(|id| alike.contains(*id)).count() as f64 / most as f64
        };
    }
    times.sort_by(f64::total_cmp);
    let time = |at: usize| times.get(at).copied().unwrap_or(0.0);
    println!(
        "  {name:<24} {:>6.1} {:>9.3} {:>9.3}",
        100.0 * sum / cases.len() as f64,
        time(times.len() / 2),
        time(times.len().saturating_sub(1))
    );
    Ok(())
}

/// The ids of the ten resources most like one, the best first.
fn ask(id: &str, asked: &Asked, searcher: &Searcher) -> Result<Vec<String>, Box<dyn Error>> {
    let resource = searcher.catalogue().resource(id)?;
    let title = resource.title.read(Language::English);
    let reader = title.as_ref().map_or(Language::English, |title| title.language);
    let title = title.map_or("", |title| title.value.as_str());
    let hits = match asked {
        Asked::Similar { words, topics } => {
            let asked = SimilarRequest {
                words: *words,
                topics: *topics,
                per_page: DEPTH,
                ..SimilarRequest::new(id, reader)
            };
            searcher.similar(&asked)?.hits
        }
        Asked::Title => search(title, reader, searcher)?,
        Asked::Text => {
            let text = resource.description.get(reader).map_or("", String::as_str);
            search(&format!("{title} {text}"), reader, searcher)?
        }
    };
    Ok(hits.into_iter().map(|hit| hit.id).filter(|found| found != id).take(usize::try_from(DEPTH)?).collect())
}

fn search(
    query: &str,
    reader: Language,
    searcher: &Searcher,
) -> Result<Vec<ally_toolkit::search::Hit>, Box<dyn Error>> {
    let end = (0..=query.len().min(LONGEST_QUERY)).rev().find(|end| query.is_char_boundary(*end));
    let query = query.get(..end.unwrap_or(0)).unwrap_or_default();
    let asked =
        SearchRequest { syntax: Syntax::Words, per_page: DEPTH + 1, ..SearchRequest::new(query, reader) };
    Ok(searcher.search(&asked)?.hits)
}
