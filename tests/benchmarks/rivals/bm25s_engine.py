"""Ranks a judged collection with bm25s: `bm25s_engine.py FOLDER LANGUAGE RUN [setting=value ...]`."""

from collections.abc import Callable

import bm25s
import Stemmer

from collection import DEPTH, Document, run

STEMMERS = {"en": "english", "fr": "french"}
# The short English list is bm25s's default; `en_plus` is the long one.
STOP_WORDS = {
    "yes": {"en": "en", "fr": "fr"},
    "plus": {"en": "en_plus", "fr": "fr"},
    "no": {"en": None, "fr": None},
}


def engine(documents: list[Document], language: str, settings: dict[str, str]) -> Callable[[str], list[str]]:
    """bm25s has no fields: the title stands before the text, as in its examples, as often as `title` says."""
    stemmer = Stemmer.Stemmer(STEMMERS[language]) if settings["stem"] == "yes" else None

    def tokens(texts: list[str]) -> bm25s.tokenization.Tokenized:
        stop_words = STOP_WORDS[settings["stopwords"]][language]
        return bm25s.tokenize(texts, stopwords=stop_words, stemmer=stemmer, show_progress=False)

    titles = int(settings["title"])
    index = bm25s.BM25(method=settings["method"], k1=float(settings["k1"]))
    texts = [" ".join([document.title] * titles + [document.text]) for document in documents]
    index.index(tokens(texts), show_progress=False)
    depth = min(DEPTH, len(documents))

    def rank(text: str) -> list[str]:
        found, scores = index.retrieve(tokens([text]), k=depth, show_progress=False)
        # bm25s fills up to k with documents that match nothing.
        pairs = zip(found[0], scores[0], strict=True)
        return [documents[at].id for at, score in pairs if score > 0]

    return rank


run(engine)
