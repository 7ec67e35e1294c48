"""Tables in Markdown of what was measured: the figures, then the library’s beside each rival’s."""

import statistics
from collections.abc import Callable, Iterator
from typing import Any

from engines import ENGINES

# What is compared besides the time of queries; less is better.
FIGURES = {
    "build, CPU s": "cpu_s",
    "peak while building, MB": "peak_mb",
    "on disk, MB": "size_mb",
    "open to first answer, ms": "first_ms",
    "the same, cold disk, ms": "cold_ms",
    "memory open, MB": "open_mb",
    "memory after queries, MB": "after_mb",
}

SETS = ["en_any", "fr_any", "snippet", "filtered", "browse", "phrase", "prefix", "typo", "page", "complete"]

# Sets of which it is not asked whether the record is found.
WITHOUT_ITEM = ["browse", "complete"]

# What else is checked of answers.
CHECKED = ["kind", "facets", "excerpts", "highlights", "begins", "meant"]

Round = dict[str, Any]


def number(value: float) -> str:
    """Three digits that count."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def table(heading: list[str], rows: Iterator[list[str]]) -> str:
    """A table whose first column is text."""
    lines = [heading, ["---", *["--:"] * (len(heading) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def median(rounds: list[Round], read: Callable[[Round], float]) -> float:
    """Of the rounds in which there is a figure."""
    return statistics.median(read(measured) for measured in rounds)


def figures(results: dict[str, list[Round]]) -> str:
    """A row for each engine; medians of the rounds."""
    rows = (
        [name, *(number(median(rounds, lambda r, key=key: r[key])) for key in FIGURES.values())]
        for name, rounds in results.items()
    )
    return table(["engine", *FIGURES], rows)


def times(results: dict[str, list[Round]]) -> str:
    """Milliseconds: the median and the 99th percentile of each set, each the median of the rounds."""

    def cell(rounds: list[Round], name: str) -> str:
        if name not in rounds[0]["sets"]:
            return "–"
        both = (number(median(rounds, lambda r, key=key: r["sets"][name][key])) for key in ("p50", "p99"))
        asked = max(r["asked"][name] for r in rounds)
        answered = min(r["sets"][name]["n"] for r in rounds)
        return " / ".join(both) + (f" (n={answered})" if answered < asked else "")

    rows = ([name, *(cell(rounds, of_set) for of_set in SETS)] for name, rounds in results.items())
    return table(["engine", *SETS], rows)


def checks(results: dict[str, list[Round]]) -> str:
    """The shares of right answers, of the first round."""
    names = [*(name for name in SETS if name not in WITHOUT_ITEM), *CHECKED]
    rows = (
        [name, *(f"{rounds[0]['right'][key]:.2f}" if key in rounds[0]["right"] else "–" for key in names)]
        for name, rounds in results.items()
    )
    return table(["engine", *names], rows)


def ratios(results: dict[str, list[Round]], ours: str) -> str:
    """The library’s figure divided by each rival’s, round by round: the median, the least and the most."""
    rivals = [name for name in results if ours in ENGINES[name].beside]

    def cell(rival: str, read: Callable[[Round], float | None]) -> str:
        pairs = zip(results[ours], results[rival], strict=False)
        both = [(read(a), read(b)) for a, b in pairs]
        known = [a / b for a, b in both if a is not None and b]
        if not known:
            return "–"
        spread = f" ({number(min(known))}–{number(max(known))})" if len(known) > 1 else ""
        return number(statistics.median(known)) + spread

    def rows() -> Iterator[list[str]]:
        for name in SETS:
            for key in ("p50", "p99"):
                read = lambda r, name=name, key=key: r["sets"].get(name, {}).get(key)  # noqa: E731
                cells = [cell(rival, read) for rival in rivals]
                if any(value != "–" for value in cells):
                    yield [f"{name} {key}", *cells]
        for label, key in FIGURES.items():
            yield [label, *(cell(rival, lambda r, key=key: r[key]) for rival in rivals)]

    return table([f"{ours} divided by", *rivals], rows()) if rivals else ""


def report(run: dict[str, Any]) -> str:
    """Everything that was measured of one set of records."""
    results = {name: rounds for name, rounds in run["results"].items() if rounds}
    title = f"## {run['records']:,} {run['what']} records, {run['rounds']} rounds"
    parts = [title, figures(results), "Milliseconds, median / 99th percentile", times(results)]
    parts += [
        "Shares of right answers",
        checks(results),
        "Ratios, less is better: median (least–most)",
    ]
    ours = [name for name in results if not ENGINES[name].beside]
    parts += [compared for compared in (ratios(results, name) for name in ours) if compared]
    return "\n\n".join(parts) + "\n"
