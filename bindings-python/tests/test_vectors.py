"""What every host must answer: the vectors shared with Rust and Node."""

import json
from typing import Any

import pytest
from ally_toolkit import (
    AllyToolkitError,
    Catalogue,
    analyze,
    compare,
    evaluate,
    highlight_html,
    parse_query,
    validate_json,
    write_query,
)
from ally_toolkit.types import Highlight
from conftest import cases, given, small


def in_code_points(value: Any) -> Any:
    """An expected value with the spans of this host; the vectors give each span in every unit."""
    if isinstance(value, dict):
        return {
            key: part["code_points"] if key == "span" else in_code_points(part) for key, part in value.items()
        }
    return [in_code_points(item) for item in value] if isinstance(value, list) else value


def as_json(value: object) -> Any:
    """A result as JSON has it: a pair is a list."""
    return json.loads(json.dumps(value))


@pytest.mark.parametrize("probe", cases("probes.json"))
def test_probe(probe: dict[str, Any]) -> None:
    language = probe["language"]
    text = small({"title": {language: probe["title"]}, "languages": [language]})
    results = Catalogue.from_json(text).search(probe["query"], language=language)
    marks = [part["text"] for hit in results["hits"] for part in hit["title"]["segments"] if part["marked"]]
    passes = (results["total"] == 1) == probe["finds"] and marks == probe.get("marks", [])
    assert passes != ("limit" in probe)


@pytest.mark.parametrize("case", cases("search.json"))
def test_search(catalogue: Catalogue, case: dict[str, Any]) -> None:
    assert as_json(catalogue.search(**case["request"])) == in_code_points(case["results"])


@pytest.mark.parametrize("case", cases("search-small.json"))
def test_search_of_a_small_catalogue(case: dict[str, Any]) -> None:
    catalogue = Catalogue.from_json(given(case, "catalogue"))
    results = catalogue.search(**case["request"])
    assert as_json(results) == in_code_points(case["results"])
    html = []
    for hit in results["hits"]:
        highlights = [hit["title"], *([hit["description"]] if "description" in hit else [])]
        highlights += hit.get("highlights", [])
        for highlight in highlights:
            assert_slices(catalogue, hit["id"], highlight)
        html.append([highlight_html(highlight) for highlight in highlights])
    assert html == case["html"]


def assert_slices(catalogue: Catalogue, record: str, highlight: Highlight) -> None:
    """Each segment is the part of the whole text that its span says, where that text is the record's own."""
    own: list[Any] = [one for one in (*catalogue.resources(), *catalogue.terms()) if one["id"] == record]
    field, language = highlight["field"], highlight["language"]
    texts = [one.get(name, {}) for one in own for name in OWN_TEXTS.get(field, [])]
    if field == "description":
        texts += [definition["text"] for one in own for definition in one.get("definitions", [])]
    parts = [(part["span"], part["text"]) for part in highlight["segments"]]
    whole = [text[language] for text in texts if language in text]
    assert not whole or any(
        all(text[span["start"] : span["end"]] == part for span, part in parts) for text in whole
    )


# The fields of a record whose texts are highlighted as they stand.
OWN_TEXTS = {"title": ["title", "term"], "description": ["description"]}


@pytest.mark.parametrize("case", cases("similar.json"))
def test_similar(catalogue: Catalogue, case: dict[str, Any]) -> None:
    assert as_json(catalogue.similar(**case["request"])) == in_code_points(case["results"])


@pytest.mark.parametrize("case", cases("suggestion.json"))
def test_suggestion(catalogue: Catalogue, case: dict[str, Any]) -> None:
    function: Any = getattr(catalogue, case["call"])
    assert as_json(function(**case["request"])) == in_code_points(case["answer"])


@pytest.mark.parametrize("case", cases("analysis.json"))
def test_analysis(case: dict[str, Any]) -> None:
    assert as_json(analyze(case["text"], case["language"])) == in_code_points(case["analysis"])


@pytest.mark.parametrize("case", cases("query.json"))
def test_query(case: dict[str, Any]) -> None:
    parsed = parse_query(case["text"])
    assert as_json(parsed) == in_code_points(case["read"])
    assert {language: write_query(parsed["query"], language) for language in ("en", "fr")} == case["written"]


@pytest.mark.parametrize("case", cases("reading.json"))
def test_reading(catalogue: Catalogue, case: dict[str, Any]) -> None:
    view = getattr(catalogue, case["call"])(*case["arguments"], language=case["language"])
    assert as_json(view) == case["result"]


@pytest.mark.parametrize("case", cases("validation.json"))
def test_validation(case: dict[str, Any]) -> None:
    text = given(case, "catalogue")
    assert as_json(validate_json(text)) == case["report"]
    if isinstance(text, str):
        assert as_json(validate_json(text.encode())) == case["report"]


@pytest.mark.parametrize("case", cases("evaluation.json"))
def test_evaluation(case: dict[str, Any]) -> None:
    function: Any = {"evaluate": evaluate, "compare": compare}[case["call"]]
    if error := case["answer"].get("error"):
        with pytest.raises(AllyToolkitError) as raised:
            function(**case["request"])
        assert (raised.value.kind, raised.value.place) == (error["kind"], error["place"])
        assert str(raised.value) == error["line"]["en"]
    else:
        assert as_json(function(**case["request"])) == case["answer"]["result"]


# What Python itself refuses, with a TypeError, before the library is called.
PYTHON_REFUSES = ["a field that does not exist", "a list for a request"]


@pytest.mark.parametrize("case", cases("errors.json"))
def test_error(catalogue: Catalogue, case: dict[str, Any]) -> None:
    if case["name"] in PYTHON_REFUSES:
        with pytest.raises(TypeError):
            call(catalogue, case)
    # The native module, which Python's own calls do not reach with these, answers as every host does.
    with pytest.raises(AllyToolkitError) as raised:
        call(catalogue, case, native=case["name"] in PYTHON_REFUSES)
    error = raised.value
    expected = case["error"]
    codes = [problem["code"] for problem in error.problems]
    assert (error.kind, error.place, codes) == (
        expected["kind"],
        expected.get("place", {}),
        expected.get("codes", []),
    )
    # What an operating system says of a file differs.
    if case["call"] != "open":
        assert str(error) == case["messages"]["en"]


def call(catalogue: Catalogue, case: dict[str, Any], *, native: bool = False) -> object:
    match case["call"]:
        case "search" if native:
            return catalogue._inner.search(case["arguments"][0])
        case "search":
            return catalogue.search(**case["arguments"][0])
        case "similar":
            return catalogue.similar(**case["arguments"][0])
        case "complete":
            return catalogue.complete(**case["arguments"][0])
        case "did_you_mean":
            return catalogue.did_you_mean(**case["arguments"][0])
        case "open":
            return Catalogue.open(*case["arguments"])
        case "from_json":
            text = given(case, "argument") if "argument_base64" in case else case["arguments"][0]
            return Catalogue.from_json(text)
        case "analyze":
            return analyze(*case["arguments"])
        case reading:
            return getattr(catalogue, reading)(*case["arguments"], language=case["language"])
