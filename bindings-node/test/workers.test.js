import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { Catalogue } from 'ally-toolkit'
import { folder, requests, searches } from './snapshots.js'
import { catalogue } from './vectors.js'

const program = fileURLToPath(new URL('workers/main.js', import.meta.url))
const file = folder()

// In a process of its own, so that a crash is an exit status and not the end of the tests.
for (const loaded of ['only in workers', 'in the main thread too']) {
  test(`workers load, search and are terminated, twenty times; the addon is loaded ${loaded}`, () => {
    const { status, signal, stderr, stdout } = spawnSync(process.execPath, [program, loaded], {
      encoding: 'utf8',
    })
    assert.deepEqual(
      { status, signal, stderr, stdout },
      { status: 0, signal: null, stderr: '', stdout: '60 workers\n' },
    )
  })
}

test('workers are terminated while they build an index', () => {
  const program = fileURLToPath(new URL('workers/builds.js', import.meta.url))
  const { status, signal, stderr, stdout } = spawnSync(process.execPath, [program], { encoding: 'utf8' })
  assert.deepEqual(
    { status, signal, stderr, stdout },
    { status: 0, signal: null, stderr: '', stdout: '20 workers\n' },
  )
})

test('four workers that open a snapshot find what the main thread finds, in the memory of one', async () => {
  const path = file('shared.ally')
  catalogue().writeSnapshot(path)
  const expected = searches(Catalogue.openSnapshot(path))
  assert.deepEqual(expected, searches(catalogue()))
  const program = new URL('workers/snapshot.js', import.meta.url)
  const workers = Array.from({ length: 4 }, () => new Worker(program, { workerData: path }))
  for (const worker of workers) worker.postMessage(requests)
  for (const [found] of await Promise.all(workers.map((worker) => once(worker, 'message'))))
    assert.deepEqual(found, expected)
  if (process.platform === 'linux') {
    const maps = mapsOf(path)
    assert.ok(maps.length >= 4)
    // Pages that only this process has would be copies.
    assert.ok(maps.every((map) => /^Private_Dirty: +0 kB$/m.test(map)))
  }
  await Promise.all(workers.map((worker) => worker.terminate()))
})

/** What Linux says of each map of a file in this process. */
function mapsOf(path) {
  const maps = readFileSync('/proc/self/smaps', 'utf8').split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)
  return maps.filter((map) => map.slice(0, map.indexOf('\n')).endsWith(path))
}
