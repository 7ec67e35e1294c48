"""What may be wrong with data or a request.

Made by ``generate_types.py`` from the schema of the core; do not edit.
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict

from ally_toolkit.types.text import Bilingual, Language

ErrorKind: TypeAlias = Literal[
    "unreadable",
    "unwritable",
    "invalid-catalogue",
    "not-found",
    "invalid-request",
    "invalid-snapshot",
    "incompatible-snapshot",
    "internal",
]
"""What kind of failure an `Error` is; hosts turn each kind into a class or code of their own."""


class Place(TypedDict):
    """Where something is wrong: as much of file, line, record, field and language as is known."""

    field: NotRequired[str]
    """The path of the field inside the record: `links[0].url`."""
    file: NotRequired[str]
    """The file, relative to the catalogue's folder, with `/` between folders."""
    language: NotRequired[Language]
    """The language of the text."""
    line: NotRequired[int]
    """The line of that file, from 1."""
    record: NotRequired[str]
    """The record's id or key."""


ProblemCode: TypeAlias = Literal[
    "unreadable-file",
    "invalid-utf8",
    "malformed-json",
    "unrecognized-file",
    "unknown-field",
    "missing-field",
    "invalid-value",
    "invalid-id",
    "duplicate-id",
    "missing-title",
    "empty-text",
    "control-character",
    "invalid-rich-text",
    "unsafe-link",
    "invalid-link",
    "invalid-doi",
    "invalid-isbn",
    "missing-language",
    "unknown-topic",
    "unknown-kind",
    "unknown-cluster",
    "unknown-audience",
    "unknown-place",
    "unknown-resource",
    "unknown-term",
    "unknown-toolkit",
    "unknown-page",
    "unknown-reference",
    "unlisted-page",
    "duplicate-anchor",
    "ambiguous-list",
    "unknown-concept",
    "broader-cycle",
    "reserved-field",
    "too-many-fields",
    "invalid-extra",
    "undeclared-value",
    "missing-translation",
    "stale-translation",
    "machine-translation",
    "missing-link",
    "missing-source",
    "missing-topic",
    "language-mismatch",
]
"""The kinds of problem validation finds. The names are stable: tools may rely on them."""


Severity: TypeAlias = Literal["error", "warning"]
"""Whether a problem stops the catalogue from being used."""


class Problem(TypedDict):
    """Something wrong in a catalogue: what, where, and what to do about it."""

    code: ProblemCode
    """Stable name of the kind of problem."""
    message: Bilingual
    """What is wrong."""
    place: Place
    """Where it is."""
    remedy: Bilingual
    """What to do about it."""
    severity: Severity
    """Whether it stops the catalogue from being used."""


class ErrorData(TypedDict):
    """What an `Error` holds, as plain data for hosts."""

    kind: ErrorKind
    """The kind of failure."""
    message: Bilingual
    """What is wrong."""
    place: NotRequired[Place]
    """Where it is wrong, as far as known."""
    problems: NotRequired[list[Problem]]
    """The problems of an invalid catalogue."""
    remedy: Bilingual
    """What to do about it."""


class Report(TypedDict):
    """Everything validation found, in the order of the files."""

    errors: int
    """How many problems stop the catalogue from being used."""
    pages: int
    """How many toolkit pages were read."""
    problems: list[Problem]
    """The problems."""
    resources: int
    """How many resources were read."""
    terms: int
    """How many glossary terms were read."""
    warnings: int
    """How many do not."""
