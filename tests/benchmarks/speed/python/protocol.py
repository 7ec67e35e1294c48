"""What the programs for Python share, as ``../src/lib.rs``.

``ENGINE build DATA INDEX`` and ``ENGINE search INDEX QUERIES SECONDS [PASSES]``.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

# How many hits are asked for.
HITS = 10

# How many completions are asked for.
COMPLETIONS = 8

# How often each set is gone through unless a number is given; the best time of each query counts.
PASSES = 3

# Words of a query in which an error is looked for are as long as this.
SHORTEST_MISTYPED = 5

FACETS = ["kind", "topic", "place", "language", "year"]


class Query(NamedTuple):
    """A query of ``queries.jsonl``."""

    set: str
    language: str
    text: str
    source: str
    kind: str | None = None
    # The word whose beginning stands last, which only who checks the answers reads.
    meant: str | None = None

    @property
    def is_counted(self) -> bool:
        """Whether five facets are asked."""
        return self.kind is not None or self.set == "page"


Answer = dict[str, Any]
Answerer = Callable[[Query], Answer]


def records(data: Path) -> Iterator[dict[str, Any]]:
    """The records of a folder."""
    with (data / "records.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def run(
    sets: Sequence[str], build: Callable[[Path, Path], None], open_index: Callable[[Path], Answerer]
) -> None:
    """The program of an engine; ``sets`` are those that it has an answer to."""
    match sys.argv[1:]:
        case ["build", data, index]:
            measure_build(build, Path(data), Path(index))
        case ["search", index, queries, seconds, *passes]:
            turns = int(passes[0]) if passes else PASSES
            measure_search(sets, open_index, Path(index), Path(queries), float(seconds), turns)
        case _:
            sys.exit("usage: ENGINE build DATA INDEX | ENGINE search INDEX QUERIES SECONDS [PASSES]")


def measure_build(build: Callable[[Path, Path], None], data: Path, index: Path) -> None:
    """What building takes, of the processor and of memory."""
    index.mkdir(parents=True, exist_ok=True)
    start, computed = time.perf_counter(), time.process_time()
    build(data, index)
    show(
        cpu_s=time.process_time() - computed,
        wall_s=time.perf_counter() - start,
        peak_mb=megabytes("VmHWM:"),
    )


def measure_search(
    sets: Sequence[str],
    open_index: Callable[[Path], Answerer],
    index: Path,
    path: Path,
    seconds: float,
    passes: int,
) -> None:
    """What opening takes, then each query."""
    queries = [Query(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
    start = time.perf_counter()
    answer = open_index(index)
    opened = time.perf_counter()
    answer(next(query for query in queries if query.set == "en_any"))
    first = time.perf_counter()
    show(open_ms=(opened - start) * 1e3, first_ms=(first - start) * 1e3, open_mb=megabytes("VmRSS:"))
    for name in sets:
        asked = [(at, query) for at, query in enumerate(queries) if query.set == name]
        times: list[float] = []
        answers: list[Answer] = []
        for turn in range(passes):
            began = time.perf_counter()
            for at, (_, query) in enumerate(asked):
                start = time.perf_counter()
                answered = answer(query)
                took = time.perf_counter() - start
                if turn == 0:
                    times.append(took)
                    answers.append(answered)
                    if time.perf_counter() - began > seconds:
                        break
                else:
                    times[at] = min(times[at], took)
            # A slow engine is measured by the queries it answers within the limit.
            asked = asked[: len(times)]
        for (number, _), took, answered in zip(asked, times, answers, strict=True):
            show(query=number, ms=took * 1e3, answer=answered)
    show(after_mb=megabytes("VmRSS:"))


def megabytes(name: str) -> float:
    """A line of what Linux says of this process’s memory; 0 elsewhere."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1e3 for line in lines if line.startswith(name)), 0.0)


def show(**line: object) -> None:
    """A line of the protocol."""
    print(json.dumps(line), flush=True)
