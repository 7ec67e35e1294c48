"""Resources, terms, concepts and toolkits, as they are read in a language.

Made by ``generate_types.py`` from the schema of the core; do not edit.
"""

from typing import Any, NotRequired, TypedDict

from ally_toolkit.types.model import (
    Accessibility,
    CreatorKind,
    LanguageTag,
    Length,
    PartialDate,
    Source,
    VocabularyName,
)
from ally_toolkit.types.text import Text, TextList


class LabelView(TypedDict):
    """A value with an id for programs and a label for the reader: a concept, a level, a status."""

    id: str
    """The id."""
    label: Text
    """What the reader sees."""


class CardView(TypedDict):
    """What a list shows of a resource beside its title; `read_resource` tells the rest."""

    creators: NotRequired[list[str]]
    """The names of those who made it."""
    kind: LabelView
    """What kind of thing it is."""
    language_notice: NotRequired[str]
    """Says, in the reader's language, that the work is not in it, or that it is in others too."""
    languages: list[LanguageTag]
    """The languages it is in: BCP 47 tags."""
    publisher: NotRequired[str]
    """Who published it."""
    url: NotRequired[str]
    """The address to send the reader to."""
    year: NotRequired[int]
    """The year it appeared."""


class ConceptView(TypedDict):
    """A concept of a vocabulary, for one reader."""

    alternative: NotRequired[TextList]
    """Other labels, in the language of the preferred one."""
    broader: NotRequired[list[LabelView]]
    """More general concepts."""
    definition: NotRequired[Text]
    """What the concept means."""
    id: str
    """The concept's id."""
    label: Text
    """The preferred label."""
    narrower: NotRequired[list[LabelView]]
    """More specific concepts, one level down."""
    related: NotRequired[list[LabelView]]
    """Associated concepts, named from either side."""
    resources: int
    """How many resources have it or a narrower concept; withdrawn ones do not count."""
    vocabulary: VocabularyName
    """The vocabulary it belongs to."""


class ContactView(TypedDict):
    """Where to turn for one purpose."""

    name: str
    """Whom it reaches."""
    purpose: Text
    """The purpose."""
    url: str
    """The public page to reach them through."""


class RoleView(TypedDict):
    """A role as of a date."""

    as_of: NotRequired[PartialDate]
    """The date at which this was true."""
    organization: NotRequired[str]
    """Where it was held."""
    title: NotRequired[Text]
    """The title of the role."""


class CreatorView(TypedDict):
    """Who made a work or said a thing."""

    kind: CreatorKind
    """Person or organization."""
    name: str
    """The name."""
    roles: NotRequired[list[RoleView]]
    """What a person did where, and when that was true."""


class CreditView(TypedDict):
    """Somebody credited, and for what."""

    name: str
    """Who."""
    role: Text
    """Funder, partner, author …"""
    url: NotRequired[str]
    """Their public page."""


class DefinitionView(TypedDict):
    """One definition of a term."""

    source: NotRequired[str]
    """The page it is taken from; absent for the catalogue's own words."""
    text: Text
    """The definition."""


class LanguageView(TypedDict):
    """A language, as a tag for programs and a name for the reader."""

    name: str
    """Its name in the reader's language, as inside a sentence; the tag where the library knows no name."""
    tag: LanguageTag
    """The BCP 47 tag."""


class LinkView(TypedDict):
    """Where a resource can be found."""

    archived: NotRequired[str]
    """An archived copy."""
    broken: NotRequired[bool]
    """True when the last check found the page gone."""
    language: LanguageView
    """The language of the page it leads to."""
    url: str
    """The address."""


class NavigationView(TypedDict):
    """An entry of the side navigation."""

    address: str
    """Where it leads: `TOOLKIT/PAGE` or `TOOLKIT/PAGE#ANCHOR`."""
    anchor: NotRequired[str]
    """The anchor on that page."""
    children: NotRequired[list["NavigationView"]]
    """The second level."""
    label: Text
    """What the entry reads."""
    page: str
    """The page's key."""


class PageLinkView(TypedDict):
    """A page, or an anchor on it, as others refer to it."""

    address: str
    """`TOOLKIT/PAGE` or `TOOLKIT/PAGE#ANCHOR`."""
    key: str
    """The page's key in its toolkit."""
    title: Text
    """The page's title."""


