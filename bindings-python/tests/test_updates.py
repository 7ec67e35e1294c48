"""A catalogue is updated without building its index anew, and built anew while it is read."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from ally_toolkit import (
    BrokenOffError,
    Catalogue,
    InvalidCatalogueError,
    InvalidRequestError,
    NotFoundError,
)
from ally_toolkit.types import Resource, SearchResults
from conftest import cases, small
from hypothesis import given, settings
from hypothesis import strategies as st


def essence(results: SearchResults) -> Any:
    """What the vectors say of results."""
    answer: dict[str, Any] = {
        "total": results["total"],
        "hits": [[hit["id"], hit["score"]] for hit in results["hits"]],
    }
    if "facets" in results:
        answer["facets"] = [
            [facet["field"], [[value["id"], value["count"]] for value in facet["values"]]]
            for facet in results["facets"]
        ]
    return answer


@pytest.mark.parametrize("case", cases("updates.json"))
def test_an_updated_catalogue_is_searched_as_expected(case: dict[str, Any]) -> None:
    catalogue = Catalogue.from_json(json.dumps(case["catalogue"]))

    def answered() -> dict[str, Any]:
        results = [essence(catalogue.search(**request)) for request in case["requests"]]
        return {"changes": catalogue.changes, "results": results}

    first, *others = case["answers"]
    assert answered() == first
    for step, expected in zip(case["steps"], others, strict=True):
        before = answered()
        if not (error := expected.get("error")):
            updated = catalogue._inner.update(step)
            assert answered() == before
            catalogue = Catalogue._of(updated)
            assert answered() == expected
            continue
        with pytest.raises((InvalidCatalogueError, InvalidRequestError, NotFoundError)) as raised:
            catalogue._inner.update(step)
        codes = [problem["code"] for problem in raised.value.problems]
        assert {"kind": raised.value.kind, "place": raised.value.place, "codes": codes} == error
        assert answered() == before == {key: expected[key] for key in before}


def resource(id: str, title: str, **more: Any) -> Resource:
    whole: Any = {"id": id, "kind": "guide", "title": {"en": title}, "languages": ["en"]} | more
    return whole  # type: ignore[no-any-return]


# Words that nothing translates, near one another: forms of a stem, typing errors, beginnings.
WORDS = ["zorb", "zorbs", "zorbing", "zorba", "blick", "blicks", "frump", "frumpet", "quonk", "quank"]
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
resources = st.builds(
    lambda at, title, description, french: (
        resource(f"r{at}", title, description={"en": description})
        | ({"title": {"fr": title}, "languages": ["fr"]} if french else {})
    ),
    st.integers(0, 6),
    words,
    words,
    st.booleans(),
)
steps = st.lists(
    st.tuples(st.lists(resources, max_size=3), st.sets(st.integers(0, 6), max_size=2)), max_size=4
)


@settings(max_examples=40)
@given(st.lists(resources, max_size=5), steps, st.lists(words, min_size=2, max_size=4))
def test_an_updated_catalogue_answers_as_one_that_was_opened(
    first: list[Any], updates: list[tuple[list[Any], set[int]]], queries: list[str]
) -> None:
    model = {one["id"]: one for one in first}
    catalogue = Catalogue.from_json(small(*model.values()))
    for upsert, deleted in updates:
        delete = [f"r{at}" for at in sorted(deleted) if f"r{at}" in model]
        catalogue = catalogue.update(upsert=upsert, delete=delete)
        for gone in delete:
            del model[gone]
        model |= {one["id"]: one for one in upsert}
        opened = Catalogue.from_json(small(*model.values()))
        assert catalogue.resources() == opened.resources()
        for query in queries:
            for language in ("en", "fr"):
                asked: Any = {"language": language, "facets": ["kind", "language"], "explain": True}
                asked["across"] = {"learned": False}
                assert catalogue.search(query, **asked) == opened.search(query, **asked)
    assert catalogue.snapshot() == Catalogue.from_json(small(*model.values())).snapshot()


def test_what_resources_gives_can_be_put_in_again(catalogue: Catalogue) -> None:
    resources = catalogue.resources()
    again = catalogue.update(upsert=resources)
    assert again.changes == len(resources)
    assert again.resources() == resources
    assert again.search("mentorat", facets=["topic"]) == catalogue.search("mentorat", facets=["topic"])


def test_every_problem_of_an_invalid_resource_is_listed(catalogue: Catalogue) -> None:
    wrong = resource("wrong", "Wrong", kind="nonsense", topics=["nowhere"])
    with pytest.raises(InvalidCatalogueError) as raised:
        catalogue.update(upsert=[resource("right", "Right", kind="article"), wrong])
    problems = raised.value.problems
    assert [problem["code"] for problem in problems] == ["unknown-kind", "unknown-topic"]
    assert all(problem["place"]["record"] == "wrong" and problem["remedy"]["fr"] for problem in problems)
    assert catalogue.changes == 0


@pytest.mark.parametrize(
    "given", [{"upsert": [object()]}, {"delete": [b"x"]}, {"delete": {1: "x"}}, {"remove": []}]
)
def test_what_no_update_can_be_is_a_type_error(catalogue: Catalogue, given: Any) -> None:
    with pytest.raises(TypeError):
        catalogue.update(**given)


@pytest.mark.parametrize(
    "given", [{"delete": "x"}, {"upsert": [{"id": "x"}]}, {"upsert": None}, {"delete": [5]}]
)
def test_what_cannot_be_read_names_its_field(catalogue: Catalogue, given: Any) -> None:
    (field,) = given
    with pytest.raises(InvalidRequestError) as raised:
        catalogue.update(**given)
    assert raised.value.place["field"].startswith(field)


def test_rebuilding_learns_anew_and_tells_how_far_it_is() -> None:
    updated = Catalogue.from_json(small()).update(upsert=[resource("new", "Zorb")])
    told: list[tuple[int, int]] = []
    rebuilt = updated.rebuilt(threads=2, on_progress=lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] > 0
    assert (updated.changes, rebuilt.changes) == (1, 0)
    assert rebuilt.search("zorb") == updated.search("zorb")
    assert rebuilt.snapshot() == updated.snapshot()
    with pytest.raises(BrokenOffError):
        updated.rebuilt(on_progress=lambda *_: False)


def test_threads_that_read_while_a_catalogue_is_updated_see_whole_versions() -> None:
    versions = 200

    def version(number: int) -> list[Resource]:
        # Two resources that only change together.
        described: Any = {"description": {"en": f"{number}"}}
        title = "stripes " * (1 + number % 3)
        return [resource(name, f"{name} {title}", **described) for name in ("zebra", "okapi")]

    current = Catalogue.from_json(small({"title": {"en": "Other"}})).update(upsert=version(0))
    done = threading.Event()

    def read() -> dict[int, SearchResults]:
        seen: dict[int, SearchResults] = {}
        last = 0
        while not done.is_set():
            catalogue = current
            results = catalogue.search("zebra okapi")
            numbers = {
                int("".join(part["text"] for part in hit["description"]["segments"]))
                for hit in results["hits"]
            }
            assert len(results["hits"]) == 2
            (number,) = numbers
            assert number >= last
            last = number
            assert seen.setdefault(number, results) == results == catalogue.search("zebra okapi")
        return seen

    expected = {0: current.search("zebra okapi")}
    with ThreadPoolExecutor(4) as pool:
        readers = [pool.submit(read) for _ in range(4)]
        try:
            for number in range(1, versions):
                current = current.update(upsert=version(number))
                if number % 50 == 0:
                    current = current.rebuilt()
                expected[number] = current.search("zebra okapi")
        finally:
            done.set()
        for reader in readers:
            for number, results in reader.result().items():
                assert results == expected[number]
