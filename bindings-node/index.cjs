'use strict'

const { types } = require('node:util')
const { fileURLToPath } = require('node:url')
const native = require('./native.cjs')
const { unpack } = require('./packed.cjs')

/** The error of every call; `index.d.cts` documents its properties. */
class AllyToolkitError extends Error {
  constructor({ line, kind, message, remedy, place = {}, problems = [] }) {
    super(line)
    this.kind = kind
    this.code = kind
    this.messages = message
    this.remedy = remedy
    this.place = place
    this.problems = problems
  }
}
// On the prototype, as in Error itself: instances then print their own properties only.
Object.defineProperty(AllyToolkitError.prototype, 'name', {
  value: 'AllyToolkitError',
  configurable: true,
  writable: true,
})

/** The one place where what the addon throws, the core's error as JSON, becomes an AllyToolkitError. */
function translated(error) {
  const isOurs = error.code === 'GenericFailure' && error.message.startsWith('{')
  return isOurs ? new AllyToolkitError(JSON.parse(error.message)) : error
}

function call(run) {
  try {
    return run()
  } catch (error) {
    throw translated(error)
  }
}

const read = (run) => unpack(call(run), native.names)

function wrongType(name, wanted, value) {
  const given = typeof value === 'object' && value !== null ? value.constructor?.name : String(value)
  return new TypeError(`ally-toolkit: \`${name}\` must be ${wanted}, not ${given}`)
}

function string(name, value) {
  if (typeof value !== 'string') throw wrongType(name, 'a string', value)
  return value
}

function path(value) {
  return value instanceof URL ? fileURLToPath(value) : string('path', value)
}

/** Where a snapshot lies: the path of its file, or its bytes. */
function source(value) {
  if (value instanceof URL) return fileURLToPath(value)
  if (typeof value === 'string' || types.isUint8Array(value)) return value
  throw wrongType('source', 'a path, a file URL or a Uint8Array', value)
}

function bytes(value) {
  if (typeof value === 'string') return Buffer.from(value)
  if (types.isUint8Array(value)) return value
  throw wrongType('json', 'a string or a Uint8Array', value)
}

/** A request, or changes, as JSON; what it may hold is the core's to say. */
function request(value) {
  const json = JSON.stringify(value, (key, part) => {
    // JSON.stringify would write either as `{}`, and the filter in it would be lost without a word.
    if (types.isMap(part) || types.isSet(part))
      throw wrongType(key || 'request', 'a plain object or an array', part)
    // JSON.stringify writes a lone surrogate as an escape, which is not text; this makes it U+FFFD.
    return typeof part === 'string' ? part.toWellFormed() : part
  })
  // A function or symbol has no JSON at all.
  return json ?? 'null'
}

/** The native catalogue of a path, the bytes of a file, or of neither: built on other threads. */
const built = (from, options) =>
  watched((building, threads, told) => building.build(from, threads, told), options)

/** Begins to build, tells of progress, and breaks off. */
async function watched(begin, { threads, onProgress, signal } = {}) {
  if (threads !== undefined && !(Number.isInteger(threads) && threads >= 1 && threads < 2 ** 32))
    throw wrongType('threads', 'a whole number from 1', threads)
  if (onProgress !== undefined && typeof onProgress !== 'function')
    throw wrongType('onProgress', 'a function', onProgress)
  if (signal !== undefined && !(signal instanceof AbortSignal))
    throw wrongType('signal', 'an AbortSignal', signal)
  signal?.throwIfAborted()

  const building = new native.Building()
  const breakOff = () => building.breakOff()
  let last = -1
  let failure
  /** Tells of what has not been told; after an exception, nothing. */
  const tell = () => {
    const [done, total] = building.progress()
    if (failure || signal?.aborted || done <= last) return
    last = done
    try {
      onProgress(done, total)
    } catch (error) {
      failure = { error }
      breakOff()
    }
  }
  signal?.addEventListener('abort', breakOff)
  try {
    const opened = await begin(building, threads, onProgress && tell)
    // The last news may still be on its way.
    if (onProgress) tell()
    if (failure) throw failure.error
    signal?.throwIfAborted()
    return opened
  } catch (error) {
    throw translated(error)
  } finally {
    last = Number.POSITIVE_INFINITY
    signal?.removeEventListener('abort', breakOff)
  }
}

class Catalogue {
  #native

