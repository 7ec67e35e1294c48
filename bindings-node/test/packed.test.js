// What the addon gives, packed, is what it says as JSON; and it is plain data.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { Catalogue } from 'ally-toolkit'
import { catalogue } from './vectors.js'

const results = () =>
  catalogue().search({ query: 'mentorat', language: 'fr', facets: ['kind', 'topic'], explain: true })

test('results are plain data: JSON, copies, structured clones and what is printed are what they say', () => {
  const found = results()
  const copy = JSON.parse(JSON.stringify(found))
  assert.deepStrictEqual(found, copy)
  assert.deepStrictEqual(structuredClone(found), copy)
  assert.deepStrictEqual({ ...found.hits[0] }, copy.hits[0])
  assert.equal(inspect(found, { depth: 9 }), inspect(copy, { depth: 9 }))
  const [hit] = found.hits
  assert.equal(Object.getPrototypeOf(hit), Object.prototype)
  for (const { get, set, configurable, enumerable, writable } of Object.values(
    Object.getOwnPropertyDescriptors(hit),
  ))
    assert.deepEqual([get, set, configurable, enumerable, writable], [undefined, undefined, true, true, true])
})

test('results are the caller’s own', () => {
  const found = results()
  found.hits[0].title.segments[0].text = 'changed'
  found.hits.pop()
  assert.notDeepEqual(results(), found)
  assert.deepEqual(results(), results())
})

test('values of every kind are read as they were given', () => {
  const extra = {
    empty: {},
    list: [],
    nothing: null,
    yes: true,
    no: false,
    numbers: [0, 1, 8190, 8191, 8192, 65_535, 65_536, 4_294_967_295, 4_294_967_296, -1, 0.1, 1e300, 2 ** 53],
    texts: ['', 'plain', 'été', '’', '😀', '\u0000', 'x'.repeat(9000), '’'.repeat(9000), 'ß'.repeat(70_000)],
    long: Array.from({ length: 9000 }, (_, at) => at % 3),
    many: Object.fromEntries(Array.from({ length: 9000 }, (_, at) => [`key${at}`, `${at}`])),
    deep: [[[[{ a: [{ b: [] }] }]]]],
    2: 'a key that is a number',
    'clé 😀': 'a key that is not ASCII',
    constructor: 'Object',
    toString: 'mine',
  }
  const text = JSON.stringify({
    title: { en: 'Small', fr: 'Petit' },
    vocabularies: { kinds: [{ id: 'guide', label: { en: 'guide', fr: 'guide' } }] },
    resources: [{ id: 'one', kind: 'guide', languages: ['en'], title: { en: 'One' }, extra: 0 }],
  }).replace('"extra":0', `"extra":${JSON.stringify(extra).replace('{', '{"__proto__":{"polluted":true},')}`)
  const [resource] = Catalogue.fromJson(text).resources()
  const given = JSON.parse(text).resources[0].extra
  assert.deepStrictEqual(resource.extra, given)
  assert.ok(Object.hasOwn(resource.extra, '__proto__'))
  assert.equal(resource.extra.polluted, undefined)
})
