"""Which records hold a word, and which hold it or one of its inflections."""

import re
import subprocess
from collections import defaultdict

from speed_suite import HERE, fold
from texts import LANGUAGES, Record

WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """In small letters, accents kept."""
    return WORD.findall(text.lower())


def stems(language: str, of: list[str]) -> dict[str, str]:
    """The Snowball stem of each word, without accents; empty for a stop word."""
    node = ["node", HERE / "stems.mjs", language]
    done = subprocess.run(node, check=True, input="\n".join(of), stdout=subprocess.PIPE, encoding="utf-8")
    return dict(zip(of, done.stdout.split("\n"), strict=True))


class Occurrences:
    """Where the words of all records stand."""

    def __init__(self, records: list[Record]) -> None:
        # The texts of each record, folded: words between blanks.
        self.folded: list[str] = []
        # The records with each folded word, in any language.
        self.with_word: dict[str, set[int]] = defaultdict(set)
        # By language, the texts of each record as they are written but for capitals, words between blanks.
        self.written: dict[str, dict[int, str]] = {language: {} for language in LANGUAGES}
        with_written: dict[str, dict[str, set[int]]] = {language: defaultdict(set) for language in LANGUAGES}
        for at, record in enumerate(records):
            # A run of words does not go on from one text to the next.
            texts = [*record["title"].values(), *record["description"].values()]
            self.folded.append("|".join(map(fold, texts)))
            for word in set(self.folded[at].replace("|", " ").split()):
                self.with_word[word].add(at)
            for language in record["languages"]:
                both = [words(record[field][language]) for field in ("title", "description")]
                self.written[language][at] = "|".join(f" {' '.join(found)} " for found in both)
                for word in {word for found in both for word in found}:
                    with_written[language][word].add(at)
        self.known = {language: frozenset(found) for language, found in with_written.items()}
        self.stem = {language: stems(language, sorted(found)) for language, found in self.known.items()}
        # By language, the records with each stem; no stop word has one.
        self.with_stem: dict[str, dict[str, set[int]]] = {}
        for language, found in with_written.items():
            self.with_stem[language] = defaultdict(set)
            for word, where in found.items():
                self.with_stem[language][self.stem[language][word]] |= where

    def holding(self, word: str) -> set[int]:
        """The records with the word, whole, accents and capitals apart; of a compound, its parts in a row."""
        run = fold(word)
        where = set.intersection(*(self.with_word.get(part, set()) for part in run.split()))
        return where if len(run.split()) == 1 else {at for at in where if run in self.folded[at]}

    def holding_inflected(self, word: str, language: str) -> set[int]:
        """Likewise, or with a word of that language that has the same stem."""
        stem = self.stem[language].get(word.lower())
        return self.holding(word) | (self.with_stem[language][stem] if stem else set())

    def is_written(self, word: str, language: str) -> bool:
        """Whether texts of the language have the word with its accents; of a compound, its parts in a row."""
        parts = words(word)
        if len(parts) == 1:
            return parts[0] in self.known[language]
        run = f" {' '.join(parts)} "
        return any(run in self.written[language].get(at, "") for at in self.holding(word))

    def is_stop_word(self, word: str, language: str) -> bool:
        """Whether engines leave it out of their indexes."""
        return self.stem[language].get(word.lower()) == ""
