"""tantivy-py, with the fields and analysers of ``../src/bin/tantivy.rs``."""

import re
from pathlib import Path

import tantivy
from protocol import COMPLETIONS, FACETS, HITS, SHORTEST_MISTYPED, Answer, Answerer, Query, records, run
from tantivy import Filter, Occur, SnippetGenerator, TextAnalyzerBuilder, Tokenizer
from tantivy import Query as Matches

LANGUAGES = {"en": "english", "fr": "french"}

FIELDS = ["title", "description"]

WORD = re.compile(r"[^\W_]+")

# The words of all texts as they are written, which completion proposes: the other fields hold stems.
WORDS = "words"

EXCERPTED = {"snippet": ["description"], "page": FIELDS}


def analyzer(language: str) -> tantivy.TextAnalyzer:
    """The chain that ranks best of those that ``../../rivals`` tried."""
    chain = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(40)).filter(Filter.lowercase())
    chain = chain.filter(Filter.stopword(language)).filter(Filter.ascii_fold())
    return chain.filter(Filter.stemmer(language)).build()


def schema() -> tantivy.Schema:
    """The same fields as in Rust."""
    builder = tantivy.SchemaBuilder().add_text_field("id", stored=True, tokenizer_name="raw")
    for code in LANGUAGES:
        for field in FIELDS:
            builder = builder.add_text_field(f"{field}_{code}", stored=True, tokenizer_name=code)
    builder = builder.add_text_field(WORDS, tokenizer_name=WORDS, index_option="basic")
    for name in FACETS:
        builder = builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def at(folder: Path) -> tantivy.Index:
    """The index in a folder, new or not."""
    index = tantivy.Index(schema(), path=str(folder))
    for code, language in LANGUAGES.items():
        index.register_tokenizer(code, analyzer(language))
    words = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(40)).filter(Filter.lowercase())
    index.register_tokenizer(WORDS, words.build())
    return index


def build(data: Path, folder: Path) -> None:
    """One writing thread, one commit."""
    index = at(folder)
    writer = index.writer(heap_size=200_000_000, num_threads=1)
    for record in records(data):
        document = tantivy.Document(
            id=record["id"], kind=record["kind"], place=record["place"], year=record["date"]
        )
        for code in record["languages"]:
            for field in FIELDS:
                document.add_text(f"{field}_{code}", record[field][code])
                document.add_text(WORDS, record[field][code])
            document.add_text("language", code)
        for topic in record["topics"]:
            document.add_text("topic", topic)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def open_index(folder: Path) -> Answerer:
    """Mapped into memory by tantivy."""
    index = at(folder)
    index.reload()
    searcher = index.searcher()
    fields = index.schema
    analyzers = {code: analyzer(language) for code, language in LANGUAGES.items()}
    counted = {name: {"terms": {"field": name, "size": 100}} for name in FACETS}

    def mistyped(query: Query, analyze: tantivy.TextAnalyzer) -> set[str]:
        """The terms of the words in which an error is looked for: as they are typed, they are long enough."""
        typed = WORD.findall(query.text) if query.set == "typo" else []
        return {token for word in typed if len(word) >= SHORTEST_MISTYPED for token in analyze.analyze(word)}

    def word(field: str, token: str, *, is_mistyped: bool) -> Matches:
        if is_mistyped:
            return Matches.fuzzy_term_query(fields, field, token, 1, transposition_cost_one=True)
        return Matches.term_query(fields, field, token, index_option="freq")

    def matches(query: Query) -> Matches:
        if not query.text:
            return Matches.all_query()
        parts = []
        for code, analyze in analyzers.items():
            tokens = analyze.analyze(query.text)
            long = mistyped(query, analyze)
            for name in FIELDS:
                field = f"{name}_{code}"
                if query.set == "prefix":
                    words = [Matches.phrase_prefix_query(fields, field, [query.text])]
                elif query.set == "phrase" and len(tokens) > 1:
                    words = [Matches.phrase_query(fields, field, tokens)]
                else:
                    words = [word(field, token, is_mistyped=token in long) for token in tokens]
                parts += [(Occur.Should, part) for part in words]
        return Matches.boolean_query(parts)

    def completions(text: str) -> list[str]:
        *before, begun = text.split(" ")
        parts = [Matches.term_query(fields, WORDS, word.lower(), index_option="basic") for word in before]
        narrowed = Matches.boolean_query([(Occur.Must, part) for part in parts]) if parts else None
        found = searcher.terms_with_prefix(WORDS, begun.lower(), filter_query=narrowed, limit=COMPLETIONS)
        return [" ".join([*before, word]) for word, _ in found]

    def answer(query: Query) -> Answer:
        if query.set == "complete":
            return {"hits": [], "proposed": completions(query.text)}
        asked = matches(query)
        facets = {}
        if query.kind is not None:
            kind = Matches.const_score_query(
                Matches.term_query(fields, "kind", query.kind, index_option="basic"), 0.0
            )
            asked = Matches.boolean_query([(Occur.Must, asked), (Occur.Must, kind)])
        if query.is_counted:
            for name, result in searcher.aggregate(asked, counted).items():
                facets[name] = {bucket["key"]: bucket["doc_count"] for bucket in result["buckets"]}
        found = searcher.search(asked, HITS, count=False).hits
        own, other = ("fr", "en") if query.language == "fr" else ("en", "fr")
        # For each text, in the reader’s language, then in the other one if the first gives nothing.
        excerpts = [
            [SnippetGenerator.create(searcher, asked, fields, f"{name}_{code}") for code in (own, other)]
            for name in EXCERPTED.get(query.set, [])
        ]
        hits, snippets = [], 0
        for _, address in found:
            document = searcher.doc(address)
            title = document.get_first(f"title_{own}") or document.get_first(f"title_{other}")
            hits.append((document.get_first("id"), title))
            shown = [any(each.snippet_from_doc(document).to_html() for each in both) for both in excerpts]
            snippets += any(shown)
        return {"hits": hits, "facets": facets, "snippets": snippets}

    return answer


SETS = ["en_any", "fr_any", "snippet", "filtered", "browse", "phrase", "prefix", "typo", "page", "complete"]
run(SETS, build, open_index)
