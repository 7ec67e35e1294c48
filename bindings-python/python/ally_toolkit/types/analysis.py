"""How a text is read for search.

Made by ``generate_types.py`` from the schema of the core; do not edit.
"""

from typing import Literal, TypeAlias, TypedDict

from ally_toolkit.types.text import Language, Span


class Form(TypedDict):
    """A word in the three degrees of exactness in which it is compared."""

    folded: str
    """Without accents and ligatures."""
    form: str
    """Small letters, exact accents."""
    stem: str
    """Without its ending too: what an index is keyed by."""


Rule: TypeAlias = Literal[
    "inclusive",
    "hashtag",
    "acronym",
    "compound",
    "elision",
    "possessive",
    "compatibility",
    "lower-case",
    "apostrophe",
    "ligature",
    "accents",
    "stop-word",
    "spelling",
    "irregular",
    "stem",
]
"""A rule of the analysis, by the name that `analyze` prints."""


class Token(TypedDict):
    """A token: a place in a text, and the words it is searched by."""

    forms: list[Form]
    """The words it stands for: one, or two for an inclusive form."""
    joined: bool
    """True for a compound seen as one word."""
    position: int
    """Its place among the words of the text, from 0. A compound's joined form shares that of its first
    part.
    """
    rules: list[Rule]
    """What made the token, in the order of the chain."""
    span: Span
    """Where it is written."""
    stop: bool
    """True for a frequent word, which is searched only when a query has nothing else."""
    text: str
    """The token as written."""


class Analysis(TypedDict):
    """The tokens of a text."""

    language: Language
    """The language the text was read as."""
    tokens: list[Token]
    """The tokens, in the order of the text; a compound's joined form comes before its parts."""
