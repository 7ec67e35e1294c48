"""What is asked of a search, and what it finds.

Made by ``generate_types.py`` from the schema of the core; do not edit.
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict

from ally_toolkit.types.analysis import Rule
from ally_toolkit.types.model import VocabularyName
from ally_toolkit.types.reading_records import CardView
from ally_toolkit.types.text import Bilingual, Language, LocalizedText, Span

Feature: TypeAlias = Literal["word", "exact_word", "phrase", "proximity", "whole_title", "other_language"]
"""A part of a hit's score."""


class Contribution(TypedDict):
    """What a feature adds to a score, or to the lead over the next hit."""

    feature: Feature
    """The feature."""
    value: float
    """What it adds, to six decimals; below 0 for what is taken off."""
    word: NotRequired[str]
    """The word of the query, as typed, where the feature is of one; the first of two neighbours."""


FacetField: TypeAlias = (
    Literal[
        "kind",
        "topic",
        "cluster",
        "audience",
        "language",
        "place",
        "level",
        "access",
        "year",
        "publisher",
    ]
    | str
)
"""What resources are filtered and counted by.

In JSON, the name of the field: `"kind"`, `"topic"` …, and `"extra.format"` for the field `format` of
the catalogue's own.
"""


class Diversity(TypedDict):
    """How many hits of a page may share a value of a field.

    What exceeds it is put off to the following pages, and comes there in its order. Only the fifty best
    hits are spread so, and only as long as other ones are left among them; nothing is lost, and totals
    and facets are the same. Topics count for their broader topics too. A hit without a value is never
    put off.
    """

    field: FacetField
    """The field."""
    most: int
    """The most hits of a page that share a value, from 1."""


class Explanation(TypedDict):
    """What a hit's score is made of."""

    above_next: NotRequired[Contribution]
    """What most sets the hit above the next one; `None` for the last hit, where the two score the same,
    and where diversity put the hit before one that scores more.
    """
    contributions: list[Contribution]
    """What each feature adds, the most first; together they are the score, but for rounding."""
    sentence: str
    """The same as one sentence in the reader's language."""
    without_diversity: NotRequired[int]
    """The place among all hits, from 1, that the hit would have without the diversity asked for; `None`
    where it is the same.
    """


FacetRange = TypedDict(
    "FacetRange",
    {
        # How many resources may be of these years: the filter of this range finds them.
        "count": int,
        # The first year; `None` where the range has no beginning.
        "from": NotRequired[int],
        # What it reads in each language: `2015–2019`, `since 2020` …
        "label": Bilingual,
        # True when the request filters by this very range.
        "selected": bool,
        # The last year; `None` where the range has no end.
        "to": NotRequired[int],
    },
)
"""A range of years of a facet."""


class FacetValue(TypedDict):
    """A value of a facet."""

    broader: NotRequired[list[str]]
    """The broader topics it belongs to, by id."""
    count: int
    """How many resources have it: a filter of this value alone finds them. One of which the year is not
    known to the last digit counts for each year that it may be of.
    """
    id: str
    """The value, as filters name it."""
    label: LocalizedText
    """What it reads in each language."""
    narrower: NotRequired[list["FacetValue"]]
    """The narrower topics under it, where topics are nested; one with several broader topics stands under
    each.
    """
    selected: bool
    """True when the request filters by it."""


class Facet(TypedDict):
    """A facet: how many of the found resources have each value.

    A facet's own filter does not hide its other values: their counts say what choosing them would give.
    """

    distinct: int
    """How many values there are, listed or not; each counted once."""
    field: FacetField
    """What is counted."""
    label: Bilingual
    """The facet's heading."""
    ranges: NotRequired[list[FacetRange]]
    """The ranges of years asked for: those of the histogram, the earliest first, then those that the
    request lists.
    """
    values: list[FacetValue]
    """The values found, in the order asked for; as a tree, where that was asked for."""


FacetOrder: TypeAlias = Literal["count", "label", "value"]
"""The order of the values of a facet."""


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


class FacetRequest(TypedDict):
    """A facet asked for: what is counted, and how it is given.

    In the JSON of a request, a facet of which nothing but the field is said may be written as the name
    of its field: `"kind"`.
    """

    field: FacetField
    """What is counted."""
    most: NotRequired[int | None]
    """How many values are listed at most, from 0; those that the request filters by are listed beside
    them. All by default.
    """
    nested: NotRequired[bool]
    """Topics only: whether each stands under its broader ones. `most` is then that of each level."""
    order: NotRequired[FacetOrder | None]
    """The order of the values; by default the most frequent first, and of years the newest."""
    ranges: NotRequired[list[YearRange]]
    """Years only: these ranges are counted, at most 200. With `step` too, they come after those of the
    histogram.
    """
    step: NotRequired[int | None]
    """Years only: a histogram of ranges of so many years, 1 to 1,000, the first year of each a multiple of
    it; from the first year found to the last, at most 200 ranges.
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


class Filters(TypedDict):
    """What resources must have: any of the values given for a field, in every field given."""

    access: NotRequired[list[str]]
    """Access: `open`, `restricted`."""
    audience: NotRequired[list[str]]
    """Audiences, by id."""
    cluster: NotRequired[list[str]]
    """Clusters, by id."""
    extra: NotRequired[dict[str, list[str]]]
    """Fields of the catalogue's own, by their ids, each with its values: `{"format": ["pdf"]}`."""
    kind: NotRequired[list[str]]
    """Kinds, by id."""
    language: NotRequired[list[str]]
    """Languages the resource can be read in: primary BCP 47 tags."""
    level: NotRequired[list[str]]
    """Levels: `introductory`, `intermediate`, `advanced`."""
    place: NotRequired[list[str]]
    """Places, by id."""
    publisher: NotRequired[list[str]]
    """Publishers, by name; capitals and accents do not matter."""
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

    Segments, so that the host can mark them as its own format asks; `to_html` makes HTML of them.
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
    """The word, as typed; of what is like a record, a word or topic of that."""


