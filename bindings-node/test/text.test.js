import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { analyze, Catalogue, highlightHtml, validate, validateJson } from 'ally-toolkit'
import { catalogue } from './vectors.js'

const bundledFolder = new URL('../../data/', import.meta.url)

/** A catalogue of one French title. */
function titled(title) {
  return JSON.stringify({
    title: { en: 'One', fr: 'Un' },
    vocabularies: { kinds: [{ id: 'book', label: { en: 'Book', fr: 'Livre' } }] },
    resources: [{ id: 'one', kind: 'book', title: { fr: title }, languages: ['fr'] }],
  })
}

test('spans slice JavaScript strings, past emoji, combining marks and surrogates of either half', () => {
  const texts = [
    '👩🏽‍💻 l’équipe 😀 alliée',
    'e\u0301quipe allie\u0301e',
    '𝒜 allié·e·s',
    '\ud83d l’été \ude00 allié',
    '\u202eallié',
  ]
  for (const text of texts) {
    const { tokens } = analyze(text, 'fr')
    assert.ok(tokens.length > 0)
    for (const { text: word, span } of tokens) assert.equal(text.slice(span.start, span.end), word)
  }
})

test('highlights slice the title', () => {
  const title = '😀 Les e\u0301quipes 👩🏽‍💻 alliées'
  const { hits } = Catalogue.fromJson(titled(title)).search({ query: 'équipe allié', language: 'fr' })
  const { segments } = hits[0].title
  for (const { text, span } of segments) assert.equal(title.slice(span.start, span.end), text)
  const marked = segments.filter((segment) => segment.marked).map((segment) => segment.text)
  assert.deepEqual(marked, ['e\u0301quipes', 'alliées'])
})

test('what is no highlight has no HTML', () => {
  const segments = [{ text: 1 }]
  const place = { field: 'segments[0].text' }
  assert.throws(() => highlightHtml({ field: 'title', language: 'en', segments }), { place })
})

test('a lone surrogate is read as U+FFFD', () => {
  const lone = 'allié \ud83d'
  assert.deepEqual(
    catalogue().search({ query: lone, language: 'fr' }),
    catalogue().search({ query: 'allié \ufffd', language: 'fr' }),
  )
  assert.deepEqual(analyze(lone, 'fr'), analyze('allié \ufffd', 'fr'))
  assert.throws(() => catalogue().resource(lone), { place: { record: 'allié \ufffd' } })
  assert.throws(() => catalogue().search({ filters: { kind: [lone] } }), /`allié \ufffd`/)
  const json = titled('allié X').replace('X', '\ud83d')
  assert.equal(Catalogue.fromJson(json).resource('one', 'fr').title.value, 'allié \ufffd')
})

test('a catalogue opens from a string, a Buffer, a Uint8Array of another buffer, with or without a byte order mark', () => {
  const text = titled('Titre')
  const bytes = new TextEncoder().encode(`\ufeff${text}`)
  const inside = new Uint8Array([1, 2, ...bytes, 3]).subarray(2, -1)
  for (const json of [text, `\ufeff${text}`, Buffer.from(text), bytes, inside]) {
    assert.equal(Catalogue.fromJson(json).resources()[0].id, 'one')
    assert.equal(validateJson(json).errors, 0)
  }
})

test('the bundled catalogue and its folder are the same', () => {
  for (const path of [bundledFolder, fileURLToPath(bundledFolder)]) {
    const opened = Catalogue.open(path)
    assert.deepEqual(opened.about(), catalogue().about())
    assert.deepEqual(opened.resources(), catalogue().resources())
    assert.deepEqual(opened.terms(), catalogue().terms())
    assert.deepEqual(opened.toolkits(), catalogue().toolkits())
    assert.deepEqual(validate(path), validate())
  }
})

test('the reader is English unless another is named, and topic is short for a concept', () => {
  const [topic] = catalogue().vocabulary('topics')
  assert.deepEqual(catalogue().topic(topic.id), catalogue().concept('topics', topic.id, 'en'))
  assert.deepEqual(catalogue().topic(topic.id, 'fr'), catalogue().concept('topics', topic.id, 'fr'))
  const [{ id }] = catalogue().resources()
  assert.deepEqual(catalogue().resource(id), catalogue().resource(id, 'en'))
})

test('fields that are undefined are as if absent, and no request browses', () => {
  assert.deepEqual(catalogue().search({ query: undefined, page: undefined }), catalogue().search())
})

test('results are the caller’s own', () => {
  catalogue().resources()[0].id = 'changed'
  assert.notEqual(catalogue().resources()[0].id, 'changed')
})
