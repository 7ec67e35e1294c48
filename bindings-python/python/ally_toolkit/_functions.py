"""What needs no catalogue at hand."""

from os import PathLike

from ally_toolkit import _native
from ally_toolkit.types import Analysis, Language, Report


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
