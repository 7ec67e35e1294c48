import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = new URL('../', import.meta.url)

/** The Node examples of a document of the project. */
const examples = (document) =>
  [...readFileSync(new URL(`../${document}`, root), 'utf8').matchAll(/^```js\n(.*?)^```$/gms)].map(
    ([, code]) => code,
  )

const run = (code) => {
  const { stderr, stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: fileURLToPath(root),
    encoding: 'utf8',
  })
  assert.equal(stderr, '', code)
  return stdout.trimEnd().split('\n')
}

/** An example as a program of its own, in which an expression with a value in a comment behind it must have that value. */
const program = (code) => {
  const start = code.includes('Catalogue.bundled()')
    ? ''
    : "import { Catalogue } from 'ally-toolkit'\nconst catalogue = Catalogue.bundled()\n"
  const checked = code.replace(
    /^(?!const |import |for |return |\s)(.+?) +\/\/ (['"[{\d].*|null|true|false)$/gm,
    '__assert.deepEqual($1, $2)',
  )
  return `import __assert from 'node:assert/strict'\n${start}${checked}`
}

test('the example of the project’s README prints each hit with its reason', () => {
  const printed = run(examples('README.md')[0])
  assert.equal(printed.length, 10)
  assert.ok(printed.every((line) => line.includes(' Trouvé grâce à «')))
})

for (const [at, code] of examples('docs/searching.md').entries()) {
  test(`example ${at + 1} of searching gives what it says`, () => {
    run(program(code))
  })
}
