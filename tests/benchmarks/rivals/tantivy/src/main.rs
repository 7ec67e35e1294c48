//! Ranks a judged collection with tantivy: `tantivy-rival FOLDER LANGUAGE RUN [setting=value …]`.

use std::collections::HashMap;
use std::error::Error;
use std::path::Path;

use serde::Deserialize;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, BoostQuery, DisjunctionMaxQuery, Query, QueryParser, TermQuery};
use tantivy::schema::{
    Field, IndexRecordOption, STORED, Schema, TantivyDocument, TextFieldIndexing, TextOptions, Value,
};
use tantivy::tokenizer::{
    AsciiFoldingFilter, Language, LowerCaser, RemoveLongFilter, SimpleTokenizer, Stemmer, StopWordFilter,
    TextAnalyzer,
};
use tantivy::{Index, IndexWriter, ReloadPolicy, Term};

/// How many documents of a ranking are measured.
const DEPTH: usize = 100;

#[derive(Deserialize)]
struct Document {
    id: String,
    lang: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    text: String,
    title_fr: Option<String>,
    text_fr: Option<String>,
}

#[derive(Deserialize)]
struct Asked {
    id: String,
    lang: String,
    text: String,
}

struct Fields {
    title: Field,
    text: Field,
    boost: f32,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, language, run, settings @ ..] = arguments.as_slice() else {
        return Err("usage: tantivy-rival FOLDER LANGUAGE RUN [setting=value ...]".into());
    };
    let settings: HashMap<&str, &str> = settings.iter().filter_map(|s| s.split_once('=')).collect();
    let setting = |name: &str| settings.get(name).copied().unwrap_or_default();

    let mut schema = Schema::builder();
    let id = schema.add_text_field("id", STORED);
    let analyzed = TextOptions::default().set_indexing_options(
        TextFieldIndexing::default()
            .set_tokenizer("analyzed")
            .set_index_option(IndexRecordOption::WithFreqsAndPositions),
    );
    let title = schema.add_text_field("title", analyzed.clone());
    let text = schema.add_text_field("text", analyzed);
    let index = Index::create_in_ram(schema.build());
    let analyzer = analyzer(language, setting("stopwords") != "no", setting("stem") != "no", setting("fold"));
    index.tokenizers().register("analyzed", analyzer.clone());

    // One thread, so that the order of documents of the same score does not change between runs.
    let mut writer: IndexWriter = index.writer_with_num_threads(1, 100_000_000)?;
    let boost: f32 = setting("title").parse()?;
    let joined = setting("fields") == "joined";
    for document in documents(Path::new(folder), language)? {
        let mut record = TantivyDocument::default();
        record.add_text(id, &document.id);
        // In one field there is nothing to boost: the title is added as often instead.
        for _ in 0..if joined { boost as usize } else { 1 } {
            record.add_text(if joined { text } else { title }, &document.title);
        }
        record.add_text(text, &document.text);
        writer.add_document(record)?;
    }
    writer.commit()?;

    let searcher = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?.searcher();
    let fields = Fields { title, text, boost };
    let mut parser = QueryParser::for_index(&index, vec![title, text]);
    parser.set_field_boost(title, boost);
    let mut out = String::new();
    for asked in lines::<Asked>(&Path::new(folder).join("queries.jsonl"))? {
        if asked.lang != *language {
            continue;
        }
        let query = match setting("query") {
            "parser" => parser.parse_query_lenient(&asked.text).0,
            kind => any_word(&mut analyzer.clone(), &asked.text, &fields, kind == "best-field"),
        };
        let hits = searcher.search(&query, &TopDocs::with_limit(DEPTH).order_by_score())?;
        for (rank, (_, address)) in (1..).zip(hits) {
            let record: TantivyDocument = searcher.doc(address)?;
            let document = record.get_first(id).and_then(|value| value.as_str()).unwrap_or_default();
            out.push_str(&format!("{}\t{document}\t{rank}\n", asked.id));
        }
    }
    std::fs::write(run, out)?;
    Ok(())
}

/// The chain of tantivy's documentation. `SimpleTokenizer` splits at apostrophes, and the French stop words hold the
/// elided `l`, `d`, `qu` and so on.
fn analyzer(language: &str, stop_words: bool, stem: bool, fold: &str) -> TextAnalyzer {
    let language = if language == "fr" { Language::French } else { Language::English };
    let mut chain = TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(40))
        .filter(LowerCaser)
        .dynamic();
    if let Some(filter) = StopWordFilter::new(language).filter(|_| stop_words) {
        chain = chain.filter_dynamic(filter);
    }
    if fold == "before" {
        chain = chain.filter_dynamic(AsciiFoldingFilter);
    }
    if stem {
        chain = chain.filter_dynamic(Stemmer::new(language));
    }
    if fold == "after" {
        chain = chain.filter_dynamic(AsciiFoldingFilter);
    }
    chain.build()
}

/// Any word of `text` in either field; the parser instead makes a phrase of words that a hyphen joins, and an operator of
/// a question’s punctuation.
fn any_word(analyzer: &mut TextAnalyzer, text: &str, fields: &Fields, best_field: bool) -> Box<dyn Query> {
    let mut words: Vec<Box<dyn Query>> = Vec::new();
    analyzer.token_stream(text).process(&mut |token| {
        let word = |field| -> Box<dyn Query> {
            let term = Term::from_field_text(field, &token.text);
            Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
        };
        let in_title = Box::new(BoostQuery::new(word(fields.title), fields.boost));
        let both: Vec<Box<dyn Query>> = vec![in_title, word(fields.text)];
        words.push(if best_field {
            Box::new(DisjunctionMaxQuery::new(both))
        } else {
            Box::new(BooleanQuery::union(both))
        });
    });
    Box::new(BooleanQuery::union(words))
}

fn documents(folder: &Path, language: &str) -> Result<Vec<Document>, Box<dyn Error>> {
    let mut documents: Vec<Document> = lines(&folder.join("docs.jsonl"))?;
    documents.retain_mut(|document| {
        if language == "fr" && (document.title_fr.is_some() || document.text_fr.is_some()) {
            document.title = document.title_fr.take().unwrap_or_default();
            document.text = document.text_fr.take().unwrap_or_default();
            return true;
        }
        document.lang == language
    });
    Ok(documents)
}

fn lines<T: for<'a> Deserialize<'a>>(path: &Path) -> Result<Vec<T>, Box<dyn Error>> {
    let text = std::fs::read_to_string(path)?;
    text.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}
