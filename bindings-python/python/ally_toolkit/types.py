"""The shapes of everything the library takes and gives back; at run time all of it is plain data.

Optional fields (``NotRequired``) are left out when there is nothing to say. Spans count code points: slice
the text with them as they are.

Made by ``generate_types.py`` from the schema of the core; do not edit.
"""

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

__all__ = [
    "AbbreviationInlineView",
    "About",
    "Access",
    "Accessibility",
    "Analysis",
    "Bilingual",
    "BlockView",
    "CapabilityView",
    "CardView",
    "Change",
    "ChecklistBlockView",
    "CitationBlockView",
    "Comparison",
    "Concept",
    "ConceptView",
    "Contact",
    "ContactBlockView",
    "ContactView",
    "Contribution",
    "Creator",
    "CreatorKind",
    "CreatorView",
    "Credit",
    "CreditView",
    "CreditsBlockView",
    "Definition",
    "DefinitionView",
    "DomainBlockView",
    "EmphasisInlineView",
    "ErrorData",
    "ErrorKind",
    "Evaluation",
    "Explanation",
    "Facet",
    "FacetField",
    "FacetValue",
    "Feature",
    "FeaturedResourceBlockView",
    "Field",
    "Filters",
    "Fingerprint",
    "ForeignInlineView",
    "Form",
    "GlossaryBlockView",
    "Highlight",
    "Hit",
    "Identifiers",
    "ImageBlockView",
    "ImageCreditView",
    "InlineView",
    "Interval",
    "Judgments",
    "LabelView",
    "LandAcknowledgementBlockView",
    "Language",
    "LanguageTag",
    "LanguageToggleBlockView",
    "LanguageToggleView",
    "LanguageView",
    "Length",
    "Level",
    "LexiconSources",
    "Link",
    "LinkCheck",
    "LinkInlineView",
    "LinkOutcome",
    "LinkTargetView",
    "LinkView",
    "LocalizedList",
    "LocalizedText",
    "Match",
    "MatchKind",
    "Mean",
    "Measure",
    "Measures",
    "Name",
    "NavigationBlockView",
    "NavigationItem",
    "NavigationView",
    "OffsetUnit",
    "PageLinkTargetView",
    "PageLinkView",
    "PageTarget",
    "PageView",
    "ParagraphView",
    "PartialDate",
    "Place",
    "Problem",
    "ProblemCode",
    "QuotationBlockView",
    "QuotationSourceView",
    "RangeView",
    "Ranking",
    "Reason",
    "RecordType",
    "ReferenceView",
    "ReferencesBlockView",
    "Report",
    "Resource",
    "ResourceLinkTargetView",
    "ResourceListBlockView",
    "ResourceView",
    "RichTextView",
    "Role",
    "RoleView",
    "Rule",
    "SearchRequest",
    "SearchResults",
    "Segment",
    "Severity",
    "Sort",
    "Source",
    "Span",
    "Status",
    "StrongInlineView",
    "Term",
    "TermLinkTargetView",
    "TermRowView",
    "TermTableBlockView",
    "TermView",
    "Text",
    "TextBlockView",
    "TextInlineView",
    "TextList",
    "Token",
    "Toolkit",
    "ToolkitLinkBlockView",
    "ToolkitLinkView",
    "ToolkitView",
    "TopicItemView",
    "TopicListBlockView",
    "TranslatedList",
    "TranslatedText",
    "TranslationSource",
    "TranslationState",
    "VocabularyName",
    "WebLinkTargetView",
    "WithdrawnStatus",
    "YearRange",
]


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


Language: TypeAlias = Literal["en", "fr"]
"""A language the catalogue itself is written in: English or French.

A resource may be in other languages too (Inuktitut, Cree …); those are BCP 47 tags (`LanguageTag`), not
this type.
"""


TranslationState: TypeAlias = Literal["original", "human", "machine", "reviewed"]
"""How a text came to be in its language."""


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


Fingerprint: TypeAlias = str
"""Identifies the exact text a translation was made from: FNV-1a (64 bits) of its UTF-8 bytes, as 16
hexadecimal digits.

FNV is enough here: it guards against forgetting, not against an adversary. Source:
<https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>.
"""


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


PartialDate: TypeAlias = str
"""A date as precise as it is known (EDTF): 2019, 2019-05, 2019-05-12, 2019~, 201X."""


class About(TypedDict):
    """What a catalogue says of itself."""

    description: NotRequired[LocalizedText]
    """What it holds and for whom."""
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


