// Orama, with a tokenizer that knows the language of each field.

import { readFileSync, writeFileSync } from 'node:fs'
import { Highlight } from '@orama/highlight'
import { create, insertMultiple, load, save, search } from '@orama/orama'

import { isMarked } from './highlight.mjs'
import { fold, key, keys, languageOf, words } from './language.mjs'
import { COMPLETIONS, FACETS, HITS, hitsOf, isCounted, records, run, TEXTS, titleOf } from './protocol.mjs'

const FILE = 'index.json'

const tokenizer = {
  language: 'english',
  normalizationCache: new Map(),
  tokenize(text, _language, field) {
    if (TEXTS.includes(field)) return [...new Set(words(text).map((word) => key(word, languageOf(field))))].filter(Boolean)
    return [...new Set(words(text).flatMap((word) => keys(word)))]
  },
}
const SCHEMA = {
  ...Object.fromEntries(TEXTS.map((field) => [field, 'string'])),
  kind: 'enum',
  topic: 'enum[]',
  place: 'enum',
  language: 'enum[]',
  year: 'enum',
}

/** How many errors each set allows in each word. */
const TOLERANCE = { typo: 1, typo_more: 2 }

const highlighter = new Highlight()

const empty = () => create({ schema: SCHEMA, components: { tokenizer } })

await run({
  // No phrases. Highlights are a package of their own.
  sets: ['en_any', 'fr_any', 'filtered', 'browse', 'prefix', 'typo', 'page', 'complete', 'typo_more', 'uncorrected'],
  async build(data, index) {
    const engine = empty()
    let batch = []
    const insert = async () => {
      await insertMultiple(engine, batch)
      batch = []
    }
    for await (const record of records(data)) {
      if (batch.push(record) === 1000) await insert()
    }
    await insert()
    writeFileSync(`${index}/${FILE}`, JSON.stringify(save(engine)))
  },
  open(index) {
    const engine = empty()
    load(engine, JSON.parse(readFileSync(`${index}/${FILE}`, 'utf8')))
    const facets = Object.fromEntries(FACETS.map((field) => [field, { limit: 100 }]))
    return async (asked) => {
      const { set, text, language, kind } = asked
      const { hits, facets: counted } = await search(engine, {
        term: set === 'prefix' ? fold(text) : text,
        properties: TEXTS,
        boost: { title_en: 1, title_fr: 1 },
        // 1 is any word.
        threshold: 1,
        tolerance: TOLERANCE[set] ?? 0,
        relevance: { k: 1.2, b: 0.25, d: 1 },
        limit: set === 'complete' ? COMPLETIONS : HITS,
        ...(kind ? { where: { kind: { eq: kind } } } : {}),
        ...(isCounted(asked) ? { facets } : {}),
      })
      const found = hits.map((hit) => hit.document)
      if (set === 'complete') return { hits: [], proposed: found.map((record) => titleOf(record, language)) }
      const named = Object.entries(counted ?? {}).map(([field, { values }]) => [field, values])
      const page = set === 'page' ? found : []
      const marked = (record) => (field) => highlighter.highlight(record[field], text).HTML
      const snippets = page.filter((record) => isMarked(record, language, marked(record))).length
      return { hits: hitsOf(found, language), facets: Object.fromEntries(named), snippets }
    }
  },
})
