"""Damaged snapshots give an error, or an answer, and never a panic; what is verified answers right."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from zlib import crc32

import pytest
from ally_toolkit import (
    AllyToolkitError,
    Catalogue,
    IncompatibleSnapshotError,
    InvalidSnapshotError,
    describe_snapshot,
    verify_snapshot,
)

QUERIES = ["mentorat des femmes", "land acknowledgement", "leadersh"]
KINDS = {None, "invalid-snapshot", "incompatible-snapshot"}

# Maps in the format of a crate that takes them for what it wrote, so that they are read only once they agree
# with their checksums. One forged with its checksum may give an InternalError.
MAPS = {"rids", "eke2", "ewo2", "fke2", "fwo2", "elx2", "flx2"}


@pytest.fixture(scope="module")
def whole(catalogue: Catalogue) -> bytes:
    return catalogue.snapshot()


def resealed(file: bytearray) -> None:
    """Make the checksums of table and header fit again, as one would who changes them on purpose."""
    end = 80 + 24 * int.from_bytes(file[28:32], "little")
    file[72:76] = crc32(file[80:end]).to_bytes(4, "little")
    file[76:80] = crc32(file[:76]).to_bytes(4, "little")


def flipped(file: bytearray, random: Random) -> None:
    for _ in range(random.choice([1, 1, 1, 20])):
        file[random.randrange(len(file))] ^= 1 << random.randrange(8)


def cut(file: bytearray, random: Random) -> None:
    del file[random.randrange(len(file)) :]


def longer(file: bytearray, random: Random) -> None:
    file += random.randbytes(random.randint(1, 64))


def other_version(file: bytearray, random: Random) -> None:
    """One of the five numbers of the header: format, oldest reader, analysis, capabilities."""
    at = random.choice([8, 12, 16, 20, 24])
    file[at : at + 4] = random.choice([0, 2, 1 << 16, (1 << 32) - 1]).to_bytes(4, "little")
    resealed(file)


def swapped(file: bytearray, random: Random) -> None:
    """Two sections answer to each other's names."""
    lines = range(80, 80 + 24 * int.from_bytes(file[28:32], "little"), 24)
    # A section of another kind that begins as a map does would be taken for what the crate wrote.
    lines_of_others = [at for at in lines if file[at : at + 4].decode() not in MAPS]
    one, other = (slice(at, at + 4) for at in random.sample(lines_of_others, 2))
    file[one], file[other] = file[other], file[one]
    resealed(file)


def forged(file: bytearray, random: Random) -> None:
    """A section with other content, and the checksum of that."""
    sections = describe_snapshot(file)["sections"]
    section = random.choice([one for one in sections if one["length"] and one["name"] not in MAPS])
    start, length = section["offset"], section["length"]
    for _ in range(random.choice([1, 50])):
        file[start + random.randrange(length)] = random.choice([0, 1, 0x7F, 0x80, 0xFF])
    for line in range(80, 80 + 24 * int.from_bytes(file[28:32], "little"), 24):
        if int.from_bytes(file[line + 8 : line + 16], "little") == start:
            file[line + 4 : line + 8] = crc32(file[start : start + length]).to_bytes(4, "little")
    resealed(file)


def answers(catalogue: Catalogue) -> list[object]:
    found: list[object] = [catalogue.search(query, language="fr", facets=["topic"]) for query in QUERIES]
    return [*found, catalogue.page("men-as-allies/home", "fr"), catalogue.resources()[-1]]


def outcome(call: Callable[[bytes], object], file: bytes) -> tuple[object, str | None]:
    """What a call answers, or the kind of its error. A panic passes through."""
    try:
        return call(file), None
    except AllyToolkitError as error:
        return None, error.kind


@pytest.mark.parametrize(
    ("damage", "times"),
    [(flipped, 200), (cut, 40), (longer, 10), (other_version, 30), (swapped, 60), (forged, 150)],
)
def test_damage_gives_an_error_or_an_answer(
    catalogue: Catalogue, whole: bytes, damage: Callable[[bytearray, Random], None], times: int
) -> None:
    random, expected = Random(damage.__name__), answers(catalogue)
    for _ in range(times):
        changed = bytearray(whole)
        damage(changed, random)
        file = bytes(changed)
        found, error = outcome(lambda file: answers(Catalogue.open_snapshot(file)), file)
        # A page whose id was forged is not there.
        assert error in KINDS | {"not-found"}
        assert outcome(lambda file: Catalogue.open_snapshot(file).snapshot(), file)[1] in KINDS
        _, fault = outcome(verify_snapshot, file)
        assert fault in KINDS
        if fault is None:
            # Whole: no more than the numbers of its header are others.
            assert file[80:] == whole[80:]
            assert error == "incompatible-snapshot" or found == expected


def test_every_section_is_named_with_its_byte_when_it_is_damaged(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "damaged.ally"
    for section in describe_snapshot(whole)["sections"]:
        if not section["length"]:
            continue
        file = bytearray(whole)
        file[section["offset"] + section["length"] - 1] ^= 0x10
        path.write_bytes(file)
        with pytest.raises(InvalidSnapshotError) as raised:
            verify_snapshot(path)
        assert f"`{section['name']}`" in raised.value.message["en"]
        assert f"(byte {section['offset']})" in raised.value.message["en"]
        assert raised.value.place == {"file": str(path)}


def test_a_snapshot_of_another_analysis_is_described_and_not_opened(whole: bytes) -> None:
    file = bytearray(whole)
    file[16] += 1
    resealed(file)
    assert describe_snapshot(file)["analysis_version"] == describe_snapshot(whole)["analysis_version"] + 1
    verify_snapshot(file)
    with pytest.raises(IncompatibleSnapshotError, match="analysis"):
        Catalogue.open_snapshot(file)