class Span(TypedDict):
    """A half-open range `start..end` of a text, in one `OffsetUnit` (bytes unless a function says
    otherwise).
    """

    end: int
    """The first position after the range."""
    start: int
    """The first position inside the range."""


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


class Bilingual(TypedDict):
    """A text of the library's own, always in both languages: a message, a facet's label.

    A catalogue's texts are `Localized` instead, since either side may be missing there.
    """

    en: str
    """The English text."""
    fr: str
    """The French text."""


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


class TextBlockView(TypedDict):
    """Prose."""

    anchor: NotRequired[str]
    """What links to this place of the page."""
    body: NotRequired[RichTextView]
    """The text."""
    heading: NotRequired[Text]
    """The heading above the block."""
    level: int
    """The heading's level: 2 or 3."""
    type: Literal["text"]


CreatorKind: TypeAlias = Literal["person", "organization"]
"""Whether a creator is a person or an organization."""


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


class ReferenceView(TypedDict):
    """A cited work, for one reader. A work that is a resource of the catalogue takes its fields from
    there.
    """

    citation: str
    """The whole reference as one line, in the usage of the reader's language: `Creators (year). Title.
    Container.`
    """
    cited_in: NotRequired[str]
    """The reference, on the same page, in which this work was seen cited."""
    container: NotRequired[str]
    """The journal, book or site it appeared in."""
    creators: NotRequired[list[CreatorView]]
    """Who made it."""
    date: NotRequired[PartialDate]
    """When it appeared."""
    doi: NotRequired[str]
    """The address of its DOI."""
    id: str
    """Identifies the reference on its page."""
    publisher: NotRequired[str]
    """Who published it."""
    resource: NotRequired[str]
    """The resource it is, by id."""
    subtitle: NotRequired[Text]
    """The work's subtitle."""
    title: Text
    """The work's title, in the reader's language if the work has one in it."""
    url: NotRequired[str]
    """Where it can be read."""


LanguageTag: TypeAlias = str
"""The language of a resource or a link: a well-formed BCP 47 tag, such as `en`, `fr-CA`, `iu` or
`crk-Cans`.

Kept in the canonical case of RFC 5646, section 2.1.1. Only the form is checked, not the registry.
"""


class LanguageView(TypedDict):
    """A language, as a tag for programs and a name for the reader."""

    name: str
    """Its name in the reader's language, as inside a sentence; the tag where the library knows no name."""
    tag: LanguageTag
    """The BCP 47 tag."""


class RangeView(TypedDict):
    """A passage of a recording."""

    end: int
    """Where it ends, in seconds."""
    label: str
    """Both as a reader sees them: `27:55-30:30`."""
    start: int
    """Where it begins, in seconds."""


class QuotationSourceView(TypedDict):
    """The video, recording or page a quotation comes from."""

    language: NotRequired[LanguageView]
    """The language it is in."""
    ranges: NotRequired[list[RangeView]]
    """The passages quoted."""
    title: NotRequired[Text]
    """Its title."""
    url: str
    """Its address."""


class QuotationBlockView(TypedDict):
    """Somebody's words."""

    anchor: NotRequired[str]
    """What links to this place of the page."""
    citation: NotRequired[ReferenceView]
    """The work they come from."""
    heading: NotRequired[Text]
    """The heading above the block."""
    level: int
    """The heading's level: 2 or 3."""
    source: NotRequired[QuotationSourceView]
    """The video or page they come from."""
    speaker: NotRequired[CreatorView]
    """Who said them, with the role held then."""
    text: Text
    """The words."""
    type: Literal["quotation"]


class ImageCreditView(TypedDict):
    """Whose picture it is."""

    text: NotRequired[Text]
    """The credit line."""
    url: NotRequired[str]
    """Where the picture comes from."""


class ImageBlockView(TypedDict):
    """A picture with its text alternatives."""

    alt: Text
    """The short text alternative."""
    anchor: NotRequired[str]
    """What links to this place of the page."""
    credit: NotRequired[ImageCreditView]
    """Whose picture it is."""
    file: str
    """The file, relative to the catalogue's folder `toolkits`, or an address."""
    heading: NotRequired[Text]
    """The heading above the block."""
    level: int
    """The heading's level: 2 or 3."""
    long_description: NotRequired[RichTextView]
    """The long description, open to everyone."""
    repeated_in_text: NotRequired[bool]
    """True when the page repeats the picture's words as text."""
    type: Literal["image"]


