// A catalogue is updated without building its index anew, and built anew while the one before is read.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { AllyToolkitError, Catalogue } from 'ally-toolkit'
import { catalogue, vectors } from './vectors.js'

/** What the vectors say of results. */
function essence({ total, hits, facets }) {
  const answer = { total, hits: hits.map(({ id, score }) => [id, score]) }
  if (facets)
    answer.facets = facets.map(({ field, values }) => [field, values.map(({ id, count }) => [id, count])])
  return answer
}

for (const { name, catalogue: whole, steps, requests, answers } of vectors('updates').cases) {
  test(`updates: ${name}`, () => {
    let current = Catalogue.fromJson(JSON.stringify(whole))
    const answered = () => ({
      changes: current.changes,
      results: requests.map((request) => essence(current.search(request))),
    })
    assert.deepEqual(answered(), answers[0])
    assert.equal(answers.length, steps.length + 1)
    for (const [at, step] of steps.entries()) {
      const { error, ...expected } = answers[at + 1]
      const before = answered()
      if (error) {
        assert.throws(
          () => current.update(step),
          (thrown) => {
            assert.ok(thrown instanceof AllyToolkitError, thrown)
            const codes = thrown.problems.map((problem) => problem.code)
            assert.deepEqual({ kind: thrown.kind, place: thrown.place, codes }, error)
            return true
          },
        )
        assert.deepEqual(answered(), before)
      } else {
        const updated = current.update(step)
        assert.deepEqual(answered(), before)
        current = updated
      }
      assert.deepEqual(answered(), expected)
    }
  })
}

const opened = (resources) =>
  Catalogue.fromJson(
    JSON.stringify({
      title: { en: 'Small', fr: 'Petit' },
      vocabularies: { kinds: [{ id: 'guide', label: { en: 'guide', fr: 'guide' } }] },
      resources,
    }),
  )

const resource = (id, title, language = 'en') => ({
  id,
  kind: 'guide',
  title: { [language]: title },
  languages: [language],
})

/** Numbers that look random, the same each time. */
function random(seed) {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

// Words that nothing translates, near one another: forms of a stem, typing errors, beginnings.
const words = ['zorb', 'zorbs', 'zorbing', 'zorba', 'blick', 'blicks', 'frump', 'frumpet', 'quonk', 'quank']

test('after any changes, a catalogue answers as one that was opened from the same data', () => {
  for (let seed = 1; seed <= 25; seed++) {
    const next = random(seed)
    const text = () => Array.from({ length: 1 + next(4) }, () => words[next(words.length)]).join(' ')
    const any = () => resource(`r${next(7)}`, text(), next(2) ? 'en' : 'fr')
    const model = new Map()
    let updated = opened([])
    for (let step = 0; step < 4; step++) {
      const gone = [...model.keys()].filter(() => next(4) === 0)
      const upsert = Array.from({ length: next(4) }, any)
      updated = updated.update({ upsert, delete: gone })
      for (const id of gone) model.delete(id)
      for (const one of upsert) model.set(one.id, one)
      const whole = opened([...model.values()])
      assert.deepEqual(updated.resources(), whole.resources())
      for (const language of ['en', 'fr']) {
        const across = { learned: false }
        const request = { query: text(), language, facets: ['kind', 'language'], explain: true, across }
        assert.deepEqual(updated.search(request), whole.search(request), `seed ${seed}`)
      }
    }
    assert.ok(updated.snapshot().equals(opened([...model.values()]).snapshot()))
  }
})

test('what `resources` gives can be put in again', () => {
  const resources = catalogue().resources()
  const again = catalogue().update({ upsert: resources })
  assert.equal(again.changes, resources.length)
  assert.deepEqual(again.resources(), resources)
})

test('every problem of an invalid resource is listed, with its place and remedy', () => {
  const wrong = { ...resource('wrong', 'Wrong'), kind: 'nonsense', topics: ['nowhere'] }
  assert.throws(
    () => catalogue().update({ upsert: [wrong] }),
    ({ kind, problems }) => {
      assert.equal(kind, 'invalid-catalogue')
      assert.deepEqual(
        problems.map(({ code, place, remedy }) => [code, place.record, Boolean(remedy.fr)]),
        [
          ['unknown-kind', 'wrong', true],
          ['unknown-topic', 'wrong', true],
        ],
      )
      return true
    },
  )
  for (const changes of [undefined, null, 5, [], { upsert: {} }, { delete: [5] }, { remove: [] }])
    assert.throws(() => catalogue().update(changes), { kind: 'invalid-request' })
  assert.throws(() => catalogue().update({ delete: new Set() }), TypeError)
})

test('a catalogue answers as before while it is updated and built anew', async () => {
  const request = { query: 'mentorat', language: 'fr', facets: ['kind', 'topic'], explain: true }
  const before = catalogue().search(request)
  const updated = catalogue().update({ upsert: [{ ...catalogue().resources()[0], id: 'new' }] })
  const ofUpdated = updated.search(request)
  const told = []
  let running = true
  const pending = updated
    .rebuiltAsync({ threads: 1, onProgress: (...progress) => told.push(progress) })
    .finally(() => {
      running = false
    })
  let turns = 0
  while (running) {
    assert.deepEqual(updated.search(request), ofUpdated)
    assert.deepEqual(await catalogue().searchAsync(request), before)
    assert.equal(updated.update({ delete: ['new'] }).changes, 2)
    turns++
    await new Promise(setImmediate)
  }
  const rebuilt = await pending
  assert.ok(turns > 0)
  assert.deepEqual(told.at(-1)[0], told.at(-1)[1])
  assert.deepEqual([catalogue().changes, updated.changes, rebuilt.changes], [0, 1, 0])
  assert.equal(rebuilt.resources().length, catalogue().resources().length + 1)
  assert.ok(rebuilt.snapshot().equals(updated.snapshot()))
  assert.ok(updated.rebuilt().snapshot().equals(updated.snapshot()))
})

test('building anew is broken off by a signal, and refuses what the other builders refuse', async () => {
  await assert.rejects(catalogue().rebuiltAsync({ signal: AbortSignal.abort() }), { name: 'AbortError' })
  const thrown = new RangeError('mine')
  const onProgress = () => {
    throw thrown
  }
  await assert.rejects(catalogue().rebuiltAsync({ onProgress }), (error) => error === thrown)
  await assert.rejects(catalogue().rebuiltAsync({ threads: 0 }), TypeError)
})

// In a process of its own, which can ask for its garbage to be collected.
test('V8 is told of an index once, however many catalogues share it, until the last is collected', () => {
  const program = fileURLToPath(new URL('memory/updates.js', import.meta.url))
  const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', program], { encoding: 'utf8' })
  assert.equal(stderr, '')
  const { opened: whole, updated, lastAlone, none } = JSON.parse(stdout)
  assert.ok(whole > 500_000, stdout)
  // Each of eight holds a part of its own.
  assert.ok(updated > whole / 2 && updated < 4 * whole, stdout)
  assert.ok(lastAlone > whole && lastAlone < 1.5 * whole, stdout)
  assert.ok(Math.abs(none) < whole / 10, stdout)
})
