"""Print how long searches, what they give and a cold start take, and how large the wheel is.

Build with ``--release`` first.

python bench.py [WHEEL]
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ally_toolkit import Catalogue, LazyResults
from ally_toolkit.types import FacetField, Language

HITS = 10
WARM_UP = 3
ROUNDS = 30
STARTS = 15
FACETS: list[FacetField] = ["kind", "topic", "cluster", "audience", "language", "year"]
COLD_START = "from ally_toolkit import Catalogue; assert Catalogue.bundled().search('mentorat')['total']"

READINGS: dict[str, Callable[[LazyResults], object]] = {
    "none read": lambda page: page.hits,
    "ids and titles": lambda page: [(hit.id, hit.title.text) for hit in page.hits],
    "titles and descriptions with marks, why": lambda page: [
        (hit.title.segments, hit.description and hit.description.segments, hit.why) for hit in page.hits
    ],
    "all as dicts": lambda page: page.to_dict(),
    "all as JSON": lambda page: page.to_json(),
}


def queries(catalogue: Catalogue) -> list[tuple[str, Language]]:
    """What readers may type: every topic and every glossary term, in both languages."""
    labels = [topic["label"] for topic in catalogue.vocabulary("topics")]
    labels += [term["term"] for term in catalogue.terms()]
    both: list[Language] = ["en", "fr"]
    texts = [(label.get(language), language) for label in labels for language in both]
    return [(text, language) for text, language in texts if isinstance(text, str)]


def milliseconds(times: list[float]) -> str:
    """The median and the 95th percentile."""
    most = statistics.quantiles(times, n=20)[-1]
    return f"{statistics.median(times) * 1e3:.2f} ms (95 %: {most * 1e3:.2f} ms)"


def crossing(catalogue: Catalogue, asked: list[tuple[str, Language]]) -> None:
    """Print what ten hits cost to cross from Rust, which ``search_lazy`` puts off until they are read."""
    results = [catalogue.search_lazy(query, language=language) for query, language in asked]
    results = [page for page in results if len(page.hits) == HITS]
    for what, read in READINGS.items():
        best = [float("inf")] * len(results)
        for _ in range(ROUNDS):
            for at, page in enumerate(results):
                start = time.perf_counter()
                read(page)
                best[at] = min(best[at], time.perf_counter() - start)
        print(f"{HITS} hits of {len(results)} queries, {what}: {statistics.mean(best) * 1e6:.1f} µs")


def main() -> None:
    """Measure, and print."""
    catalogue = Catalogue.bundled()
    asked = queries(catalogue)
    times = []
    found = 0
    for turn in range(WARM_UP + ROUNDS):
        for query, language in asked:
            start = time.perf_counter()
            found += catalogue.search(query, language=language, facets=FACETS)["total"]
            if turn >= WARM_UP:
                times.append(time.perf_counter() - start)
    if not found:
        sys.exit("nothing was found")
    print(f"search with {len(FACETS)} facets, {len(asked)} queries: {milliseconds(times)}")

    crossing(catalogue, asked)
    starts: list[float] = []
    interpreters: list[float] = []
    for code, durations in [(COLD_START, starts), ("pass", interpreters)] * STARTS:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        durations.append(time.perf_counter() - start)
    print(f"cold start to the first result: {milliseconds(starts)}")
    print(f"of which the interpreter alone: {milliseconds(interpreters)}")
    for wheel in sys.argv[1:]:
        print(f"wheel: {Path(wheel).stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