class ChecklistBlockView(TypedDict):
    """A checklist or numbered tips."""

    anchor: NotRequired[str]
    """What links to this place of the page."""
    creators: NotRequired[list[CreatorView]]
    """Who wrote the list."""
    date: NotRequired[PartialDate]
    """When it was written."""
    heading: NotRequired[Text]
    """The heading above the block."""
    items: list[RichTextView]
    """The items."""
    lead_in: NotRequired[Text]
    """The sentence that leads into the list."""
    level: int
    """The heading's level: 2 or 3."""
    ordered: NotRequired[bool]
    """True for numbered tips."""
    source: NotRequired[str]
    """Where it was published."""
    type: Literal["checklist"]


class TopicItemView(TypedDict):
    """One key topic."""

    address: str
    """Where it leads: `TOOLKIT/PAGE` or `TOOLKIT/PAGE#ANCHOR`."""
    label: Text
    """What it reads."""


class TopicListBlockView(TypedDict):
    """The key topics of a page or toolkit."""

    anchor: NotRequired[str]
    """What links to this place of the page."""
    heading: NotRequired[Text]
    """The heading above the block."""
    items: list[TopicItemView]
    """The topics."""
    lead_in: NotRequired[Text]
    """The sentence that leads into the list."""
    level: int
    """The heading's level: 2 or 3."""
    type: Literal["topic_list"]


class LabelView(TypedDict):
    """A value with an id for programs and a label for the reader: a concept, a level, a status."""

    id: str
    """The id."""
    label: Text
    """What the reader sees."""


class Length(TypedDict):
    """How long a resource takes or is."""

    minutes: NotRequired[int]
    """Minutes to read, hear or watch."""
    pages: NotRequired[int]
    """Printed pages."""


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


class Source(TypedDict):
    """Where the facts of a record come from: a public page."""

    supports: NotRequired[list[str]]
    """The fields it supports, by name; none named means the record as a whole."""
    url: str
    """The page's address."""


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


class ResourceListBlockView(TypedDict):
    """Resources, in the order chosen by hand or, where a query found them, by title."""

    anchor: NotRequired[str]
    """What links to this place of the page."""
    heading: NotRequired[Text]
    """The heading above the block."""
    lead_in: NotRequired[Text]
    """The sentence that leads into the list."""
    level: int
    """The heading's level: 2 or 3."""
    resources: list[ResourceView]
    """The resources."""
    type: Literal["resource_list"]


class FeaturedResourceBlockView(TypedDict):
    """One resource put forward."""

    anchor: NotRequired[str]
    """What links to this place of the page."""
    heading: NotRequired[Text]
    """The heading above the block."""
    level: int
    """The heading's level: 2 or 3."""
    note: NotRequired[RichTextView]
    """Why it is put forward."""
    resource: ResourceView
    """The resource."""
    type: Literal["featured_resource"]


class TermRowView(TypedDict):
    """One row of a table of terms. A row that is about the words of the other language says so in its
    texts.
    """

    avoid: NotRequired[Text]
    """What not to say."""
    note: NotRequired[Text]
    """Why."""
    use: Text
    """What to say."""


class TermTableBlockView(TypedDict):
    """Terms to use and to avoid."""

    anchor: NotRequired[str]
    """What links to this place of the page."""
    heading: NotRequired[Text]
    """The heading above the block."""
    lead_in: NotRequired[Text]
    """The sentence that leads into the table."""
    level: int
    """The heading's level: 2 or 3."""
    rows: list[TermRowView]
    """The rows."""
    source: NotRequired[str]
    """Where the advice comes from."""
    type: Literal["term_table"]


class DefinitionView(TypedDict):
    """One definition of a term."""

    source: NotRequired[str]
    """The page it is taken from; absent for the catalogue's own words."""
    text: Text
    """The definition."""


class PageLinkView(TypedDict):
    """A page, or an anchor on it, as others refer to it."""

    address: str
    """`TOOLKIT/PAGE` or `TOOLKIT/PAGE#ANCHOR`."""
    key: str
    """The page's key in its toolkit."""
    title: Text
    """The page's title."""


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


class GlossaryBlockView(TypedDict):
    """Glossary entries, in the reader's alphabetical order."""

    anchor: NotRequired[str]
    """What links to this place of the page."""
    heading: NotRequired[Text]
    """The heading above the block."""
    level: int
    """The heading's level: 2 or 3."""
    terms: list[TermView]
    """The entries."""
    type: Literal["glossary"]


