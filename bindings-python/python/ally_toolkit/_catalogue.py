"""The catalogue, as users see it: opened, kept, changed and read. ``_searching`` has what it answers."""

from collections.abc import Callable, Sequence
from html import escape
from os import PathLike
from typing import Self, TypeAlias, final

from ally_toolkit import _native
from ally_toolkit._searching import Searching
from ally_toolkit._snapshots import SnapshotSource
from ally_toolkit.types import (
    About,
    Concept,
    ConceptView,
    Language,
    PageView,
    Resource,
    ResourceView,
    Term,
    TermView,
    Toolkit,
    ToolkitView,
    TranslatedText,
    VocabularyName,
)

OnProgress: TypeAlias = Callable[[int, int], object]
"""Called with what is done and what there is to do; ``False`` as its answer breaks off."""


@final
class Catalogue(Searching):
    """A catalogue: toolkits and their pages, resources, vocabularies, glossary, to be searched and read.

    Open one with ``Catalogue.bundled()``, ``Catalogue.open(path)``, ``Catalogue.from_json(text)`` or
    ``Catalogue.open_snapshot(source)``. It is immutable: any number of threads may share it, and their
    searches run at the same time.

    >>> from ally_toolkit import Catalogue
    >>> Catalogue.bundled()
    <Catalogue 'Ally Toolkits: ...': ... resources, 2 toolkits, ... terms>
    """

    __slots__ = ("_inner",)

    _inner: _native.Catalogue

    def __init__(self) -> None:
        raise TypeError("use Catalogue.bundled(), open(path), from_json(text) or open_snapshot(source)")

    @classmethod
    def _of(cls, inner: _native.Catalogue) -> Self:
        catalogue = cls.__new__(cls)
        object.__setattr__(catalogue, "_inner", inner)
        return catalogue

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: a catalogue is immutable."""
        raise AttributeError("a catalogue is immutable")

    @classmethod
    def bundled(cls, *, threads: int | None = None, on_progress: OnProgress | None = None) -> Self:
        """The catalogue that comes with the package; ``threads`` and ``on_progress`` as in ``open``."""
        return cls._of(_native.Catalogue.bundled(threads, on_progress))

    @classmethod
    def open(
        cls, path: str | PathLike[str], *, threads: int | None = None, on_progress: OnProgress | None = None
    ) -> Self:
        """The catalogue in a folder, or in a single ``.json`` file. Builds its index.

        Warnings do not stop it; ``validate`` lists them. Ctrl-C does, as far as the files are read.

        >>> steps = []
        >>> catalogue = Catalogue.bundled(on_progress=lambda done, total: steps.append(done / total))
        >>> steps == sorted(steps), steps[-1]
        (True, 1.0)

        Args:
            path: A folder, or a file.
            threads: The most threads that build the index, from 1; by default as many as there are
                processors. It is the same index, whatever their number.
            on_progress: Called with what is done and what there is to do, which stays the same: from time to
                time while the index is built, and at its end, in the thread that opens. It breaks off by
                returning ``False``, or by an exception, which is raised.

        Raises:
            UnreadableError: When the path cannot be read.
            InvalidCatalogueError: With every error found.
            BrokenOffError: When ``on_progress`` returned ``False``.

        """
        return cls._of(_native.Catalogue.open(path, threads, on_progress))

    @classmethod
    def from_json(
        cls, text: str | bytes, *, threads: int | None = None, on_progress: OnProgress | None = None
    ) -> Self:
        """A catalogue given as the text of a single file; ``bytes`` are UTF-8.

        ``threads`` and ``on_progress`` as in ``open``.

        >>> Catalogue.from_json('{"title": {"en": "Mine", "fr": "Le mien"}}').about()["title"]["fr"]
        'Le mien'

        Raises:
            InvalidCatalogueError: With every error found.
            BrokenOffError: When ``on_progress`` returned ``False``.

        """
        return cls._of(_native.Catalogue.from_json(text, threads, on_progress))

    @classmethod
    def open_snapshot(cls, source: SnapshotSource) -> Self:
        """The catalogue in a snapshot, which ``write_snapshot`` wrote on any host: a path, or bytes.

        Nothing is analysed or built, and records stay where they lie until they are asked for.

        The file of a path is mapped into memory: processes that open it share it. As long as the catalogue
        lives, the file must not be changed in place: answers would be wrong, and where it became shorter the
        system would end the process. Replace it, as ``write_snapshot`` does; who has it open keeps the old
        one. Windows replaces no file that is open. Of ``bytes`` no copy is made; of other objects with a
        buffer, one.

        Not every byte is checked: damage gives an error where a call meets it, or a wrong answer, unless
        ``verify_snapshot`` found the snapshot whole. Checksums find accidents, not forgery: open what comes
        from somebody you trust.

        >>> bundled = Catalogue.bundled()
        >>> opened = Catalogue.open_snapshot(bundled.snapshot())
        >>> opened.search("mentorat", language="fr") == bundled.search("mentorat", language="fr")
        True

        Raises:
            UnreadableError: When the file cannot be read.
            InvalidSnapshotError: For no snapshot, or one that is cut short or damaged.
            IncompatibleSnapshotError: For one of another version of the library, or without a catalogue.

        """
        return cls._of(_native.Catalogue.open_snapshot(source))

    def snapshot(self) -> bytes:
        """The catalogue with its index as a snapshot. The same catalogue gives the same bytes on every host.

        Raises:
            InvalidSnapshotError: For a catalogue opened from a snapshot that is damaged.

        """
        return self._inner.snapshot()

    def write_snapshot(self, path: str | PathLike[str]) -> None:
        """Write the snapshot to a file, which another program finds as it was, or whole and new.

        It is written under another name in the same folder and put on disk, then takes the place of ``path``.
        A process that is killed leaves at most a file ``.NAME.NUMBER.new`` beside it, which may be deleted.

        Raises:
            UnwritableError: When the file cannot be written; the one that was there is as it was.
            InvalidSnapshotError: For a catalogue opened from a snapshot that is damaged.

        """
        self._inner.write_snapshot(path)

    def update(self, *, upsert: Sequence[Resource] = (), delete: Sequence[str] = ()) -> Self:
        """The catalogue with some of its resources changed, without building the index anew.

        All changes are made or, where one cannot be made, none. This catalogue stays as it is, and whoever
        reads it goes on; the two share what is the same in both. The new one answers as if it had been
        opened from the changed data, but for translations learned from the catalogue, which stay as they
        were learned: see ``rebuilt``.

        >>> catalogue = Catalogue.bundled()
        >>> mine = {"id": "mine", "kind": "article", "title": {"en": "Okapi"}, "languages": ["en"]}
        >>> updated = catalogue.update(upsert=[mine])
        >>> [hit["id"] for hit in updated.search("okapi")["hits"]], catalogue.search("okapi")["total"]
        (['mine'], 0)

        Args:
            upsert: Resources, as ``resources()`` gives them: each takes the place of the one with its id, or
                comes after all others where there is none.
            delete: The ids of resources to be taken away, before any of ``upsert`` is put in.

        Raises:
            InvalidRequestError: For a resource that cannot be read; ``place`` names the field at fault.
            InvalidCatalogueError: With every error of the resources given, and of pages that show one that
                was deleted.
            NotFoundError: When a resource to be deleted is not there.
            InvalidSnapshotError: For a catalogue opened from a snapshot that is damaged.
            TypeError: For an object that is none of str, int, list and dict.

        """
        return self._of(self._inner.update({"upsert": upsert, "delete": delete}))

    @property
    def changes(self) -> int:
        """How many changes of resources ``update`` made since the index was built.

        >>> Catalogue.bundled().update(delete=["male-ally-roadmap"]).changes
        1
        """
        return self._inner.changes

    def rebuilt(self, *, threads: int | None = None, on_progress: OnProgress | None = None) -> Self:
        """The same catalogue with its index built anew; ``threads`` and ``on_progress`` as in ``open``.

        Translations are learned anew from the catalogue, and what updates left behind is freed: for now and
        then, after many. This catalogue stays as it is, and other threads can search and update it meanwhile.
        Changes they make since are not in the one built: make them again.

        >>> Catalogue.bundled().update(delete=["male-ally-roadmap"]).rebuilt().changes
        0

        Raises:
            InvalidSnapshotError: For a catalogue opened from a snapshot that is damaged.
            BrokenOffError: When ``on_progress`` returned ``False``.

        """
        return self._of(self._inner.rebuilt(threads, on_progress))

    def about(self) -> About:
        """What the catalogue says of itself."""
        return self._inner.about()

    def resources(self) -> list[Resource]:
        """The resources as the catalogue has them, in both languages, in the order of the files.

        A new list each time: change it as you like.
        """
        return self._inner.resources()

    def terms(self) -> list[Term]:
        """The glossary, likewise."""
        return self._inner.terms()

    def toolkits(self) -> list[Toolkit]:
        """The toolkits, likewise."""
        return self._inner.toolkits()

    def vocabulary(self, name: VocabularyName) -> list[Concept]:
        """The concepts of a vocabulary, in the order in which they are shown.

        >>> [concept["label"]["fr"] for concept in Catalogue.bundled().vocabulary("topics")][:2]
        ['alliance inclusive en action', 'alliance inclusive']
        """
        return self._inner.vocabulary(name)

    def resource(self, id: str, language: Language = "en") -> ResourceView:
        """The resource with this id, for a reader of ``language``.

        Each text says which language it is in, and whether that is not the reader's.

        Raises:
            NotFoundError: When there is none.

        """
        return self._inner.resource(id, language)

    def page(self, address: str, language: Language = "en") -> PageView:
        """The page at ``address``, written ``TOOLKIT/PAGE``, for a reader of ``language``, ready to render.

        >>> Catalogue.bundled().page("men-as-allies/home", "fr")["title"]["language"]
        'fr'

        Raises:
            NotFoundError: When there is none.

        """
        return self._inner.page(address, language)

    def toolkit(self, key: str, language: Language = "en") -> ToolkitView:
        """The toolkit with this key, for a reader of ``language``: its pages, navigation and credits.

        >>> Catalogue.bundled().toolkit("men-as-allies", "fr")["title"]["value"]
        'Trousse d’outils pour les hommes alliés'

        Raises:
            NotFoundError: When there is none.

        """
        return self._inner.toolkit(key, language)

    def topic(self, id: str, language: Language = "en") -> ConceptView:
        """The topic with this id, for a reader of ``language``.

        >>> Catalogue.bundled().topic("mentorship", "fr")["label"]["value"]
        'mentorat'

        Raises:
            NotFoundError: When there is none.

        """
        return self._inner.concept("topics", id, language)

    def concept(self, vocabulary: VocabularyName, id: str, language: Language = "en") -> ConceptView:
        """The concept with this id in a vocabulary, for a reader of ``language``.

        Raises:
            NotFoundError: When there is none.

        """
        return self._inner.concept(vocabulary, id, language)

    def term(self, id: str, language: Language = "en") -> TermView:
        """The glossary term with this id, for a reader of ``language``.

        Raises:
            NotFoundError: When there is none.

        """
        return self._inner.term(id, language)

    def _titles(self) -> list[tuple[Language, str]]:
        title = self.about()["title"]
        sides: list[tuple[Language, str | TranslatedText | None]] = [
            ("en", title.get("en")),
            ("fr", title.get("fr")),
        ]
        return [
            (language, side if isinstance(side, str) else side["value"]) for language, side in sides if side
        ]

    def _counts(self) -> list[tuple[str, int]]:
        return list(zip(("resources", "toolkits", "terms"), self._inner.counts(), strict=True))

    def __repr__(self) -> str:
        """The title and the counts."""
        title = self._titles()[0][1]
        return f"<Catalogue {title!r}: {', '.join(f'{count} {name}' for name, count in self._counts())}>"

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        titles = " · ".join(f'<b lang="{code}">{escape(title)}</b>' for code, title in self._titles())
        return f"<div>{titles}<br>{', '.join(f'{count:,} {name}' for name, count in self._counts())}</div>"
