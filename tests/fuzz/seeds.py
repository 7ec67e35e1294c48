#!/usr/bin/env python3
"""Writes what the fuzz targets begin with, from the shared vectors and snapshots, to tests/fuzz/seeds."""

import json
import pathlib
import shutil

HERE = pathlib.Path(__file__).parent
VECTORS = HERE.parent / "vectors"


def cases(name, key="cases"):
    return json.loads((VECTORS / name).read_text(encoding="utf-8"))[key]


def texts_of(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of(inner)


probes = cases("probes.json", "probes")
queries = [case["text"] for case in cases("query.json")]
search = cases("search.json") + cases("search-small.json")
catalogues = [case["catalogue"] for case in cases("validation.json") + cases("search-small.json") if "catalogue" in case]
parsed = []
for catalogue in catalogues:
    try:
        parsed.append(json.loads(catalogue))
    except ValueError:
        pass  # Some are broken on purpose.
resources = [
    resource for catalogue in parsed if isinstance(catalogue, dict) for resource in catalogue.get("resources") or []
]
values = sorted({text for catalogue in parsed for text in texts_of(catalogue) if len(text) < 60})

SEEDS = {
    "analyze": [case["text"] for case in cases("analysis.json")] + [probe["title"] for probe in probes],
    "rich_text": values
    + ["*a* **b** [c](https://a.ca)", '[EDI](abbr: "x") [mot](lang:fr)', "- one\n- two\n\n[p](page:a/b#c)"],
    "catalogue_json": catalogues,
    "changes": [json.dumps({"upsert": [resource]}) for resource in resources]
    + ['{"delete": ["male-ally-roadmap"]}'],
    "query": queries
    + ["{\"any\": [{\"word\": \"a\"}, {\"not\": {\"field\": {\"name\": \"kind\", \"values\": [\"video\"]}}}]}"],
    "search_request": queries
    + [json.dumps(case["request"], ensure_ascii=False) for case in search]
    + [probe["query"] for probe in probes],
    "snapshot": [path.read_bytes() for path in sorted((HERE.parent / "snapshots").glob("*.snapshot"))],
    "partial_date_time_range": values + ["201X~", "2019-05-12%", "1:02:03 – 1:04:00", "fr-CA", "page:a/b#c"],
}

shutil.rmtree(HERE / "seeds", ignore_errors=True)
for target, seeds in SEEDS.items():
    folder = HERE / "seeds" / target
    folder.mkdir(parents=True)
    for number, seed in enumerate(seeds):
        data = seed if isinstance(seed, bytes) else seed.encode("utf-8", "surrogatepass")
        (folder / f"{number:04}").write_bytes(data)
