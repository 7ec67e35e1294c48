import copy
import inspect
import pickle
import subprocess
import sys
from importlib.metadata import version
from typing import Any

import ally_toolkit
import pytest
from ally_toolkit import Catalogue, _native
from conftest import small


def test_everything_public_is_listed_and_documented() -> None:
    assert sorted(ally_toolkit.__all__) == ally_toolkit.__all__
    for name in set(ally_toolkit.__all__) - {"__version__"}:
        assert inspect.getdoc(getattr(ally_toolkit, name)), name
    for name, member in inspect.getmembers(Catalogue):
        if not name.startswith("_"):
            assert inspect.getdoc(member), name


def test_the_version_is_that_of_the_package() -> None:
    assert ally_toolkit.__version__ == _native.__version__ == version("ally-toolkit")


def test_a_catalogue_is_opened_not_constructed() -> None:
    with pytest.raises(TypeError, match="bundled"):
        Catalogue()
    with pytest.raises(TypeError):
        _native.Catalogue()


def test_a_catalogue_is_immutable(catalogue: Catalogue) -> None:
    for name in ("_inner", "other"):
        with pytest.raises(AttributeError):
            setattr(catalogue, name, None)
    with pytest.raises(AttributeError):
        catalogue._inner.other = None  # type: ignore[attr-defined]


def test_what_is_given_back_is_ones_own(catalogue: Catalogue) -> None:
    resources = catalogue.resources()
    resources[0]["id"] = "changed"
    resources.clear()
    assert catalogue.resources()[0]["id"] != "changed"


def test_a_catalogue_cannot_be_pickled(catalogue: Catalogue) -> None:
    with pytest.raises(TypeError):
        pickle.dumps(catalogue)
    with pytest.raises(TypeError):
        copy.deepcopy(catalogue)


def test_a_notebook_shows_a_catalogue_with_its_titles_escaped() -> None:
    text = small().replace("Small", "<b>A & B</b>").replace("Petit", "A «\u00a0et\u00a0» B")
    catalogue = Catalogue.from_json(text)
    assert repr(catalogue) == "<Catalogue '<b>A & B</b>': 0 resources, 0 toolkits, 0 terms>"
    assert catalogue._repr_html_() == (
        '<div><b lang="en">&lt;b&gt;A &amp; B&lt;/b&gt;</b> · <b lang="fr">A «\u00a0et\u00a0» B</b>'
        "<br>0 resources, 0 toolkits, 0 terms</div>"
    )


def test_filters_take_tuples_and_sets(catalogue: Catalogue) -> None:
    expected = catalogue.search(filters={"kind": ["video"]}, facets=["kind"])
    for kinds in (("video",), {"video"}, frozenset({"video"})):
        filters: Any = {"kind": kinds}
        assert catalogue.search(filters=filters, facets=("kind",)) == expected


def test_a_topic_is_a_concept_of_topics(catalogue: Catalogue) -> None:
    assert catalogue.topic("mentorship", "fr") == catalogue.concept("topics", "mentorship", "fr")


def test_importing_the_package_opens_nothing() -> None:
    code = (
        "import sys, ally_toolkit; print(sorted(sys.modules.keys() & {'pandas', 'numpy', 'json', 'asyncio'}))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert loaded.stdout.strip() == "[]"
