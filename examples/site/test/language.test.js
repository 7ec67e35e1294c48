import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Catalogue } from 'ally-toolkit'
import { createApp } from '../src/app.js'
import { dateInWords } from '../src/dates.js'
import { readerOf } from '../src/reader.js'
import { words } from '../src/words.js'
import { catalogue, get, LANGUAGES, toolkitPaths } from './site.js'

/** @import { Language, Text } from 'ally-toolkit' */

test('the first page is in the language the browser prefers', async () => {
  const cases = [
    ['fr-CA,fr;q=0.9,en;q=0.8', '/fr/toolkits'],
    ['de, en;q=0.3, fr;q=0.7', '/fr/toolkits'],
    ['fr;q=0, en', '/en/toolkits'],
    ['de', '/en/toolkits'],
    ['', '/en/toolkits'],
  ]
  for (const [accepted = '', expected] of cases) {
    const { response, status } = await get('/', { 'Accept-Language': accepted })
    assert.equal(status, 302)
    assert.equal(response.headers.get('Location'), expected, accepted)
    assert.equal(response.headers.get('Vary'), 'Accept-Language')
  }
})

test('the toggle keeps the place, path and query', async () => {
  for (const path of [
    ...toolkitPaths,
    '/glossary',
    '/resources/athena-rising',
    '/catalogue?q=alli%C3%A9&kind=video&kind=book&page=1',
    '/nowhere?a=b',
  ]) {
    const { text } = await get(`/fr${path}`)
    assert.ok(
      text.includes(
        `<a class="toggle" href="/en${path.replaceAll('&', '&amp;')}" lang="en" hreflang="en">English</a>`,
      ),
      path,
    )
  }
})

test('a page that is in both languages says where', async () => {
  const { text } = await get('/en/toolkits/men-as-allies/why')
  assert.match(
    text,
    /<link rel="alternate" hreflang="en" href="http:\/\/localhost\/en\/toolkits\/men-as-allies\/why">/,
  )
  assert.match(
    text,
    /<link rel="alternate" hreflang="fr" href="http:\/\/localhost\/fr\/toolkits\/men-as-allies\/why">/,
  )
})

for (const language of LANGUAGES) {
  test(`titles of resources in the other language are marked in ${language}`, async () => {
    let foreign = 0
    for (const { id } of catalogue.resources()) {
      const { title, subtitle } = catalogue.resource(id, language)
      const { text } = await get(`/${language}/resources/${id}`)
      assert.ok(text.includes(`<h1${marked(title, language)}>${escaped(title.value)}</h1>`), id)
      if (subtitle) assert.ok(text.includes(`<p class="subtitle"${marked(subtitle, language)}>`), id)
      if (title.fallback) foreign += 1
    }
    assert.ok(foreign > 100)
  })

  test(`hits in the other language are marked in ${language}`, async () => {
    const { text } = await get(`/${language}/catalogue`)
    for (const { id, title } of catalogue.search({ language }).hits) {
      const link = text.slice(text.indexOf(`href="/${language}/resources/${id}"`)).split('</a>', 1)[0] ?? ''
      assert.equal(link.includes(' lang='), title.language !== language, id)
    }
  })

  test(`texts of toolkit pages in the other language are marked in ${language}`, async () => {
    for (const path of toolkitPaths) {
      const view = catalogue.page(path.replace('/toolkits/', ''), language)
      const { text } = await get(`/${language}${path}`)
      const other = language === 'en' ? 'fr' : 'en'
      const marked = [
        ...text.matchAll(new RegExp(`<(\\w+)[^>]* lang="${other}"[^>]*>(.*?)</\\1>`, 'gs')),
      ].map(([, , inside = '']) => inside)
      for (const value of foreignTexts(view.blocks)
        .map(escaped)
        .filter((value) => text.includes(value))) {
        assert.ok(
          marked.some((inside) => inside.includes(value)),
          `${value}, on ${path}`,
        )
      }
    }
  })
}

/**
 * The texts, anywhere in a view, that the reader's language does not have.
 *
 * @param {unknown} value
 * @returns {string[]}
 */
function foreignTexts(value) {
  if (typeof value !== 'object' || value === null) return []
  if ('fallback' in value && value.fallback && 'value' in value && typeof value.value === 'string')
    return [value.value]
  return Object.values(value).flatMap(foreignTexts)
}

/**
 * @param {Text} text
 * @param {Language} language
 */
const marked = (text, language) => (text.language === language ? '' : ` lang="${text.language}"`)

/** @param {string} text */
const escaped = (text) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

/** A catalogue whose only page is in English. */
const ENGLISH_ONLY = JSON.stringify({
  title: { en: 'Small' },
  resources: [],
  toolkits: [{ key: 'small', title: { en: 'Small toolkit' }, pages: ['home'] }],
  pages: {
    small: [
      {
        key: 'home',
        title: { en: 'Only here' },
        blocks: [{ type: 'text', heading: { en: 'Words' }, body: { en: 'One.\n\n- two\n- three' } }],
      },
    ],
  },
})

test('a page that is missing in a language says so, and claims no counterpart', async () => {
  const small = createApp(Catalogue.fromJson(ENGLISH_ONLY))
  const french = await (await small.request('/fr/toolkits/small/home')).text()
  const notice = Catalogue.fromJson(ENGLISH_ONLY).page('small/home', 'fr').other_language.notice
  assert.ok(notice && french.includes(`<p class="notice">${notice}</p>`))
  assert.match(french, /<html lang="fr">/)
  assert.match(french, /<h1 lang="en">Only here<\/h1>/)
  assert.match(french, /<div lang="en"><p>One\.<\/p><ul><li>two<\/li><li>three<\/li><\/ul><\/div>/)
  assert.doesNotMatch(french, /rel="alternate"/)
  const english = await (await small.request('/en/toolkits/small/home')).text()
  assert.doesNotMatch(english, /rel="alternate"/)
  assert.match(english, /<p class="notice">/)
})

test('dates are as precise as they are known', () => {
  const [en, fr] = [readerOf('en', 'http://localhost/'), readerOf('fr', 'http://localhost/')]
  const cases = [
    ['2019', '2019', '2019'],
    ['2019-05', 'May 2019', 'mai 2019'],
    ['2019-08-01', 'August 1, 2019', '1er août 2019'],
    ['2019~', 'about 2019', 'vers 2019'],
    ['201X', '2010s', 'années 2010'],
  ]
  for (const [date = '', english, french] of cases) {
    assert.deepEqual([dateInWords(date, en), dateInWords(date, fr)], [english, french])
  }
})

test('the French words are spaced as in Canada', () => {
  const texts = Object.values(words.fr).flatMap((word) => {
    if (typeof word === 'string') return [word]
    if (typeof word === 'function') return [/** @type {(...values: any[]) => string} */ (word)(2, 'mot')]
    return Object.values(word)
  })
  for (const text of texts) {
    assert.doesNotMatch(text, /[^\u00a0]:|«[^\u00a0]|[^\u00a0]»|\s[;!?]|'/, text)
  }
})
