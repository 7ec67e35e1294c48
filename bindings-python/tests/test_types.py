"""The types say what the data are. No type checker sees into the native module: results are checked here."""

import json
import types
import typing
from typing import Any, Literal, assert_type, get_args, get_origin, get_type_hints, is_typeddict

import ally_toolkit.types as declared
import pytest
from ally_toolkit import Catalogue, analyze, compare, describe_snapshot, evaluate, validate, validate_json

import generate_types
from type_definitions import used

LANGUAGES: list[declared.Language] = ["en", "fr"]


def mismatch(value: object, expected: Any, at: str = "") -> str | None:
    """Where a value is not of the type expected."""
    if isinstance(expected, str):
        expected = eval(expected, vars(declared))
    if isinstance(expected, typing.ForwardRef):
        expected = eval(expected.__forward_arg__, vars(declared))
    if expected is Any:
        return None
    if is_typeddict(expected):
        if not isinstance(value, dict):
            return f"{at}: {value!r} is no {expected.__name__}"
        fields = get_type_hints(expected, vars(declared))
        if strange := value.keys() - fields.keys():
            return f"{at}: {expected.__name__} has no {strange}"
        if missing := expected.__required_keys__ - value.keys():
            return f"{at}: {expected.__name__} lacks {missing}"
        wrong = (mismatch(part, fields[key], f"{at}.{key}") for key, part in value.items())
        return next(filter(None, wrong), None)
    origin, parameters = get_origin(expected), get_args(expected)
    if origin is Literal:
        return None if value in parameters else f"{at}: {value!r} is none of {parameters}"
    if origin in (typing.Union, types.UnionType):
        wrong_all = [mismatch(value, member, at) for member in parameters]
        return None if None in wrong_all else "; ".join(filter(None, wrong_all))
    if origin is list:
        if type(value) is not list:
            return f"{at}: {value!r} is no list"
        wrong = (mismatch(item, parameters[0], f"{at}[{place}]") for place, item in enumerate(value))
        return next(filter(None, wrong), None)
    if origin is tuple:
        if type(value) is not tuple or len(value) != len(parameters):
            return f"{at}: {value!r} is no {expected}"
        wrong = (mismatch(item, kind, at) for item, kind in zip(value, parameters, strict=True))
        return next(filter(None, wrong), None)
    if origin is dict:
        return None if type(value) is dict else f"{at}: {value!r} is no dict"
    return None if type(value) is expected else f"{at}: {value!r} is no {expected}"


def test_the_types_are_current() -> None:
    assert generate_types.current() == generate_types.generate(), "run generate_types.py"


def test_every_type_has_a_place() -> None:
    definitions = json.loads(generate_types.SCHEMA.read_text("utf-8"))["$defs"]
    modules = [module.name for module in generate_types.MODULES]
    homes = generate_types.places(definitions)
    for name, home in homes.items():
        for other in used(definitions[name]):
            assert modules.index(homes[other]) <= modules.index(home), f"{home} would import a later module"
    with pytest.raises(ValueError, match="Unheard has no place"):
        generate_types.places({**definitions, "Unheard": {}})
    del definitions["PageView"]
    with pytest.raises(ValueError, match="no definition is called PageView, as reading_page says"):
        generate_types.places(definitions)


def test_a_mismatch_is_noticed() -> None:
    assert mismatch({"start": 0, "end": 1}, declared.Span) is None
    assert mismatch({"start": 0}, declared.Span) == ": Span lacks {'end'}"
    assert mismatch({"start": 0, "end": "1"}, declared.Span) == ".end: '1' is no <class 'int'>"
    assert mismatch({"start": 0, "end": 1, "x": 1}, declared.Span) == ": Span has no {'x'}"
    assert mismatch([{"type": "text", "text": "x"}], list[declared.InlineView]) is None
    assert mismatch([{"type": "text"}], list[declared.InlineView]) is not None


def test_the_data_of_the_model(catalogue: Catalogue) -> None:
    assert not mismatch(catalogue.about(), declared.About)
    assert not mismatch(catalogue.resources(), list[declared.Resource])
    assert not mismatch(catalogue.terms(), list[declared.Term])
    assert not mismatch(catalogue.toolkits(), list[declared.Toolkit])
    for name in get_args(declared.VocabularyName):
        assert not mismatch(catalogue.vocabulary(name), list[declared.Concept])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_views(catalogue: Catalogue, language: declared.Language) -> None:
    for resource in catalogue.resources():
        assert not mismatch(catalogue.resource(resource["id"], language), declared.ResourceView)
    for term in catalogue.terms():
        assert not mismatch(catalogue.term(term["id"], language), declared.TermView)
    for name in get_args(declared.VocabularyName):
        for concept in catalogue.vocabulary(name):
            assert not mismatch(catalogue.concept(name, concept["id"], language), declared.ConceptView)
    for toolkit in catalogue.toolkits():
        assert not mismatch(catalogue.toolkit(toolkit["key"], language), declared.ToolkitView)
        for page in toolkit["pages"]:
            view = catalogue.page(f"{toolkit['key']}/{page}", language)
            assert not mismatch(view, declared.PageView)


@pytest.mark.parametrize("query", ["", "mentorat", "mentr", "autochtones santé", "#ally"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_search_results(catalogue: Catalogue, query: str, language: declared.Language) -> None:
    records = list(get_args(declared.RecordType))
    facets: list[Any] = [name for part in get_args(declared.FacetField) for name in get_args(part)]
    results = catalogue.search(query, language=language, records=records, facets=facets, per_page=100)
    assert not mismatch(results, declared.SearchResults)


def test_analyses_and_reports() -> None:
    assert not mismatch(analyze("L’équipe des allié·e·s, en porte-à-faux", "fr"), declared.Analysis)
    assert not mismatch(validate(), declared.Report)
    assert not mismatch(validate_json("{}"), declared.Report)


def test_what_a_snapshot_says_of_itself(catalogue: Catalogue) -> None:
    description = describe_snapshot(catalogue.snapshot())
    assert_type(description, declared.SnapshotDescription)
    assert not mismatch(description, declared.SnapshotDescription)


def test_evaluations_and_comparisons() -> None:
    evaluation = evaluate({"q": {"a": 2}}, {"q": ["b", "a"]})
    assert_type(evaluation, declared.Evaluation)
    assert not mismatch(evaluation, declared.Evaluation)
    assert not mismatch(compare(evaluation, evaluate("q a 2", {"q": ["a"]})), declared.Comparison)


def test_what_a_type_checker_sees(catalogue: Catalogue) -> None:
    assert_type(catalogue, Catalogue)
    results = catalogue.search("mentorat", language="fr", filters={"kind": ["video"], "year": {"from": 2015}})
    assert_type(results, declared.SearchResults)
    for hit in results["hits"]:
        assert_type(hit["title"]["segments"][0]["text"], str)
    page = catalogue.page("men-as-allies/home", "fr")
    assert_type(page, declared.PageView)
    for block in page["blocks"]:
        if block["type"] == "image":
            assert_type(block, declared.ImageBlockView)
