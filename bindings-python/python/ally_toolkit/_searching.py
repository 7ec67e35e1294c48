"""What a catalogue answers: searches, what is like a record, suggestions."""

from collections.abc import Sequence
from typing import Any, Unpack

from ally_toolkit import _native
from ally_toolkit.types import (
    Advice,
    CompletionKind,
    Completions,
    Diversity,
    FacetField,
    FacetRequest,
    Filters,
    Language,
    LexiconSources,
    Match,
    Proposal,
    Ranking,
    RecordType,
    SearchRequest,
    SearchResults,
    Sort,
    Syntax,
)


class Searching:
    """The part of a ``Catalogue`` that answers."""

    __slots__ = ()
    _inner: _native.Catalogue

    def search(
        self,
        query: str = "",
        *,
        language: Language = "en",
        records: Sequence[RecordType] | None = None,
        filters: Filters | None = None,
        facets: Sequence[FacetField | FacetRequest] | None = None,
        sort: Sort = "relevance",
        match: Match = "any",
        syntax: Syntax = "forgiving",
        across: LexiconSources | None = None,
        ranking: Ranking | None = None,
        diversity: Diversity | None = None,
        explain: bool = False,
        page: int = 1,
        after: str | None = None,
        per_page: int = 10,
    ) -> SearchResults:
        """One page of what matches ``query``, the best first, each hit with what matched and why.

        >>> from ally_toolkit import Catalogue
        >>> results = Catalogue.bundled().search(
        ...     "mentorship", filters={"language": ["fr"], "year": {"from": 2015}}, facets=["kind"]
        ... )
        >>> results["total"]
        2
        >>> results["facets"][0]["label"]
        {'en': 'Kind', 'fr': 'Type'}

        Args:
            query: The words searched, in either language or both, with quotations, signs, operators and
                fields (``docs/searching.md``); empty to browse. Any text is a query. At most 8,192 bytes in
                UTF-8.
            language: The reader's: of titles where there is a choice, of labels, of the order of titles.
            records: The types of record searched; resources by default.
            filters: What resources must have: any of the values given for a field, in every field given.
            facets: Which facets are counted, in the order wanted: each the name of its field, or a dict that
                says more, such as ``{"field": "topic", "nested": True}``.
            sort: The order of the hits.
            match: Which words of the query must match: ``any``, or ``all`` of them in one language.
            syntax: How the text of the query is read: ``forgiving``; ``strict``, which raises what cannot be
                read as its syntax says; ``words``, in which no sign means anything.
            across: The sources of translations, each switched off by ``False``; all by default.
            ranking: What the parts of the ranking are worth: 0 switches a part off; one left out keeps its
                default.
            diversity: How many hits of a page may share a value of a field; by relevance only.
            explain: Whether each hit says what its score is made of.
            page: The page, from 1.
            after: The ``next`` of the answer whose next page is wanted, whatever changed since; then without
                ``page``.
            per_page: How many hits a page holds, 1 to 100; 0 counts without hits.

        Raises:
            InvalidRequestError: For a value that cannot be; ``place`` names the field at fault.
            TypeError: For an object that is none of str, int, list and dict.

        """
        asked = _request(
            query=query,
            language=language,
            records=records,
            filters=filters,
            facets=facets,
            sort=sort,
            match=match,
            syntax=syntax,
            across=across,
            ranking=ranking,
            diversity=diversity,
            explain=explain,
            page=page,
            after=after,
            per_page=per_page,
        )
        return self._inner.search(asked)

    def search_lazy(
        self,
        query: str = "",
        *,
        language: Language = "en",
        records: Sequence[RecordType] | None = None,
        filters: Filters | None = None,
        facets: Sequence[FacetField | FacetRequest] | None = None,
        sort: Sort = "relevance",
        match: Match = "any",
        syntax: Syntax = "forgiving",
        across: LexiconSources | None = None,
        ranking: Ranking | None = None,
        diversity: Diversity | None = None,
        explain: bool = False,
        page: int = 1,
        after: str | None = None,
        per_page: int = 10,
    ) -> _native.LazyResults:
        """Like ``search``, with results of which only what is read is made, when it is read.

        They are objects with the same fields, not dicts; ``to_dict()`` gives what ``search`` does.

        >>> from ally_toolkit import Catalogue
        >>> results = Catalogue.bundled().search_lazy("mentorat", language="fr")
        >>> hit = results.hits[0]
        >>> hit.title.text, hit.title.marked
        ('Mentorat professionnel', True)
        >>> hit.to_dict()["title"]["segments"][0]["text"]
        'Mentorat'
        """
        asked = _request(
            query=query,
            language=language,
            records=records,
            filters=filters,
            facets=facets,
            sort=sort,
            match=match,
            syntax=syntax,
            across=across,
            ranking=ranking,
            diversity=diversity,
            explain=explain,
            page=page,
            after=after,
            per_page=per_page,
        )
        return self._inner.search_lazy(asked)

    def similar(
        self,
        id: str,
        *,
        record: RecordType = "resource",
        language: Language = "en",
        records: Sequence[RecordType] | None = None,
        filters: Filters | None = None,
        beyond_toolkit: bool = False,
        words: int = 50,
        topics: float = 1.0,
        page: int = 1,
        per_page: int = 5,
    ) -> SearchResults:
        """Records like one, the most alike first: "more like this".

        A record is compared by its keywords, in both languages, and by its topics. Each hit says in ``why``
        what is shared; nothing in its texts is marked.

        >>> from ally_toolkit import Catalogue
        >>> similar = Catalogue.bundled().similar("athena-rising", language="fr", per_page=2)
        >>> len(similar["hits"]), similar["hits"][0]["why"].startswith("En commun")
        (2, True)

        Args:
            id: That of a resource or term; of a page, its address, ``TOOLKIT/PAGE``.
            record: What type of record it is.
            language: The reader's: that of titles where there is a choice, and of what is said to be shared.
            records: The types of record found; resources by default.
            filters: As for ``search``.
            beyond_toolkit: Whether what the record's own toolkits show is left out.
            words: By how many of its words it is compared at most, in each language, 0 to 100.
            topics: What a shared topic is worth beside a shared word, 0 to 10.
            page: The page, from 1.
            per_page: How many hits a page holds, 1 to 100.

        Raises:
            NotFoundError: When no record of that type has the id.
            InvalidRequestError: For a value that cannot be; ``place`` names the field at fault.

        """
        asked = _request(
            id=id,
            record=record,
            language=language,
            records=records,
            filters=filters,
            beyond_toolkit=beyond_toolkit,
            words=words,
            topics=topics,
            page=page,
            per_page=per_page,
        )
        return self._inner.similar(asked)

    def complete(
        self,
        query: str = "",
        *,
        language: Language = "en",
        records: Sequence[RecordType] | None = None,
        filters: Filters | None = None,
        match: Match = "all",
        kinds: Sequence[CompletionKind] | None = None,
        limit: int = 8,
    ) -> Completions:
        """What completes ``query``, what stands in a search box up to the caret, the worthiest first.

        Words, titles, topics and people in both languages, each with its number of results, which is never 0.

        >>> from ally_toolkit import Catalogue
        >>> completions = Catalogue.bundled().complete("l'al", language="fr", kinds=["word"], limit=1)
        >>> completions["announcement"].split()
        ['1', 'suggestion']
        >>> [(item["text"], item["kind"], item["language"]) for item in completions["items"]]
        [("l'alliance", 'word', 'fr')]

        Args:
            query: What stands in the box. Its last word is taken for a beginning, until a blank or a sign
                ends it; the words before narrow what is found.
            language: The reader's: its words come first at equal worth, and topics are shown in it.
            records: The types of record searched; resources by default.
            filters: As for ``search``: only what a search with them finds is suggested and counted.
            match: Which words of a completion must match in the search that it stands for.
            kinds: What is suggested; every kind by default.
            limit: How many completions at most, 1 to 50.

        Raises:
            InvalidRequestError: For a value that cannot be; ``place`` names the field at fault.

        """
        asked = _request(
            query=query,
            language=language,
            records=records,
            filters=filters,
            match=match,
            kinds=kinds,
            limit=limit,
        )
        return self._inner.complete(asked)

    def did_you_mean(self, query: str = "", /, **request: Unpack[SearchRequest]) -> Proposal | None:
        """Another query that may have been meant, if there is one with more results; else ``None``.

        Ask it when a search with the same arguments found little. What was typed stays what was searched.

        >>> from ally_toolkit import Catalogue
        >>> proposal = Catalogue.bundled().did_you_mean("Mascullinity?")
        >>> proposal["query"] if proposal else None
        'Masculinity?'

        Args:
            query: That of the search.
            request: Everything else that it was given.

        Raises:
            InvalidRequestError: As ``search`` does.

        """
        return self._inner.did_you_mean(_request(**{"query": query, **request}))

    def advise(self, query: str = "", /, **request: Unpack[SearchRequest]) -> Advice:
        r"""What to do about a search that finds nothing, or too little.

        Which parts of the query find nothing, and what leaving one of them or a filter out would give, each
        as a request ready to be asked.

        >>> from ally_toolkit import Catalogue
        >>> catalogue = Catalogue.bundled()
        >>> advice = catalogue.advise("+mentorat +zoologie", language="fr")
        >>> advice["message"]["fr"]
        'Aucun résultat. Rien ne correspond à «\xa0zoologie\xa0».'
        >>> best = advice["requests"][0]
        >>> best["request"]["query"], catalogue.search(**best["request"])["total"] == best["total"]
        ('+mentorat', True)

        Args:
            query: That of the search.
            request: Everything else that it was given.

        Raises:
            InvalidRequestError: As ``search`` does.

        """
        return self._inner.advise(_request(**{"query": query, **request}))


_OPTIONAL = frozenset({"records", "filters", "facets", "across", "ranking", "diversity", "after", "kinds"})


def _request(**fields: object) -> dict[str, Any]:
    """A request; an optional field that is not given is left out."""
    return {field: value for field, value in fields.items() if value is not None or field not in _OPTIONAL}
