import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { AllyToolkitError, Catalogue } from 'ally-toolkit'
import { catalogue } from './vectors.js'

const data = new URL('../../data/', import.meta.url)

const resources = Array.from({ length: 3000 }, (_, at) => ({
  id: `r${at}`,
  kind: 'guide',
  languages: ['en'],
  title: { en: `Ally ${at}` },
}))
const text = JSON.stringify({
  title: { en: 'Many', fr: 'Beaucoup' },
  vocabularies: { kinds: [{ id: 'guide', label: { en: 'guide', fr: 'guide' } }] },
  resources,
})

const openers = {
  bundledAsync: (options) => Catalogue.bundledAsync(options),
  openAsync: (options) => Catalogue.openAsync(data, options),
  fromJsonAsync: (options) => Catalogue.fromJsonAsync(text, options),
}

for (const [name, opened] of Object.entries(openers)) {
  for (const threads of [1, 4]) {
    test(`${name} tells how far it is, up to the whole, and nothing after; ${threads} threads`, async () => {
      const told = []
      const found = await opened({ threads, onProgress: (done, total) => told.push({ done, total }) })
      assert.ok(found instanceof Catalogue)
      assert.ok(told.length >= 1)
      const { done, total } = told.at(-1)
      assert.ok(done === total && total > 0)
      assert.ok(told.every((one, at) => one.total === total && (at === 0 || one.done > told[at - 1].done)))
      const { length } = told
      await new Promise((resolve) => setTimeout(resolve, 20))
      assert.equal(told.length, length)
    })
  }

  test(`${name} is rejected with what \`onProgress\` throws, which is not called again`, async () => {
    let calls = 0
    const thrown = new RangeError('mine')
    const onProgress = () => {
      calls++
      throw thrown
    }
    await assert.rejects(opened({ onProgress }), (error) => error === thrown)
    assert.equal(calls, 1)
  })

  test(`${name} is rejected with the reason of an aborted signal`, async () => {
    const reason = new Error('enough')
    await assert.rejects(opened({ signal: AbortSignal.abort(reason) }), (error) => error === reason)
    const controller = new AbortController()
    const pending = opened({ signal: controller.signal })
    controller.abort()
    await assert.rejects(pending, { name: 'AbortError' })
  })
}

test('a signal that is aborted while progress is told breaks off, and nothing more is told', async () => {
  const controller = new AbortController()
  let calls = 0
  const onProgress = () => {
    calls++
    controller.abort()
  }
  await assert.rejects(Catalogue.fromJsonAsync(text, { onProgress, signal: controller.signal }), {
    name: 'AbortError',
  })
  assert.equal(calls, 1)
})

test('breaking off is quick', async () => {
  // Progress is told of every thousand records, so that the first news come long before the end.
  const words = Array.from({ length: 100 }, (_, at) => `word${at}`).join(' ')
  const described = resources.map((one) => ({ ...one, description: { en: words } }))
  const large = JSON.stringify({ ...JSON.parse(text), resources: described })
  const timed = async (options) => {
    const start = performance.now()
    const outcome = await Catalogue.fromJsonAsync(large, options).catch((error) => error)
    return { outcome, took: performance.now() - start }
  }
  const times = { whole: [], broken: [] }
  // The best of three: what a machine does besides only adds.
  for (let turn = 0; turn < 3; turn++) {
    const controller = new AbortController()
    const onProgress = () => controller.abort()
    const whole = await timed({ threads: 1 })
    const broken = await timed({ threads: 1, signal: controller.signal, onProgress })
    assert.ok(whole.outcome instanceof Catalogue)
    assert.equal(broken.outcome.name, 'AbortError')
    times.whole.push(whole.took)
    times.broken.push(broken.took)
  }
  assert.ok(Math.min(...times.broken) < Math.min(...times.whole), JSON.stringify(times))
})

test('the event loop goes on while an index is built', async () => {
  let turns = 0
  const timer = setInterval(() => turns++, 1)
  await Catalogue.bundledAsync()
  clearInterval(timer)
  assert.ok(turns > 3, `${turns} turns`)
})

test('a catalogue that is built on other threads is the same', async () => {
  const expected = catalogue().snapshot()
  for (const threads of [1, 3])
    assert.ok((await Catalogue.bundledAsync({ threads })).snapshot().equals(expected))
  const empty = '{"title": {"en": "Mine", "fr": "Le mien"}}'
  const told = []
  const found = await Catalogue.fromJsonAsync(empty, { onProgress: (...progress) => told.push(progress) })
  assert.deepEqual(found.about(), Catalogue.fromJson(empty).about())
  // There is something to do even where there are no records, so that a share of it is a number.
  assert.ok(told.every(([done, total]) => done <= total && total > 0))
  assert.equal(told.at(-1)[0], told.at(-1)[1])
})

test('bytes may be changed once building has begun', async () => {
  const json = Buffer.from(text)
  const pending = Catalogue.fromJsonAsync(json)
  json.fill(0)
  assert.equal((await pending).resources().length, resources.length)
})

test('errors of the catalogue and wrong types are rejections', async () => {
  await assert.rejects(
    Catalogue.openAsync(pathToFileURL('/no/such/catalogue')),
    (error) => error instanceof AllyToolkitError && error.kind === 'unreadable',
  )
  await assert.rejects(Catalogue.fromJsonAsync('{}'), { name: 'AllyToolkitError', kind: 'invalid-catalogue' })
  for (const options of [
    { threads: 0 },
    { threads: 1.5 },
    { threads: '2' },
    { onProgress: 5 },
    { signal: {} },
    { signal: null },
  ])
    await assert.rejects(Catalogue.bundledAsync(options), TypeError)
  await assert.rejects(Catalogue.openAsync(5), TypeError)
  await assert.rejects(Catalogue.fromJsonAsync({}), TypeError)
})
