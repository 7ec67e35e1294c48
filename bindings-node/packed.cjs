'use strict'

// Makes plain objects of what `src/packed.rs` packed; its documentation says how.

/** The names that the addon has met, by number; it has more when one is met that is not here. */
const names = []

/** What is read, and how far. */
let tape = ''
let ascii = ''
let wide = ''
let at = 0
let inAscii = 0
let inWide = 0
let moreNames

const LARGE = 0x1fff
const units = new Uint16Array(4)
const number = new Float64Array(units.buffer)

/**
 * The value of a packed result.
 *
 * @param packed - The three strings.
 * @param more - Gives the names from a number on.
 */
function unpack(packed, more) {
  ;[tape, ascii, wide] = packed
  at = inAscii = inWide = 0
  moreNames = more
  const read = value()
  // Not to keep alive what the caller may have forgotten.
  tape = ascii = wide = ''
  return read
}

function value() {
  const head = tape.charCodeAt(at++)
  let count = head >> 3
  if (count === LARGE) count = unit() + unit() * 0x10000
  switch (head & 7) {
    case 0:
      return count === 0 ? null : count === 3 ? float() : count === 1
    case 1:
      return count
    case 2:
      inAscii += count
      return ascii.slice(inAscii - count, inAscii)
    case 3:
      inWide += count
      return wide.slice(inWide - count, inWide)
    case 4:
      return name(count)
    case 5: {
      const list = []
      for (let left = count; left > 0; left--) list.push(value())
      return list
    }
    case 6: {
      const object = {}
      for (let left = count; left > 0; left--) object[name(unit())] = value()
      return object
    }
    default:
      return entries(count)
  }
}

const unit = () => tape.charCodeAt(at++)

function float() {
  for (let place = 0; place < 4; place++) units[place] = unit()
  return number[0]
}

function name(number) {
  if (number >= names.length) names.push(...moreNames(names.length))
  return names[number]
}

function entries(count) {
  const object = {}
  for (let left = count; left > 0; left--) {
    const key = value()
    // Assigned, this key would change the prototype.
    if (key === '__proto__')
      Object.defineProperty(object, key, {
        value: value(),
        configurable: true,
        enumerable: true,
        writable: true,
      })
    else object[key] = value()
  }
  return object
}

module.exports = { unpack }
