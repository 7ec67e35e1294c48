"""What a snapshot says of itself.

Made by ``generate_types.py`` from the schema of the core; do not edit.
"""

from typing import TypedDict


class SectionDescription(TypedDict):
    """What the table of a snapshot says of one section."""

    checksum: int
    """What its bytes, without padding, gave as CRC-32 (of zlib) when they were written."""
    length: int
    """How long it is, without padding."""
    name: str
    """What it is called; bytes that are no visible ASCII as `\\x00`."""
    offset: int
    """Where it begins in the file."""


class SnapshotDescription(TypedDict):
    """What a snapshot says of itself, as plain data. Lengths and offsets are in bytes."""

    analysis_version: int
    """The version of the analysis of texts it was built with."""
    content_id: str
    """What its sections hold, as 64 hexadecimal digits: two snapshots with the same id hold the same."""
    format_version: int
    """The version of the format it was written in."""
    length: int
    """The length of the whole."""
    oldest_reader: int
    """The oldest version of the format whose readers can read it."""
    optional_capabilities: int
    """What a reader may make use of, one bit each."""
    required_capabilities: int
    """What a reader must be able to do, one bit each."""
    sections: list[SectionDescription]
    """Its sections, in the order of the file."""
