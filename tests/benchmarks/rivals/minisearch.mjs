// Ranks a judged collection with MiniSearch: `minisearch.mjs FOLDER LANGUAGE RUN [setting=value ...]`.

import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stopwords as englishStopWords } from '@orama/stopwords/english'
import { stopwords as frenchStopWords } from '@orama/stopwords/french'
import MiniSearch from 'minisearch'

import { run } from './collection.mjs'

const STEMMERS = { en: english, fr: french }
const STOP_WORDS = { en: new Set(englishStopWords), fr: new Set(frenchStopWords) }

await run((documents, language, settings) => {
  // MiniSearch brings no stemmer, no stop words and no folding of accents, but says where to put one's own: here.
  const processTerm = (term) => {
    let word = term.toLowerCase()
    if (settings.stopwords === 'yes' && STOP_WORDS[language].has(word)) return null
    if (settings.stem === 'yes') word = STEMMERS[language](word)
    return settings.fold === 'yes' ? word.normalize('NFD').replace(/\p{M}/gu, '') : word
  }
  const index = new MiniSearch({
    fields: ['title', 'text'],
    processTerm,
    searchOptions: {
      boost: { title: Number(settings.title) },
      prefix: settings.prefix === 'yes',
      fuzzy: Number(settings.fuzzy),
    },
  })
  index.addAll(documents)
  return (text) => index.search(text).map((hit) => hit.id)
})
