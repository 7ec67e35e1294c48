"""Snapshots: written, opened, described, replaced, by this process and by others."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from typing import Any, get_args
from zlib import crc32

import pytest
from ally_toolkit import (
    AllyToolkitError,
    Catalogue,
    IncompatibleSnapshotError,
    InvalidSnapshotError,
    UnreadableError,
    UnwritableError,
    describe_snapshot,
    types,
    verify_snapshot,
)
from conftest import small

CONTAINER = Path(__file__).parents[2] / "tests/snapshots/container-1.snapshot"

QUERIES = ["mentorat", "land acknowledgement", "microagresions", "allié·e·s", "leadersh", "the", ""]
LANGUAGES: list[types.Language] = ["en", "fr"]


@pytest.fixture(scope="session")
def snapshot(catalogue: Catalogue) -> bytes:
    return catalogue.snapshot()


@pytest.fixture
def file(tmp_path: Path, catalogue: Catalogue) -> Path:
    path = tmp_path / "catalogue.ally"
    catalogue.write_snapshot(path)
    return path


def named(field: object) -> list[Any]:
    """The constants of a union of a ``Literal`` and other types."""
    return [name for part in get_args(field) for name in get_args(part)]


def answers(catalogue: Catalogue) -> list[object]:
    """What a catalogue answers, whole: searches with facets, and everything there is to read."""
    records, facets = list(get_args(types.RecordType)), named(types.FacetField)
    found: list[object] = [
        catalogue.search(query, language=language, records=records, facets=facets, explain=True, per_page=50)
        for query in QUERIES
        for language in LANGUAGES
    ]
    toolkits = catalogue.toolkits()
    for language in LANGUAGES:
        found += [catalogue.resource(resource["id"], language) for resource in catalogue.resources()]
        found += [catalogue.term(term["id"], language) for term in catalogue.terms()]
        found += [catalogue.toolkit(toolkit["key"], language) for toolkit in toolkits]
        pages = [f"{toolkit['key']}/{page}" for toolkit in toolkits for page in toolkit["pages"]]
        found += [catalogue.page(address, language) for address in pages]
    vocabularies = [catalogue.vocabulary(name) for name in get_args(types.VocabularyName)]
    return [*found, catalogue.about(), catalogue.resources(), catalogue.terms(), toolkits, vocabularies]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(lambda path: path, id="path"),
        pytest.param(str, id="str"),
        pytest.param(Path.read_bytes, id="bytes"),
        pytest.param(lambda path: bytearray(path.read_bytes()), id="bytearray"),
        pytest.param(lambda path: memoryview(b"\0" + path.read_bytes())[1:], id="memoryview"),
    ],
)
def test_an_opened_snapshot_answers_like_the_catalogue(
    catalogue: Catalogue, file: Path, source: Callable[[Path], Any]
) -> None:
    opened = Catalogue.open_snapshot(source(file))
    assert answers(opened) == answers(catalogue)
    assert repr(opened) == repr(catalogue)


def test_bytes_that_change_after_opening_change_nothing(catalogue: Catalogue, snapshot: bytes) -> None:
    changing = bytearray(snapshot)
    opened = Catalogue.open_snapshot(changing)
    changing[:] = bytes(len(changing))
    assert answers(opened) == answers(catalogue)


def test_bytes_live_as_long_as_the_catalogue_and_no_longer() -> None:
    held = Catalogue.from_json(small()).snapshot()
    before = sys.getrefcount(held)
    opened = Catalogue.open_snapshot(held)
    assert sys.getrefcount(held) == before + 1, "kept without a copy"
    del opened
    assert sys.getrefcount(held) == before


def test_the_same_catalogue_gives_the_same_bytes(catalogue: Catalogue, snapshot: bytes, file: Path) -> None:
    assert file.read_bytes() == snapshot == Catalogue.bundled().snapshot()
    again = file.with_name("again.ally")
    Catalogue.open_snapshot(file).write_snapshot(str(again))
    assert again.read_bytes() == snapshot == Catalogue.open_snapshot(again).snapshot()


@pytest.mark.skipif("ALLY" not in os.environ, reason="ALLY is not set to the program `ally`, as ./test does")
def test_rust_writes_the_same_bytes_and_reads_them(file: Path) -> None:
    theirs = file.with_name("rust.ally")
    subprocess.run([os.environ["ALLY"], "snapshot", "write", theirs], check=True, capture_output=True)
    assert theirs.read_bytes() == file.read_bytes()
    subprocess.run([os.environ["ALLY"], "snapshot", "show", file], check=True, capture_output=True)


def test_a_snapshot_describes_itself(file: Path, snapshot: bytes) -> None:
    description = describe_snapshot(file)
    assert description == describe_snapshot(snapshot)
    assert description["length"] == len(snapshot)
    assert description["content_id"] == snapshot[40:72].hex()
    for section in description["sections"]:
        start = section["offset"]
        assert crc32(snapshot[start : start + section["length"]]) == section["checksum"]
    verify_snapshot(file)
    verify_snapshot(snapshot)


def test_threads_share_an_opened_catalogue(catalogue: Catalogue, file: Path) -> None:
    opened = Catalogue.open_snapshot(file)

    def search(catalogue: Catalogue, query: str) -> object:
        return catalogue.search(query, language="fr", facets=["kind", "topic"], per_page=20)

    expected = [search(catalogue, query) for query in QUERIES]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda query: search(opened, query), QUERIES * 20)) == expected * 20
        several = pool.map(lambda _: search(Catalogue.open_snapshot(file), QUERIES[0]), range(40))
        assert list(several) == expected[:1] * 40


@pytest.mark.skipif(sys.platform == "win32", reason="Windows replaces no file that is mapped")
def test_who_has_the_old_file_open_keeps_it(catalogue: Catalogue, file: Path) -> None:
    opened = Catalogue.open_snapshot(file)
    Catalogue.from_json(small({"title": {"en": "New"}})).write_snapshot(file)
    assert answers(opened) == answers(catalogue)
    assert len(Catalogue.open_snapshot(file).resources()) == 1
    file.unlink()
    assert opened.snapshot() == catalogue.snapshot()
    assert list(file.parent.iterdir()) == []


def with_bytes(content: bytes) -> Callable[[Path], Path]:
    """Makes a file of these bytes in a folder."""

    def make(folder: Path) -> Path:
        path = folder / "file"
        path.write_bytes(content)
        return path

    return make


@pytest.mark.parametrize(
    ("make", "expected", "says"),
    [
        pytest.param(lambda folder: folder / "missing", UnreadableError, "missing", id="missing"),
        pytest.param(lambda folder: folder, UnreadableError, "cannot be", id="folder"),
        pytest.param(with_bytes(b""), InvalidSnapshotError, "0 bytes of 80", id="empty"),
        pytest.param(with_bytes(b'{"title": 1}'), InvalidSnapshotError, "not a snapshot", id="text"),
    ],
)
@pytest.mark.parametrize("call", [Catalogue.open_snapshot, describe_snapshot, verify_snapshot])
def test_what_is_no_snapshot_is_said(
    tmp_path: Path,
    make: Callable[[Path], Path],
    expected: type[AllyToolkitError],
    says: str,
    call: Callable[[Path], object],
) -> None:
    path = make(tmp_path)
    with pytest.raises(expected, match=says) as raised:
        call(path)
    assert raised.value.place == {"file": str(path)}


def test_a_snapshot_without_a_catalogue_is_described_and_not_opened() -> None:
    verify_snapshot(CONTAINER)
    assert describe_snapshot(CONTAINER)["sections"]
    with pytest.raises(IncompatibleSnapshotError):
        Catalogue.open_snapshot(CONTAINER)


def test_what_cannot_be_written_leaves_what_was_there(catalogue: Catalogue, tmp_path: Path) -> None:
    for path in (tmp_path / "no/such/folder.ally", tmp_path):
        with pytest.raises(UnwritableError) as raised:
            catalogue.write_snapshot(path)
        assert raised.value.place == {"file": str(path)}
    assert list(tmp_path.iterdir()) == []


WRITER = """
import sys
from ally_toolkit import Catalogue
catalogues = [Catalogue.open_snapshot(path) for path in sys.argv[2:]]
print("ready", flush=True)
while True:
    for catalogue in catalogues:
        catalogue.write_snapshot(sys.argv[1])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_writer_that_is_killed_leaves_the_old_file_or_the_new_one(file: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(file.read_bytes())
    Catalogue.from_json(small({"title": {"en": "New"}})).write_snapshot(new)
    whole = {path.read_bytes() for path in (old, new)}
    random = Random(2026)
    for _ in range(12):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, file, old, new], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(random.uniform(0, 0.05))
            writer.send_signal(signal.SIGKILL)
        verify_snapshot(file)
        assert file.read_bytes() in whole