  /** Catalogues come from `bundled`, `open`, `fromJson` and `openSnapshot`. */
  constructor(opened) {
    if (!(opened instanceof native.NativeCatalogue)) {
      throw new TypeError(
        'ally-toolkit: use Catalogue.bundled(), .open(path), .fromJson(json) or .openSnapshot(source)',
      )
    }
    this.#native = opened
  }

  static bundled() {
    return new Catalogue(call(() => native.NativeCatalogue.bundled()))
  }

  static open(where) {
    return new Catalogue(call(() => native.NativeCatalogue.open(path(where))))
  }

  static fromJson(json) {
    return new Catalogue(call(() => native.NativeCatalogue.fromJson(bytes(json))))
  }

  static async bundledAsync(options) {
    return new Catalogue(await built(undefined, options))
  }

  static async openAsync(where, options) {
    return new Catalogue(await built(path(where), options))
  }

  static async fromJsonAsync(json, options) {
    return new Catalogue(await built(bytes(json), options))
  }

  static openSnapshot(where) {
    return new Catalogue(call(() => native.NativeCatalogue.openSnapshot(source(where))))
  }

  snapshot() {
    return call(() => this.#native.snapshot())
  }

  writeSnapshot(where) {
    call(() => this.#native.writeSnapshot(path(where)))
  }

  update(changes) {
    return new Catalogue(call(() => this.#native.update(request(changes))))
  }

  get changes() {
    return this.#native.changes
  }

  rebuilt() {
    return new Catalogue(call(() => this.#native.rebuilt()))
  }

  async rebuiltAsync(options) {
    const rebuild = (building, threads, told) => building.rebuild(this.#native, threads, told)
    return new Catalogue(await watched(rebuild, options))
  }

  search(asked = {}) {
    return read(() => this.#native.search(request(asked)))
  }

  async searchAsync(asked = {}) {
    try {
      return unpack(await this.#native.searchAsync(request(asked)), native.names)
    } catch (error) {
      throw translated(error)
    }
  }

  similar(asked) {
    return read(() => this.#native.similar(request(asked)))
  }

  complete(asked = {}) {
    return read(() => this.#native.complete(request(asked)))
  }

  didYouMean(asked = {}) {
    return read(() => this.#native.didYouMean(request(asked)))
  }

  advise(asked = {}) {
    return read(() => this.#native.advise(request(asked)))
  }

  about() {
    return read(() => this.#native.about())
  }

  resources() {
    return read(() => this.#native.resources())
  }

  terms() {
    return read(() => this.#native.terms())
  }

  toolkits() {
    return read(() => this.#native.toolkits())
  }

  vocabulary(name) {
    return read(() => this.#native.vocabulary(string('name', name)))
  }

  resource(id, language = 'en') {
    return read(() => this.#native.resource(string('id', id), string('language', language)))
  }

  page(address, language = 'en') {
    return read(() => this.#native.page(string('address', address), string('language', language)))
  }

  toolkit(key, language = 'en') {
    return read(() => this.#native.toolkit(string('key', key), string('language', language)))
  }

  topic(id, language = 'en') {
    return this.concept('topics', id, language)
  }

  concept(vocabulary, id, language = 'en') {
    return read(() =>
      this.#native.concept(string('vocabulary', vocabulary), string('id', id), string('language', language)),
    )
  }

  term(id, language = 'en') {
    return read(() => this.#native.term(string('id', id), string('language', language)))
  }
}

function analyze(text, language) {
  return read(() => native.analyze(string('text', text), string('language', language)))
}

function parseQuery(text) {
  return read(() => native.parseQuery(string('text', text)))
}

function writeQuery(query, language = 'en') {
  return call(() => native.writeQuery(request(query), string('language', language)))
}

function highlightHtml(highlight) {
  return call(() => native.highlightHtml(request(highlight)))
}

function describeSnapshot(where) {
  return read(() => native.describeSnapshot(source(where)))
}

function verifySnapshot(where) {
  call(() => native.verifySnapshot(source(where)))
}

function validate(where) {
  return read(() => (where === undefined ? native.validateBundled() : native.validate(path(where))))
}

function validateJson(json) {
  return read(() => native.validateJson(bytes(json)))
}

function evaluate(judgments, rankings, measures) {
  return read(() => native.evaluate(request({ judgments, rankings, measures })))
}

function compare(before, after, measure) {
  return read(() => native.compare(request({ before, after, measure })))
}

module.exports = {
  AllyToolkitError,
  Catalogue,
  analyze,
  compare,
  describeSnapshot,
  evaluate,
  highlightHtml,
  parseQuery,
  validate,
  validateJson,
  verifySnapshot,
  writeQuery,
}
