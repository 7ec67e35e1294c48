import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { currentTypes, typesFile } from '../scripts/types.mjs'

const root = new URL('../', import.meta.url)

test('types.d.cts is what the schema says', () => {
  assert.equal(readFileSync(typesFile, 'utf8'), currentTypes(), 'run `npm run types`')
})

test('the README’s examples run and print what it says', () => {
  const readme = readFileSync(new URL('README.md', root), 'utf8')
  const examples = [...readme.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code)
  assert.ok(examples.length > 0)
  for (const code of examples) {
    const said = [...code.matchAll(/^ *\/\/ → (.*)$/gm)].map(([, line]) => line)
    const type = code.includes('require(') ? 'commonjs' : 'module'
    const run = spawnSync(process.execPath, [`--input-type=${type}`, '--eval', code], {
      cwd: fileURLToPath(root),
      encoding: 'utf8',
    })
    assert.equal(run.stderr, '')
    assert.deepEqual(run.stdout.trimEnd().split('\n'), said)
  }
})
