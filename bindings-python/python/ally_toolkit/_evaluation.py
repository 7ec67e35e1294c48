"""How well a ranking answers judged queries, and whether a change made it better."""

from ally_toolkit import _native
from ally_toolkit.types import Comparison, Evaluation, Judgments, Measure


def evaluate(
    judgments: str | Judgments,
    rankings: dict[str, list[str]],
    *,
    measures: list[Measure] | None = None,
) -> Evaluation:
    """Measure ``rankings``, the ids found for each query with the best first, against ``judgments``.

    Judgments are a grade for each query and record, or the text of TREC qrels. A judged query without a
    ranking found nothing; a ranking whose query is not judged, or has no answer, is passed over.

    ``measures`` are ``ndcg@K``, ``mrr@K`` and ``recall@K`` with any rank; nDCG@10, MRR@10 and recall@100 when
    left out. Means come with their 95 % confidence interval, the same on every run.

    >>> judgments = {"mentorat": {"athena-rising": 3, "mentoring": 1}, "parité": {"gba-plus": 2}}
    >>> rankings = {"mentorat": ["athena-rising"], "parité": ["a-guide", "gba-plus"]}
    >>> evaluation = evaluate(judgments, rankings, measures=["mrr@10"])
    >>> evaluation["queries"]["parité"]
    {'mrr@10': 0.5}
    >>> mean = evaluation["means"]["mrr@10"]
    >>> mean["mean"], mean["interval"], mean["queries"]
    (0.75, {'low': 0.5, 'high': 1.0}, 2)

    Raises:
        InvalidRequestError: With the field, or the line of qrels, that cannot be read.

    """
    request = {"judgments": judgments, "rankings": rankings}
    return _native.evaluate(request if measures is None else request | {"measures": measures})


def compare(before: Evaluation, after: Evaluation, measure: Measure = "ndcg@10") -> Comparison:
    r"""Set two evaluations of the same queries beside each other, query by query.

    An interval of the difference that lies above 0 is an improvement beyond chance. Queries that only one of
    them has are left out; those that changed are listed, the worst loss first.

    >>> judgments = "q1 0 d1 1\nq2 0 d2 1"
    >>> before = evaluate(judgments, {"q1": ["d1"], "q2": ["d1", "d2"]})
    >>> after = evaluate(judgments, {"q1": ["d1"], "q2": ["d2"]})
    >>> comparison = compare(before, after, "mrr@10")
    >>> comparison["difference"]["mean"]
    0.25
    >>> comparison["changes"]
    [{'query': 'q2', 'before': 0.5, 'after': 1.0}]

    Raises:
        InvalidRequestError: When one of them is not an evaluation, or there is no such measure.

    """
    return _native.compare({"before": before, "after": after, "measure": measure})
