"""Everything that is asked: the records, and for each list the pairs that they leave of it."""

from pathlib import Path
from typing import NamedTuple, TypeVar

from occurrences import Occurrences
from pairs import LISTS, Pair, pairs, right_words
from texts import LANGUAGES, records, write

T = TypeVar("T")

# How many right words of each language are asked.
RIGHT_WORDS = 1000


class List(NamedTuple):
    """The pairs of a list that are asked, and how many more there would be."""

    name: str
    language: str
    pairs: list[Pair]
    # How many pairs of the list can be corrected; those asked are spread over them evenly.
    all: int

    @property
    def is_right(self) -> bool:
        """Whether its words are right as they are typed."""
        return all(pair.wrong == pair.right for pair in self.pairs)


class Texts(NamedTuple):
    """The records, and what is asked of their index."""

    occurrences: Occurrences
    records: int
    lists: list[List]


def spread(found: list[T], most: int) -> list[T]:
    """So many of them, from the first to the last."""
    return [found[at * len(found) // most] for at in range(most)] if len(found) > most else found


def of_texts(folder: Path, data: Path, most: int) -> Texts:
    """Writes the records of ``folder`` into ``data``, and reads the lists."""
    found_records = list(records(folder))
    write(found_records, data)
    occurrences = Occurrences(found_records)
    lists = []
    for name, language in LISTS.items():
        found = pairs(folder / "wordlists" / f"{name}.tsv", language, occurrences)
        lists.append(List(name, language, spread(found, most), len(found)))
    for language in LANGUAGES:
        path = folder / "wordlists" / f"frequency_{language}.tsv"
        words = [Pair(word, word) for word in right_words(path, language, occurrences, RIGHT_WORDS)]
        lists.append(List(f"right words, {language}", language, words, len(words)))
    return Texts(occurrences, len(found_records), lists)