class ReferencesBlockView(TypedDict):
    """Cited works."""

    anchor: NotRequired[str]
    """What links to this place of the page."""
    heading: NotRequired[Text]
    """The heading above the block."""
    items: list[ReferenceView]
    """The works."""
    level: int
    """The heading's level: 2 or 3."""
    type: Literal["references"]


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


class NavigationBlockView(TypedDict):
    """The toolkit's side navigation."""

    anchor: NotRequired[str]
    """What links to this place of the page."""
    heading: NotRequired[Text]
    """The heading above the block."""
    items: list[NavigationView]
    """Its entries."""
    level: int
    """The heading's level: 2 or 3."""
    type: Literal["navigation"]


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


class ToolkitLinkBlockView(TypedDict):
    """The way to another toolkit."""

    anchor: NotRequired[str]
    """What links to this place of the page."""
    heading: NotRequired[Text]
    """The heading above the block."""
    lead_in: NotRequired[Text]
    """The sentence that leads to it."""
    level: int
    """The heading's level: 2 or 3."""
    toolkit: ToolkitLinkView
    """The other toolkit."""
    type: Literal["toolkit_link"]


class ContactView(TypedDict):
    """Where to turn for one purpose."""

    name: str
    """Whom it reaches."""
    purpose: Text
    """The purpose."""
    url: str
    """The public page to reach them through."""


class ContactBlockView(TypedDict):
    """The toolkit's contacts."""

    anchor: NotRequired[str]
    """What links to this place of the page."""
    contacts: list[ContactView]
    """The contacts."""
    heading: NotRequired[Text]
    """The heading above the block."""
    lead_in: NotRequired[Text]
    """The sentence that leads into them."""
    level: int
    """The heading's level: 2 or 3."""
    type: Literal["contact"]


class LandAcknowledgementBlockView(TypedDict):
    """An acknowledgement of the land."""

    anchor: NotRequired[str]
    """What links to this place of the page."""
    heading: NotRequired[Text]
    """The heading above the block."""
    level: int
    """The heading's level: 2 or 3."""
    resources: NotRequired[list[ResourceView]]
    """Resources that tell how to make one's own."""
    text: NotRequired[RichTextView]
    """Its text: the block's own, else the toolkit's."""
    type: Literal["land_acknowledgement"]


class CreditView(TypedDict):
    """Somebody credited, and for what."""

    name: str
    """Who."""
    role: Text
    """Funder, partner, author …"""
    url: NotRequired[str]
    """Their public page."""


class CreditsBlockView(TypedDict):
    """The toolkit's credits and disclaimer."""

    anchor: NotRequired[str]
    """What links to this place of the page."""
    credits: list[CreditView]
    """Who is credited."""
    disclaimer: NotRequired[Text]
    """What the views expressed do and do not stand for."""
    heading: NotRequired[Text]
    """The heading above the block."""
    level: int
    """The heading's level: 2 or 3."""
    type: Literal["credits"]


class CapabilityView(TypedDict):
    """One capability of a domain."""

    points: NotRequired[list[Text]]
    """What it consists of."""
    title: Text
    """Its name."""


class DomainBlockView(TypedDict):
    """A leadership domain."""

    anchor: NotRequired[str]
    """What links to this place of the page."""
    byline: NotRequired[CreatorView]
    """Who wrote the essay."""
    capabilities: list[CapabilityView]
    """The capabilities."""
    essay: NotRequired[RichTextView]
    """The essay."""
    heading: NotRequired[Text]
    """The heading above the block."""
    lead_in: NotRequired[Text]
    """The sentence that leads into the capabilities."""
    level: int
    """The heading's level: 2 or 3."""
    resources: NotRequired[list[ResourceView]]
    """Resources."""
    type: Literal["domain"]


class LanguageToggleView(TypedDict):
    """The way to the same page in the other language."""

    available: bool
    """True when the page exists in it, that is, has a title in it."""
    language: Language
    """The other language."""
    name: str
    """Its own name for itself: what the link to it reads."""
    notice: NotRequired[str]
    """Says, in the reader's language, what is missing in either language."""
    title: NotRequired[Text]
    """The page's title in it."""


class LanguageToggleBlockView(TypedDict):
    """The way to the same page in the other language."""

    anchor: NotRequired[str]
    """What links to this place of the page."""
    heading: NotRequired[Text]
    """The heading above the block."""
    level: int
    """The heading's level: 2 or 3."""
    toggle: LanguageToggleView
    """The same as the page's `other_language`."""
    type: Literal["language_toggle"]


