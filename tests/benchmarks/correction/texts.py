"""The documents of judged collections as records: real texts, so that their index holds real words."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

COLLECTIONS = ["infobase.open", "cdtn.open", "scifact", "cranfield", "piaf", "unesco"]

LANGUAGES = ["en", "fr"]

# The one value of what else records have. Its labels are no words.
KIND, TOPIC, PLACE = "kind-0", "topic-0", "place-0"

Record = dict[str, Any]


def clean(text: str) -> str:
    """Without control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def texts(document: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Language, title and text of a document, in each language that it has; neither is ever empty."""
    named = {document["lang"]: "", "fr": "_fr"} if "title_fr" in document else {document["lang"]: ""}
    for language, suffix in named.items():
        title, text = (clean(document.get(name + suffix, "")) for name in ("title", "text"))
        if title or text:
            yield language, title or text[:60], text or title


def records(folder: Path) -> Iterator[Record]:
    """The documents of every collection in ``folder``."""
    at = 0
    for collection in COLLECTIONS:
        with (folder / collection / "docs.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                held = list(texts(json.loads(line)))
                if not held:
                    continue
                yield {
                    "id": f"r{at}",
                    "kind": KIND,
                    "title": {language: title for language, title, _ in held},
                    "description": {language: text for language, _, text in held},
                    "date": "2000",
                    "languages": [language for language, _, _ in held],
                    "topics": [TOPIC],
                    "place": PLACE,
                }
                at += 1


def write(found: list[Record], data: Path) -> None:
    """``records.jsonl`` and ``catalogue.json``, as the programs of ``../speed`` read them."""
    data.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(record, ensure_ascii=False) for record in found]
    (data / "records.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    names = {"kinds": KIND, "topics": TOPIC, "places": PLACE}
    catalogue = {
        "title": {"en": "Texts", "fr": "Textes"},
        "vocabularies": {
            name: [{"id": value, "label": {"en": f"{value[0]}00", "fr": f"{value[0]}00"}}]
            for name, value in names.items()
        },
        "resources": found,
    }
    (data / "catalogue.json").write_text(json.dumps(catalogue, ensure_ascii=False), encoding="utf-8")
