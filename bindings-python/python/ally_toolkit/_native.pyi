# The native module. Private: `ally_toolkit` is what users see. Checked against the built module by stubtest.

from collections.abc import Callable
from os import PathLike
from typing import Any, Never, final

from ally_toolkit._snapshots import SnapshotSource
from ally_toolkit.types import (
    About,
    Advice,
    Analysis,
    CardView,
    Comparison,
    Completions,
    Concept,
    ConceptView,
    Evaluation,
    Explanation,
    Facet,
    Field,
    Highlight,
    Hit,
    Language,
    PageView,
    ParsedQuery,
    Proposal,
    Query,
    Reason,
    RecordType,
    Report,
    Resource,
    ResourceView,
    SearchResults,
    Segment,
    SnapshotDescription,
    Term,
    TermView,
    Toolkit,
    ToolkitView,
)

__all__ = [
    "Catalogue",
    "LazyHighlight",
    "LazyHit",
    "LazyResults",
    "__version__",
    "_panic",
    "analyze",
    "compare",
    "describe_snapshot",
    "evaluate",
    "highlight_html",
    "parse_query",
    "validate",
    "validate_json",
    "verify_snapshot",
    "write_query",
]

__version__: str

@final
class Catalogue:
    @staticmethod
    def bundled(
        threads: int | None = None, on_progress: Callable[[int, int], object] | None = None, /
    ) -> Catalogue: ...
    @staticmethod
    def open(
        path: str | PathLike[str],
        threads: int | None = None,
        on_progress: Callable[[int, int], object] | None = None,
        /,
    ) -> Catalogue: ...
    @staticmethod
    def from_json(
        json: str | bytes,
        threads: int | None = None,
        on_progress: Callable[[int, int], object] | None = None,
        /,
    ) -> Catalogue: ...
    @staticmethod
    def open_snapshot(source: SnapshotSource, /) -> Catalogue: ...
    def snapshot(self) -> bytes: ...
    def write_snapshot(self, path: str | PathLike[str], /) -> None: ...
    def update(self, changes: dict[str, Any], /) -> Catalogue: ...
    @property
    def changes(self) -> int: ...
    def rebuilt(
        self, threads: int | None = None, on_progress: Callable[[int, int], object] | None = None, /
    ) -> Catalogue: ...
    def search(self, request: dict[str, Any], /) -> SearchResults: ...
    def search_lazy(self, request: dict[str, Any], /) -> LazyResults: ...
    def similar(self, request: dict[str, Any], /) -> SearchResults: ...
    def complete(self, request: dict[str, Any], /) -> Completions: ...
    def did_you_mean(self, request: dict[str, Any], /) -> Proposal | None: ...
    def advise(self, request: dict[str, Any], /) -> Advice: ...
    def about(self) -> About: ...
    def counts(self) -> tuple[int, int, int]: ...
    def resources(self) -> list[Resource]: ...
    def terms(self) -> list[Term]: ...
    def toolkits(self) -> list[Toolkit]: ...
    def vocabulary(self, name: str, /) -> list[Concept]: ...
    def resource(self, id: str, reader: str, /) -> ResourceView: ...
    def page(self, address: str, reader: str, /) -> PageView: ...
    def toolkit(self, key: str, reader: str, /) -> ToolkitView: ...
    def concept(self, name: str, id: str, reader: str, /) -> ConceptView: ...
    def term(self, id: str, reader: str, /) -> TermView: ...

@final
class LazyResults:
    """One page of results, which stays in the library: what is read is made when it is read, anew each time.

    The fields are those of ``SearchResults``. It can be compared and pickled.
    """

    @property
    def total(self) -> int:
        """How many records match."""

    @property
    def page(self) -> int:
        """The page, from 1."""

    @property
    def pages(self) -> int:
        """How many pages there are."""

    @property
    def hits(self) -> list[LazyHit]:
        """The hits of this page, in order."""

    @property
    def next(self) -> str | None:
        """A cursor, to be given as ``after`` for the next page; ``None`` where no hit follows."""

    @property
    def facets(self) -> list[Facet]:
        """The facets asked for, in the order asked for."""

    def to_dict(self) -> SearchResults:
        """All of it as plain data: what ``search`` gives."""

    def to_json(self) -> str:
        """All of it as JSON, without a detour over plain data."""

    @staticmethod
    def _from_json(json: str) -> LazyResults: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __reduce__(self) -> tuple[Any, tuple[str]]: ...

@final
class LazyHit:
    """A hit of ``LazyResults``. The fields are those of ``Hit``; what is not there is ``None``, or empty."""

    @property
    def id(self) -> str:
        """The id of a resource or term, the address of a page (``TOOLKIT/PAGE``)."""

    @property
    def record(self) -> RecordType:
        """What type of record it is."""

    @property
    def score(self) -> float:
        """How well it matches."""

    @property
    def language(self) -> Language | None:
        """The language in which it matched best; ``None`` when there is no query."""

    @property
    def title(self) -> LazyHighlight:
        """The title as the reader sees it."""

    @property
    def description(self) -> LazyHighlight | None:
        """The description."""

    @property
    def highlights(self) -> list[LazyHighlight]:
        """The other texts in which something matched, the weightiest field first."""

    @property
    def reasons(self) -> list[Reason]:
        """Why it was found, word by word."""

    @property
    def why(self) -> str | None:
        """The reasons as one sentence in the reader's language."""

    @property
    def explanation(self) -> Explanation | None:
        """What the score is made of, when asked for."""

    @property
    def card(self) -> CardView | None:
        """What a list shows of a resource beside its title."""

    def to_dict(self) -> Hit:
        """All of it as plain data."""

    def to_json(self) -> str:
        """All of it as JSON."""

    @staticmethod
    def _from_json(json: str) -> LazyHit: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __reduce__(self) -> tuple[Any, tuple[str]]: ...

@final
class LazyHighlight:
    """A text of a ``LazyHit``. The fields are those of ``Highlight``, and the whole ``text``."""

    @property
    def field(self) -> Field:
        """Where in the record the text stands."""

    @property
    def language(self) -> Language | None:
        """The language of the text; ``None`` for a name, which has none of its own."""

    @property
    def text(self) -> str:
        """The words of all segments, without marks."""

    @property
    def marked(self) -> bool:
        """True when a segment is marked."""

    @property
    def segments(self) -> list[Segment]:
        """The parts of the text, in order."""

    @property
    def cut_before(self) -> bool:
        """True when the text goes on before the first segment."""

    @property
    def cut_after(self) -> bool:
        """True when the text goes on after the last segment."""

    def html(self) -> str:
        """The text as HTML: escaped, what matched in ``<mark>``, ``…`` where the text goes on."""

    def to_dict(self) -> Highlight:
        """All of it as plain data."""

    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...

def analyze(text: str, language: str, /) -> Analysis: ...
def parse_query(text: str, /) -> ParsedQuery: ...
def write_query(query: Query, language: str, /) -> str: ...
def highlight_html(highlight: Highlight, /) -> str: ...
def validate(path: str | PathLike[str] | None, /) -> Report: ...
def validate_json(json: str | bytes, /) -> Report: ...
def describe_snapshot(source: SnapshotSource, /) -> SnapshotDescription: ...
def verify_snapshot(source: SnapshotSource, /) -> None: ...
def evaluate(request: dict[str, Any], /) -> Evaluation: ...
def compare(request: dict[str, Any], /) -> Comparison: ...
def _panic(message: str, /) -> Never: ...
