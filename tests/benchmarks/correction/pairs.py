"""Wrong and right forms of words, as far as a search of the records can correct them."""

from pathlib import Path
from typing import NamedTuple

from occurrences import Occurrences, words
from speed_suite import fold
from texts import LANGUAGES

# The lists, and the language of each.
LISTS = {
    "misspellings_en": "en",
    "misspellings_fr": "fr",
    "spelling_reform_1990_fr": "fr",
    "noisy_words_en": "en",
}


class Pair(NamedTuple):
    """What is typed, and what is meant."""

    wrong: str
    right: str

    @property
    def errors(self) -> int:
        """How many letters are wrong, left out, put in, or swapped (optimal string alignment)."""
        return distance(fold(self.wrong).strip(), fold(self.right).strip())


def distance(a: str, b: str) -> int:
    """The least number of such edits from one to the other, none of them inside another."""
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        row = [i]
        for j, other in enumerate(b, 1):
            row.append(min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other)))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                row[j] = min(row[j], before[j - 2] + 1)
        before, last = last, row
    return last[-1]


def pairs(path: Path, language: str, occurrences: Occurrences) -> list[Pair]:
    """The pairs of a list whose right word is in texts of the language, and whose wrong form in none."""
    lines = path.read_text(encoding="utf-8").splitlines()
    listed = dict.fromkeys(Pair(*line.split("\t")[:2]) for line in lines)
    return [pair for pair in listed if is_correctable(pair, language, occurrences)]


def is_correctable(pair: Pair, language: str, occurrences: Occurrences) -> bool:
    """Whether a search of the records can find what was meant, and not what was typed."""
    is_word = all(words(form) and " " not in form for form in pair)
    if not is_word or occurrences.is_stop_word(pair.right, language):
        return False
    if not occurrences.is_written(pair.right, language):
        return False
    if any(occurrences.is_written(pair.wrong, any_language) for any_language in LANGUAGES):
        return False
    # Nor may it be another word but for its accents.
    return fold(pair.wrong) == fold(pair.right) or not occurrences.holding(pair.wrong)


def right_words(path: Path, language: str, occurrences: Occurrences, count: int) -> list[str]:
    """So many words of the texts that a list of frequent words has too: from all of the alphabet."""
    listed = {line.split("\t")[0].lower() for line in path.read_text(encoding="utf-8").splitlines()}
    found = sorted(word for word in occurrences.known[language] & listed if len(word) > 4 and word.isalpha())
    found = [word for word in found if not occurrences.is_stop_word(word, language)]
    return [found[at * len(found) // count] for at in range(min(count, len(found)))]
