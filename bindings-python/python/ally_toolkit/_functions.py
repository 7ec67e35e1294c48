"""What needs no catalogue at hand."""

from os import PathLike

from ally_toolkit import _native
from ally_toolkit.types import Analysis, Highlight, Language, ParsedQuery, Query, Report


def analyze(text: str, language: Language) -> Analysis:
    """The tokens of ``text`` read as ``language``, each with its place, its forms and the rules that made it.

    Any text is accepted.

    >>> text = "L’équipe des allié·e·s"
    >>> analysis = analyze(text, "fr")
    >>> [token["text"] for token in analysis["tokens"] if not token["stop"]]
    ['équipe', 'allié·e·s']
    >>> span = analysis["tokens"][-1]["span"]
    >>> text[span["start"] : span["end"]]
    'allié·e·s'

    Raises:
        InvalidRequestError: For a language other than ``en`` and ``fr``.

    """
    return _native.analyze(text, language)


def parse_query(text: str) -> ParsedQuery:
    """Read the text of a query: the tree that it asks for, and what could not be read as meant.

    Any text is read. Spans count code points.

    >>> parsed = parse_query("mentorat -«\u00a0sans frais\u00a0»")
    >>> parsed["query"]
    {'group': [{'word': 'mentorat'}, {'not': {'phrase': 'sans frais'}}]}
    >>> parse_query("(mentor")["problems"][0]["message"]["en"]
    'At character 1, `(`: a parenthesis is not closed.'
    """
    return _native.parse_query(text)


def write_query(query: Query, language: Language = "en") -> str:
    r"""The text of a query in the operators, names and quotation marks of ``language``.

    It is what ``search`` takes. So a program makes a tree, and need not care for signs in the words of
    people.

    >>> words = {"word": "C++"}, {"phrase": "women leaders"}
    >>> write_query({"all": [*words, {"not": {"field": {"name": "kind", "values": ["video"]}}}]}, "fr")
    'C++ ET «\xa0women leaders\xa0» ET -type:video'

    Raises:
        InvalidRequestError: For what is no query; ``place`` names the part at fault.

    """
    return _native.write_query(query, language)


def highlight_html(highlight: Highlight) -> str:
    r"""A text of a hit as HTML: escaped, what matched in ``<mark>``, ``…`` where the text goes on.

    The element around it is yours, with ``lang`` from ``highlight["language"]``.

    >>> from ally_toolkit import Catalogue
    >>> hit = Catalogue.bundled().search("mentorat québécoise", language="fr")["hits"][0]
    >>> highlight_html(hit["title"])
    'L’origine <mark>québécoise</mark> du «\xa0<mark>mentorat</mark>\xa0»'

    Raises:
        InvalidRequestError: For what is no highlight; ``place`` names the part at fault.

    """
    return _native.highlight_html(highlight)


def validate(path: str | PathLike[str] | None = None) -> Report:
    """Report every problem, errors and warnings, of the catalogue at ``path``: a folder, or a single file.

    Without a path, of the bundled catalogue. Nothing is lost: a record that cannot be read is reported, and
    the rest is checked all the same.

    >>> validate()["errors"]
    0

    Raises:
        UnreadableError: When the path itself cannot be read.

    """
    return _native.validate(path)


def validate_json(text: str | bytes) -> Report:
    """Like ``validate``, for a catalogue given as the text of a single file; ``bytes`` are UTF-8.

    >>> report = validate_json('{"title": {"en": "Mine", "fr": "Le mien"}, "resources": [{"id": "x"}]}')
    >>> problem = report["problems"][-1]
    >>> problem["severity"], problem["code"], problem["place"]["field"]
    ('error', 'missing-field', 'kind')
    """
    return _native.validate_json(text)
