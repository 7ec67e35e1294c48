"""Print how long searches and a cold start take, and how large the wheel is. Build with ``--release`` first.

python bench.py [WHEEL]
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

from ally_toolkit import Catalogue
from ally_toolkit.types import FacetField, Language

WARM_UP = 3
ROUNDS = 30
STARTS = 15
FACETS: list[FacetField] = ["kind", "topic", "cluster", "audience", "language", "year"]
COLD_START = "from ally_toolkit import Catalogue; assert Catalogue.bundled().search('mentorat')['total']"


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
