// MiniSearch, with an analyser for the fields of each language.

import { readFileSync, writeFileSync } from 'node:fs'
import MiniSearch from 'minisearch'

import { highlighted, isMarked } from './highlight.mjs'
import { fold, key, keys, languageOf, words } from './language.mjs'
import { COMPLETIONS, FACETS, facetsOf, HITS, hitsOf, isCounted, mistyped, records, run, TEXTS } from './protocol.mjs'

const FILE = 'index.json'
const OPTIONS = {
  fields: TEXTS,
  storeFields: [...TEXTS, ...FACETS],
  tokenize: words,
  processTerm: (word, field) => (field ? key(word, languageOf(field)) : keys(word)),
  searchOptions: { boost: { title_en: 2, title_fr: 2 }, processTerm: keys },
}


/** A second index, of words as they are written: what the first would propose are stems. */
const WORDS_FILE = 'words.json'
const WORDS_OPTIONS = { fields: TEXTS, tokenize: words, processTerm: (word) => word.toLowerCase() }

/** What each set asks beside any word. */
const ASKED = {
  // A beginning is looked for as it was typed.
  prefix: () => ({ prefix: true, processTerm: (word) => fold(word.toLowerCase()) }),
  typo: (text) => {
    const long = new Set(mistyped(words(text)).flatMap(keys))
    return { fuzzy: (word) => (long.has(word) ? 1 : false) }
  },
  // As its documentation has it: one error in five letters.
  typo_more: () => ({ fuzzy: 0.2 }),
}

await run({
  // No excerpts, no phrases; its caller highlights.
  sets: ['en_any', 'fr_any', 'filtered', 'browse', 'prefix', 'typo', 'page', 'complete', 'typo_more', 'uncorrected'],
  async build(data, index) {
    const engine = new MiniSearch(OPTIONS)
    const completing = new MiniSearch(WORDS_OPTIONS)
    for await (const record of records(data)) {
      engine.add(record)
      completing.add(record)
    }
    writeFileSync(`${index}/${FILE}`, JSON.stringify(engine))
    writeFileSync(`${index}/${WORDS_FILE}`, JSON.stringify(completing))
  },
  open(index) {
    const engine = MiniSearch.loadJSON(readFileSync(`${index}/${FILE}`, 'utf8'), OPTIONS)
    // Opened by the first that asks for completions.
    let completing
    return (asked) => {
      const { set, text, language, kind } = asked
      if (set === 'complete') {
        completing ??= MiniSearch.loadJSON(readFileSync(`${index}/${WORDS_FILE}`, 'utf8'), WORDS_OPTIONS)
        const found = completing.autoSuggest(text).slice(0, COMPLETIONS)
        return { hits: [], proposed: found.map(({ suggestion }) => suggestion) }
      }
      const filter = kind ? { filter: (hit) => hit.kind === kind } : {}
      const found = engine.search(text || MiniSearch.wildcard, { ...ASKED[set]?.(text), ...filter })
      const page = set === 'page' ? found.slice(0, HITS) : []
      return {
        hits: hitsOf(found, language),
        facets: isCounted(asked) ? facetsOf(found) : {},
        snippets: page.filter((hit) => isMarked(hit, language, (field) => highlighted(hit, field))).length,
      }
    }
  },
})
