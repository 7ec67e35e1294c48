// What the programs for Node share: `ENGINE build DATA INDEX` and `ENGINE search INDEX QUERIES SECONDS [PASSES]`, as
// ../src/lib.rs.

import { createReadStream, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** How many hits are asked for. */
export const HITS = 10

/** How many completions are asked for. */
export const COMPLETIONS = 8

/** How often each set is gone through unless a number is given; the best time of each query counts. */
const PASSES = 3

/** What a record can be counted by, and filtered. */
export const FACETS = ['kind', 'topic', 'place', 'language', 'year']

/** The texts that are searched. */
export const TEXTS = ['title_en', 'description_en', 'title_fr', 'description_fr']

const print = (line) => console.log(JSON.stringify(line))
const lines = (path) => createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })

/** A line of what Linux says of this process's memory; 0 elsewhere. */
function megabytes(name) {
  if (!existsSync('/proc/self/status')) return 0
  const line = readFileSync('/proc/self/status', 'utf8').split('\n').find((line) => line.startsWith(name))
  return Number(line?.split(/\s+/)[1] ?? 0) / 1e3
}

/** The records of a folder, as flat as the engines want them. */
export async function* records(data) {
  for await (const line of lines(`${data}/records.jsonl`)) {
    const { id, kind, title, description, date, languages, topics, place } = JSON.parse(line)
    const texts = {
      title_en: title.en ?? '',
      description_en: description.en ?? '',
      title_fr: title.fr ?? '',
      description_fr: description.fr ?? '',
    }
    yield { id, ...texts, kind, topic: topics, place, language: languages, year: date }
  }
}

/** The title for a reader. */
export function titleOf(record, language) {
  return language === 'fr' ? record.title_fr || record.title_en : record.title_en || record.title_fr
}

/** The first ten of `found`, by id and title. */
export const hitsOf = (found, language) =>
  found.slice(0, HITS).map((record) => [record.id, titleOf(record, language)])

/** Whether five facets are asked. */
export const isCounted = ({ set, kind }) => kind !== undefined || set === 'page'

/** The words of a query that are long enough for one error to be looked for in them. */
export const mistyped = (words) => words.filter((word) => word.length >= 5)

/** How many of `found` have each value of each facet. */
export function facetsOf(found) {
  const facets = {}
  for (const field of FACETS) {
    const counts = {}
    facets[field] = counts
    for (const record of found) {
      for (const value of [record[field]].flat()) counts[value] = (counts[value] ?? 0) + 1
    }
  }
  return facets
}

/**
 * The program of an engine: `build(data, index)` leaves an index in a folder, `open(index)` opens it and gives a function
 * from a query to `{ hits, facets?, snippets?, proposed? }`; `sets` are those that it has an answer to,
 * some of them for ../../correction.
 */
export async function run({ sets, build, open }) {
  const [verb, ...given] = process.argv.slice(2)
  if (verb === 'build') await measureBuild(build, ...given)
  else if (verb === 'search') await measureSearch(sets, open, ...given)
  else throw new Error('usage: ENGINE build DATA INDEX | ENGINE search INDEX QUERIES SECONDS [PASSES]')
}

async function measureBuild(build, data, index) {
  mkdirSync(index, { recursive: true })
  const [start, computed] = [performance.now(), process.cpuUsage()]
  await build(data, index)
  const { user, system } = process.cpuUsage(computed)
  print({
    cpu_s: (user + system) / 1e6,
    wall_s: (performance.now() - start) / 1e3,
    peak_mb: megabytes('VmHWM:'),
  })
}

async function measureSearch(sets, open, index, path, seconds, passes = PASSES) {
  const queries = readFileSync(path, 'utf8').trim().split('\n').map((line) => JSON.parse(line))
  const start = performance.now()
  const answer = await open(index)
  const opened = performance.now()
  await answer(queries.find((query) => query.set === 'en_any'))
  print({ open_ms: opened - start, first_ms: performance.now() - start, open_mb: megabytes('VmRSS:') })
  for (const set of sets) {
    let asked = [...queries.entries()].filter(([, query]) => query.set === set)
    const best = []
    // What the first that asks opens does not count against the limit, for it is not timed.
    if (asked.length > 0) await answer(asked[0][1])
    for (let pass = 0; pass < Number(passes); pass++) {
      const began = performance.now()
      for (const [at, [, query]] of asked.entries()) {
        const start = performance.now()
        let answered = answer(query)
        // Only Orama makes promises; waiting for what is none would cost the others.
        if (answered instanceof Promise) answered = await answered
        const ms = performance.now() - start
        if (pass === 0) best.push({ ms, answered })
        else best[at].ms = Math.min(best[at].ms, ms)
        if (pass === 0 && performance.now() - began > seconds * 1e3) break
      }
      // A slow engine is measured by the queries it answers within the limit.
      asked = asked.slice(0, best.length)
    }
    for (const [at, [query]] of asked.entries()) print({ query, ms: best[at].ms, answer: best[at].answered })
  }
  print({ after_mb: megabytes('VmRSS:') })
}
