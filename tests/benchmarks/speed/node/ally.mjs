// The library's own package: an index is a snapshot, which is mapped into memory.

import { Catalogue } from '../../../../bindings-node/index.js'

import { FACETS, run } from './protocol.mjs'

const FILE = 'catalogue.ally'
const text = (highlight) => highlight.segments.map((segment) => segment.text).join('')

await run({
  sets: ['en_any', 'fr_any', 'snippet', 'filtered', 'browse', 'phrase', 'prefix', 'typo'],
  build(data, index) {
    Catalogue.open(`${data}/catalogue.json`).writeSnapshot(`${index}/${FILE}`)
  },
  open(index) {
    const catalogue = Catalogue.openSnapshot(`${index}/${FILE}`)
    return ({ set, text: words, language, kind }) => {
      const query = set === 'phrase' ? `"${words}"` : set === 'prefix' ? `${words}*` : words
      const narrowed = kind ? { filters: { kind: [kind] }, facets: FACETS } : {}
      const results = catalogue.search({ query, language, ...narrowed })
      const counts = ({ values }) => Object.fromEntries(values.map(({ id, count }) => [id, count]))
      return {
        hits: results.hits.map((hit) => [hit.id, text(hit.title)]),
        facets: Object.fromEntries((results.facets ?? []).map((facet) => [facet.field, counts(facet)])),
        snippets: results.hits.filter((hit) => hit.description?.segments.some((part) => part.marked)).length,
      }
    }
  },
})