class CitationBlockView(TypedDict):
    """How to cite the page, when it was reviewed, how to report a problem."""

    anchor: NotRequired[str]
    """What links to this place of the page."""
    citation: str
    """The suggested citation, in the usage of the reader's language."""
    feedback: NotRequired[RichTextView]
    """How to report a broken link or suggest a resource."""
    heading: NotRequired[Text]
    """The heading above the block."""
    last_reviewed: NotRequired[Text]
    """When the page was last reviewed, as a sentence."""
    level: int
    """The heading's level: 2 or 3."""
    type: Literal["citation"]


BlockView: TypeAlias = (
    TextBlockView
    | QuotationBlockView
    | ImageBlockView
    | ChecklistBlockView
    | TopicListBlockView
    | ResourceListBlockView
    | FeaturedResourceBlockView
    | TermTableBlockView
    | GlossaryBlockView
    | ReferencesBlockView
    | NavigationBlockView
    | ToolkitLinkBlockView
    | ContactBlockView
    | LandAcknowledgementBlockView
    | CreditsBlockView
    | DomainBlockView
    | LanguageToggleBlockView
    | CitationBlockView
)
"""A block of a page: what every kind has, and its content. In JSON the two are one object."""


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


class Change(TypedDict):
    """A query that two rankings answer differently well."""

    after: float
    """Its measure after."""
    before: float
    """Its measure before."""
    query: str
    """The query's id."""


class Interval(TypedDict):
    """An interval that holds the true mean in 95 of 100 cases."""

    high: float
    """The upper end."""
    low: float
    """The lower end."""


class Mean(TypedDict):
    """The mean of a measure over the queries."""

    interval: Interval
    """Its 95 % confidence interval."""
    mean: float
    """The mean."""
    queries: int
    """Over how many queries."""


Measure: TypeAlias = str
"""A measure of a ranking, down to a rank: `ndcg@10`, `mrr@10`, `recall@100`, each with any rank from 1."""


class Comparison(TypedDict):
    """Two rankings of the same queries, paired query by query."""

    changes: list[Change]
    """The queries that changed, the worst loss first."""
    difference: Mean
    """The mean difference, after minus before, with its interval: an interval above 0 is an improvement
    beyond chance.
    """
    measure: Measure
    """What is compared."""


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


VocabularyName: TypeAlias = Literal["topics", "kinds", "clusters", "audiences", "places"]
"""Which vocabulary a concept belongs to."""


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


Name: TypeAlias = str | LocalizedText
"""The name of a person, an organization or a publication: one form for both languages, or one for each.

Names are exempt from WCAG 3.1.2, so reading one yields a bare string. In JSON: `"UN Women"`, or `{"en":
"UN Women", "fr": "ONU Femmes"}`.
"""


class Contact(TypedDict):
    """Where to turn for one purpose."""

    name: Name
    """Whom it reaches."""
    purpose: LocalizedText
    """The purpose: content, partnership, technical …"""
    url: str
    """The public page to reach them through."""


Feature: TypeAlias = Literal["word", "exact_word", "phrase", "proximity", "whole_title", "other_language"]
"""A part of a hit's score."""


class Contribution(TypedDict):
    """What a feature adds to a score, or to the lead over the next hit."""

    feature: Feature
    """The feature."""
    value: float
    """What it adds; below 0 for what is taken off."""
    word: NotRequired[str]
    """The word of the query, as typed, where the feature is of one; the first of two neighbours."""


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


ErrorKind: TypeAlias = Literal["unreadable", "invalid-catalogue", "not-found", "invalid-request", "internal"]
"""What kind of failure an `Error` is; hosts turn each kind into a class or code of their own."""


class Place(TypedDict):
    """Where something is wrong: as much of file, line, record, field and language as is known."""

    field: NotRequired[str]
    """The path of the field inside the record: `links[0].url`."""
    file: NotRequired[str]
    """The file, relative to the catalogue's folder, with `/` between folders."""
    language: NotRequired[Language]
    """The language of the text."""
    line: NotRequired[int]
    """The line of that file, from 1."""
    record: NotRequired[str]
    """The record's id or key."""


