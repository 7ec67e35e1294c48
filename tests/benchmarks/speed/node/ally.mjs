// The library's own package: an index is a snapshot, which is mapped into memory.

import { Catalogue } from '../../../../bindings-node/index.js'

import { FACETS, isCounted, run } from './protocol.mjs'

const FILE = 'catalogue.ally'
const isMarked = (highlight) => highlight?.segments.some((part) => part.marked)
const text = (highlight) => highlight.segments.map((segment) => segment.text).join('')

await run({
  sets: ['en_any', 'fr_any', 'snippet', 'filtered', 'browse', 'phrase', 'prefix', 'typo', 'page', 'complete'],
  build(data, index) {
    Catalogue.open(`${data}/catalogue.json`).writeSnapshot(`${index}/${FILE}`)
  },
  open(index) {
    const catalogue = Catalogue.openSnapshot(`${index}/${FILE}`)
    return (asked) => {
      const { set, text: words, language, kind } = asked
      if (set === 'complete') {
        return { hits: [], proposed: catalogue.complete({ query: words, language }).items.map((item) => item.text) }
      }
      const query = set === 'phrase' ? `"${words}"` : set === 'prefix' ? `${words}*` : words
      const filters = kind ? { filters: { kind: [kind] } } : {}
      const facets = isCounted(asked) ? { facets: FACETS } : {}
      const results = catalogue.search({ query, language, ...filters, ...facets })
      const counts = ({ values }) => Object.fromEntries(values.map(({ id, count }) => [id, count]))
      return {
        hits: results.hits.map((hit) => [hit.id, text(hit.title)]),
        facets: Object.fromEntries((results.facets ?? []).map((facet) => [facet.field, counts(facet)])),
        snippets: results.hits.filter((hit) => isMarked(hit.description) || (set === 'page' && isMarked(hit.title))).length,
      }
    }
  },
})
