// An analyser for each language, for engines that take one word after the other: MiniSearch and Orama.

import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stopwords as englishStopWords } from '@orama/stopwords/english'
import { stopwords as frenchStopWords } from '@orama/stopwords/french'

const LANGUAGES = {
  en: { stem: english, stopWords: new Set(englishStopWords) },
  fr: { stem: french, stopWords: new Set(frenchStopWords) },
}

const fold = (word) => word.normalize('NFD').replace(/\p{M}/gu, '')

/** Between words: what is neither letter nor digit, so that an apostrophe splits off an elided article. */
const BETWEEN = /[^\p{L}\p{N}]+/u

export const words = (text) => text.split(BETWEEN).filter(Boolean)

/** The key of a word in a language; nothing for a stop word. */
export function key(word, language) {
  const { stem, stopWords } = LANGUAGES[language]
  const small = word.toLowerCase()
  return stopWords.has(small) ? null : fold(stem(small))
}

/** The keys of a word of a query, which is looked for in both languages. */
export function keys(word) {
  return [...new Set([key(word, 'en'), key(word, 'fr')])].filter(Boolean)
}

/** The language of a field named `title_en` or the like. */
export const languageOf = (field) => field.slice(-2)

export { fold }
