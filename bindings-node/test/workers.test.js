import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('workers/main.js', import.meta.url))

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
