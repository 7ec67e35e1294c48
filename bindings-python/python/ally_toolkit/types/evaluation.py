"""How good a search is.

Made by ``generate_types.py`` from the schema of the core; do not edit.
"""

from typing import TypeAlias, TypedDict


class Change(TypedDict):
    """A query that two rankings answer differently well."""

    after: float
    """Its measure after, from 0 to 1."""
    before: float
    """Its measure before, from 0 to 1."""
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
    """The mean: of a measure from 0 to 1, of a difference from -1 to 1."""
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


Judgments: TypeAlias = dict[str, dict[str, int]]
"""Which records answer which query, and how well: the grade of each judged record, by query and record id.

Grade 0 means "judged, and not an answer"; a record without a grade counts as no answer too. In JSON:
`{"query": {"record": 2}}`.
"""