ProblemCode: TypeAlias = Literal[
    "unreadable-file",
    "invalid-utf8",
    "malformed-json",
    "unrecognized-file",
    "unknown-field",
    "missing-field",
    "invalid-value",
    "invalid-id",
    "duplicate-id",
    "missing-title",
    "empty-text",
    "control-character",
    "invalid-rich-text",
    "unsafe-link",
    "invalid-link",
    "invalid-doi",
    "invalid-isbn",
    "missing-language",
    "unknown-topic",
    "unknown-kind",
    "unknown-cluster",
    "unknown-audience",
    "unknown-place",
    "unknown-resource",
    "unknown-term",
    "unknown-toolkit",
    "unknown-page",
    "unknown-reference",
    "unlisted-page",
    "duplicate-anchor",
    "ambiguous-list",
    "unknown-concept",
    "broader-cycle",
    "missing-translation",
    "stale-translation",
    "machine-translation",
    "missing-link",
    "missing-source",
    "missing-topic",
    "language-mismatch",
]
"""The kinds of problem validation finds. The names are stable: tools may rely on them."""


Severity: TypeAlias = Literal["error", "warning"]
"""Whether a problem stops the catalogue from being used."""


class Problem(TypedDict):
    """Something wrong in a catalogue: what, where, and what to do about it."""

    code: ProblemCode
    """Stable name of the kind of problem."""
    message: Bilingual
    """What is wrong."""
    place: Place
    """Where it is."""
    remedy: Bilingual
    """What to do about it."""
    severity: Severity
    """Whether it stops the catalogue from being used."""


class ErrorData(TypedDict):
    """What an `Error` holds, as plain data for hosts."""

    kind: ErrorKind
    """The kind of failure."""
    message: Bilingual
    """What is wrong."""
    place: NotRequired[Place]
    """Where it is wrong, as far as known."""
    problems: NotRequired[list[Problem]]
    """The problems of an invalid catalogue."""
    remedy: Bilingual
    """What to do about it."""


Measures: TypeAlias = dict[str, float]
"""What a ranking is worth for one query, each measure from 0 to 1."""


class Evaluation(TypedDict):
    """What rankings are worth over a set of judged queries.

    Written to a file or given to another program, it can be read again; the means are then computed
    from the queries.
    """

    means: dict[str, Mean]
    """The mean of each measure over the queries."""
    queries: dict[str, Measures]
    """The measures of each query that has an answer."""


class Explanation(TypedDict):
    """What a hit's score is made of."""

    above_next: NotRequired[Contribution]
    """What most sets the hit above the next one; `None` for the last hit, and where the two score the
    same.
    """
    contributions: list[Contribution]
    """What each feature adds, the most first; together they are the score, to six decimals."""
    sentence: str
    """The same as one sentence in the reader's language."""


FacetField: TypeAlias = Literal[
    "kind",
    "topic",
    "cluster",
    "audience",
    "language",
    "place",
    "level",
    "access",
    "year",
]
"""What resources are filtered and counted by."""


class FacetValue(TypedDict):
    """A value of a facet."""

    broader: NotRequired[list[str]]
    """The broader topics it belongs to, by id."""
    count: int
    """How many resources have it."""
    id: str
    """The value, as filters name it."""
    label: LocalizedText
    """What it reads in each language."""
    selected: bool
    """True when the request filters by it."""


class Facet(TypedDict):
    """A facet: how many of the found resources have each value.

    A facet's own filter does not hide its other values: their counts say what choosing them would give.
    """

    field: FacetField
    """What is counted."""
    label: Bilingual
    """The facet's heading."""
    values: list[FacetValue]
    """The values found, the most frequent first; those that are as frequent in the reader's dictionary
    order. Years come newest first.
    """


Field: TypeAlias = Literal[
    "title",
    "subtitle",
    "topics",
    "creators",
    "publisher",
    "description",
    "labels",
    "body",
]
"""A part of a record that is searched."""


YearRange = TypedDict(
    "YearRange",
    {
        # The first year.
        "from": NotRequired[int | None],
        # The last year.
        "to": NotRequired[int | None],
    },
)
"""Years from one to another, both included; either may be left open."""


class Filters(TypedDict):
    """What resources must have: any of the values given for a field, in every field given."""

    access: NotRequired[list[str]]
    """Access: `open`, `restricted`."""
    audience: NotRequired[list[str]]
    """Audiences, by id."""
    cluster: NotRequired[list[str]]
    """Clusters, by id."""
    kind: NotRequired[list[str]]
    """Kinds, by id."""
    language: NotRequired[list[str]]
    """Languages the resource can be read in: primary BCP 47 tags."""
    level: NotRequired[list[str]]
    """Levels: `introductory`, `intermediate`, `advanced`."""
    place: NotRequired[list[str]]
    """Places, by id."""
    topic: NotRequired[list[str]]
    """Topics, by id; a broader topic finds what its narrower ones do."""
    year: NotRequired[YearRange | None]
    """The years the resource may be of."""


