"""Spans slice a ``str`` as they are, whatever it holds; texts and paths of every kind are read."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from ally_toolkit import Catalogue, NotFoundError, UnreadableError, analyze, validate, validate_json
from ally_toolkit.types import Highlight, Language
from conftest import small
from hypothesis import given
from hypothesis import strategies as st

# Titles in which bytes, code points and UTF-16 units all differ, with a query and what it marks.
HARD_TITLES: list[tuple[str, Language, str, list[str]]] = [
    ("😀 L’équité 👩🏾‍⚕️ des allié·e·s", "fr", "équité allié", ["équité", "allié·e·s"]),
    ("Mentorat de\u0301cide\u0301 🤝 mentorat", "fr", "mentorat", ["Mentorat", "mentorat"]),
    ("Pe\u0301rennite\u0301 de l’e\u0301quipe", "fr", "équipe", ["e\u0301quipe"]),
    ("🇨🇦 Women’s health 𝓪nd allies", "en", "women allies", ["Women’s", "allies"]),
]


@pytest.mark.parametrize(("title", "language", "query", "marks"), HARD_TITLES)
def test_highlights_slice_the_title(title: str, language: Language, query: str, marks: list[str]) -> None:
    catalogue = Catalogue.from_json(small({"title": {language: title}, "languages": [language]}))
    (hit,) = catalogue.search(query, language=language)["hits"]
    segments = hit["title"]["segments"]
    spans = [segment["span"] for segment in segments]
    assert [title[span["start"] : span["end"]] for span in spans] == [segment["text"] for segment in segments]
    assert [segment["text"] for segment in segments if segment["marked"]] == marks
    assert "".join(segment["text"] for segment in segments) == title


@pytest.mark.parametrize("query", ["mentorat", "women allies", "santé", "GBA Plus", "anti-racism"])
def test_highlights_slice_the_texts_of_the_bundled_catalogue(catalogue: Catalogue, query: str) -> None:
    resources: dict[str, Any] = {resource["id"]: resource for resource in catalogue.resources()}
    seen = 0
    for hit in catalogue.search(query, per_page=100)["hits"]:
        resource = resources[hit["id"]]
        for highlight in (hit["title"], hit.get("description")):
            if highlight:
                text = resource["title" if highlight["field"] == "title" else "description"]
                assert_slices(text[highlight["language"]], highlight)
                seen += 1
    assert seen > 10


def assert_slices(text: object, highlight: Highlight) -> None:
    assert isinstance(text, str)
    for segment in highlight["segments"]:
        assert text[segment["span"]["start"] : segment["span"]["end"]] == segment["text"]


@given(st.text(), st.sampled_from(["en", "fr"]))
def test_any_text_is_analyzed_and_its_spans_fit(text: str, language: Language) -> None:
    for token in analyze(text, language)["tokens"]:
        assert text[token["span"]["start"] : token["span"]["end"]] == token["text"]


@given(st.text(st.characters(), max_size=200), st.sampled_from(["en", "fr"]))
def test_any_text_with_surrogates_is_analyzed_and_its_spans_fit(text: str, language: Language) -> None:
    read = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    analysis = analyze(text, language)
    assert analysis == analyze(read, language)
    for token in analysis["tokens"]:
        assert read[token["span"]["start"] : token["span"]["end"]] == token["text"]


@given(st.text(st.characters(), max_size=2_000))
def test_any_text_is_a_query(catalogue: Catalogue, query: str) -> None:
    results = catalogue.search(query, per_page=1)
    assert len(results["hits"]) == min(results["total"], 1)


def test_a_lone_surrogate_is_read_as_a_replacement_character(catalogue: Catalogue) -> None:
    found = catalogue.search("\ud800 mentorat")
    assert found["total"] > 0
    assert found == catalogue.search("\ufffd mentorat")
    # Two halves of a pair are two code points in Python, and stay two.
    assert analyze("\ud83d\ude00 ally", "en")["tokens"][-1]["span"] == {"start": 3, "end": 7}
    with pytest.raises(NotFoundError) as raised:
        catalogue.resource("\ud800")
    assert raised.value.place == {"record": "\ufffd"}
    title = Catalogue.from_json('{"title": {"en": "\ud800", "fr": "x"}}').about()["title"]
    assert title["en"] == "\ufffd"


def test_a_subclass_of_str_is_a_str(catalogue: Catalogue) -> None:
    class Id(str):
        __slots__ = ()

    assert catalogue.topic(Id("mentorship"), Id("fr"))["label"]["value"] == "mentorat"  # type: ignore[arg-type]


def test_the_same_catalogue_from_text_bytes_file_and_folder(tmp_path: Path) -> None:
    text = small({"title": {"en": "Allié 😀"}})
    file = tmp_path / "catalogue é.json"
    file.write_text(text, "utf-8")
    folder = tmp_path / "folder"
    (folder / "vocabularies").mkdir(parents=True)
    whole = json.loads(text)
    (folder / "catalogue.json").write_text(json.dumps({"title": whole["title"]}), "utf-8")
    (folder / "vocabularies/kinds.json").write_text(json.dumps(whole["vocabularies"]["kinds"]), "utf-8")
    (folder / "resources.json").write_text(json.dumps(whole["resources"]), "utf-8")
    catalogues = [
        Catalogue.from_json(text),
        Catalogue.from_json(text.encode()),
        Catalogue.from_json(b"\xef\xbb\xbf" + text.encode()),
        Catalogue.open(file),
        Catalogue.open(str(file)),
        Catalogue.open(folder),
    ]
    results = [catalogue.search("allie") for catalogue in catalogues]
    assert results[0]["total"] == 1
    assert all(result == results[0] for result in results)
    assert validate(file) == validate(str(file))
    assert validate(file)["resources"] == validate_json(text)["resources"] == 1


@pytest.mark.skipif(sys.platform != "linux", reason="file names are any bytes on Linux only")
def test_a_path_that_is_not_utf8(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.json")
    with pytest.raises(UnreadableError):
        Catalogue.open(path)
    Path(path).write_text(small(), "utf-8")
    assert Catalogue.open(path).resources() == []


def test_a_path_with_a_null_is_unreadable() -> None:
    with pytest.raises(UnreadableError):
        Catalogue.open("a\0b")
