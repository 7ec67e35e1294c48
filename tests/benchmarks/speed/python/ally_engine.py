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
        results = catalogue.search(query.text, language=query.language, filters=filters, facets=facets)
        hits = results["hits"]
        described = [hit["description"]["segments"] for hit in hits if hit.get("description")]
        return {
            "hits": [(hit["id"], "".join(part["text"] for part in hit["title"]["segments"])) for hit in hits],
            "facets": {
                facet["field"]: {value["id"]: value["count"] for value in facet["values"]}
                for facet in results.get("facets", [])
            },
            "snippets": sum(any(part["marked"] for part in segments) for segments in described),
        }

    return answer


# No phrases, and no beginnings of words below six letters.
run(["en_any", "fr_any", "snippet", "filtered", "browse", "typo"], build, open_index)
