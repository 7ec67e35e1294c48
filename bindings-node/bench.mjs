// Prints what the addon costs: `npm run build && node bench.mjs`. The figures in README.md come from it.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Catalogue } from 'ally-toolkit'

const root = fileURLToPath(new URL('.', import.meta.url))
const queries = [
  'mentorat',
  'women leadership',
  'allié',
  'gender equality workplace',
  'inclusion',
  'desciption',
  '',
]
const facets = ['kind', 'topic', 'cluster', 'audience', 'language', 'place', 'level', 'access', 'year']

/** The median and 95th percentile of `run`'s time in milliseconds. */
async function time(times, run) {
  const measured = []
  for (let at = 0; at < times; at++) {
    const start = performance.now()
    await run(at)
    measured.push(performance.now() - start)
  }
  measured.sort((a, b) => a - b)
  const at = (part) => measured[Math.floor(part * measured.length)].toFixed(3)
  return `median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms`
}

/** Milliseconds from the start of a process to what `code` prints, median of fifteen. */
function started(code) {
  const measured = Array.from({ length: 15 }, () => {
    const arguments_ = ['--input-type=module', '--eval', `${code}; console.log(performance.now())`]
    return Number(spawnSync(process.execPath, arguments_, { cwd: root, encoding: 'utf8' }).stdout)
  })
  measured.sort((a, b) => a - b)
  return `${measured[7].toFixed(0)} ms`
}

/**
 * What ten hits cost to become objects, as they cross and as JSON would: the best of many times for each query, in turns, since what a
 * machine does besides only adds.
 */
function crossing() {
  const require = createRequire(import.meta.url)
  const native = require('./native.cjs')
  const { unpack } = require('./packed.cjs')
  const opened = native.NativeCatalogue.bundled()
  const pages = queries.map((query, at) => {
    const packed = opened.search(JSON.stringify({ query, language: at % 2 ? 'fr' : 'en' }))
    return { packed, json: JSON.stringify(unpack(packed, native.names)) }
  })
  const ways = {
    unpacked: ({ packed }) => unpack(packed, native.names),
    'parsed from JSON': ({ json }) => JSON.parse(json),
  }
  const best = new Map(Object.keys(ways).map((way) => [way, queries.map(() => Number.POSITIVE_INFINITY)]))
  for (let turn = 0; turn < 1000; turn++) {
    for (const [at, page] of pages.entries()) {
      for (const [way, run] of Object.entries(ways)) {
        const start = performance.now()
        run(page)
        best.get(way)[at] = Math.min(best.get(way)[at], performance.now() - start)
      }
    }
  }
  const mean = (times) => (1e3 * times.reduce((sum, time) => sum + time)) / times.length
  return [...best].map(([way, times]) => `${way} ${mean(times).toFixed(0)} µs`).join(', ')
}

const catalogue = Catalogue.bundled()
const searched = (at) => ({ query: queries[at % queries.length], language: at % 2 ? 'fr' : 'en', facets })
for (let at = 0; at < queries.length; at++)
  assert.ok(catalogue.search(searched(at)).facets.length === facets.length)
await time(2000, (at) => catalogue.search(searched(at)))

const addon = readdirSync(root).find((name) => name.endsWith('.node'))
const open = "import { Catalogue } from 'ally-toolkit'; const catalogue = Catalogue.bundled()"
const search = "catalogue.search({ query: 'mentorat', language: 'fr' })"
console.log(
  `node ${process.version}, ${process.platform}-${process.arch}, ${catalogue.resources().length} resources`,
)
console.log(
  `search, 10 hits:             ${await time(7000, (at) => catalogue.search({ ...searched(at), facets: [] }))}`,
)
console.log(`10 hits as objects:          ${crossing()}`)
console.log(`search, 10 hits, 9 facets:   ${await time(7000, (at) => catalogue.search(searched(at)))}`)
console.log(`searchAsync, the same:       ${await time(7000, (at) => catalogue.searchAsync(searched(at)))}`)
console.log(
  `page:                        ${await time(2000, () => catalogue.page('men-as-allies/home', 'fr'))}`,
)
console.log(
  `resource:                    ${await time(2000, () => catalogue.resource('l-origine-quebecoise-du-mentorat', 'fr'))}`,
)
console.log(`Catalogue.bundled():         ${await time(15, () => Catalogue.bundled())}`)
console.log(`process start, node alone:   ${started('')}`)
console.log(`process start, first result: ${started(`${open}; ${search}`)}`)
console.log(`addon:                       ${(statSync(`${root}${addon}`).size / 1e6).toFixed(1)} MB`)
