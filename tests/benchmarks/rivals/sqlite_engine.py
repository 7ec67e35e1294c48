"""Ranks a judged collection with SQLite FTS5: `sqlite_engine.py FOLDER LANGUAGE RUN [setting=value ...]`."""

import re
import sqlite3
from collections.abc import Callable

from collection import DEPTH, Document, run

# FTS5's own words: letters and digits, so that an apostrophe splits off an elided article.
WORD = re.compile(r"[^\W_]+")


def engine(documents: list[Document], language: str, settings: dict[str, str]) -> Callable[[str], list[str]]:
    """FTS5 has one stemmer, for English, and no stop words: bm25() counts a word of half the rows as 0."""
    tokenizer = f"unicode61 remove_diacritics {settings['diacritics']}"
    if language in settings["porter"].split(","):
        tokenizer = f"porter {tokenizer}"
    database = sqlite3.connect(":memory:")
    database.execute(f"CREATE VIRTUAL TABLE docs USING fts5(title, text, tokenize = '{tokenizer}')")
    rows = ((at, document.title, document.text) for at, document in enumerate(documents))
    database.executemany("INSERT INTO docs (rowid, title, text) VALUES (?, ?, ?)", rows)
    database.execute("INSERT INTO docs (docs) VALUES ('optimize')")
    ranked = f"SELECT rowid FROM docs WHERE docs MATCH ? ORDER BY bm25(docs, ?, 1.0), rowid LIMIT {DEPTH}"
    after = " *" if settings["prefix"] == "yes" else ""

    def rank(text: str) -> list[str]:
        words = " OR ".join(f'"{word}"{after}' for word in WORD.findall(text))
        found = database.execute(ranked, (words, float(settings["title"]))) if words else []
        return [documents[at].id for (at,) in found]

    return rank


run(engine)
