"""Measures run files as core/src/evaluation/metrics.rs does: `measure.py FOLDER RUN...`."""

import json
import math
import sys
from collections import defaultdict
from pathlib import Path

MEASURES = ("nDCG@10", "MRR@10", "recall@100")


def judgments(folder: Path) -> dict[str, dict[str, int]]:
    """The grades by query and document."""
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    with (folder / "qrels.tsv").open(encoding="utf-8") as file:
        for line in file:
            query, document, grade = line.split()
            grades[query][document] = max(0, int(grade))
    return grades


def languages(folder: Path) -> dict[str, str]:
    """The language of each query."""
    with (folder / "queries.jsonl").open(encoding="utf-8") as file:
        return {query["id"]: query["lang"] for query in map(json.loads, file)}


def read_run(path: Path) -> dict[str, list[str]]:
    """The ranking of each query that found anything."""
    ranked: dict[str, list[tuple[int, str]]] = defaultdict(list)
    with path.open(encoding="utf-8") as file:
        for line in file:
            query, document, rank = line.rstrip("\n").split("\t")
            ranked[query].append((int(rank), document))
    return {query: [document for _, document in sorted(pairs)] for query, pairs in ranked.items()}


def gain(grades: list[int]) -> float:
    """The discounted cumulative gain of the first ten: the gain is the grade itself."""
    return sum(grade / math.log2(rank + 1) for rank, grade in enumerate(grades[:10], 1))


def of_query(ranking: list[str], grades: dict[str, int]) -> tuple[float, float, float]:
    """nDCG@10, MRR@10 and recall@100 of one query, which must have an answer."""
    got = [grades.get(document, 0) for document in ranking]
    answers = sum(grade > 0 for grade in grades.values())
    first = next((rank for rank, grade in enumerate(got[:10], 1) if grade > 0), None)
    return (
        gain(got) / gain(sorted(grades.values(), reverse=True)),
        1 / first if first else 0.0,
        sum(grade > 0 for grade in got[:100]) / answers,
    )


def measure(folder: Path, language: str, run: Path) -> list[float]:
    """The means over the queries in the language that have an answer, found or not, of a hundred."""
    of_language = languages(folder)
    rankings = read_run(run)
    measures = [
        of_query(rankings.get(query, []), grades)
        for query, grades in judgments(folder).items()
        if of_language.get(query) == language and any(grades.values())
    ]
    return [100 * sum(values) / len(measures) for values in zip(*measures, strict=True)]


if __name__ == "__main__":
    for name in sys.argv[2:]:
        # A run is named COLLECTION.LANGUAGE.tsv.
        values = measure(Path(sys.argv[1]), name.split(".")[-2], Path(name))
        print(name, *(f"{label} {value:.1f}" for label, value in zip(MEASURES, values, strict=True)))
