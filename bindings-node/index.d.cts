import type {
  About,
  Advice,
  Analysis,
  Bilingual,
  Comparison,
  CompletionRequest,
  Completions,
  Concept,
  ConceptView,
  ErrorKind,
  Evaluation,
  Highlight,
  Judgments,
  Language,
  Measure,
  PageView,
  ParsedQuery,
  Place,
  Problem,
  Proposal,
  Query,
  Report,
  Resource,
  ResourceView,
  SearchRequest,
  SearchResults,
  SimilarRequest,
  SnapshotDescription,
  Term,
  TermView,
  Toolkit,
  ToolkitView,
  VocabularyName,
} from './types.cjs'

export type * from './types.cjs'

/**
 * A catalogue with its index: immutable, held in memory or in a mapped file, released when it is no longer referred to.
 *
 * Every result is plain data of the caller's own: objects without a prototype of their own, arrays, strings, numbers. The
 * texts of one result share memory, which is freed with the last of them. Spans count UTF-16 code units, so that `text.slice(start, end)` is the
 * text meant. A lone surrogate in a string given is read as U+FFFD, the replacement character.
 *
 * @example
 * ```js
 * const catalogue = Catalogue.bundled()
 * const { hits } = catalogue.search({ query: 'mentorat', language: 'fr' })
 * ```
 */
export declare class Catalogue {
  private constructor()

  /** Opens the catalogue that comes with the package. */
  static bundled(): Catalogue

  /**
   * Opens the catalogue in a folder or in a single `.json` file.
   *
   * @param path - A path or a `file:` URL.
   * @throws {@link AllyToolkitError} `unreadable` when the path cannot be read; `invalid-catalogue` with every error
   * found, when there is one. Warnings do not stop it: {@link validate} lists them.
   */
  static open(path: string | URL): Catalogue

  /**
   * Opens a catalogue given as the text of a single file.
   *
   * @param json - The text, or its bytes in UTF-8; a byte order mark is skipped.
   * @throws {@link AllyToolkitError} `invalid-catalogue` with every error found.
   */
  static fromJson(json: string | Uint8Array): Catalogue

  /**
   * Like {@link Catalogue.bundled}, on other threads: the event loop goes on, is told of progress, and may break it off.
   *
   * @param options - How it is built.
   * @throws What {@link Catalogue.openAsync} rejects with, but for what a path may be wrong with.
   */
  static bundledAsync(options?: BuildOptions): Promise<Catalogue>

  /**
   * Like {@link Catalogue.open}, on other threads: the event loop goes on, is told of progress, and may break it off.
   *
   * @example
   * ```js
   * const catalogue = await Catalogue.openAsync('catalogue', {
   *   onProgress: (done, total) => console.log(`${Math.floor((100 * done) / total)} %`),
   *   signal: AbortSignal.timeout(60_000),
   * })
   * ```
   * @param path - A path or a `file:` URL.
   * @param options - How it is built.
   * @throws It rejects where `open` throws; with the reason of the signal, when that is aborted; with what `onProgress`
   * throws.
   */
  static openAsync(path: string | URL, options?: BuildOptions): Promise<Catalogue>

  /**
   * Like {@link Catalogue.fromJson}, on other threads: the event loop goes on, is told of progress, and may break it off.
   *
   * @param json - The text, or its bytes in UTF-8, which may be changed once this returns.
   * @param options - How it is built.
   * @throws It rejects where `fromJson` throws, and as {@link Catalogue.openAsync}.
   */
  static fromJsonAsync(json: string | Uint8Array, options?: BuildOptions): Promise<Catalogue>

  /**
   * Opens a snapshot that {@link Catalogue.writeSnapshot} or {@link Catalogue.snapshot} made, of this or any other host of
   * the library. Nothing is analysed, learned or built, and resources are read when they are asked for.
   *
   * A file is mapped into memory: processes and workers that open the same file share it. It must then not be changed in
   * place, nor cut: what is read is undefined, and the system may end the process. A file that is replaced by another of the
   * same name is safe, and the catalogue keeps the old one. Bytes are copied, since JavaScript could change them; they may be
   * changed once this returns.
   *
   * Damage to a part that is read at opening is found now, other damage where it is met, or it gives a wrong answer:
   * {@link verifySnapshot} finds all of it.
   *
   * @param source - A path, a `file:` URL, or the bytes of a snapshot.
   * @throws {@link AllyToolkitError} `unreadable` when the file cannot be read; `invalid-snapshot` for something else, or for
   * one that is cut short or damaged; `incompatible-snapshot` for one of a version of the library that this one cannot
   * read, or without a catalogue. Later, any method throws `invalid-snapshot` where it meets damage.
   */
  static openSnapshot(source: string | URL | Uint8Array): Catalogue

