// Ranks a judged collection with Orama: `orama.mjs FOLDER LANGUAGE RUN [setting=value ...]`.

import { create, insertMultiple, search } from '@orama/orama'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stopwords as englishStopWords } from '@orama/stopwords/english'
import { stopwords as frenchStopWords } from '@orama/stopwords/french'

import { DEPTH, run } from './collection.mjs'

const TOKENIZERS = {
  en: { language: 'english', stemmer: english, stopWords: englishStopWords },
  fr: { language: 'french', stemmer: french, stopWords: frenchStopWords },
}

await run(async (documents, language, settings) => {
  const { stemmer, stopWords, ...tokenizer } = TOKENIZERS[language]
  if (settings.stem === 'yes') Object.assign(tokenizer, { stemming: true, stemmer })
  if (settings.stopwords === 'yes') tokenizer.stopWords = stopWords
  tokenizer.allowDuplicates = settings.duplicates === 'yes'
  const index = create({
    schema: { id: 'string', title: 'string', text: 'string' },
    components: { tokenizer },
  })
  await insertMultiple(index, documents)
  const options = {
    properties: ['title', 'text'],
    boost: { title: Number(settings.title) },
    // 1 is any word, 0 all words: what is between cuts the list of any word short.
    threshold: Number(settings.threshold),
    tolerance: Number(settings.tolerance),
    relevance: { k: Number(settings.k), b: Number(settings.b), d: Number(settings.d) },
    limit: DEPTH,
  }
  return async (term) => (await search(index, { term, ...options })).hits.map((hit) => hit.id)
})
