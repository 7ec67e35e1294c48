"""How well an engine corrects: see README.md."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from occurrences import Occurrences
from pairs import Pair
from speed_suite import fold

# How many hits are looked at.
HITS = 10


class Asked(NamedTuple):
    """A word that was searched for, and the places of the records that were found, the best first."""

    pair: Pair
    language: str
    hits: Sequence[int]


class Corrected(NamedTuple):
    """Shares between 0 and 1."""

    found: float
    recall: float
    precision: float
    answered: float


def share(values: Iterable[float]) -> float:
    """Their mean; 0 when there are none."""
    values = list(values)
    return sum(values) / len(values) if values else 0.0


def corrected(asked: Sequence[Asked], occurrences: Occurrences) -> Corrected:
    """Whether records with the right word are found by the wrong form."""
    recalls, held, returned = [], 0, 0
    for pair, language, hits in asked:
        right = occurrences.holding(pair.right)
        recalls.append(len(right & set(hits)) / min(HITS, len(right)))
        held += len(occurrences.holding_inflected(pair.right, language) & set(hits))
        returned += len(hits)
    return Corrected(
        found=share(recall > 0 for recall in recalls),
        recall=share(recalls),
        precision=held / returned if returned else 0.0,
        answered=share(bool(one.hits) for one in asked),
    )


def is_exact_first(asked: Asked, uncorrected: Sequence[int], occurrences: Occurrences) -> bool:
    """Whether no record that a correction found stands above one with the word.

    Such a record has neither the word nor an inflection, and is not among the first without corrections: a
    translation may stand there.
    """
    right = occurrences.holding(asked.pair.right)
    expected = occurrences.holding_inflected(asked.pair.right, asked.language) | set(uncorrected)
    last = max((rank for rank, hit in enumerate(asked.hits) if hit in right), default=-1)
    return all(hit in expected for hit in asked.hits[: last + 1])


class Proposed(NamedTuple):
    """What “did you mean” says: shares that add up to 1."""

    right: float
    wrong: float
    nothing: float


def proposed(pairs: Sequence[Pair], proposals: Sequence[Sequence[str]]) -> Proposed:
    """Whether the right word is proposed, accents and capitals apart."""
    both = list(zip(pairs, proposals, strict=True))
    is_right = [bool(texts) and fold(texts[0]) == fold(pair.right) for pair, texts in both]
    is_nothing = [not texts for _, texts in both]
    right, nothing = share(is_right), share(is_nothing)
    return Proposed(right, 1 - right - nothing, nothing)