  /**
   * The catalogue with its index as the bytes of a snapshot. The same catalogue gives the same bytes on every host, and so
   * does one that was opened from a snapshot.
   *
   * @throws {@link AllyToolkitError} `invalid-snapshot` when it was opened from a snapshot that is damaged.
   */
  snapshot(): Buffer

  /**
   * Writes the snapshot to a file, or leaves the file that was there: it is written under another name in the same folder, put
   * on disk, and renamed when it is whole. Whoever has the old file open keeps it; on Windows, a file that is mapped cannot
   * be replaced.
   *
   * @param path - A path or a `file:` URL.
   * @throws {@link AllyToolkitError} `unwritable` when it cannot be written; `invalid-snapshot`, as
   * {@link Catalogue.snapshot}.
   */
  writeSnapshot(path: string | URL): void

  /**
   * The catalogue with some of its resources changed, without building the index anew: all changes are made or, where one
   * cannot be made, none. This catalogue stays as it is, for whoever reads it; the two share what is the same in both. The
   * new one answers as if it had been opened from the changed data, but for translations learned from the catalogue, which
   * stay as they were learned: see {@link Catalogue.rebuiltAsync}.
   *
   * @example
   * ```js
   * catalogue = catalogue.update({ upsert: [{ ...resource, id: 'mine' }], delete: ['theirs'] })
   * ```
   * @param changes - What is put in and taken away.
   * @throws {@link AllyToolkitError} `invalid-request` for a resource that cannot be read, with the field at fault;
   * `invalid-catalogue` with every error of the resources given, and of pages that show one deleted; `not-found` when a
   * resource to be deleted is not there.
   */
  update(changes: Changes): Catalogue

  /** How many changes of resources {@link Catalogue.update} made since the index was built. */
  get changes(): number

  /**
   * The same catalogue with its index built anew: translations are learned anew from it, and what updates left behind is
   * freed. For now and then, after many.
   */
  rebuilt(): Catalogue

  /**
   * Like {@link Catalogue.rebuilt}, on other threads: the event loop goes on, is told of progress, and may break it off. This
   * catalogue can be searched and updated meanwhile; updates made since are not in the one built, so make them again.
   *
   * @param options - How it is built.
   * @throws It rejects with the reason of the signal, when that is aborted; with what `onProgress` throws.
   */
  rebuiltAsync(options?: BuildOptions): Promise<Catalogue>

  /**
   * Searches both languages' texts at once: hits, facets, what matched and why.
   *
   * Any text is a query; one without words browses. It blocks the thread for as long as it takes, well under a
   * millisecond on the bundled catalogue.
   *
   * @param request - What is asked; everything has a default.
   * @throws {@link AllyToolkitError} `invalid-request` with the field at fault: an unknown field or filter value, a page
   * below 1, a query of more than 8,192 bytes.
   */
  search(request?: SearchRequest): SearchResults

  /** Like {@link Catalogue.search}, on another thread: for a large catalogue in a server. Rejects where `search` throws. */
  searchAsync(request?: SearchRequest): Promise<SearchResults>

  /**
   * Records like one, the most alike first: "more like this". A record is compared by its keywords, in both languages, and by its
   * topics. Each hit says in `why` what is shared; nothing in its texts is marked.
   *
   * @param request - What is asked: the `id` of a resource or term, or the address of a page, with its type in `record`;
   * everything else has a default.
   * @throws {@link AllyToolkitError} `not-found` when no record of that type has the id; `invalid-request` with the field at
   * fault.
   * @example
   * ```js
   * const { hits } = catalogue.similar({ id: 'athena-rising', language: 'fr' })
   * ```
   */
  similar(request: SimilarRequest & { id: string }): SearchResults

  /**
   * What completes what stands in a search box, up to the caret: words, titles, topics and people in both languages, each
   * with its number of results, which is never 0.
   *
   * @param request - What is asked; everything has a default.
   * @throws {@link AllyToolkitError} `invalid-request` with the field at fault.
   * @example
   * ```js
   * const { items, announcement } = catalogue.complete({ query: 'ment', language: 'fr' })
   * ```
   */
  complete(request?: CompletionRequest): Completions

  /**
   * Another query that may have been meant, if there is one with more results; else null. Ask it when a search found little; what
   * was typed stays what was searched.
   *
   * @param request - That of the search.
   * @throws {@link AllyToolkitError} as `search` does.
   */
  didYouMean(request?: SearchRequest): Proposal | null

