"""Pages and their blocks, as they are read in a language.

Made by ``generate_types.py`` from the schema of the core; do not edit.
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict

from ally_toolkit.types.model import PartialDate
from ally_toolkit.types.reading_records import (
    ContactView,
    CreatorView,
    CreditView,
    LanguageView,
    NavigationView,
    PageLinkView,
    ResourceView,
    TermView,
    ToolkitLinkView,
)
from ally_toolkit.types.reading_rich_text import RichTextView
from ally_toolkit.types.text import Language, Text


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
