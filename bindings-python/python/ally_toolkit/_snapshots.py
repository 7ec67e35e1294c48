"""What a snapshot says of itself, and whether it is whole."""

from os import PathLike
from typing import TypeAlias

from ally_toolkit import _native
from ally_toolkit.types import SnapshotDescription

SnapshotSource: TypeAlias = str | PathLike[str] | bytes | bytearray | memoryview
"""Where a snapshot lies: in the file of a path, or in memory. Any other object with a buffer will do too."""


def describe_snapshot(source: SnapshotSource) -> SnapshotDescription:
    """What is in the snapshot ``source``, a path or bytes: its versions, its content id, its sections.

    Reads its header and its table, and checks these. A snapshot that this version of the library cannot
    search is described all the same, unless the format of the file is too new.

    >>> from ally_toolkit import Catalogue
    >>> description = describe_snapshot(Catalogue.bundled().snapshot())
    >>> description["format_version"], len(description["content_id"])
    (1, 64)
    >>> section = description["sections"][0]
    >>> section["name"], section["offset"] % 8, section["length"] > 0
    ('cata', 0, True)

    Raises:
        UnreadableError: When the file cannot be read.
        InvalidSnapshotError: For no snapshot, or one that is cut short or whose header or table is damaged.
        IncompatibleSnapshotError: For a newer format of the file.

    """
    return _native.describe_snapshot(source)


def verify_snapshot(source: SnapshotSource) -> None:
    """Read the whole of the snapshot ``source``, a path or bytes, and raise an error for what is damaged.

    No byte is outside a checksum or a rule: any byte that changed by accident is found. Whether this version
    of the library can search the snapshot, ``Catalogue.open_snapshot`` says.

    >>> from ally_toolkit import AllyToolkitError, Catalogue
    >>> damaged = bytearray(Catalogue.bundled().snapshot())
    >>> damaged[-100] ^= 1
    >>> try:
    ...     verify_snapshot(damaged)
    ... except AllyToolkitError as error:
    ...     print(error.kind, error.message["en"])
    invalid-snapshot The snapshot is damaged: the section `...` is not as it was written (byte ...).

    Raises:
        UnreadableError: When the file cannot be read.
        InvalidSnapshotError: With the first part that is not as it was written, and the byte where it begins.
        IncompatibleSnapshotError: For a newer format of the file.

    """
    _native.verify_snapshot(source)
