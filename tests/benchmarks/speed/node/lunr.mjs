// Lunr with lunr-languages, which gives every field the analysers of both languages, one after the other.

import { readFileSync, writeFileSync } from 'node:fs'
import lunr from 'lunr'
import french from 'lunr-languages/lunr.fr.js'
import multi from 'lunr-languages/lunr.multi.js'
import stemmers from 'lunr-languages/lunr.stemmer.support.js'

import { HITS, hitsOf, mistyped, records, run, TEXTS } from './protocol.mjs'

const FILE = 'index.json'

for (const plugin of [stemmers, french, multi]) plugin(lunr)
const both = lunr.multiLanguage('en', 'fr')

/** The words, without what Lunr reads as operators. */
const words = (text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean)

/** What is asked for a word of a set. */
const ASKED = {
  prefix: (word) => `${word}*`,
  typo: (word) => (mistyped([word]).length ? `${word}~1` : word),
}

await run({
  // No filters, no excerpts, no phrases.
  sets: ['en_any', 'fr_any', 'prefix', 'typo'],
  async build(data, index) {
    const builder = new lunr.Builder()
    builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer)
    builder.searchPipeline.add(lunr.stemmer)
    builder.use(both)
    builder.ref('id')
    for (const field of TEXTS) builder.field(field, { boost: field.startsWith('title') ? 2 : 1 })
    // Lunr stores nothing; a program keeps what it shows.
    const shown = {}
    for await (const record of records(data)) {
      builder.add(record)
      const { id, title_en, title_fr } = record
      shown[id] = { id, title_en, title_fr }
    }
    writeFileSync(`${index}/${FILE}`, JSON.stringify({ index: builder.build(), shown }))
  },
  open(folder) {
    const { index, shown } = JSON.parse(readFileSync(`${folder}/${FILE}`, 'utf8'))
    const engine = lunr.Index.load(index)
    return ({ set, text, language }) => {
      const asked = words(text).map(ASKED[set] ?? ((word) => word))
      const found = engine.search(asked.join(' ')).slice(0, HITS)
      return { hits: hitsOf(found.map((hit) => shown[hit.ref]), language) }
    }
  },
})
