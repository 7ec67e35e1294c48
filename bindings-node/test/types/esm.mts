// Read by tsc, never run: what the declarations allow, and what they must refuse.

import type {
  BlockView,
  BuildOptions,
  Changes,
  Comparison,
  Concept,
  ErrorKind,
  Evaluation,
  Facet,
  Hit,
  Language,
  Report,
  SearchRequest,
  SearchResults,
  SnapshotDescription,
  Span,
} from 'ally-toolkit'
import {
  AllyToolkitError,
  analyze,
  Catalogue,
  compare,
  type describeSnapshot,
  evaluate,
  validate,
  type validateJson,
  verifySnapshot,
} from 'ally-toolkit'

/** Compiles only when the two types are the same. */
function same<A, B>(
  ..._: (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? [] : [never]
): void {}

const catalogue = Catalogue.open(new URL('file:///catalogue'))
const request: SearchRequest = {
  query: 'mentorat',
  language: 'fr',
  records: ['resource', 'term'],
  filters: { kind: ['video'], year: { from: 2015 } },
  facets: ['kind', 'topic'],
  sort: 'newest',
  match: 'all',
  page: 1,
  per_page: 5,
}
const results = catalogue.search(request)
same<typeof results, SearchResults>()
same<ReturnType<Catalogue['searchAsync']>, Promise<SearchResults>>()
same<Hit['language'], Language | undefined>()
same<SearchResults['facets'], Facet[] | undefined>()
same<
  ErrorKind,
  | 'unreadable'
  | 'unwritable'
  | 'invalid-catalogue'
  | 'not-found'
  | 'invalid-request'
  | 'invalid-snapshot'
  | 'incompatible-snapshot'
  | 'internal'
>()
same<ReturnType<Catalogue['vocabulary']>, Concept[]>()
same<ReturnType<typeof validateJson>, Report>()
same<ReturnType<typeof describeSnapshot>, SnapshotDescription>()
same<SnapshotDescription['sections'][number]['offset'], number>()
same<ReturnType<Catalogue['snapshot']>, Buffer>()
same<ReturnType<typeof analyze>['tokens'][number]['span'], Span>()

const evaluation = evaluate({ q: { a: 2 } }, { q: ['a'] }, ['ndcg@5'])
same<typeof evaluation, Evaluation>()
same<ReturnType<typeof compare>, Comparison>()
compare(evaluation, evaluate('q a 2', {}))

// A block is told by its type.
export function heading(block: BlockView): string {
  switch (block.type) {
    case 'text':
      return block.heading?.value ?? ''
    case 'resource_list':
      return String(block.resources.length)
    default:
      return block.type
  }
}

export function kind(error: unknown): ErrorKind | undefined {
  return error instanceof AllyToolkitError ? error.kind : undefined
}

validate()
validate('catalogue.json')
Catalogue.fromJson(Buffer.from('{}'))
catalogue.writeSnapshot(new URL('file:///catalogue.ally'))
Catalogue.openSnapshot('catalogue.ally').searchAsync()
Catalogue.openSnapshot(catalogue.snapshot())
verifySnapshot(new Uint8Array(8))

const options: BuildOptions = {
  threads: 2,
  onProgress: (done, total) => same<typeof done, typeof total>(),
  signal: AbortSignal.timeout(1000),
}
same<ReturnType<typeof Catalogue.openAsync>, Promise<Catalogue>>()
Catalogue.bundledAsync(options)
Catalogue.openAsync(new URL('file:///catalogue'), { signal: new AbortController().signal })
Catalogue.fromJsonAsync(Buffer.from('{}'), {})

const changes: Changes = { upsert: catalogue.resources(), delete: ['id'] }
same<ReturnType<Catalogue['update']>, Catalogue>()
same<Catalogue['changes'], number>()
catalogue.update(changes).update({ upsert: [{ id: 'x', kind: 'k', title: { en: 'X' }, languages: ['en'] }] })
same<ReturnType<Catalogue['rebuilt']>, Catalogue>()
same<ReturnType<Catalogue['rebuiltAsync']>, Promise<Catalogue>>()
catalogue.rebuiltAsync(options)

// @ts-expect-error: catalogues are opened, not made
new Catalogue()
// @ts-expect-error: a function, not a number
Catalogue.bundledAsync({ onProgress: 5 })
// @ts-expect-error: ids, not resources
catalogue.update({ delete: catalogue.resources() })
// @ts-expect-error: no such change
catalogue.update({ insert: [] })
// @ts-expect-error: it is counted, not set
catalogue.changes = 0
// @ts-expect-error: no such option
Catalogue.bundledAsync({ workers: 2 })
// @ts-expect-error: bytes or a path, not a parsed snapshot
Catalogue.openSnapshot({})
// @ts-expect-error: a language of the catalogue is `en` or `fr`
catalogue.resource('id', 'de')
// @ts-expect-error: no such vocabulary
catalogue.vocabulary('colours')
// @ts-expect-error: no such field
catalogue.search({ q: 'mentorat' })
// @ts-expect-error: no such order
catalogue.search({ sort: 'best' })
// @ts-expect-error: optional is not undefined
catalogue.search({ query: undefined })
// @ts-expect-error: a list of values, not one
catalogue.search({ filters: { kind: 'video' } })
// @ts-expect-error: the language decides how a text is read
analyze('text')
// @ts-expect-error: a ranking is a list of ids
evaluate({}, { q: 'a' })
// @ts-expect-error: an array may be shorter
results.hits[0].id
// @ts-expect-error: results may lack what was not asked for
results.facets.length
