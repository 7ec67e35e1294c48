//! tantivy, with a field for each text in each language and that language’s analyser.

mod completion;

use std::collections::BTreeMap;
use std::path::Path;

use ally_toolkit_speed::{
    Answer, Engine, HITS, Outcome, Query, Record, SHORTEST_MISTYPED, SHORTEST_TWICE_MISTYPED, lines, run,
};
use tantivy::aggregation::agg_req::Aggregations;
use tantivy::aggregation::agg_result::{AggregationResult, AggregationResults, BucketResult};
use tantivy::aggregation::{AggContextParams, AggregationCollector, Key};
use tantivy::collector::TopDocs;
use tantivy::query::{
    AllQuery, BooleanQuery, ConstScoreQuery, FuzzyTermQuery, Occur, PhrasePrefixQuery, PhraseQuery,
    Query as Matches, TermQuery,
};
use tantivy::schema::{
    FAST, Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value,
};
use tantivy::snippet::SnippetGenerator;
use tantivy::tokenizer::{
    AsciiFoldingFilter, Language, LowerCaser, RemoveLongFilter, SimpleTokenizer, Stemmer, StopWordFilter,
    TextAnalyzer,
};
use tantivy::{Index, IndexWriter, ReloadPolicy, Searcher, TantivyDocument, Term};

const LANGUAGES: [(&str, Language); 2] = [("en", Language::English), ("fr", Language::French)];

/// The words of all texts as they are written, which completion proposes: the other fields hold stems.
const WORDS: &str = "words";

const FACETS: [&str; 5] = ["kind", "topic", "place", "language", "year"];

struct Tantivy {
    searcher: Searcher,
    analyzers: [TextAnalyzer; 2],
    schema: Schema,
    facets: Aggregations,
}

impl Engine for Tantivy {
    const SETS: &[&str] = &[
        "en_any",
        "fr_any",
        "snippet",
        "filtered",
        "browse",
        "phrase",
        "prefix",
        "typo",
        "page",
        "complete",
        "typo_more",
        "uncorrected",
    ];

    fn build(data: &Path, folder: &Path) -> Outcome<()> {
        let mut schema = Schema::builder();
        let id = schema.add_text_field("id", STORED);
        for (code, _) in LANGUAGES {
            let analyzed = TextFieldIndexing::default()
                .set_tokenizer(code)
                .set_index_option(IndexRecordOption::WithFreqsAndPositions);
            let options = TextOptions::default().set_indexing_options(analyzed).set_stored();
            schema.add_text_field(&format!("title_{code}"), options.clone());
            schema.add_text_field(&format!("description_{code}"), options);
        }
        let as_written = TextFieldIndexing::default().set_tokenizer(WORDS).set_fieldnorms(false);
        let words = schema.add_text_field(WORDS, TextOptions::default().set_indexing_options(as_written));
        let [kind, topic, place, language, year] =
            FACETS.map(|name| schema.add_text_field(name, STRING | FAST));
        let schema = schema.build();
        let index = with_analyzers(Index::create_in_dir(folder, schema.clone())?);
        let mut writer: IndexWriter = index.writer_with_num_threads(1, 200_000_000)?;
        for record in lines::<Record>(&data.join("records.jsonl"))? {
            let record = record?;
            let mut document = TantivyDocument::default();
            document.add_text(id, &record.id);
            for code in &record.languages {
                for (name, text) in
                    [("title", &record.title[code]), ("description", &record.description[code])]
                {
                    document.add_text(schema.get_field(&format!("{name}_{code}"))?, text);
                    document.add_text(words, text);
                }
                document.add_text(language, code);
            }
            document.add_text(kind, &record.kind);
            document.add_text(place, &record.place);
            document.add_text(year, &record.date);
            for name in &record.topics {
                document.add_text(topic, name);
            }
            writer.add_document(document)?;
        }
        writer.commit()?;
        writer.wait_merging_threads()?;
        Ok(())
    }

    fn open(folder: &Path) -> Outcome<Self> {
        let index = with_analyzers(Index::open_in_dir(folder)?);
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let terms =
            FACETS.map(|name| (name.to_owned(), serde_json::json!({"terms": {"field": name, "size": 100}})));
        Ok(Tantivy {
            searcher: reader.searcher(),
            analyzers: LANGUAGES.map(|(_, language)| analyzer(language)),
            schema: index.schema(),
            facets: serde_json::from_value(serde_json::Value::Object(terms.into_iter().collect()))?,
        })
    }

