"""The data of a catalogue, as its files have them.

Made by ``generate_types.py`` from the schema of the core; do not edit.
"""

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

from ally_toolkit.types.text import LocalizedList, LocalizedText, Name


class OwnValue(TypedDict):
    """A value of a field of the catalogue's own."""

    id: str
    """The value as resources have it, as a text: `pdf`, `12`, `true`."""
    label: LocalizedText
    """What it reads."""


class OwnField(TypedDict):
    """A field of the catalogue's own, which resources have under `extra` and are filtered and counted by."""

    id: str
    """Its name under `extra`."""
    label: LocalizedText
    """What it is called."""
    values: NotRequired[list[OwnValue]]
    """Its values, in the order they are listed. Others that resources have come after them, each with its
    text as its label.
    """


PartialDate: TypeAlias = str
"""A date as precise as it is known (EDTF): 2019, 2019-05, 2019-05-12, 2019~, 201X."""


class About(TypedDict):
    """What a catalogue says of itself."""

    description: NotRequired[LocalizedText]
    """What it holds and for whom."""
    fields: NotRequired[list[OwnField]]
    """The fields of its own that resources are filtered and counted by."""
    licence: NotRequired[str]
    """Its licence, as an SPDX identifier."""
    title: LocalizedText
    """The catalogue's title."""
    updated: NotRequired[PartialDate]
    """When it was last changed."""


Access: TypeAlias = Literal["open", "restricted"]
"""Whether everyone can open a resource."""


class Accessibility(TypedDict):
    """What helps people who cannot see or hear a resource. Absent means "not known"."""

    captions: NotRequired[bool]
    """Captions in the video's language."""
    sign_language: NotRequired[bool]
    """Sign-language interpretation (ASL, LSQ …)."""
    transcript: NotRequired[bool]
    """A full transcript."""


class Concept(TypedDict):
    """A concept of a vocabulary, as in SKOS (<https://www.w3.org/TR/skos-reference/>): a topic, a kind of
    resource, a cluster, an audience or a place. A *topic* is a concept of the vocabulary of topics.

    Its labels are what a facet shows and what a query in either language finds it by.
    """

    alternative: NotRequired[LocalizedList]
    """Other labels a reader may see (`skos:altLabel`): synonyms, acronyms, full forms."""
    broader: NotRequired[list[str]]
    """More general concepts of the same vocabulary (`skos:broader`); the inverse is derived."""
    definition: NotRequired[LocalizedText]
    """What the concept means (`skos:definition`)."""
    hidden: NotRequired[LocalizedList]
    """Labels that are searched but never shown (`skos:hiddenLabel`): misspellings, dated words."""
    id: str
    """Identifies the concept in its vocabulary."""
    label: LocalizedText
    """The preferred label (`skos:prefLabel`)."""
    related: NotRequired[list[str]]
    """Associated concepts of the same vocabulary (`skos:related`)."""


class Contact(TypedDict):
    """Where to turn for one purpose."""

    name: Name
    """Whom it reaches."""
    purpose: LocalizedText
    """The purpose: content, partnership, technical …"""
    url: str
    """The public page to reach them through."""


CreatorKind: TypeAlias = Literal["person", "organization"]
"""Whether a creator is a person or an organization."""


class Role(TypedDict):
    """A role as of a date. Roles change; a quotation keeps the one its speaker had when speaking."""

    as_of: NotRequired[PartialDate]
    """The date at which this was true."""
    organization: NotRequired[Name]
    """Where the role was held."""
    title: NotRequired[LocalizedText]
    """The title of the role."""


class Creator(TypedDict):
    """Who made a work or said a thing: a person or an organization, with the roles held at a time."""

    kind: CreatorKind
    """Person or organization."""
    name: Name
    """The name, as it is to be shown."""
    roles: NotRequired[list[Role]]
    """What a person did where, and when that was true."""


class Credit(TypedDict):
    """Somebody credited, and for what."""

    name: Name
    """Who."""
    role: LocalizedText
    """Funder, partner, author …"""
    url: NotRequired[str]
    """Their public page."""


class Definition(TypedDict):
    """One definition of a term."""

    source: NotRequired[str]
    """The page it is taken from; absent for the catalogue's own words."""
    text: LocalizedText
    """The definition."""


class Identifiers(TypedDict):
    """Identifiers that others gave to a work."""

    doi: NotRequired[str]
    """The DOI, without `https://doi.org/`: `10.1000/182`."""
    isbn: NotRequired[list[str]]
    """ISBNs, with or without hyphens."""


LanguageTag: TypeAlias = str
"""The language of a resource or a link: a well-formed BCP 47 tag, such as `en`, `fr-CA`, `iu` or
`crk-Cans`.

Kept in the canonical case of RFC 5646, section 2.1.1. Only the form is checked, not the registry.
"""


class Length(TypedDict):
    """How long a resource takes or is."""

    minutes: NotRequired[int]
    """Minutes to read, hear or watch."""
    pages: NotRequired[int]
    """Printed pages."""


Level: TypeAlias = Literal["introductory", "intermediate", "advanced"]
"""How much a resource presumes of its reader."""


LinkOutcome: TypeAlias = Literal["working", "moved", "refused", "broken"]
"""What a check of a link found. A refusal is not a death: sites turn robots away from pages that people
can read.
"""


class LinkCheck(TypedDict):
    """One check of a link."""

    date: PartialDate
    """When it was checked."""
    outcome: LinkOutcome
    """What was found."""


