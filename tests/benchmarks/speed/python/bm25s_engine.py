"""bm25s with numba: an index for each language, the better score of a record in either."""

import json
from pathlib import Path

import bm25s
import Stemmer
from protocol import HITS, Answer, Answerer, Query, records, run

LANGUAGES = {"en": ("english", "en_plus"), "fr": ("french", "fr")}


def tokens(texts: list[str], language: str, stemmer: Stemmer.Stemmer) -> list[list[str]]:
    """The words of each text, with the stop words of the language left out."""
    stop_words = LANGUAGES[language][1]
    return bm25s.tokenize(texts, stopwords=stop_words, stemmer=stemmer, return_ids=False, show_progress=False)


def build(data: Path, index: Path) -> None:
    """bm25s has no fields: the title stands before the text three times, best of ``../../rivals``."""
    shown: dict[str, list[tuple[str, str, str]]] = {language: [] for language in LANGUAGES}
    texts: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    for record in records(data):
        titles = record["title"]
        for language in record["languages"]:
            shown[language].append((record["id"], titles.get("en", ""), titles.get("fr", "")))
            texts[language].append(" ".join([titles[language]] * 3 + [record["description"][language]]))
    for language, (stemmer, _) in LANGUAGES.items():
        engine = bm25s.BM25(method="lucene", k1=2, backend="numba")
        engine.index(tokens(texts[language], language, Stemmer.Stemmer(stemmer)), show_progress=False)
        engine.save(str(index / language))
        (index / f"{language}.json").write_text(json.dumps(shown[language]), encoding="utf-8")


def open_index(index: Path) -> Answerer:
    """Both indexes, from memory maps."""
    engines = {}
    for language, (stemmer, _) in LANGUAGES.items():
        engine = bm25s.BM25.load(str(index / language), mmap=True)
        engine.backend = "numba"
        # The first query compiles: part of opening, as a program that has readers would do.
        engine.retrieve([[next(word for word in engine.vocab_dict if word)]], k=HITS, show_progress=False)
        shown = json.loads((index / f"{language}.json").read_text(encoding="utf-8"))
        engines[language] = engine, Stemmer.Stemmer(stemmer), shown

    def answer(query: Query) -> Answer:
        best: dict[str, tuple[float, str]] = {}
        for language, (engine, stemmer, shown) in engines.items():
            [words] = tokens([query.text], language, stemmer)
            known = [word for word in words if word in engine.vocab_dict]
            if not known:
                continue
            found, scores = engine.retrieve([known], k=min(HITS, len(shown)), show_progress=False)
            for at, score in zip(found[0].tolist(), scores[0].tolist(), strict=True):
                identity, english, french = shown[at]
                title = french or english if query.language == "fr" else english or french
                # bm25s fills up to k with documents that match nothing.
                if score > best.get(identity, (0.0,))[0]:
                    best[identity] = score, title
        ranked = sorted(best.items(), key=lambda hit: -hit[1][0])[:HITS]
        return {"hits": [(identity, title) for identity, (_, title) in ranked]}

    return answer


# Words only: no filters, excerpts, phrases, beginnings or typing errors.
run(["en_any", "fr_any"], build, open_index)
