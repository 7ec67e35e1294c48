"""The exceptions, one class for each kind of error."""

from ally_toolkit.types import Bilingual, ErrorData, ErrorKind, Place, Problem

__all__ = [
    "AllyToolkitError",
    "BrokenOffError",
    "IncompatibleSnapshotError",
    "InternalError",
    "InvalidCatalogueError",
    "InvalidRequestError",
    "InvalidSnapshotError",
    "NotFoundError",
    "UnreadableError",
    "UnwritableError",
]


class AllyToolkitError(Exception):
    """What every call may raise: what is wrong, where, and what to do about it, in both languages.

    ``str(error)`` is all of it in one line of English.

    >>> from ally_toolkit import AllyToolkitError, Catalogue
    >>> try:
    ...     Catalogue.bundled().resource("no-such-thing")
    ... except AllyToolkitError as error:
    ...     print(error.kind)
    ...     print(error.remedy["fr"])
    not-found
    Vérifiez l’identifiant; une recherche par mots permet de le retrouver.
    """

    kind: ErrorKind
    """The kind of error; each has a class of its own."""
    message: Bilingual
    """What is wrong."""
    remedy: Bilingual
    """What to do about it."""
    place: Place
    """Where it is wrong, as far as known: file, line, record, field, language."""
    problems: list[Problem]
    """The problems of an invalid catalogue; empty for other kinds."""

    def __init__(self, line: str, data: ErrorData) -> None:
        super().__init__(line)
        self.kind = data["kind"]
        self.message = data["message"]
        self.remedy = data["remedy"]
        self.place = data.get("place", {})
        self.problems = data.get("problems", [])
        self._data = data

    def __reduce__(self) -> tuple[type["AllyToolkitError"], tuple[str, ErrorData]]:
        """Pickle it whole, so that it survives the way back from another process."""
        return type(self), (str(self), self._data)


class BrokenOffError(Exception):
    """The building of an index was broken off, because ``on_progress`` returned ``False``.

    It is no ``AllyToolkitError``: nothing is wrong.
    """


class UnreadableError(AllyToolkitError):
    """A folder or file cannot be opened."""


class UnwritableError(AllyToolkitError):
    """A file cannot be written; the one that was there is as it was."""


class InvalidCatalogueError(AllyToolkitError):
    """The catalogue has errors; ``problems`` lists every one with its remedy."""


class NotFoundError(AllyToolkitError):
    """No toolkit, page, resource, concept or term has this id."""


class InvalidRequestError(AllyToolkitError):
    """The request cannot be understood: an unknown value, a page below 1 ...; ``place`` names the field."""


class InvalidSnapshotError(AllyToolkitError):
    """No snapshot, or one that is cut short or damaged. Build it again."""


class IncompatibleSnapshotError(AllyToolkitError):
    """A snapshot of another version. Update the library, or build it again."""


class InternalError(AllyToolkitError):
    """A defect of this library. Please report it."""


_CLASSES: dict[ErrorKind, type[AllyToolkitError]] = {
    "unreadable": UnreadableError,
    "unwritable": UnwritableError,
    "invalid-catalogue": InvalidCatalogueError,
    "not-found": NotFoundError,
    "invalid-request": InvalidRequestError,
    "invalid-snapshot": InvalidSnapshotError,
    "incompatible-snapshot": IncompatibleSnapshotError,
    "internal": InternalError,
}


def _exception(line: str, data: ErrorData) -> AllyToolkitError:
    """Make the exception for an error. Called by the native module; here alone a kind becomes a class."""
    return _CLASSES[data["kind"]](line, data)