class Link(TypedDict):
    """An address at which a resource can be read, in one language."""

    archived: NotRequired[str]
    """An archived copy, for the day the address dies."""
    history: NotRequired[list[LinkCheck]]
    """What checks of the address have found, oldest first."""
    language: LanguageTag
    """The language of the page it leads to."""
    url: str
    """The address: `http` or `https`, kept as written."""


class NavigationItem(TypedDict):
    """An entry of the side navigation: a page, or an anchor on one."""

    anchor: NotRequired[str]
    """A block's anchor on that page."""
    children: NotRequired[list["NavigationItem"]]
    """The second level."""
    label: LocalizedText
    """What the entry reads."""
    page: str
    """The page's key in the same toolkit."""


PageTarget: TypeAlias = str
"""A page of a toolkit, or an anchor on it: page:TOOLKIT/PAGE#ANCHOR."""


class Source(TypedDict):
    """Where the facts of a record come from: a public page."""

    supports: NotRequired[list[str]]
    """The fields it supports, by name; none named means the record as a whole."""
    url: str
    """The page's address."""


class WithdrawnStatus(TypedDict):
    """Withdrawn, with the reason."""

    withdrawn: LocalizedText


Status: TypeAlias = Literal["active", "archived"] | WithdrawnStatus
"""Whether a resource is still offered."""


class Resource(TypedDict):
    """A catalogued work: an article, a video, a guide … that lives elsewhere."""

    access: NotRequired[Access]
    """Whether everyone can open it."""
    accessibility: NotRequired[Accessibility]
    """What helps people who cannot see or hear it."""
    added: NotRequired[PartialDate]
    """When it entered the catalogue."""
    audiences: NotRequired[list[str]]
    """Whom it is for: concepts of `audiences`."""
    cluster: NotRequired[str]
    """The part of the toolkits it serves: a concept of `clusters`."""
    creators: NotRequired[list[Creator]]
    """Who made it, in the order given."""
    date: NotRequired[PartialDate]
    """When it appeared."""
    description: NotRequired[LocalizedText]
    """What it is, in the catalogue's own words."""
    extra: NotRequired[dict[str, Any]]
    """The catalogue's own further fields."""
    id: str
    """Identifies the resource in the catalogue."""
    identifiers: NotRequired[Identifiers]
    """DOI and ISBNs."""
    kind: str
    """What kind of thing it is: a concept of `kinds`."""
    languages: list[LanguageTag]
    """The languages it can be read, heard or watched in."""
    length: NotRequired[Length]
    """How long it takes or is."""
    level: NotRequired[Level]
    """How much it presumes."""
    licence: NotRequired[str]
    """Its licence, as an SPDX identifier or in its own words."""
    links: NotRequired[list[Link]]
    """Where it can be found, per language."""
    note: NotRequired[LocalizedText]
    """An editor's note for readers."""
    place: NotRequired[str]
    """Where it comes from or applies: a concept of `places`."""
    publisher: NotRequired[Name]
    """Who published it."""
    reviewed: NotRequired[PartialDate]
    """When its record was last reviewed."""
    sources: NotRequired[list[Source]]
    """Where these facts come from."""
    status: NotRequired[Status]
    """Whether it is still offered."""
    subtitle: NotRequired[LocalizedText]
    """The subtitle, likewise."""
    title: LocalizedText
    """The title, only in the languages in which the work itself has one."""
    topics: NotRequired[list[str]]
    """What it is about: concepts of `topics`."""


class Term(TypedDict):
    """A glossary entry: a term in both languages, its variants, and what it means."""

    avoid: NotRequired[bool]
    """True for a term that is listed so that readers know to avoid it."""
    definitions: NotRequired[list[Definition]]
    """One or more definitions."""
    id: str
    """Identifies the term in the catalogue."""
    note: NotRequired[LocalizedText]
    """A note on usage."""
    pages: NotRequired[list[PageTarget]]
    """Toolkit pages that tell more."""
    sources: NotRequired[list[Source]]
    """Pages that pair or use the term."""
    term: LocalizedText
    """The term itself."""
    topics: NotRequired[list[str]]
    """The topics it belongs to, by id."""
    variants: NotRequired[LocalizedList]
    """Other forms: gendered forms, abbreviations, spellings."""


class Toolkit(TypedDict):
    """A toolkit: a set of pages for a purpose, with its navigation, contacts and credits.

    Its pages are kept by the `Catalogue`, in the order of `pages`.
    """

    contacts: NotRequired[list[Contact]]
    """Whom to write to, by purpose."""
    credits: NotRequired[list[Credit]]
    """Funders, partners, authors."""
    description: NotRequired[LocalizedText]
    """What it is for, in a sentence or two."""
    disclaimer: NotRequired[LocalizedText]
    """What the views expressed do and do not stand for."""
    key: str
    """Identifies the toolkit; part of page addresses."""
    label: NotRequired[LocalizedText]
    """A short name, for navigation."""
    land_acknowledgement: NotRequired[LocalizedText]
    """The acknowledgement of the land, in each language's own words."""
    navigation: NotRequired[list[NavigationItem]]
    """The side navigation, two levels; its labels may differ from the pages' titles."""
    next: NotRequired[str]
    """The toolkit to go on with, by key."""
    pages: list[str]
    """The keys of its pages, in reading order."""
    publisher: NotRequired[Name]
    """Who publishes it."""
    reviewed: NotRequired[PartialDate]
    """When it was last reviewed."""
    title: LocalizedText
    """The full title."""


VocabularyName: TypeAlias = Literal["topics", "kinds", "clusters", "audiences", "places"]
"""Which vocabulary a concept belongs to."""
