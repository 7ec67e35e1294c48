"""Results that stay in the library are what plain results are."""

import copy
import json
import pickle
from typing import Any, assert_type

import pytest
from ally_toolkit import (
    Catalogue,
    InvalidRequestError,
    LazyHighlight,
    LazyHit,
    LazyResults,
    _native,
    highlight_html,
    types,
)
from conftest import small

REQUESTS: list[dict[str, Any]] = [
    {},
    {"query": "mentorat", "language": "fr", "facets": ["kind", "topic"], "explain": True},
    {"query": "feuille de route", "language": "fr", "records": ["resource", "page", "term"], "per_page": 100},
    {"query": "women leadership", "filters": {"language": ["fr"]}, "page": 2, "per_page": 3},
    {"query": "xyzzy"},
]
HIT = set(types.Hit.__annotations__)
HIGHLIGHT = set(types.Highlight.__annotations__)


def plain(value: object, fields: set[str]) -> dict[str, Any]:
    """An object's fields as plain data, without those that say nothing, which plain results leave out."""
    found: dict[str, Any] = {}
    for field in fields:
        part: Any = getattr(value, field)
        if isinstance(part, LazyHighlight):
            part = plain(part, HIGHLIGHT)
        if isinstance(part, list) and part and isinstance(part[0], LazyHighlight):
            part = [plain(one, HIGHLIGHT) for one in part]
        # A name has no language, and says so; anything else that says nothing is left out.
        if not (part is None or part is False or part == []) or (
            field == "language" and "segments" in fields
        ):
            found[field] = part
    return found


@pytest.mark.parametrize("request_", REQUESTS)
def test_lazy_results_say_what_plain_ones_do(catalogue: Catalogue, request_: dict[str, Any]) -> None:
    expected = catalogue.search(**request_)
    results = catalogue.search_lazy(**request_)
    assert (results.total, results.page, results.pages) == (
        expected["total"],
        expected["page"],
        expected["pages"],
    )
    assert results.facets == expected.get("facets", [])
    assert results.to_dict() == expected
    assert json.loads(results.to_json()) == json.loads(json.dumps(expected))
    assert len(results.hits) == len(expected["hits"])
    for hit, wanted in zip(results.hits, expected["hits"], strict=True):
        assert plain(hit, HIT) == wanted
        assert hit.to_dict() == wanted
        assert hit.title.to_dict() == wanted["title"]
        assert hit.title.text == "".join(part["text"] for part in wanted["title"]["segments"])
        assert hit.title.marked == any(part["marked"] for part in wanted["title"]["segments"])


def test_lazy_results_are_equal_when_they_say_the_same(catalogue: Catalogue) -> None:
    one, same = (catalogue.search_lazy("mentorat", language="fr") for _ in range(2))
    other = catalogue.search_lazy("leadership")
    assert one == same
    assert one != other
    assert one.hits == same.hits
    assert one.hits[0] != one.hits[1]
    assert one.hits[0].title == same.hits[0].title
    assert one.hits[0].title != one.hits[0].description
    assert one != one.to_dict()


def test_lazy_results_survive_pickling_and_copying(catalogue: Catalogue) -> None:
    results = catalogue.search_lazy("mentorat", language="fr", facets=["kind"], explain=True)
    for again in (pickle.loads(pickle.dumps(results)), copy.deepcopy(results)):
        assert type(again) is LazyResults
        assert again == results
    hit = pickle.loads(pickle.dumps(results.hits[1]))
    assert type(hit) is LazyHit
    assert hit == results.hits[1]


def test_a_hit_outlives_its_results_and_its_catalogue() -> None:
    hit = Catalogue.from_json(small({"title": {"en": "An ally"}})).search_lazy("ally").hits[0]
    assert hit.title.text == "An ally"


def test_lazy_results_cannot_be_made_nor_changed(catalogue: Catalogue) -> None:
    for kind in (LazyResults, LazyHit, LazyHighlight):
        with pytest.raises(TypeError):
            kind()
    with pytest.raises(AttributeError):
        catalogue.search_lazy().total = 5  # type: ignore[misc]


def test_what_a_lazy_result_gives_is_ones_own(catalogue: Catalogue) -> None:
    hit = catalogue.search_lazy("mentorat", language="fr").hits[0]
    hit.reasons.clear()
    hit.title.segments[0]["text"] = "changed"
    assert hit.reasons
    assert hit.title.segments[0]["text"] != "changed"


def test_a_notebook_shows_lazy_results_with_their_marks_escaped() -> None:
    resource = {"title": {"en": "<An> ally & “friends”"}}
    results = Catalogue.from_json(small(resource)).search_lazy("ally")
    assert repr(results) == "<LazyResults: 1 of 1 hits, page 1 of 1>"
    assert repr(results.hits[0]) == "<LazyHit 'r0': <An> ally & “friends”>"
    assert repr(results.hits[0].title) == "<LazyHighlight '<An> ally & “friends”'>"
    title = '<span lang="en">&lt;An&gt; <mark>ally</mark> &amp; “friends”</span>'
    assert results.hits[0].title._repr_html_() == title
    assert results.hits[0]._repr_html_().startswith(f"<b>{title}</b><br><small>")
    assert f"<ul><li><b>{title}</b>" in results._repr_html_()


def test_a_lazy_highlight_gives_the_html_of_a_plain_one(catalogue: Catalogue) -> None:
    highlight = catalogue.search_lazy('"call to action"').hits[0].title
    assert highlight.html() == highlight_html(highlight.to_dict())
    assert "<mark>call to action</mark>" in highlight.html()


def test_what_is_no_highlight_has_no_html() -> None:
    with pytest.raises(InvalidRequestError) as raised:
        highlight_html({"field": "title", "language": "en", "segments": [{"text": 1}]})  # type: ignore[typeddict-item]
    assert raised.value.place == {"field": "segments[0].text"}


def test_what_a_type_checker_sees_of_lazy_results(catalogue: Catalogue) -> None:
    results = catalogue.search_lazy("mentorat", language="fr")
    assert_type(results, _native.LazyResults)
    assert_type(results.hits[0].title.segments, list[types.Segment])
    assert_type(results.hits[0].to_dict(), types.Hit)


def test_everything_of_lazy_results_is_what_its_type_says(catalogue: Catalogue) -> None:
    hit = catalogue.search_lazy("mentorat", language="fr").hits[0]
    # A field that is added to the plain results is one of the lazy ones too.
    assert all(hasattr(hit, field) for field in HIT)
    assert all(hasattr(hit.title, field) for field in HIGHLIGHT)
