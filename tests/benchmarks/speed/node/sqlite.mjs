// SQLite with better-sqlite3: the tables and queries of ../sqlite.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'

import { HITS, hitsOf, records, run } from './protocol.mjs'

const FILE = 'index.sqlite'
const sql = (name) => readFileSync(fileURLToPath(new URL(`../sqlite/${name}.sql`, import.meta.url)), 'utf8')

/** Any word, in FTS5's language; a phrase, or a beginning. Nothing when there are no words. */
function words({ set, text }) {
  if (!text) return null
  if (set === 'phrase') return `"${text}"`
  if (set === 'prefix') return `"${text}" *`
  const quoted = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean).map((word) => `"${word}"`)
  return quoted.join(' OR ')
}

await run({
  // FTS5 has no typing errors.
  sets: ['en_any', 'fr_any', 'snippet', 'filtered', 'browse', 'phrase', 'prefix'],
  async build(data, index) {
    const database = new Database(`${index}/${FILE}`)
    database.exec(sql('schema'))
    const insert = database.prepare('INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
    const topics = database.prepare('INSERT INTO topics VALUES (?, ?)')
    const languages = database.prepare('INSERT INTO languages VALUES (?, ?)')
    database.exec('BEGIN')
    let at = 0
    for await (const record of records(data)) {
      const { id, title_en, description_en, title_fr, description_fr, kind, place, year } = record
      insert.run(at, id, title_en, description_en, title_fr, description_fr, kind, place, year)
      for (const value of record.topic) topics.run(at, value)
      for (const value of record.language) languages.run(at, value)
      at++
    }
    database.exec("INSERT INTO words (words) VALUES ('rebuild')")
    database.exec('COMMIT')
    database.exec("INSERT INTO words (words) VALUES ('optimize')")
    database.close()
  },
  open(index) {
    const database = new Database(`${index}/${FILE}`, { readonly: true })
    const [hits, browse, snippets, facets] = ['hits', 'browse', 'snippets', 'facets'].map((name) =>
      database.prepare(sql(name)),
    )
    return (query) => {
      const asked = words(query)
      const kind = query.kind ?? null
      const given = { words: asked, kind, limit: HITS }
      if (query.set === 'snippet') {
        const found = snippets.raw().all(given)
        const shown = found.map(([id, title_en, title_fr]) => ({ id, title_en, title_fr }))
        return { hits: hitsOf(shown, query.language), snippets: found.filter((row) => row[3]).length }
      }
      const found = asked === null ? browse.all(given) : hits.all(given)
      const answer = { hits: hitsOf(found, query.language), facets: {} }
      if (kind !== null) {
        for (const [field, value, count] of facets.raw().all(given)) {
          answer.facets[field] ??= {}
          answer.facets[field][value] = count
        }
      }
      return answer
    }
  },
})
