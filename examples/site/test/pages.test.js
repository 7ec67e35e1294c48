import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogue, get, LANGUAGES, problems, toolkitPaths } from './site.js'

const OTHERS = [
  '/toolkits',
  '/glossary',
  '/catalogue',
  '/catalogue?q=mentorat&kind=article&page=2',
  '/catalogue?q=xylophone',
]
const RESOURCES = catalogue.resources().map(({ id }) => `/resources/${id}`)

for (const language of LANGUAGES) {
  for (const path of [...toolkitPaths, ...OTHERS]) {
    test(`/${language}${path} is a valid page`, () => isValid(`/${language}${path}`, language))
  }

  test(`each resource has a valid page in ${language}`, async () => {
    for (const path of RESOURCES) await isValid(`/${language}${path}`, language)
  })
}

/**
 * @param {string} path
 * @param {string} language
 */
async function isValid(path, language) {
  const { response, status, text } = await get(path)
  assert.equal(status, 200, path)
  assert.deepEqual(await problems(text), [], path)
  assert.equal(response.headers.get('Content-Language'), language)
  assert.match(text, new RegExp(`<html lang="${language}">`))
  assert.equal(text.match(/<h1/g)?.length, 1, path)
  assert.deepEqual(skippedLevels(text), [], path)
  assert.doesNotMatch(text, />(?:undefined|null|false|true|NaN|\[object Object\])</, path)
  assert.doesNotMatch(text, / style=|<script|<style/, path)
}

/**
 * The headings that stand more than one level below the one before.
 *
 * @param {string} text
 */
function skippedLevels(text) {
  const levels = [...text.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
  return levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)
}

test('links inside the site lead somewhere', async () => {
  /** @type {Map<string, string>} */
  const pages = new Map()
  for (const language of LANGUAGES) {
    for (const path of [...toolkitPaths, '/toolkits', '/glossary']) {
      pages.set(`/${language}${path}`, (await get(`/${language}${path}`)).text)
    }
  }
  /** @type {Set<string>} */
  const followed = new Set()
  for (const [from, text] of pages) {
    for (const [, href = ''] of text.matchAll(/(?:href|src)="([/#][^"]*)"/g)) {
      const url = new URL(href.replaceAll('&amp;', '&'), `http://localhost${from}`)
      const path = url.pathname + url.search
      if (!followed.has(path)) assert.equal((await follow(path)).status, 200, `${path}, on ${from}`)
      followed.add(path)
      if (url.hash) {
        const target = pages.get(path) ?? (await follow(path)).text
        assert.ok(target.includes(`id="${url.hash.slice(1)}"`), `${href}, on ${from}`)
      }
    }
  }
  assert.ok(followed.size > 300)
})

/**
 * @param {string} path
 * @returns {ReturnType<typeof get>}
 */
async function follow(path) {
  const got = await get(path)
  const location = got.response.headers.get('Location')
  return got.status === 302 && location ? follow(location) : got
}

for (const [language, heading] of /** @type {const} */ ([
  ['en', 'See also'],
  ['fr', 'Voir aussi'],
])) {
  test(`a resource leads to what is like it in ${language}`, async () => {
    const { text } = await get(`/${language}/resources/athena-rising`)
    const aside = text.match(/<aside class="related" aria-labelledby="related">[\s\S]*?<\/aside>/)?.[0] ?? ''
    assert.match(aside, new RegExp(`<h2 id="related">${heading}</h2>`))
    const links = [...aside.matchAll(/<a href="\/(?:en|fr)\/resources\/([^"]+)"/g)].map(([, id]) => id)
    const { hits } = catalogue.similar({ id: 'athena-rising', language, per_page: 4 })
    assert.deepEqual(
      links,
      hits.map(({ id }) => id),
    )
  })
}
