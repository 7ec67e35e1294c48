import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import ally_toolkit
import pytest
from ally_toolkit import AllyToolkitError, Catalogue, _native, errors, types
from conftest import small

NOWHERE = Path("no/such/catalogue")
NO_CATALOGUE = Path(__file__).parents[2] / "tests/snapshots/container-1.snapshot"


# One call for each kind, with the class it raises.
FAILING: list[tuple[str, type[AllyToolkitError], Callable[[], object]]] = [
    ("unreadable", ally_toolkit.UnreadableError, lambda: Catalogue.open(NOWHERE)),
    ("invalid-catalogue", ally_toolkit.InvalidCatalogueError, lambda: Catalogue.from_json("{}")),
    ("not-found", ally_toolkit.NotFoundError, lambda: Catalogue.from_json(small()).resource("x")),
    (
        "invalid-request",
        ally_toolkit.InvalidRequestError,
        lambda: Catalogue.from_json(small()).search(page=0),
    ),
    (
        "unwritable",
        ally_toolkit.UnwritableError,
        lambda: Catalogue.from_json(small()).write_snapshot(NOWHERE),
    ),
    ("invalid-snapshot", ally_toolkit.InvalidSnapshotError, lambda: Catalogue.open_snapshot(b"{}")),
    (
        "incompatible-snapshot",
        ally_toolkit.IncompatibleSnapshotError,
        lambda: Catalogue.open_snapshot(NO_CATALOGUE),
    ),
    ("internal", ally_toolkit.InternalError, lambda: _native._panic("lost count")),
]


@pytest.mark.parametrize(("kind", "expected", "call"), FAILING, ids=[kind for kind, _, _ in FAILING])
def test_each_kind_raises_its_class(
    kind: str, expected: type[AllyToolkitError], call: Callable[[], object]
) -> None:
    with pytest.raises(AllyToolkitError) as raised:
        call()
    error = raised.value
    assert type(error) is expected
    assert error.kind == kind
    for text in (error.message, error.remedy):
        assert text.keys() == {"en", "fr"}
        assert all(text.values())
    assert str(error).startswith(f"{error.message['en']} {error.remedy['en']}")


def test_every_kind_has_a_class_and_every_class_a_kind() -> None:
    kinds = set(get_args(types.ErrorKind))
    assert {kind for kind, _, _ in FAILING} == kinds
    assert errors._CLASSES.keys() == kinds
    assert set(errors._CLASSES.values()) == set(AllyToolkitError.__subclasses__())
    assert {error.__name__ for error in errors._CLASSES.values()} < set(ally_toolkit.__all__)


def test_an_invalid_catalogue_lists_all_its_problems() -> None:
    text = small({"title": {"en": "A"}, "kind": "nope"}, {"title": {"en": "B"}, "topics": ["nope"]})
    with pytest.raises(ally_toolkit.InvalidCatalogueError) as raised:
        Catalogue.from_json(text)
    error = raised.value
    assert [problem["code"] for problem in error.problems] == ["unknown-kind", "unknown-topic"]
    assert error.place == error.problems[0]["place"]
    assert error.place["record"] == "r0"


def test_an_error_survives_pickling() -> None:
    with pytest.raises(ally_toolkit.InvalidRequestError) as raised:
        Catalogue.from_json(small()).search(page=0)
    error = raised.value
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert (copy.kind, copy.message, copy.remedy) == (error.kind, error.message, error.remedy)
    assert (copy.place, copy.problems) == ({"field": "page"}, [])


def test_a_panic_is_an_exception_like_another() -> None:
    with pytest.raises(Exception, match="lost count") as raised:
        _native._panic("lost count")
    assert isinstance(raised.value, ally_toolkit.InternalError)


# What no type checker lets pass.
Untyped: Any = Catalogue
untyped: Any = ally_toolkit


@pytest.mark.parametrize(
    "call",
    [
        lambda c: c.resource(5),
        lambda c: c.resource(b"definitions"),
        lambda c: c.page(None),
        lambda c: c.term("ally", language=0),
        lambda c: c.vocabulary(["topics"]),
        lambda c: c.search(b"mentor"),
        lambda c: c.search(object()),
        lambda c: c.search(filters={1: ["video"]}),
        lambda c: c.search(filters={"kind": [b"video"]}),
        lambda c: c.search("mentor", "fr"),
        lambda _: Untyped.open(5),
        lambda _: Untyped.open(b"data"),
        lambda _: Untyped.open_snapshot(5),
        lambda _: Untyped.open_snapshot(None),
        lambda _: Untyped.open_snapshot(["catalogue.ally"]),
        lambda c: c.write_snapshot(5),
        lambda c: c.write_snapshot(b"catalogue.ally"),
        lambda _: untyped.describe_snapshot(1.5),
        lambda _: untyped.verify_snapshot({}),
        lambda _: Untyped.from_json(5),
        lambda _: Untyped.from_json(None),
        lambda _: untyped.analyze(b"allies", "en"),
        lambda _: untyped.validate(5),
        lambda _: untyped.validate_json(["{}"]),
    ],
)
def test_a_wrong_type_is_a_type_error(catalogue: Catalogue, call: Callable[[Any], object]) -> None:
    with pytest.raises(TypeError):
        call(catalogue)


def test_a_list_that_holds_itself_is_refused(catalogue: Catalogue) -> None:
    endless: list[object] = []
    endless.append(endless)
    with pytest.raises(TypeError, match="nested"):
        catalogue.search(facets=endless)  # type: ignore[arg-type]


@pytest.mark.parametrize("page", [2**63, -(2**63) - 1, 10**30, 10**400, 1.5, True, "1", None])
def test_a_page_that_is_no_page_names_its_field(catalogue: Catalogue, page: object) -> None:
    with pytest.raises(ally_toolkit.InvalidRequestError) as raised:
        catalogue.search(page=page)  # type: ignore[arg-type]
    assert raised.value.place == {"field": "page"}