  /**
   * What to do about a search that finds nothing, or too little: which parts of the query find nothing, and what leaving one of
   * them or a filter out would give, each as a request ready to be asked.
   *
   * @param request - That of the search.
   * @throws {@link AllyToolkitError} as `search` does.
   */
  advise(request?: SearchRequest): Advice

  /** What the catalogue says of itself. */
  about(): About

  /** The resources in both languages, in the order of the files. */
  resources(): Resource[]

  /** The glossary in both languages, in the order of the files. */
  terms(): Term[]

  /** The toolkits in both languages, in the order of the files. */
  toolkits(): Toolkit[]

  /**
   * The concepts of a vocabulary in both languages, in the order they are shown.
   *
   * @throws {@link AllyToolkitError} `invalid-request` when there is no such vocabulary.
   */
  vocabulary(name: VocabularyName): Concept[]

  /**
   * A resource for one reader.
   *
   * @param id - Its id.
   * @param language - The reader's language; English by default.
   * @throws {@link AllyToolkitError} `not-found`.
   */
  resource(id: string, language?: Language): ResourceView

  /**
   * A page with its blocks for one reader, ready to render: references followed, queries run.
   *
   * @param address - `TOOLKIT/PAGE`; an `#ANCHOR` after it is passed over.
   * @param language - The reader's language; English by default.
   * @throws {@link AllyToolkitError} `not-found`.
   */
  page(address: string, language?: Language): PageView

  /**
   * A toolkit for one reader.
   *
   * @param key - Its key.
   * @param language - The reader's language; English by default.
   * @throws {@link AllyToolkitError} `not-found`.
   */
  toolkit(key: string, language?: Language): ToolkitView

  /**
   * A topic for one reader: a concept of the vocabulary `topics`.
   *
   * @param id - Its id.
   * @param language - The reader's language; English by default.
   * @throws {@link AllyToolkitError} `not-found`.
   */
  topic(id: string, language?: Language): ConceptView

  /**
   * A concept for one reader.
   *
   * @param vocabulary - The vocabulary it belongs to.
   * @param id - Its id.
   * @param language - The reader's language; English by default.
   * @throws {@link AllyToolkitError} `not-found`; `invalid-request` when there is no such vocabulary.
   */
  concept(vocabulary: VocabularyName, id: string, language?: Language): ConceptView

  /**
   * A glossary term for one reader.
   *
   * @param id - Its id.
   * @param language - The reader's language; English by default.
   * @throws {@link AllyToolkitError} `not-found`.
   */
  term(id: string, language?: Language): TermView
}

/** Changes of a catalogue's resources; what is deleted goes first. */
export interface Changes {
  /** Each takes the place of the one with its id, or comes after all others where there is none. */
  readonly upsert?: readonly Resource[]
  /** The ids of resources to be taken away. */
  readonly delete?: readonly string[]
}

/** How an index is built. It is the same index, whatever the options. */
export interface BuildOptions {
  /** The most threads used, from 1; by default as many as there are processors. */
  readonly threads?: number
  /**
   * Called with what is done and what there is to do, which stays the same: from time to time, and at the end. Building
   * does not wait for it: where it is slow, it is told of the newest only. What it throws breaks the building off.
   */
  readonly onProgress?: (done: number, total: number) => void
  /** Breaks the building off when it is aborted; files that are being read are read to their end first. */
  readonly signal?: AbortSignal
}

/**
 * The tokens of a text, with the rules that made them: what search does to a text or a query. Spans count UTF-16 code
 * units.
 *
 * @param text - Any text.
 * @param language - The language to read it as.
 */
export declare function analyze(text: string, language: Language): Analysis

/**
 * Reads the text of a query, whatever it is: the tree that it asks for, and what could not be read as meant. Spans count UTF-16
 * code units.
 *
 * @param text - Any text.
 *
 * @example
 * ```js
 * parseQuery('mentorat -hommes').query // { group: [{ word: 'mentorat' }, { not: { word: 'hommes' } }] }
 * ```
 */
export declare function parseQuery(text: string): ParsedQuery

/**
 * The text of a query, with the operators, names and quotation marks of a language: what `search` takes. So a program makes a
 * tree, and need not care for signs in the words of people.
 *
 * @param query - The tree.
 * @param language - The language to write it in; English by default.
 * @throws `AllyToolkitError` of the kind `invalid-request` for what is no query; `place` names the part at fault.
 *
 * @example
 * ```js
 * writeQuery({ all: [{ word: 'C++' }, { phrase: 'women leaders' }] }, 'fr') // 'C++ ET «\u00a0women leaders\u00a0»'
 * ```
 */
export declare function writeQuery(query: Query, language?: Language): string

