-- FTS5 has one stemmer, for English; it helps French too (../../rivals/README.md). The records hold the texts, the index
-- only points to them, and keeps beginnings of two and three letters.
PRAGMA page_size = 8192;
CREATE TABLE records (
    at INTEGER PRIMARY KEY,
    id TEXT, title_en TEXT, description_en TEXT, title_fr TEXT, description_fr TEXT,
    kind TEXT, place TEXT, year TEXT
);
CREATE TABLE topics (record INTEGER, topic TEXT, PRIMARY KEY (record, topic)) WITHOUT ROWID;
CREATE TABLE languages (record INTEGER, language TEXT, PRIMARY KEY (record, language)) WITHOUT ROWID;
CREATE INDEX records_by_kind ON records (kind);
CREATE VIRTUAL TABLE words USING fts5 (
    title_en, description_en, title_fr, description_fr,
    content = 'records', content_rowid = 'at',
    tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO words (words, rank) VALUES ('rank', 'bm25(3.0, 1.0, 3.0, 1.0)');
