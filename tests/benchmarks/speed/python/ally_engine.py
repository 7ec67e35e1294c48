"""The library’s own package."""

from pathlib import Path

from ally_toolkit import Catalogue, LazyHit
from protocol import FACETS, Answer, Answerer, Query, run

FILE = "catalogue.ally"


def build(data: Path, index: Path) -> None:
    """An index is a snapshot."""
    Catalogue.open(data / "catalogue.json").write_snapshot(index / FILE)


def open_index(index: Path) -> Answerer:
    """Mapped."""
    catalogue = Catalogue.open_snapshot(index / FILE)

    def answer(query: Query) -> Answer:
        if query.set == "complete":
            completions = catalogue.complete(query.text, language=query.language)
            return {"hits": [], "proposed": [item["text"] for item in completions["items"]]}
        filters = {"kind": [query.kind]} if query.kind else None
        facets = FACETS if query.is_counted else None
        signs = {"phrase": f'"{query.text}"', "prefix": f"{query.text}*"}
        text = signs.get(query.set, query.text)
        results = catalogue.search_lazy(text, language=query.language, filters=filters, facets=facets)
        hits = results.hits
        return {
            "hits": [(hit.id, hit.title.text) for hit in hits],
            "facets": {
                facet["field"]: {value["id"]: value["count"] for value in facet["values"]}
                for facet in results.facets
            },
            "snippets": sum(is_marked(query, hit) for hit in hits),
        }

    return answer


def is_marked(query: Query, hit: LazyHit) -> bool:
    """Whether the description of a hit has a mark, or on a page the title."""
    description = hit.description
    return bool(description and description.marked) or (query.set == "page" and hit.title.marked)


SETS = ["en_any", "fr_any", "snippet", "filtered", "browse", "phrase", "prefix", "typo", "page", "complete"]
run(SETS, build, open_index)