    fn answer(&mut self, query: &Query) -> Outcome<Answer> {
        if query.set == "complete" {
            let words = self.schema.get_field(WORDS)?;
            let proposed = completion::completions(&self.searcher, words, &query.text)?;
            return Ok(Answer { proposed, ..Answer::default() });
        }
        let mut matches = self.matches(query)?;
        if let Some(kind) = &query.kind {
            let kind = Term::from_field_text(self.schema.get_field("kind")?, kind);
            let kind = Box::new(TermQuery::new(kind, IndexRecordOption::Basic));
            matches = Box::new(BooleanQuery::new(vec![
                (Occur::Must, matches),
                (Occur::Must, Box::new(ConstScoreQuery::new(kind, 0.0))),
            ]));
        }
        let top = TopDocs::with_limit(HITS).order_by_score();
        let mut answer = Answer::default();
        let hits = if query.is_counted() {
            let counts = AggregationCollector::from_aggs(self.facets.clone(), AggContextParams::default());
            let (hits, counted) = self.searcher.search(&*matches, &(top, counts))?;
            answer.facets = facets(counted);
            hits
        } else {
            self.searcher.search(&*matches, &top)?
        };
        let codes @ [own, other] = if query.language == "fr" { ["fr", "en"] } else { ["en", "fr"] };
        let excerpted: &[&str] = match query.set.as_str() {
            "snippet" => &["description"],
            "page" => &["title", "description"],
            _ => &[],
        };
        let generator = |name: &str, code| {
            let field = self.schema.get_field(&format!("{name}_{code}"))?;
            SnippetGenerator::create(&self.searcher, &*matches, field)
        };
        // For each text, in the reader’s language and in the other one, which is asked where the first gives nothing.
        let generators = excerpted
            .iter()
            .map(|name| codes.into_iter().map(|code| generator(name, code)).collect::<Result<Vec<_>, _>>())
            .collect::<Result<Vec<_>, _>>()?;
        for (_, address) in hits {
            let document: TantivyDocument = self.searcher.doc(address)?;
            let text = |field: Field| document.get_first(field).and_then(|value| value.as_str());
            let id = text(self.schema.get_field("id")?).unwrap_or_default();
            let own_title = text(self.schema.get_field(&format!("title_{own}"))?);
            let other_title = text(self.schema.get_field(&format!("title_{other}"))?);
            answer.hits.push((id.to_owned(), own_title.or(other_title).unwrap_or_default().to_owned()));
            let is_excerpted = |generators: &&Vec<SnippetGenerator>| {
                let snippet = generators.iter().map(|generator| generator.snippet_from_doc(&document));
                snippet.map(|snippet| snippet.to_html()).any(|html| !html.is_empty())
            };
            answer.snippets += generators.iter().filter(is_excerpted).count().min(1);
        }
        Ok(answer)
    }
}

impl Tantivy {
    /// The query in the fields of both languages, analysed for each.
    fn matches(&mut self, query: &Query) -> Outcome<Box<dyn Matches>> {
        if query.text.is_empty() {
            return Ok(Box::new(AllQuery));
        }
        let mut any: Vec<Box<dyn Matches>> = Vec::new();
        for ((code, _), analyzer) in LANGUAGES.iter().zip(&mut self.analyzers) {
            let title = self.schema.get_field(&format!("title_{code}"))?;
            let description = self.schema.get_field(&format!("description_{code}"))?;
            let mut tokens = Vec::new();
            analyzer.token_stream(&query.text).process(&mut |token| tokens.push(token.clone()));
            for field in [title, description] {
                let terms =
                    tokens.iter().map(|token| (token.position, Term::from_field_text(field, &token.text)));
                if query.set == "phrase" && tokens.len() > 1 {
                    any.push(Box::new(PhraseQuery::new_with_offset(terms.collect())));
                    continue;
                }
                if query.set == "prefix" {
                    // As typed: neither stemmed nor a stop word.
                    let prefix = vec![Term::from_field_text(field, &query.text)];
                    any.push(Box::new(PhrasePrefixQuery::new(prefix)));
                    continue;
                }
                for ((_, term), token) in terms.zip(&tokens) {
                    let typed = query.text.get(token.offset_from..token.offset_to).unwrap_or_default();
                    any.push(match errors(&query.set, typed.chars().count()) {
                        0 => Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)),
                        errors => Box::new(FuzzyTermQuery::new(term, errors, true)),
                    });
                }
            }
        }
        Ok(Box::new(BooleanQuery::union(any)))
    }
}

/// How many errors a set looks for in a word of so many letters.
fn errors(set: &str, letters: usize) -> u8 {
    match set {
        "typo_more" if letters >= SHORTEST_TWICE_MISTYPED => 2,
        "typo" | "typo_more" if letters >= SHORTEST_MISTYPED => 1,
        _ => 0,
    }
}

fn facets(counted: AggregationResults) -> BTreeMap<String, BTreeMap<String, u64>> {
    let of_field = |result| {
        let AggregationResult::BucketResult(BucketResult::Terms { buckets, .. }) = result else {
            return BTreeMap::new();
        };
        let counts = buckets.into_iter().map(|bucket| match bucket.key {
            Key::Str(value) => (value, bucket.doc_count),
            other => (other.to_string(), bucket.doc_count),
        });
        counts.collect()
    };
    counted.0.into_iter().map(|(field, result)| (field, of_field(result))).collect()
}

fn with_analyzers(index: Index) -> Index {
    for (code, language) in LANGUAGES {
        index.tokenizers().register(code, analyzer(language));
    }
    index.tokenizers().register(WORDS, words());
    index
}

fn words() -> TextAnalyzer {
    let chain = TextAnalyzer::builder(SimpleTokenizer::default()).filter(RemoveLongFilter::limit(40));
    chain.filter(LowerCaser).build()
}

/// The chain that ranks best of those that ../rivals tried. `SimpleTokenizer` splits at apostrophes, and the French stop
/// words hold the elided `l`, `d`, `qu` and so on.
fn analyzer(language: Language) -> TextAnalyzer {
    let chain = TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(40))
        .filter(LowerCaser)
        .dynamic();
    let chain = match StopWordFilter::new(language) {
        Some(stop_words) => chain.filter_dynamic(stop_words),
        None => chain,
    };
    chain.filter_dynamic(AsciiFoldingFilter).filter_dynamic(Stemmer::new(language)).build()
}

fn main() -> Outcome<()> {
    run::<Tantivy>()
}
