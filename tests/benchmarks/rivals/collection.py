"""A judged collection, and the run that an engine makes of it: what the Python engines share."""

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

# How many documents of a ranking are measured.
DEPTH = 100


class Document(NamedTuple):
    """A document in one language."""

    id: str
    title: str
    text: str


def lines(path: Path) -> Iterable[dict]:
    """The objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def documents(folder: Path, language: str) -> list[Document]:
    """The documents that have texts in the language, and those texts."""
    found = []
    for line in lines(folder / "docs.jsonl"):
        if language == "fr" and ("title_fr" in line or "text_fr" in line):
            found.append(Document(line["id"], line.get("title_fr") or "", line.get("text_fr") or ""))
        elif line["lang"] == language:
            found.append(Document(line["id"], line.get("title") or "", line.get("text") or ""))
    return found


def queries(folder: Path, language: str) -> dict[str, str]:
    """The queries in the language: text by id."""
    asked = lines(folder / "queries.jsonl")
    return {query["id"]: query["text"] for query in asked if query["lang"] == language}


def run(engine: Callable[[list[Document], str, dict[str, str]], Callable[[str], list[str]]]) -> None:
    """Does what `ENGINE FOLDER LANGUAGE RUN [setting=value ...]` asks.

    `engine` indexes the documents under settings and returns what ranks them for a query, best ids first.
    """
    folder, language, path, *settings = sys.argv[1:]
    rank = engine(documents(Path(folder), language), language, dict(s.split("=", 1) for s in settings))
    with Path(path).open("w", encoding="utf-8") as file:
        for query, text in queries(Path(folder), language).items():
            for place, document in enumerate(rank(text)[:DEPTH], 1):
                file.write(f"{query}\t{document}\t{place}\n")
