"""The library’s own package."""

from pathlib import Path

from ally_toolkit import Catalogue
from protocol import FACETS, Answer, Answerer, Query, run

FILE = "catalogue.ally"


def build(data: Path, index: Path) -> None:
    """An index is a snapshot."""
    Catalogue.open(data / "catalogue.json").write_snapshot(index / FILE)


def open_index(index: Path) -> Answerer:
    """Mapped."""
    catalogue = Catalogue.open_snapshot(index / FILE)

    def answer(query: Query) -> Answer:
        filters = {"kind": [query.kind]} if query.kind else None
        facets = FACETS if query.kind else None
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
            "snippets": sum(description.marked for hit in hits if (description := hit.description)),
        }

    return answer


run(["en_any", "fr_any", "snippet", "filtered", "browse", "phrase", "prefix", "typo"], build, open_index)
