//! SQLite: FTS5 over a table of records, its own side tables for topics and languages.

use std::path::Path;

use ally_toolkit_speed::{Answer, Engine, HITS, Outcome, Query, Record, lines, run};
use rusqlite::{Connection, OpenFlags, ToSql, params};

/// The tables, shared with the programs for Node and Python.
const SCHEMA: &str = include_str!("../../sqlite/schema.sql");

/// Likewise what is asked.
const HITS_SQL: &str = include_str!("../../sqlite/hits.sql");
const BROWSE_SQL: &str = include_str!("../../sqlite/browse.sql");
const FACETS_SQL: &str = include_str!("../../sqlite/facets.sql");
const SNIPPETS_SQL: &str = include_str!("../../sqlite/snippets.sql");

const FILE: &str = "index.sqlite";

struct Sqlite(Connection);

impl Engine for Sqlite {
    // FTS5 has no typing errors.
    const SETS: &[&str] = &["en_any", "fr_any", "snippet", "filtered", "browse", "phrase", "prefix"];

    fn build(data: &Path, folder: &Path) -> Outcome<()> {
        let mut database = Connection::open(folder.join(FILE))?;
        database.execute_batch(SCHEMA)?;
        let all = database.transaction()?;
        {
            let mut insert = all.prepare("INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")?;
            let mut topic = all.prepare("INSERT INTO topics VALUES (?, ?)")?;
            let mut language = all.prepare("INSERT INTO languages VALUES (?, ?)")?;
            for (at, record) in (0_i64..).zip(lines::<Record>(&data.join("records.jsonl"))?) {
                let record = record?;
                insert.execute(params![
                    at,
                    record.id,
                    record.title.get("en"),
                    record.description.get("en"),
                    record.title.get("fr"),
                    record.description.get("fr"),
                    record.kind,
                    record.place,
                    record.date,
                ])?;
                for value in record.topics {
                    topic.execute(params![at, value])?;
                }
                for value in record.languages {
                    language.execute(params![at, value])?;
                }
            }
        }
        all.execute_batch("INSERT INTO words (words) VALUES ('rebuild')")?;
        all.commit()?;
        database.execute_batch("INSERT INTO words (words) VALUES ('optimize')")?;
        Ok(())
    }

    fn open(folder: &Path) -> Outcome<Self> {
        Ok(Sqlite(Connection::open_with_flags(folder.join(FILE), OpenFlags::SQLITE_OPEN_READ_ONLY)?))
    }

    fn answer(&mut self, query: &Query) -> Outcome<Answer> {
        let words = words(query);
        let mut answer = Answer::default();
        let limit = HITS as i64;
        let asked = [(":words", &words as &dyn ToSql), (":kind", &query.kind), (":limit", &limit)];
        let (sql, given) = match query.set.as_str() {
            "snippet" => (SNIPPETS_SQL, &asked[..]),
            "browse" => (BROWSE_SQL, &asked[1..]),
            _ => (HITS_SQL, &asked[..]),
        };
        let mut hits = self.0.prepare_cached(sql)?;
        let mut rows = hits.query(given)?;
        while let Some(row) = rows.next()? {
            let titles: [Option<String>; 2] = [row.get(1)?, row.get(2)?];
            let [english, french] = titles;
            let title = if query.language == "fr" { french.or(english) } else { english.or(french) };
            answer.hits.push((row.get(0)?, title.unwrap_or_default()));
            if query.set == "snippet" {
                answer.snippets += usize::from(!row.get::<_, String>(3)?.is_empty());
            }
        }
        if query.kind.is_some() {
            let mut facets = self.0.prepare_cached(FACETS_SQL)?;
            let mut rows = facets.query(&asked[..2])?;
            while let Some(row) = rows.next()? {
                let field: String = row.get(0)?;
                answer.facets.entry(field).or_default().insert(row.get(1)?, row.get::<_, i64>(2)? as u64);
            }
        }
        Ok(answer)
    }
}

/// Any word, in FTS5’s language; a phrase, or a beginning. Nothing when there are no words.
fn words(query: &Query) -> Option<String> {
    let quoted = |word: &str| format!("\"{word}\"");
    let words = query.text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    match query.set.as_str() {
        _ if query.text.is_empty() => None,
        "phrase" => Some(quoted(&query.text)),
        "prefix" => Some(quoted(&query.text) + " *"),
        _ => Some(words.map(quoted).collect::<Vec<_>>().join(" OR ")),
    }
}

fn main() -> Outcome<()> {
    run::<Sqlite>()
}