/**
 * A text of a hit as HTML: escaped, what matched in `<mark>`, `…` where the text goes on. The element around it is yours, with `lang`
 * from `highlight.language`.
 *
 * @param highlight - The `title` or `description` of a hit, or one of its `highlights`.
 * @throws `AllyToolkitError` of the kind `invalid-request` for what is no highlight; `place` names the part at fault.
 *
 * @example
 * ```js
 * highlightHtml(hit.title) // 'L’origine québécoise du «\u00a0<mark>mentorat</mark>\u00a0»'
 * ```
 */
export declare function highlightHtml(highlight: Highlight): string

/**
 * Says what a snapshot says of itself: versions, content id, sections. Only its header and table are read. Snapshots that
 * need another version of the analysis of texts are described too.
 *
 * @param source - A path, a `file:` URL, or the bytes of a snapshot.
 * @throws {@link AllyToolkitError} `unreadable` when the file cannot be read; `invalid-snapshot` for something else, one that
 * is cut short, or a damaged header or table; `incompatible-snapshot` for a format that this library cannot read.
 */
export declare function describeSnapshot(source: string | URL | Uint8Array): SnapshotDescription

/**
 * Reads a whole snapshot and returns when it is as it was written. It blocks the thread for as long as it takes.
 *
 * @param source - A path, a `file:` URL, or the bytes of a snapshot.
 * @throws {@link AllyToolkitError} Those of {@link describeSnapshot}; `invalid-snapshot` for any damage. Its message names the
 * section and the byte of the file, counted from 0, from which on it is not as it was written.
 */
export declare function verifySnapshot(source: string | URL | Uint8Array): void

/**
 * Reports every problem of a catalogue, errors and warnings, with its place and remedy.
 *
 * @param path - A folder or single file, as a path or a `file:` URL; the bundled catalogue by default.
 * @throws {@link AllyToolkitError} `unreadable` when the path itself cannot be read.
 */
export declare function validate(path?: string | URL): Report

/**
 * Like {@link validate}, for a catalogue given as the text of a single file.
 *
 * @param json - The text, or its bytes in UTF-8.
 */
export declare function validateJson(json: string | Uint8Array): Report

/**
 * Measures rankings, of this library or of any other, against judged queries. Means come with their 95 % confidence
 * interval, the same on every run.
 *
 * @example
 * ```js
 * const { means } = evaluate({ q1: { d1: 2, d2: 1 } }, { q1: ['d2', 'd1'] })
 * console.log(means['ndcg@10'].mean, means['ndcg@10'].interval)
 * ```
 * @param judgments - A grade for each query and record, or the text of TREC qrels.
 * @param rankings - The ids found for each query, the best first. A judged query without a ranking found nothing; a
 * ranking whose query is not judged, or has no answer, is passed over.
 * @param measures - `ndcg@K`, `mrr@K` and `recall@K` with any rank; by default nDCG@10, MRR@10 and recall@100.
 * @throws {@link AllyToolkitError} `invalid-request` with the field, or the line of qrels, that cannot be read.
 */
export declare function evaluate(
  judgments: string | Judgments,
  rankings: Readonly<Record<string, readonly string[]>>,
  measures?: readonly Measure[],
): Evaluation

/**
 * Sets two evaluations of the same queries beside each other, query by query. An interval of the difference that lies
 * above 0 is an improvement beyond chance. Queries that only one of them has are left out; those that changed are
 * listed, the worst loss first.
 *
 * @param before - The earlier evaluation.
 * @param after - The later one.
 * @param measure - What is compared; nDCG@10 by default.
 * @throws {@link AllyToolkitError} `invalid-request` when one of them is not an evaluation, or there is no such measure.
 */
export declare function compare(before: Evaluation, after: Evaluation, measure?: Measure): Comparison

/**
 * What every call throws when the core refuses it. `message` is one line of English: what is wrong, what to do, where.
 * An argument of the wrong JavaScript type is a `TypeError` instead.
 *
 * @example
 * ```js
 * try {
 *   catalogue.resource(id, 'fr')
 * } catch (error) {
 *   if (error instanceof AllyToolkitError && error.kind === 'not-found') show(error.messages.fr)
 *   else throw error
 * }
 * ```
 */
export declare class AllyToolkitError extends Error {
  private constructor()
  /** The kind of failure. */
  readonly kind: ErrorKind
  /** The same as `kind`, under the name that Node's own errors use. */
  readonly code: ErrorKind
  /** What is wrong, in both languages. */
  readonly messages: Bilingual
  /** What to do about it, in both languages. */
  readonly remedy: Bilingual
  /** Where it is wrong, as far as known: file, line, record, field. */
  readonly place: Place
  /** The errors of an invalid catalogue; empty for other kinds. */
  readonly problems: readonly Problem[]
}
