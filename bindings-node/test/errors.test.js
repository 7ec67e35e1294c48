import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import {
  AllyToolkitError,
  analyze,
  Catalogue,
  describeSnapshot,
  validate,
  validateJson,
  verifySnapshot,
} from 'ally-toolkit'
import { catalogue } from './vectors.js'

const withoutCatalogue = new URL('../../tests/snapshots/container-1.snapshot', import.meta.url)

function thrownBy(call) {
  try {
    call()
  } catch (error) {
    return error
  }
  return assert.fail('nothing was thrown')
}

const failures = {
  unreadable: () => Catalogue.open('/no/such/catalogue'),
  unwritable: () => catalogue().writeSnapshot('/no/such/folder/catalogue.ally'),
  'invalid-catalogue': () => Catalogue.fromJson('{'),
  'not-found': () => catalogue().resource('no-such-resource'),
  'invalid-request': () => catalogue().search({ filters: { kind: ['no-such-kind'] } }),
  'invalid-snapshot': () => Catalogue.openSnapshot(Buffer.from('{}')),
  'incompatible-snapshot': () => Catalogue.openSnapshot(withoutCatalogue),
}

test('every kind of error is thrown as itself', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../core/schema/api.schema.json', import.meta.url), 'utf8'),
  )
  const kinds = schema.$defs.ErrorKind.oneOf.map((kind) => kind.const)
  // `internal` is what a panic becomes, which no call is known to cause: src/edge.rs tests it.
  assert.deepEqual(kinds.filter((kind) => kind !== 'internal').sort(), Object.keys(failures).sort())
  for (const [kind, call] of Object.entries(failures)) {
    const error = thrownBy(call)
    assert.ok(error instanceof AllyToolkitError && error instanceof Error)
    assert.equal(error.name, 'AllyToolkitError')
    assert.equal(error.kind, kind)
    assert.equal(error.code, kind)
    assert.ok(error.messages.en && error.messages.fr && error.remedy.en && error.remedy.fr)
    assert.ok(error.message.startsWith(`${error.messages.en} ${error.remedy.en}`))
    assert.equal(error.problems.length > 0, kind === 'invalid-catalogue')
    assert.match(error.stack, /errors\.test\.js/)
  }
})

test('an error says where', () => {
  assert.deepEqual(thrownBy(failures['invalid-request']).place, { field: 'filters.kind[0]' })
  assert.deepEqual(thrownBy(failures['not-found']).place, { record: 'no-such-resource' })
  assert.deepEqual(thrownBy(() => catalogue().page('men-as-allies/home', 'de')).place, { field: 'language' })
  assert.deepEqual(thrownBy(() => analyze('text', 'de')).place, { field: 'language' })
  assert.deepEqual(thrownBy(() => catalogue().vocabulary('colours')).place, { field: 'vocabulary' })
  assert.deepEqual(thrownBy(() => catalogue().search({ page: 1.5 })).place, { field: 'page' })
})

test('searchAsync rejects with what search throws', async () => {
  for (const request of [
    { page: 0 },
    { nothing: 1 },
    { query: 'x'.repeat(9000) },
    'mentorat',
    ['mentorat'],
    null,
    () => {},
  ]) {
    const error = thrownBy(() => catalogue().search(request))
    assert.equal(error.kind, 'invalid-request')
    await assert.rejects(catalogue().searchAsync(request), error)
  }
  await assert.rejects(catalogue().searchAsync({ page: 1n }), TypeError)
})

test('an argument of the wrong type is a TypeError that names it', () => {
  const calls = {
    '`request` must be a plain object or an array, not Map': () => catalogue().search(new Map()),
    '`kind` must be a plain object or an array, not Set': () =>
      catalogue().search({ filters: { kind: new Set() } }),
    '`id` must be a string, not undefined': () => catalogue().resource(),
    '`language` must be a string, not null': () => catalogue().resource('id', null),
    '`path` must be a string, not 5': () => Catalogue.open(5),
    '`path` must be a string, not null': () => validate(null),
    '`text` must be a string, not undefined': () => analyze(),
    '`path` must be a string, not Uint8Array': () => catalogue().writeSnapshot(new Uint8Array()),
    '`source` must be a path, a file URL or a Uint8Array, not Array': () => Catalogue.openSnapshot([]),
    '`source` must be a path, a file URL or a Uint8Array, not DataView': () =>
      describeSnapshot(new DataView(new ArrayBuffer(8))),
    '`source` must be a path, a file URL or a Uint8Array, not undefined': () => verifySnapshot(),
    '`json` must be a string or a Uint8Array, not Object': () => Catalogue.fromJson({}),
    '`json` must be a string or a Uint8Array, not ArrayBuffer': () => validateJson(new ArrayBuffer(2)),
  }
  for (const [message, call] of Object.entries(calls)) {
    assert.throws(call, { name: 'TypeError', message: `ally-toolkit: ${message}` })
  }
  assert.throws(() => new Catalogue(), TypeError)
  assert.throws(() => catalogue().search({ page: 1n }), TypeError)
})

test('import and require give the same classes', () => {
  const required = createRequire(import.meta.url)('ally-toolkit')
  assert.equal(required.Catalogue, Catalogue)
  assert.ok(thrownBy(() => required.Catalogue.bundled().term('no-such-term')) instanceof AllyToolkitError)
})
