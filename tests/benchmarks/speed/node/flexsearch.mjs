// FlexSearch, with its encoder of the language for each field, beginnings of words in titles, kinds as tags.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { Charset, Document, Encoder } from 'flexsearch'
import english from 'flexsearch/lang/en'
import french from 'flexsearch/lang/fr'

import { languageOf } from './language.mjs'
import { FACETS, facetsOf, HITS, hitsOf, records, run, TEXTS } from './protocol.mjs'

const LANGUAGES = { en: english, fr: french }

function empty() {
  return new Document({
    document: {
      id: 'id',
      store: ['id', 'title_en', 'title_fr', ...FACETS],
      index: TEXTS.map((field) => ({
        field,
        tokenize: field.startsWith('title') ? 'forward' : 'strict',
        encoder: new Encoder(Charset.Normalize, LANGUAGES[languageOf(field)]),
      })),
      tag: [{ field: 'kind' }],
    },
  })
}

await run({
  // No phrases, no typing errors; a search without words is none.
  sets: ['en_any', 'fr_any', 'filtered', 'prefix'],
  async build(data, index) {
    const engine = empty()
    for await (const record of records(data)) engine.add(record)
    await engine.export((key, text) => writeFileSync(`${index}/${key}.json`, text ?? ''))
  },
  async open(index) {
    const engine = empty()
    for (const file of readdirSync(index)) {
      await engine.import(file.slice(0, -'.json'.length), readFileSync(`${index}/${file}`, 'utf8'))
    }
    return ({ text, language, kind }) => {
      // Any word: FlexSearch calls it a suggestion. Facets are its caller's, who asks for all.
      const options = { limit: kind ? 1_000_000 : HITS, suggest: true, enrich: true, merge: true }
      const hits = engine.search(text, kind ? { ...options, tag: { kind } } : options)
      const found = hits.map((hit) => hit.doc)
      return { hits: hitsOf(found, language), facets: kind ? facetsOf(found) : {} }
    }
  },
})
