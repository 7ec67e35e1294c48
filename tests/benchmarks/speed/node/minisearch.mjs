// MiniSearch, with an analyser for the fields of each language.

import { readFileSync, writeFileSync } from 'node:fs'
import MiniSearch from 'minisearch'

import { fold, key, keys, languageOf, words } from './language.mjs'
import { FACETS, facetsOf, hitsOf, records, run, TEXTS } from './protocol.mjs'

const FILE = 'index.json'
const OPTIONS = {
  fields: TEXTS,
  storeFields: ['title_en', 'title_fr', ...FACETS],
  tokenize: words,
  processTerm: (word, field) => (field ? key(word, languageOf(field)) : keys(word)),
  searchOptions: { boost: { title_en: 2, title_fr: 2 }, processTerm: keys },
}

/** What each set asks beside any word. */
const ASKED = {
  // A beginning is looked for as it was typed.
  prefix: { prefix: true, processTerm: (word) => fold(word.toLowerCase()) },
  typo: { fuzzy: (word) => (word.length >= 5 ? 1 : false) },
}

await run({
  // No excerpts, no phrases.
  sets: ['en_any', 'fr_any', 'filtered', 'browse', 'prefix', 'typo'],
  async build(data, index) {
    const engine = new MiniSearch(OPTIONS)
    for await (const record of records(data)) engine.add(record)
    writeFileSync(`${index}/${FILE}`, JSON.stringify(engine))
  },
  open(index) {
    const engine = MiniSearch.loadJSON(readFileSync(`${index}/${FILE}`, 'utf8'), OPTIONS)
    return ({ set, text, language, kind }) => {
      const filter = kind ? { filter: (hit) => hit.kind === kind } : {}
      const found = engine.search(text || MiniSearch.wildcard, { ...ASKED[set], ...filter })
      return { hits: hitsOf(found, language), facets: kind ? facetsOf(found) : {} }
    }
  },
})
