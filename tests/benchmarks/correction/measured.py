"""Asks every engine every list, and keeps what it answered."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lists import List, Texts
from measures import Asked
from speed_suite import answers, build

DID_YOU_MEAN = "did_you_mean"

# How each engine is asked, by the set of queries of its program.
SETTINGS = {
    ("ally", "typo"): "ally",
    ("ally-first", "typo"): "ally, first stage",
    ("tantivy", "typo"): "tantivy, 1 error",
    ("tantivy", "typo_more"): "tantivy, 1 or 2",
    ("minisearch", "typo"): "MiniSearch, 1 error",
    ("minisearch", "typo_more"): "MiniSearch, 0.2",
    ("orama", "typo"): "Orama, tolerance 1",
    ("orama", "typo_more"): "Orama, tolerance 2",
}

# The same without corrections, to which what they put first is compared.
UNCORRECTED = "uncorrected"

# For each set, whether only right words are asked in it.
SETS = {"typo": False, "typo_more": False, DID_YOU_MEAN: False, UNCORRECTED: True}


class Place(NamedTuple):
    """Of a query: its set, its list, and which of its pairs."""

    set: str
    list: str
    pair: int


class Measured:
    """What every engine answers to every pair."""

    def __init__(self, texts: Texts, engines: list[str], data: Path) -> None:
        self.texts = texts
        # The settings that were asked, by name.
        self.settings = {name: key for key, name in SETTINGS.items() if key[0] in engines}
        queries = data / "queries.jsonl"
        places = self.write(queries)
        self.answers: dict[tuple[str, Place], dict[str, Any]] = {}
        for engine in engines:
            print(f"asking {engine}", file=sys.stderr)
            answered = answers(engine, build(engine, data), queries)
            self.answers |= {(engine, places[at]): answer for at, answer in answered.items() if at in places}

    def write(self, path: Path) -> dict[int, Place]:
        """Every pair in every set; the places of the queries in the file."""
        # Programs begin with a query of a set of their own.
        lines = [{"set": "en_any", "language": "en", "text": "health", "source": ""}]
        places = {}
        for name, only_right in SETS.items():
            for asked in self.texts.lists:
                if only_right and not asked.is_right:
                    continue
                for at, pair in enumerate(asked.pairs):
                    places[len(lines)] = Place(name, asked.name, at)
                    lines.append({"set": name, "language": asked.language, "text": pair.wrong, "source": ""})
        path.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
        return places

    def asked(self, setting: str, of: List) -> Iterator[Asked]:
        """The pairs of a list with the records that were found."""
        engine, name = self.settings[setting]
        for at, pair in enumerate(of.pairs):
            yield Asked(pair, of.language, self.hits(engine, Place(name, of.name, at)))

    def uncorrected(self, setting: str, of: List) -> Iterator[list[int]]:
        """For each pair of a list of right words, the records that are found without corrections."""
        engine, _ = self.settings[setting]
        return (self.hits(engine, Place(UNCORRECTED, of.name, at)) for at in range(len(of.pairs)))

    def hits(self, engine: str, place: Place) -> list[int]:
        """The places of the records that were found, the best first."""
        return [int(identity[1:]) for identity, _ in self.answers[engine, place]["hits"]]

    def proposals(self, of: List) -> list[list[str]]:
        """What the library proposes for each pair of a list; nothing where it was not asked."""
        places = [("ally", Place(DID_YOU_MEAN, of.name, at)) for at in range(len(of.pairs))]
        return [self.answers[place]["proposed"] for place in places if place in self.answers]
