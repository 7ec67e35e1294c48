import base64
import json
import os
from pathlib import Path
from typing import Any

import pytest
from ally_toolkit import Catalogue
from hypothesis import HealthCheck, settings

VECTORS = Path(__file__).parents[2] / "tests/vectors"

# The same examples each time: a check must not fail by chance. HYPOTHESIS_PROFILE=slow looks for new ones.
settings.register_profile("fast", max_examples=100, deadline=None, derandomize=True)
settings.register_profile("slow", max_examples=5_000, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))


def cases(file: str) -> list[Any]:
    """The cases of a file of vectors, as parameters named after them."""
    whole = json.loads((VECTORS / file).read_text("utf-8"))
    listed = next(whole[key] for key in ("cases", "probes") if key in whole)
    return [pytest.param(case, id=case["name"]) for case in listed]


def given(case: dict[str, Any], key: str) -> str | bytes:
    """A text of a case, or the bytes it gives in base 64 instead."""
    encoded = case.get(f"{key}_base64")
    text: str | bytes = case[key] if encoded is None else base64.b64decode(encoded)
    return text


def small(*resources: dict[str, Any]) -> str:
    """A catalogue with nothing but these resources, as text; what a resource must have is filled in."""
    kinds = [{"id": "guide", "label": {"en": "guide", "fr": "guide"}}]
    filled = [
        {"id": f"r{at}", "kind": "guide", "languages": ["en"]} | given for at, given in enumerate(resources)
    ]
    title = {"en": "Small", "fr": "Petit"}
    return json.dumps({"title": title, "vocabularies": {"kinds": kinds}, "resources": filled})


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue.bundled()