class ResourceView(TypedDict):
    """A catalogued work, for one reader."""

    access: NotRequired[LabelView]
    """Whether everyone can open it."""
    accessibility: NotRequired[Accessibility]
    """What helps people who cannot see or hear it."""
    added: NotRequired[PartialDate]
    """When it entered the catalogue."""
    audiences: NotRequired[list[LabelView]]
    """Whom it is for."""
    cluster: NotRequired[LabelView]
    """The part of the toolkits it serves."""
    creators: NotRequired[list[CreatorView]]
    """Who made it."""
    date: NotRequired[PartialDate]
    """When it appeared, as precisely as it is known."""
    description: NotRequired[Text]
    """What it is, in the catalogue's own words."""
    doi: NotRequired[str]
    """The address of its DOI."""
    extra: NotRequired[dict[str, Any]]
    """The catalogue's own further fields."""
    id: str
    """The resource's id."""
    isbn: NotRequired[list[str]]
    """Its ISBNs."""
    kind: LabelView
    """What kind of thing it is."""
    language_notice: NotRequired[str]
    """Says, in the reader's language, that the work is not in it, or that it is in others too."""
    languages: list[LanguageView]
    """The languages it is in."""
    length: NotRequired[Length]
    """How long it takes or is."""
    level: NotRequired[LabelView]
    """How much it presumes."""
    licence: NotRequired[str]
    """Its licence."""
    links: NotRequired[list[LinkView]]
    """Where it can be found: working links before broken ones, then the reader's language first."""
    note: NotRequired[Text]
    """An editor's note."""
    place: NotRequired[LabelView]
    """Where it comes from or applies."""
    publisher: NotRequired[str]
    """Who published it."""
    reason: NotRequired[Text]
    """Why it was withdrawn."""
    reviewed: NotRequired[PartialDate]
    """When its record was last reviewed."""
    sources: NotRequired[list[Source]]
    """Where these facts come from."""
    status: LabelView
    """Whether it is still offered: `active`, `archived` or `withdrawn`."""
    subtitle: NotRequired[Text]
    """The subtitle, likewise."""
    title: Text
    """The title, in the reader's language if the work has one in it."""
    topics: NotRequired[list[LabelView]]
    """What it is about."""
    year: NotRequired[int]
    """The year it appeared."""


class TermView(TypedDict):
    """A glossary entry, for one reader."""

    avoid: NotRequired[bool]
    """True for a term listed so that readers know to avoid it."""
    counterpart: NotRequired[Text]
    """The term in the other language."""
    definitions: NotRequired[list[DefinitionView]]
    """What it means."""
    id: str
    """The term's id."""
    note: NotRequired[Text]
    """A note on usage."""
    pages: NotRequired[list[PageLinkView]]
    """Toolkit pages that tell more."""
    sources: NotRequired[list[Source]]
    """Pages that pair or use the term."""
    term: Text
    """The term."""
    topics: NotRequired[list[LabelView]]
    """The topics it belongs to."""
    variants: NotRequired[TextList]
    """Other forms, in the term's language."""


class ToolkitLinkView(TypedDict):
    """A toolkit as others refer to it."""

    address: NotRequired[str]
    """The address of its first page."""
    description: NotRequired[Text]
    """What it is for."""
    key: str
    """The toolkit's key."""
    title: Text
    """The full title."""


class ToolkitView(TypedDict):
    """A toolkit, for one reader."""

    contacts: NotRequired[list[ContactView]]
    """Whom to write to, by purpose."""
    credits: NotRequired[list[CreditView]]
    """Funders, partners, authors."""
    description: NotRequired[Text]
    """What it is for."""
    disclaimer: NotRequired[Text]
    """What the views expressed do and do not stand for."""
    key: str
    """The toolkit's key."""
    label: Text
    """A short name, for navigation; the title where there is none."""
    land_acknowledgement: NotRequired[Text]
    """The acknowledgement of the land."""
    navigation: NotRequired[list[NavigationView]]
    """The side navigation, two levels."""
    next: NotRequired[ToolkitLinkView]
    """The toolkit to go on with."""
    pages: list[PageLinkView]
    """Its pages, in reading order."""
    publisher: NotRequired[str]
    """Who publishes it."""
    reviewed: NotRequired[PartialDate]
    """When it was last reviewed."""
    title: Text
    """The full title."""