class Segment(TypedDict):
    """A part of a highlighted text."""

    marked: bool
    """True for words that matched."""
    span: Span
    """Where the part stands in the whole text, in the unit asked for."""
    text: str
    """The words."""


class Highlight(TypedDict):
    """A text of a hit, cut at its matches.

    Segments, never HTML: the host escapes and marks as its own format asks, and sets `lang`.
    """

    cut_after: NotRequired[bool]
    """True when the text goes on after the last segment."""
    cut_before: NotRequired[bool]
    """True when the text goes on before the first segment."""
    field: Field
    """Where in the record the text stands."""
    language: Language | None
    """The language of the text; `None` for a name, which has none of its own."""
    segments: list[Segment]
    """The parts of the text, in order; together they are the text, or a passage of it."""


MatchKind: TypeAlias = Literal[
    "exact",
    "accents",
    "stem",
    "prefix",
    "typo",
    "translation",
    "synonym",
    "family",
]
"""How a word of a record matches a word of the query, the most exact first."""


TranslationSource: TypeAlias = Literal["topics", "glossary", "learned", "general"]
"""Where a translation comes from, the surest first."""


class Reason(TypedDict):
    """Why a record was found: a word of the query, and the word of the record that it matched best."""

    concept: NotRequired[tuple[VocabularyName, str]]
    """The concept, by vocabulary and id, when one matched."""
    field: Field
    """Where in the record."""
    how: MatchKind
    """How the two match."""
    label: NotRequired[str]
    """The whole label or name, when that of a topic, another concept, a creator or a publisher matched."""
    language: Language
    """The language of that text."""
    matched: str
    """The word of the record, as written; what was typed, where a label that is never shown matched."""
    rule: NotRequired[Rule]
    """The rule that made a word of what is written, where it is more than a plain word."""
    source: NotRequired[TranslationSource]
    """Where the translation comes from, when it is one."""
    word: str
    """The word, as typed."""


RecordType: TypeAlias = Literal["resource", "page", "term"]
"""A type of record that can be found."""


class Hit(TypedDict):
    """A record that was found; each record is found once, in whichever language matched best."""

    card: NotRequired[CardView]
    """What a list shows of a resource beside its title."""
    description: NotRequired[Highlight]
    """The description, in the language that matched, else the reader's, with what matched marked."""
    explanation: NotRequired[Explanation]
    """What the score is made of, when asked for."""
    highlights: NotRequired[list[Highlight]]
    """The other texts in which something matched, the weightiest field first."""
    id: str
    """The id of a resource or term, the address of a page (`TOOLKIT/PAGE`)."""
    language: NotRequired[Language]
    """The language in which it matched best; `None` when there is no query."""
    reasons: NotRequired[list[Reason]]
    """Why it was found, word by word."""
    record: RecordType
    """What type of record it is."""
    score: float
    """How well it matches, to six decimals; 0 when there is no query."""
    title: Highlight
    """The title as the reader sees it, in their language where there is a choice, with what matched
    marked.
    """
    why: NotRequired[str]
    """The reasons as one sentence in the reader's language."""


class Identifiers(TypedDict):
    """Identifiers that others gave to a work."""

    doi: NotRequired[str]
    """The DOI, without `https://doi.org/`: `10.1000/182`."""
    isbn: NotRequired[list[str]]
    """ISBNs, with or without hyphens."""


Judgments: TypeAlias = dict[str, dict[str, int]]
"""Which records answer which query, and how well: the grade of each judged record, by query and record id.

Grade 0 means "judged, and not an answer"; a record without a grade counts as no answer too. In JSON:
`{"query": {"record": 2}}`.
"""


Level: TypeAlias = Literal["introductory", "intermediate", "advanced"]
"""How much a resource presumes of its reader."""


class LexiconSources(TypedDict):
    """Which sources a lexicon draws on; all where nothing is said."""

    general: NotRequired[bool]
    """The general lexicon that ships with the library."""
    glossary: NotRequired[bool]
    """The glossary."""
    learned: NotRequired[bool]
    """What is learned from records in both languages."""
    topics: NotRequired[bool]
    """The labels of topics."""


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


Match: TypeAlias = Literal["any", "all"]
"""Which words of the query must match."""


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