RecordType: TypeAlias = Literal["resource", "page", "term"]
"""A type of record that can be found."""


class Hit(TypedDict):
    """A record that was found; each record is found once, in whichever language matched best."""

    card: NotRequired[CardView]
    """What a list shows of a resource beside its title."""
    description: NotRequired[Highlight]
    """The description, in the language that matched, else the reader's, with what matched marked; of
    several definitions the one that shows most of the query.
    """
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
    """How well it matches, to six decimals, from 0 up: it orders the hits of one request and says nothing
    beside those of another. 0 when there is no query.
    """
    title: Highlight
    """The title as the reader sees it, in their language where there is a choice, with what matched
    marked.
    """
    why: NotRequired[str]
    """The reasons as one sentence in the reader's language."""


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


Match: TypeAlias = Literal["any", "all"]
"""Which words of the query must match."""


class Ranking(TypedDict):
    """What each part of the ranking is worth. The defaults were chosen over many collections of both
    languages and are meant for every catalogue; `docs/ranking.md` has the formulas, and what each part
    adds. Each part is worth 0, which switches it off, to 10; a search refuses any other number.
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


Sort: TypeAlias = Literal["relevance", "newest", "oldest", "added", "title"]
"""The order of the hits."""


Syntax: TypeAlias = Literal["forgiving", "strict", "words"]
"""How the text of a query is read; `query` has the syntax."""


class SearchRequest(TypedDict):
    """What is asked of a search. Every field has a default, so that `{}` is a request: everything, by
    title, first page.
    """

    across: NotRequired[LexiconSources]
    """What records of the other language are found through."""
    after: NotRequired[str | None]
    """The `next` of the answer whose next page is wanted, whatever changed since; then without `page`."""
    diversity: NotRequired[Diversity | None]
    """How much the hits of a page must differ; none by default. With `sort` left at `relevance` only."""
    explain: NotRequired[bool]
    """Whether each hit tells what its score is made of."""
    facets: NotRequired[list[FacetField | FacetRequest]]
    """Which facets are counted, in the order wanted; none by default. Each is the name of its field, or an
    object that says more.
    """
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
    """The words searched, in either language or both, with the syntax of `query`; empty to browse. At most
    8,192 bytes.
    """
    ranking: NotRequired[Ranking]
    """What each part of the ranking is worth."""
    records: NotRequired[list[RecordType]]
    """The types of record searched; resources by default."""
    sort: NotRequired[Sort]
    """The order of the hits."""
    syntax: NotRequired[Syntax]
    """How the text of the query is read."""


class SearchResults(TypedDict):
    """One page of results."""

    facets: NotRequired[list[Facet]]
    """The facets asked for, in the order asked for."""
    hits: list[Hit]
    """The hits of this page, in order."""
    next: NotRequired[str]
    """A cursor, to be given as `after` for the next page; `None` where no hit follows. Safe in an address
    as it is; what is in it may change with the version of this library.
    """
    page: int
    """The page, from 1."""
    pages: int
    """How many pages there are."""
    total: int
    """How many records match."""


class SimilarRequest(TypedDict):
    """What is asked of `Searcher::similar`: records like one. Every field but `id` has a default."""

    beyond_toolkit: NotRequired[bool]
    """Whether what the record's own toolkit shows is left out. A page is of one toolkit; a resource or
    term is of each that shows it; where none does, nothing is left out.
    """
    filters: NotRequired[Filters]
    """What resources must have."""
    id: NotRequired[str]
    """The record that others are to be like: the id of a resource or term, the address of a page
    (`TOOLKIT/PAGE`).
    """
    language: NotRequired[Language]
    """The reader's language: that of titles where there is a choice, of labels and of the sentence that
    says what is shared.
    """
    page: NotRequired[int]
    """The page, from 1."""
    per_page: NotRequired[int]
    """How many records a page holds, 1 to 100."""
    record: NotRequired[RecordType]
    """What type of record it is; a resource by default."""
    records: NotRequired[list[RecordType]]
    """The types of record found; resources by default."""
    topics: NotRequired[float]
    """What a shared topic is worth beside a shared word, 0 to 10; 0 leaves words only."""
    words: NotRequired[int]
    """By how many of its words a record is compared at most, in each language, 0 to 100; 0 leaves its
    topics only.
    """
