import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { AllyToolkitError, Catalogue, describeSnapshot, verifySnapshot } from 'ally-toolkit'
import { everything, folder, requests, searches, small } from './snapshots.js'
import { catalogue } from './vectors.js'

const file = folder()

test('a catalogue opened from a snapshot, by path, URL or bytes, is the one it was written from', async () => {
  const path = file('bundled.ally')
  catalogue().writeSnapshot(path)
  const expected = everything(catalogue())
  for (const source of [path, pathToFileURL(path), readFileSync(path)]) {
    const opened = Catalogue.openSnapshot(source)
    assert.deepEqual(everything(opened), expected)
    assert.deepEqual(await opened.searchAsync(requests[0]), expected.asked[0])
  }
})

test('a snapshot is the same bytes in memory, in a file, and after a round trip', () => {
  const [path, url] = [file('once.ally'), pathToFileURL(file('again.ally'))]
  const bytes = catalogue().snapshot()
  assert.ok(Buffer.isBuffer(bytes))
  catalogue().writeSnapshot(path)
  assert.ok(readFileSync(path).equals(bytes))
  assert.ok(Catalogue.openSnapshot(path).snapshot().equals(bytes))
  assert.ok(Catalogue.openSnapshot(bytes).snapshot().equals(bytes))
  Catalogue.openSnapshot(path).writeSnapshot(url)
  assert.ok(readFileSync(url).equals(bytes))
})

test('bytes are copied: what becomes of them afterwards changes nothing', () => {
  const bytes = small().snapshot()
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length))
  shared.set(bytes)
  const inside = new Uint8Array([1, ...bytes, 2]).subarray(1, -1)
  for (const given of [bytes, shared, inside]) {
    const opened = Catalogue.openSnapshot(given)
    given.fill(0)
    assert.deepEqual(searches(opened), searches(small()))
    assert.throws(() => Catalogue.openSnapshot(given), { kind: 'invalid-snapshot' })
  }
})

test('a snapshot that is replaced while it is open stays what it was', () => {
  const path = file('replaced.ally')
  const expected = everything(catalogue())
  catalogue().writeSnapshot(path)
  const before = Catalogue.openSnapshot(path)
  small().writeSnapshot(path)
  assert.equal(Catalogue.openSnapshot(path).resources().length, 40)
  assert.deepEqual(everything(before), expected)
  // Onto the file that it was opened from, too.
  before.writeSnapshot(path)
  assert.deepEqual(everything(Catalogue.openSnapshot(path)), expected)
  assert.deepEqual(
    readdirSync(file()).filter((name) => name.endsWith('.new')),
    [],
  )
})

test('a snapshot says what is in it', () => {
  const path = file('described.ally')
  small().writeSnapshot(path)
  const bytes = readFileSync(path)
  const described = describeSnapshot(path)
  assert.deepEqual(describeSnapshot(bytes), described)
  assert.deepEqual(describeSnapshot(pathToFileURL(path)), described)
  assert.equal(described.length, bytes.length)
  assert.equal(described.format_version, bytes.readUInt32LE(8))
  assert.equal(described.oldest_reader, bytes.readUInt32LE(12))
  assert.equal(described.analysis_version, bytes.readUInt32LE(16))
  assert.equal(described.required_capabilities, 0)
  assert.equal(described.optional_capabilities, 0)
  assert.equal(described.content_id, bytes.toString('hex', 40, 72))
  assert.equal(described.sections.length, bytes.readUInt32LE(28))
  for (const [at, { name, offset, length }] of described.sections.entries()) {
    const line = 80 + 24 * at
    assert.equal(name, bytes.toString('latin1', line, line + 4))
    assert.equal(offset, Number(bytes.readBigUInt64LE(line + 8)))
    assert.equal(length, Number(bytes.readBigUInt64LE(line + 16)))
  }
  assert.notEqual(describeSnapshot(catalogue().snapshot()).content_id, described.content_id)
})

test('verifying names the section and the byte of damage', () => {
  const bytes = small().snapshot()
  assert.equal(verifySnapshot(bytes), undefined)
  const path = file('damaged.ally')
  for (const { name, offset, length } of describeSnapshot(bytes).sections) {
    if (length === 0) continue
    const damaged = Buffer.from(bytes)
    damaged[offset + length - 1] ^= 1
    writeFileSync(path, damaged)
    const message = `The snapshot is damaged: the section \`${name}\` is not as it was written (byte ${offset}).`
    assert.throws(() => verifySnapshot(damaged), { kind: 'invalid-snapshot', place: {} })
    assert.throws(
      () => verifySnapshot(path),
      (error) => {
        assert.ok(error instanceof AllyToolkitError)
        assert.deepEqual(
          [error.kind, error.messages.en, error.place],
          ['invalid-snapshot', message, { file: path }],
        )
        assert.match(error.messages.fr, new RegExp(`«\\s${name}\\s».*\\(octet ${offset}\\)`))
        return true
      },
    )
  }
})

test('what is no snapshot is refused, with its file', () => {
  mkdirSync(file('folder'))
  writeFileSync(file('empty'), '')
  writeFileSync(file('text'), 'Something else.')
  writeFileSync(file('cut'), small().snapshot().subarray(0, 1000))
  const refused = {
    missing: ['unreadable', /cannot be opened/],
    folder: ['unreadable', /cannot be opened/],
    empty: ['invalid-snapshot', /cut short: 0 bytes/],
    text: ['invalid-snapshot', /not a snapshot/],
    cut: ['invalid-snapshot', /cut short: 1000 bytes/],
  }
  for (const [name, [kind, message]] of Object.entries(refused)) {
    for (const call of [Catalogue.openSnapshot, describeSnapshot, verifySnapshot]) {
      assert.throws(() => call(file(name)), { kind, message, place: { file: file(name) } })
    }
  }
  for (const call of [Catalogue.openSnapshot, describeSnapshot, verifySnapshot]) {
    assert.throws(() => call(new Uint8Array()), { kind: 'invalid-snapshot', place: {} })
    assert.throws(() => call(''), { kind: 'unreadable' })
  }
})

test('a file that cannot be written is an error, and what was there stays', () => {
  mkdirSync(file('in-the-way'))
  for (const path of [file('in-the-way'), file('no/such/folder.ally'), '']) {
    assert.throws(() => small().writeSnapshot(path), { kind: 'unwritable', place: { file: path } })
  }
  assert.deepEqual(readdirSync(file('in-the-way')), [])
})

test('catalogues opened from bytes are collected before they fill the memory', () => {
  const code = `
    import { setImmediate } from 'node:timers/promises'
    import { Catalogue } from 'ally-toolkit'
    const bytes = Catalogue.bundled().snapshot()
    const before = process.memoryUsage.rss()
    let peak = before
    for (let times = 0; times < 400; times++) {
      Catalogue.openSnapshot(bytes)
      peak = Math.max(peak, process.memoryUsage.rss())
      await setImmediate()
    }
    console.log((peak - before) / (400 * bytes.length))`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: new URL('..', import.meta.url),
    encoding: 'utf8',
  })
  assert.equal(stderr, '')
  // Without a word to V8 it is more than 0.8.
  assert.ok(Number(stdout) < 0.4, stdout)
})
