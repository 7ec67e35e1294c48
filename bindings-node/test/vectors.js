// The cases that every host runs: ../../tests/vectors.

import { readFileSync } from 'node:fs'
import { analyze, Catalogue } from 'ally-toolkit'

/** The content of a file of shared vectors. */
export function vectors(name) {
  return JSON.parse(readFileSync(new URL(`../../tests/vectors/${name}.json`, import.meta.url), 'utf8'))
}

/** An expected value as this host gives it: of the three units of each span, UTF-16. */
export function expected(value) {
  if (Array.isArray(value)) return value.map(expected)
  if (typeof value !== 'object' || value === null) return value
  if ('utf16' in value) return value.utf16
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, expected(part)]))
}

let bundled
/** The bundled catalogue, opened once. */
export const catalogue = () => (bundled ??= Catalogue.bundled())

/** Makes the call that a case names, with its arguments. */
export function call(name, args) {
  switch (name) {
    case 'did_you_mean':
      return catalogue().didYouMean(...args)
    case 'open':
      return Catalogue.open(...args)
    case 'from_json':
      return Catalogue.fromJson(...args)
    case 'analyze':
      return analyze(...args)
    default:
      return catalogue()[name](...args)
  }
}
