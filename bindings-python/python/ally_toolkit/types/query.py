"""What the text of a query asks for.

Made by ``generate_types.py`` from the schema of the core; do not edit.
"""

from typing import Literal, TypeAlias, TypedDict

from ally_toolkit.types.text import Bilingual, Span

QueryField: TypeAlias = Literal[
    "title",
    "creator",
    "publisher",
    "description",
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
"""A field that a query can name, in either language, without regard to capitals and accents.

| field | names | |---|---| | `Title` | `title`, `titre` | | `Creator` | `creator`, `author`, `auteur`,
`autrice` | | `Publisher` | `publisher`, `éditeur`, `éditrice` | | `Description` | `description`,
`résumé` | | `Kind` | `kind`, `type`, `genre` | | `Topic` | `topic`, `subject`, `sujet`, `thème` | |
`Cluster` | `cluster`, `volet` | | `Audience` | `audience`, `public` | | `Language` | `language`,
`lang`, `langue` | | `Place` | `place`, `lieu` | | `Level` | `level`, `niveau` | | `Access` | `access`,
`accès` | | `Year` | `year`, `année` |
"""


class FieldValues(TypedDict):
    """A field that must have one of some values."""

    name: QueryField
    """The field."""
    values: list[str]
    """The values, each in its words."""


SyntaxProblemKind: TypeAlias = Literal[
    "unclosed_quotation",
    "empty_quotation",
    "unclosed_parenthesis",
    "unopened_parenthesis",
    "empty_parentheses",
    "too_deep",
    "missing_operand",
    "missing_value",
]
"""What may be wrong with the text of a query."""


class SyntaxProblem(TypedDict):
    """Something in the text of a query that cannot be read as it may have been meant. It is read as its
    words are.
    """

    kind: SyntaxProblemKind
    """What is wrong."""
    message: Bilingual
    """What is wrong and where, in words."""
    remedy: Bilingual
    """What to do about it."""
    span: Span
    """Where."""


class WordQuery(TypedDict):
    """A word in whatever form, or what stands for it."""

    word: str


class PrefixQuery(TypedDict):
    """A word that begins so."""

    prefix: str


class PhraseQuery(TypedDict):
    """These very words, side by side; capitals and accents do not matter, nor the notation of inclusive
    forms.
    """

    phrase: str


class FieldQuery(TypedDict):
    """A field that has one of some values."""

    field: FieldValues


class RequiredQuery(TypedDict):
    """What must match, where it need not by itself."""

    required: "Query"


NotQuery = TypedDict(
    "NotQuery",
    {
        "not": "Query",
    },
)
"""What must not match."""


class AllQuery(TypedDict):
    """What must match, all of it."""

    all: list["Query"]


class AnyQuery(TypedDict):
    """What must match, one at least."""

    any: list["Query"]


class GroupQuery(TypedDict):
    """Words and more, side by side."""

    group: list["Query"]


Query: TypeAlias = (
    WordQuery
    | PrefixQuery
    | PhraseQuery
    | FieldQuery
    | RequiredQuery
    | NotQuery
    | AllQuery
    | AnyQuery
    | GroupQuery
)
"""A query as a tree.

Made by `parse`, or by a program with the functions below; asked with its text:
"""


class ParsedQuery(TypedDict):
    """What the text of a query is read as."""

    problems: list[SyntaxProblem]
    """What could not be read as it may have been meant, in the order of the text."""
    query: Query
    """The query."""
