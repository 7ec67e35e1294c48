"""Whether the answers that were timed are right."""

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

from measure import Measured

WORD = re.compile(r"[^\W_]+")

# Sets whose queries are words of a record, which should then be among the hits.
KNOWN_ITEM = ["en_any", "fr_any", "snippet", "filtered", "typo", "page"]

# Sets whose hits must hold what was asked, word for word.
LITERAL = ["phrase", "prefix"]

# Sets of whose hits something is marked, and what that share is called.
MARKED = {"snippet": "excerpts", "page": "highlights"}

# What each record has one of, so that its counts add up to the number of records.
SINGLE = ["place", "year"]


def fold(text: str) -> str:
    """Small letters without accents, one space between words and at both ends."""
    letters = unicodedata.normalize("NFD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    return f" {' '.join(WORD.findall(''.join(c for c in letters if not unicodedata.combining(c))))} "


class Truth:
    """What is known of the records that were found, and of the number of records of each kind."""

    def __init__(self, data: Path, found: set[str]) -> None:
        self.texts: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        self.counts: dict[str, dict[str, Counter[str]]] = {}
        with (data / "records.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                counts = self.counts.setdefault(record["kind"], {})
                values = {"topic": record["topics"], "language": record["languages"]}
                values |= {"place": [record["place"]], "year": [record["date"]]}
                for field, present in values.items():
                    counts.setdefault(field, Counter()).update(present)
                if record["id"] in found:
                    texts = [*record["title"].values(), *record["description"].values()]
                    # A phrase does not run from one text into the next.
                    self.texts[record["id"]] = " | ".join(map(fold, texts))
                    self.kinds[record["id"]] = record["kind"]

    def check(self, answers: list[dict[str, Any]], queries: list[dict[str, Any]]) -> Measured:
        """The share of right answers for each set, and for what is counted."""
        right: dict[str, list[bool]] = {}
        for line in answers:
            query, answer = queries[line["query"]], line["answer"]
            hits = [identity for identity, _ in answer["hits"]]
            name = query["set"]
            if name in KNOWN_ITEM:
                right.setdefault(name, []).append(query["source"] in hits)
            if name in LITERAL:
                asked = f" {fold(query['text']).strip()}" + (" " if name == "phrase" else "")
                right.setdefault(name, []).extend(asked in self.texts[hit] for hit in hits)
            if query.get("kind"):
                right.setdefault("kind", []).append(all(self.kinds[hit] == query["kind"] for hit in hits))
            if query.get("kind") or name == "page":
                right.setdefault("facets", []).append(self.counted(query, answer.get("facets", {})))
            if name in MARKED:
                shown = answer["snippets"]
                right.setdefault(MARKED[name], []).extend([True] * shown + [False] * (len(hits) - shown))
            if name == "complete":
                proposed = [fold(text) for text in answer["proposed"]]
                begun = f" {fold(query['text']).split()[-1]}"
                right.setdefault("begins", []).extend(begun in text for text in proposed)
                right.setdefault("meant", []).append(any(fold(query["meant"]) in text for text in proposed))
        return {name: sum(values) / len(values) for name, values in right.items() if values}

    def counted(self, query: dict[str, Any], facets: dict[str, dict[str, int]]) -> bool:
        """Without words, whether each count is that of a naive one; with words, whether counts add up.

        The counts of kinds are left out: the library counts them as if the kind had not been asked for.
        """
        given = {field: Counter(counts) for field, counts in facets.items() if field != "kind"}
        if not query["text"]:
            return given == self.counts[query["kind"]]
        return len({sum(given[field].values()) for field in SINGLE}) == 1
