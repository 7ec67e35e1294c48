"""What completes what is typed, what may have been meant, and what to leave out.

Made by ``generate_types.py`` from the schema of the core; do not edit.
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict

from ally_toolkit.types.search import Filters, Match, RecordType, SearchRequest, Segment
from ally_toolkit.types.text import Bilingual, Language, Span


class PartFound(TypedDict):
    """How many records a part of a query finds."""

    part: str
    """The part: a word as it is, what has more syntax with it."""
    total: int
    """How many records it finds by itself, with the filters of the request."""


AdviceKind: TypeAlias = Literal["without_part", "without_filter", "without_filters", "any_word"]
"""How an advised request differs from the one that was asked."""


class AdvisedRequest(TypedDict):
    """A request that finds more."""

    kind: AdviceKind
    """What is different."""
    label: Bilingual
    """What is different and what that gives, in words."""
    request: SearchRequest
    """The request, ready to be asked: its first page."""
    total: int
    """How many records it finds."""


class Advice(TypedDict):
    """What to do about a search that finds nothing, or too little."""

    message: Bilingual
    """How many records were found, and which parts find none, in words."""
    parts: list[PartFound]
    """The words, quotations and fields that must or may match, in the order of the query, at most 16."""
    requests: list[AdvisedRequest]
    """Requests that find more, those that find most first, at most 8."""
    total: int
    """How many records the request finds."""


CompletionKind: TypeAlias = Literal["topic", "title", "person", "organization", "word"]
"""What a completion is."""


class MatchedLabel(TypedDict):
    """A label of a topic by which it was found, beside the one by which it is shown."""

    language: Language
    """Its language."""
    segments: list[Segment]
    """The label in parts, those that were typed marked."""


class Completion(TypedDict):
    """A text that completes what was typed, and that finds something."""

    count: int
    """How many results the [search that it stands for](Completion::search) has; never 0."""
    description: str
    """What it is and how many results it has, in the reader's language: to be read after the text."""
    id: NotRequired[str]
    """The id of a topic, and of the record with a title: of a page its address."""
    kind: CompletionKind
    """What it is."""
    language: Language | None
    """The language of the text, of a word that of the word; `None` for a name, which has none of its own."""
    matched: NotRequired[MatchedLabel]
    """The label that was typed, where a topic is shown by another."""
    record: NotRequired[RecordType]
    """The type of the record with a title."""
    segments: list[Segment]
    """The text in parts, those that were typed marked."""
    text: str
    """What is to be put into the box: for a word the whole query with it, else the title, label or name."""


class CompletionRequest(TypedDict):
    """What is asked for while somebody types. Every field has a default."""

    filters: NotRequired[Filters]
    """What resources must have: only what a search with these filters finds is suggested and counted."""
    kinds: NotRequired[list[CompletionKind]]
    """What is suggested; every kind by default."""
    language: NotRequired[Language]
    """The reader's language: its words come first at equal worth, and topics are shown in it."""
    limit: NotRequired[int]
    """How many completions at most, 1 to 50."""
    match: NotRequired[Match]
    """Which words of a completion must match in the search that it stands for: `all` of them by default,
    so that each word typed narrows what is found.
    """
    query: NotRequired[str]
    """What stands in the box, up to the caret. At most 8,192 bytes. Without a word, nothing is completed."""
    records: NotRequired[list[RecordType]]
    """The types of record searched; resources by default."""


class Completions(TypedDict):
    """What completes what stands in a box, the worthiest first, with what a combobox needs to announce."""

    announcement: str
    """How many there are, as a sentence in the reader's language for a live region; empty where no word is
    typed.
    """
    items: list[Completion]
    """The completions, at most as many as asked for."""
    span: Span
    """The part of the query that a word completes, in the unit asked for: its last word, as the reader's
    language cuts it (the `al` of `l’al`). Empty, at the end, where nothing is begun.
    """


class Proposal(TypedDict):
    """Another query that may have been meant: what "did you mean" asks. It is never searched instead of
    what was typed.
    """

    language: Language
    """The language of the words that are changed."""
    query: str
    """The query: what was typed, but for the words that are changed."""
    segments: list[Segment]
    """The query in parts, the words that are changed marked."""
    total: int
    """How many results it has, with everything else as asked: more than what was typed."""
