"""Texts, their languages and translations, and places in them.

Made by ``generate_types.py`` from the schema of the core; do not edit.
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict


class Bilingual(TypedDict):
    """A text of the library's own, always in both languages: a message, a facet's label.

    A catalogue's texts are `Localized` instead, since either side may be missing there.
    """

    en: str
    """The English text."""
    fr: str
    """The French text."""


Fingerprint: TypeAlias = str
"""Identifies the exact text a translation was made from: FNV-1a (64 bits) of its UTF-8 bytes, as 16
hexadecimal digits.

FNV is enough here: it guards against forgetting, not against an adversary. Source:
<https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>.
"""


Language: TypeAlias = Literal["en", "fr"]
"""A language the catalogue itself is written in: English or French.

A resource may be in other languages too (Inuktitut, Cree …); those are BCP 47 tags (`LanguageTag`), not
this type.
"""


TranslationState: TypeAlias = Literal["original", "human", "machine", "reviewed"]
"""How a text came to be in its language."""


class TranslatedList(TypedDict):
    """A text with how it came to be in its language."""

    source: NotRequired[Fingerprint]
    """What it was translated from: the fingerprint of that text."""
    state: TranslationState
    """How it came to be."""
    value: list[str]
    """The text."""


class LocalizedList(TypedDict):
    """A value in English, in French, or in both.

    `read` never falls back silently: it says which language it answers in, so that a page can always
    set `lang` (WCAG 3.1.2).
    """

    en: NotRequired[list[str] | TranslatedList]
    """The English side."""
    fr: NotRequired[list[str] | TranslatedList]
    """The French side."""


class TranslatedText(TypedDict):
    """A text with how it came to be in its language."""

    source: NotRequired[Fingerprint]
    """What it was translated from: the fingerprint of that text."""
    state: TranslationState
    """How it came to be."""
    value: str
    """The text."""


class LocalizedText(TypedDict):
    """A value in English, in French, or in both.

    `read` never falls back silently: it says which language it answers in, so that a page can always
    set `lang` (WCAG 3.1.2).
    """

    en: NotRequired[str | TranslatedText]
    """The English side."""
    fr: NotRequired[str | TranslatedText]
    """The French side."""


Name: TypeAlias = str | LocalizedText
"""The name of a person, an organization or a publication: one form for both languages, or one for each.

Names are exempt from WCAG 3.1.2, so reading one yields a bare string. In JSON: `"UN Women"`, or `{"en":
"UN Women", "fr": "ONU Femmes"}`.
"""


OffsetUnit: TypeAlias = Literal["bytes", "code_points", "utf16"]
"""What a position inside a text counts. Rust strings count bytes, Python strings code points, JavaScript
strings UTF-16 code units; each host asks for its own, so that slicing its own string gives the text
meant.
"""


class Span(TypedDict):
    """A half-open range `start..end` of a text, in one `OffsetUnit` (bytes unless a function says
    otherwise).
    """

    end: int
    """The first position after the range."""
    start: int
    """The first position inside the range."""


class Text(TypedDict):
    """A text as a reader gets it: the value and the language it is in."""

    fallback: bool
    """True when the reader's language has no such text, so that this is the other one."""
    language: Language
    """The language of the text: what a page's `lang` attribute must say."""
    state: TranslationState
    """How the text came to be in its language."""
    value: str
    """The text."""


class TextList(TypedDict):
    """A text as a reader gets it: the value and the language it is in."""

    fallback: bool
    """True when the reader's language has no such text, so that this is the other one."""
    language: Language
    """The language of the text: what a page's `lang` attribute must say."""
    state: TranslationState
    """How the text came to be in its language."""
    value: list[str]
    """The text."""
