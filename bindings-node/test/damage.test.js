// Snapshots damaged at random, the same on every run: a seed that fails is in the message.

import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { AllyToolkitError, Catalogue, describeSnapshot, verifySnapshot } from 'ally-toolkit'
import { folder, searches, small } from './snapshots.js'
import { catalogue } from './vectors.js'

const HEADER = 80
const LINE = 24
const file = folder()

/** Numbers that look random, below a bound (the generator mulberry32). */
function random(seed) {
  let state = seed
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) % bound
  }
}

/** The checksum of zlib, which Node has from 22 on. */
function crc32(bytes) {
  let sum = ~0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}

/** Makes the checksums of header and table right, so that what they say is believed. */
function seal(bytes) {
  const table = bytes.subarray(HEADER, HEADER + LINE * bytes.readUInt32LE(28))
  bytes.writeUInt32LE(crc32(table), 72)
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 76)), 76)
  return bytes
}

function line(bytes, at) {
  const start = HEADER + LINE * at
  return bytes.subarray(start, start + LINE)
}

/** The bytes of a section. */
function section(bytes, at) {
  const [start, length] = [8, 16].map((field) => Number(line(bytes, at).readBigUInt64LE(field)))
  return bytes.subarray(start, start + length)
}

const damages = {
  'flipped bits': (bytes, below) => {
    for (let times = 1 + below(8); times > 0; times--) bytes[below(bytes.length)] ^= 1 << below(8)
    return bytes
  },
  'a file cut short': (bytes, below) => bytes.subarray(0, below(bytes.length)),
  'a file made longer': (bytes, below) => Buffer.concat([bytes, Buffer.alloc(1 + below(16), below(256))]),
  'sections that changed their names': (bytes, below) => {
    const [one, other] = [0, 0].map(() => line(bytes, below(bytes.readUInt32LE(28))).subarray(0, 4))
    const name = Buffer.from(one)
    one.set(other)
    other.set(name)
    return seal(bytes)
  },
  'another version': (bytes, below) => {
    const field = [8, 12, 16, 20][below(4)]
    bytes.writeUInt32LE([0, 2, 1 + below(1000), 0xffffffff][below(4)], field)
    return seal(bytes)
  },
  'a forged number with a right checksum': (bytes, below) => {
    const at = below(bytes.readUInt32LE(28))
    const content = section(bytes, at)
    // A map of `fst` 0.4, which begins with its version: that library trusts a map whose checksum is right, and panics.
    const isMap = content.length >= 8 && content.readBigUInt64LE() === 3n
    if (isMap || content.length < 4) return bytes
    const numbers = [0, 1, below(2 ** 32), 0x7fffffff, 0xffffffff]
    content.writeUInt32LE(numbers[below(numbers.length)], below(content.length - 3))
    line(bytes, at).writeUInt32LE(crc32(content), 4)
    return seal(bytes)
  },
  'a forged table': (bytes, below) => {
    const numbers = [0n, 1n, BigInt(below(2 ** 32)), 2n ** 63n, 2n ** 64n - 1n]
    line(bytes, below(bytes.readUInt32LE(28))).writeBigUInt64LE(numbers[below(5)], [8, 16][below(2)])
    return seal(bytes)
  },
  'a part of another snapshot': (bytes, below) => {
    const start = below(bytes.length)
    catalogue()
      .snapshot()
      .copy(bytes, start, start, start + 1 + below(4096))
    return bytes
  },
}

/** What `run` gives, or the error of the library that it throws; nothing else may be thrown. */
function outcome(run) {
  try {
    return { value: run() }
  } catch (error) {
    if (!(error instanceof AllyToolkitError)) throw error
    assert.ok(['invalid-snapshot', 'incompatible-snapshot'].includes(error.kind), error.stack)
    assert.ok(error.messages.en && error.messages.fr && error.remedy.en && error.remedy.fr)
    return { error }
  }
}

function read(opened) {
  const resources = opened.resources()
  const readers = resources.map(({ id }) => opened.resource(id, 'fr'))
  return { about: opened.about(), resources, readers, terms: opened.terms(), searches: searches(opened) }
}

for (const [name, damage] of Object.entries(damages)) {
  test(`${name}: an error, or an answer, which is right when the snapshot is whole`, () => {
    const whole = small().snapshot()
    const expected = read(small())
    // How many snapshots were found to be damaged by reading all of them: a reader of a part may pass over it.
    let damaged = 0
    for (let seed = 1; seed <= 60; seed++) {
      const bytes = damage(Buffer.from(whole), random(seed))
      const message = `seed ${seed}`
      let source = bytes
      // Mapped, now and then.
      if (seed % 4 === 0) {
        source = file(`${seed}.ally`)
        writeFileSync(source, bytes)
      }
      outcome(() => describeSnapshot(source))
      const { error } = outcome(() => verifySnapshot(source))
      assert.equal(!error, isWhole(bytes, whole), message)
      if (error) damaged++
      const answered = outcome(() => read(Catalogue.openSnapshot(source)))
      if (!error && !answered.error) assert.deepEqual(answered.value, expected, message)
      // Each on its own, for whatever the first error kept from being read.
      const opened = outcome(() => Catalogue.openSnapshot(source)).value
      for (const method of opened ? ['about', 'resources', 'terms', 'toolkits', 'snapshot'] : [])
        outcome(() => opened[method]())
      if (opened) outcome(() => searches(opened))
    }
    assert.ok(damaged > 0)
  })
}

/** Whether the bytes are those that were written, or say no more than another version that may be read. */
function isWhole(bytes, whole) {
  if (bytes.length !== whole.length || crc32(bytes.subarray(0, 76)) !== bytes.readUInt32LE(76)) return false
  if (bytes.readUInt32LE(8) < 1 || bytes.readUInt32LE(12) > 1) return false
  const same = (start, end) => bytes.subarray(start, end).equals(whole.subarray(start, end))
  return same(0, 8) && same(28, 76) && same(HEADER)
}
