"""SQLite, of Python itself: the tables and queries of ``../sqlite``."""

import re
import sqlite3
from collections import defaultdict
from pathlib import Path

from protocol import HITS, Answer, Answerer, Query, records, run

FILE = "index.sqlite"
WORD = re.compile(r"[^\W_]+")
QUERIES = Path(__file__).parents[1] / "sqlite"
SQL = {path.stem: path.read_text(encoding="utf-8") for path in QUERIES.iterdir()}


def build(data: Path, index: Path) -> None:
    """One transaction, then ``optimize``."""
    database = sqlite3.connect(index / FILE)
    database.executescript(SQL["schema"])
    with database:
        for at, record in enumerate(records(data)):
            title, description = record["title"], record["description"]
            texts = [title.get("en"), description.get("en"), title.get("fr"), description.get("fr")]
            values = [at, record["id"], *texts, record["kind"], record["place"], record["date"]]
            database.execute("INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
            topics = [(at, value) for value in record["topics"]]
            database.executemany("INSERT INTO topics VALUES (?, ?)", topics)
            languages = [(at, value) for value in record["languages"]]
            database.executemany("INSERT INTO languages VALUES (?, ?)", languages)
        database.execute("INSERT INTO words (words) VALUES ('rebuild')")
    with database:
        database.execute("INSERT INTO words (words) VALUES ('optimize')")
    database.close()


def words(query: Query) -> str | None:
    """Any word, in FTS5’s language; a phrase, or a beginning. Nothing when there are no words."""
    if not query.text:
        return None
    if query.set == "phrase":
        return f'"{query.text}"'
    if query.set == "prefix":
        return f'"{query.text}" *'
    return " OR ".join(f'"{word}"' for word in WORD.findall(query.text))


def open_index(index: Path) -> Answerer:
    """Read only."""
    database = sqlite3.connect(f"{(index / FILE).resolve().as_uri()}?mode=ro", uri=True)

    def answer(query: Query) -> Answer:
        asked = words(query)
        given = {"words": asked, "kind": query.kind, "limit": HITS}
        snippets = 0
        if asked is None:
            rows = database.execute(SQL["browse"], given).fetchall()
        elif query.set == "snippet":
            rows = database.execute(SQL["snippets"], given).fetchall()
            snippets = sum(bool(row[3]) for row in rows)
        else:
            rows = database.execute(SQL["hits"], given).fetchall()
        own, other = (2, 1) if query.language == "fr" else (1, 2)
        facets: dict[str, dict[str, int]] = defaultdict(dict)
        if query.kind is not None:
            for field, value, count in database.execute(SQL["facets"], given):
                facets[field][value] = count
        hits = [(row[0], row[own] or row[other]) for row in rows]
        return {"hits": hits, "facets": facets, "snippets": snippets}

    return answer


run(["en_any", "fr_any", "snippet", "filtered", "browse", "phrase", "prefix"], build, open_index)
