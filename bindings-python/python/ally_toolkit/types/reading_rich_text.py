"""Rich text, as it is read in a language.

Made by ``generate_types.py`` from the schema of the core; do not edit.
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict

from ally_toolkit.types.text import Language, Text, TranslationState


class TextInlineView(TypedDict):
    """Plain words."""

    text: str
    """The words."""
    type: Literal["text"]


class EmphasisInlineView(TypedDict):
    """Stressed words."""

    content: list["InlineView"]
    """The words."""
    type: Literal["emphasis"]


class StrongInlineView(TypedDict):
    """Important words."""

    content: list["InlineView"]
    """The words."""
    type: Literal["strong"]


class WebLinkTargetView(TypedDict):
    """An address on the Web, `http` or `https`."""

    type: Literal["web"]
    url: str
    """The address."""


class PageLinkTargetView(TypedDict):
    """A page of a toolkit."""

    address: str
    """`TOOLKIT/PAGE` or `TOOLKIT/PAGE#ANCHOR`."""
    key: str
    """The page's key in its toolkit."""
    title: Text
    """The page's title."""
    type: Literal["page"]


class ResourceLinkTargetView(TypedDict):
    """A resource of the catalogue."""

    id: str
    """The resource's id."""
    title: Text
    """Its title."""
    type: Literal["resource"]
    url: NotRequired[str]
    """Where it can be found, in the reader's language if possible."""


class TermLinkTargetView(TypedDict):
    """A glossary term."""

    definition: NotRequired[Text]
    """Its first definition."""
    id: str
    """The term's id."""
    term: Text
    """The term."""
    type: Literal["term"]


LinkTargetView: TypeAlias = (
    WebLinkTargetView | PageLinkTargetView | ResourceLinkTargetView | TermLinkTargetView
)
"""Where a link leads, with what a host needs to show of it."""


class LinkInlineView(TypedDict):
    """Words that lead somewhere."""

    content: list["InlineView"]
    """The words."""
    target: LinkTargetView
    """Where."""
    type: Literal["link"]


class ForeignInlineView(TypedDict):
    """Words in another language than the text around them."""

    content: list["InlineView"]
    """The words."""
    language: Language
    """Their language."""
    type: Literal["foreign"]


class AbbreviationInlineView(TypedDict):
    """An abbreviation with what it stands for."""

    content: list["InlineView"]
    """The abbreviation."""
    expansion: str
    """What it stands for."""
    type: Literal["abbreviation"]


InlineView: TypeAlias = (
    TextInlineView
    | EmphasisInlineView
    | StrongInlineView
    | LinkInlineView
    | AbbreviationInlineView
    | ForeignInlineView
)
"""A run of words."""


class ParagraphView(TypedDict):
    """A paragraph or a list item."""

    content: list[InlineView]
    """The words."""
    item: NotRequired[bool]
    """True for an item of a bullet list; items that follow each other are one list."""


class RichTextView(TypedDict):
    """A text as a reader gets it: the value and the language it is in."""

    fallback: bool
    """True when the reader's language has no such text, so that this is the other one."""
    language: Language
    """The language of the text: what a page's `lang` attribute must say."""
    state: TranslationState
    """How the text came to be in its language."""
    value: list[ParagraphView]
    """The text."""
