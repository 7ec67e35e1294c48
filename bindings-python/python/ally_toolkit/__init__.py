"""Curated bilingual (English/French) toolkits and their catalogue of resources.

Search in either language finds resources in both, with the reasons for each hit:

>>> from ally_toolkit import Catalogue
>>> catalogue = Catalogue.bundled()
>>> results = catalogue.search("allyship", language="en", filters={"language": ["fr"]})
>>> hit = results["hits"][0]
>>> hit["title"]["language"], hit["card"]["languages"]
('fr', ['fr'])
>>> hit["why"]
'Found by “allyship”: ...'

Results are plain dicts and lists, the same as in the library's other languages; ``ally_toolkit.types``
has their types. ``search_lazy`` gives objects instead, of which only what is read is made.

Errors are subclasses of ``AllyToolkitError``.

Spans count code points, so that they slice a ``str``. A lone surrogate in a ``str``, which UTF-8 cannot say,
is read as U+FFFD, and spans still fit.
"""

from ally_toolkit._catalogue import Catalogue
from ally_toolkit._evaluation import compare, evaluate
from ally_toolkit._functions import (
    analyze,
    highlight_html,
    parse_query,
    validate,
    validate_json,
    write_query,
)
from ally_toolkit._native import LazyHighlight, LazyHit, LazyResults, __version__
from ally_toolkit._snapshots import describe_snapshot, verify_snapshot
from ally_toolkit.errors import (
    AllyToolkitError,
    BrokenOffError,
    IncompatibleSnapshotError,
    InternalError,
    InvalidCatalogueError,
    InvalidRequestError,
    InvalidSnapshotError,
    NotFoundError,
    UnreadableError,
    UnwritableError,
)

__all__ = [
    "AllyToolkitError",
    "BrokenOffError",
    "Catalogue",
    "IncompatibleSnapshotError",
    "InternalError",
    "InvalidCatalogueError",
    "InvalidRequestError",
    "InvalidSnapshotError",
    "LazyHighlight",
    "LazyHit",
    "LazyResults",
    "NotFoundError",
    "UnreadableError",
    "UnwritableError",
    "__version__",
    "analyze",
    "compare",
    "describe_snapshot",
    "evaluate",
    "highlight_html",
    "parse_query",
    "validate",
    "validate_json",
    "verify_snapshot",
    "write_query",
]