OffsetUnit: TypeAlias = Literal["bytes", "code_points", "utf16"]
"""What a position inside a text counts. Rust strings count bytes, Python strings code points, JavaScript
strings UTF-16 code units; each host asks for its own, so that slicing its own string gives the text
meant.
"""


PageTarget: TypeAlias = str
"""A page of a toolkit, or an anchor on it: page:TOOLKIT/PAGE#ANCHOR."""


class PageView(TypedDict):
    """A page of a toolkit, for one reader."""

    address: str
    """`TOOLKIT/PAGE`."""
    blocks: list[BlockView]
    """What is on the page, in order."""
    key: str
    """The page's key."""
    next: NotRequired[PageLinkView]
    """The page after it in reading order."""
    other_language: LanguageToggleView
    """The way to the page in the other language."""
    previous: NotRequired[PageLinkView]
    """The page before it in reading order."""
    reviewed: NotRequired[PartialDate]
    """When the page, or else its toolkit, was last reviewed."""
    subtitle: NotRequired[Text]
    """A second line of the title."""
    title: Text
    """The title."""
    toolkit: ToolkitLinkView
    """The toolkit it belongs to."""
    translated: bool
    """True when all of the page's own words are in the reader's language. Resources, glossary terms and
    cited works shown on it do not count: each says the language it is in.
    """


class Ranking(TypedDict):
    """What each part of the ranking is worth. The defaults were chosen over many collections of both
    languages and are meant for every catalogue; `docs/ranking.md` has the formulas, and what each part
    adds. 0 switches a part off.
    """

    exact_word: NotRequired[float]
    """The very word that was typed, accents included; one that differs by accents only counts four fifths."""
    family: NotRequired[float]
    """Words that begin alike; they lift what is found, and find nothing."""
    other_language: NotRequired[float]
    """What a record found in the language that is not the reader's is worth, beside one found in theirs."""
    phrase: NotRequired[float]
    """Neighbours of the query that are neighbours in the record, in the same order."""
    proximity: NotRequired[float]
    """Neighbours of the query that are near each other in the record, in any order."""
    synonyms: NotRequired[float]
    """Words of the same language with the same translations."""
    translations: NotRequired[float]
    """Words of the other language that translate a word of the query, beside the word itself."""
    whole_title: NotRequired[float]
    """A title that says what the query says, and little else."""


class Report(TypedDict):
    """Everything validation found, in the order of the files."""

    errors: int
    """How many problems stop the catalogue from being used."""
    pages: int
    """How many toolkit pages were read."""
    problems: list[Problem]
    """The problems."""
    resources: int
    """How many resources were read."""
    terms: int
    """How many glossary terms were read."""
    warnings: int
    """How many do not."""


class WithdrawnStatus(TypedDict):
    """Withdrawn, with the reason."""

    withdrawn: LocalizedText


Status: TypeAlias = Literal["active"] | Literal["archived"] | WithdrawnStatus
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


Sort: TypeAlias = Literal["relevance", "newest", "oldest", "title"]
"""The order of the hits."""


class SearchRequest(TypedDict):
    """What is asked of a search. Every field has a default, so that `{}` is a request: everything, by
    title, first page.
    """

    across: NotRequired[LexiconSources]
    """What records of the other language are found through."""
    explain: NotRequired[bool]
    """Whether each hit tells what its score is made of."""
    facets: NotRequired[list[FacetField]]
    """Which facets are counted, in the order wanted; none by default."""
    filters: NotRequired[Filters]
    """What resources must have."""
    language: NotRequired[Language]
    """The reader's language: that of titles where there is a choice, of labels and of the order of titles."""
    match: NotRequired[Match]
    """Which words of the query must match."""
    page: NotRequired[int]
    """The page, from 1."""
    per_page: NotRequired[int]
    """How many hits a page holds, 1 to 100; 0 counts without hits."""
    query: NotRequired[str]
    """The words searched, in either language or both; empty to browse. At most 8,192 bytes."""
    ranking: NotRequired[Ranking]
    """What each part of the ranking is worth."""
    records: NotRequired[list[RecordType]]
    """The types of record searched; resources by default."""
    sort: NotRequired[Sort]
    """The order of the hits."""


class SearchResults(TypedDict):
    """One page of results."""

    facets: NotRequired[list[Facet]]
    """The facets asked for, in the order asked for."""
    hits: list[Hit]
    """The hits of this page, in order."""
    page: int
    """The page, from 1."""
    pages: int
    """How many pages there are."""
    total: int
    """How many records match."""


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
