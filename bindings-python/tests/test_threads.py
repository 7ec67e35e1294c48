"""Threads share a catalogue, and search at the same time."""

import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from ally_toolkit import Catalogue, analyze, validate, verify_snapshot

SNAPSHOT = Catalogue.bundled().snapshot()
QUERIES = ["mentorat", "women in medicine", "autochtones", "allyship", "antiracisme", "", "GBA Plus", "santé"]


def test_concurrent_searches_equal_sequential_ones(catalogue: Catalogue) -> None:
    def search(query: str) -> object:
        return catalogue.search(query, language="fr", facets=["kind", "topic"], per_page=5)

    expected = [search(query) for query in QUERIES]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(search, QUERIES * 20)) == expected * 20


@pytest.fixture
def no_switching() -> Iterator[None]:
    """From here on, a thread runs only when another gives up the GIL of its own accord."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1_000)
    yield
    sys.setswitchinterval(interval)


@pytest.mark.usefixtures("no_switching")
@pytest.mark.parametrize(
    "call",
    [
        pytest.param(lambda _: Catalogue.bundled(), id="bundled"),
        pytest.param(lambda _: Catalogue.open_snapshot(SNAPSHOT), id="open_snapshot"),
        pytest.param(lambda c: c.snapshot(), id="snapshot"),
        pytest.param(lambda c: c.write_snapshot("catalogue.ally"), id="write_snapshot"),
        pytest.param(lambda _: verify_snapshot(SNAPSHOT), id="verify_snapshot"),
        pytest.param(lambda c: c.search("women in medicine", facets=["topic"]), id="search"),
        pytest.param(lambda c: c.update(delete=["male-ally-roadmap"]), id="update"),
        pytest.param(lambda c: c.rebuilt(), id="rebuilt"),
        pytest.param(lambda c: c.page("men-as-allies/home"), id="page"),
        pytest.param(lambda _: analyze("allies " * 10_000, "en"), id="analyze"),
        pytest.param(lambda _: validate(), id="validate"),
    ],
)
def test_other_threads_run_during_a_call(
    catalogue: Catalogue,
    call: Callable[[Catalogue], object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    waiting, go, ran = threading.Event(), threading.Event(), threading.Event()

    def other() -> None:
        waiting.set()
        go.wait()
        ran.set()

    thread = threading.Thread(target=other)
    thread.start()
    waiting.wait()
    go.set()
    calls = 0
    # A call may be over before the other thread wakes up; none of many would let it run with the GIL held.
    while not ran.is_set() and calls < 2_000:
        call(catalogue)
        calls += 1
    assert ran.is_set()
    thread.join()
