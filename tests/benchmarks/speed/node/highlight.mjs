// What the callers of MiniSearch and Orama write to show what matched.

import { key, languageOf } from './language.mjs'

const WORD = /[\p{L}\p{N}]+/gu

/** The keys of words already looked up, by language: the same words come again and again. */
const KNOWN = { en: new Map(), fr: new Map() }

function knownKey(word, language) {
  const known = KNOWN[language]
  if (!known.has(word)) known.set(word, key(word, language))
  return known.get(word)
}

/** Words such as `constructor` are no keys of `match` although every object has them. */
const isMatched = ({ match }, key, field) => Object.hasOwn(match, key) && match[key].includes(field)

/** The text of a field of MiniSearch's hit, the words marked that it says matched. */
export function highlighted(hit, field) {
  return hit[field].replace(WORD, (word) =>
    isMatched(hit, knownKey(word, languageOf(field)), field) ? `<mark>${word}</mark>` : word,
  )
}

/**
 * Whether anything is marked of what a page shows of a record: its title and description, each in the reader's language, or in
 * the other one where nothing of it is marked. `highlight` gives the text of a field with marks.
 */
export function isMarked(record, language, highlight) {
  const codes = language === 'fr' ? ['fr', 'en'] : ['en', 'fr']
  const marks = ['title', 'description'].map((name) => {
    const fields = codes.map((code) => `${name}_${code}`).filter((field) => record[field])
    return fields.some((field) => highlight(field).includes('<mark'))
  })
  return marks.includes(true)
}
