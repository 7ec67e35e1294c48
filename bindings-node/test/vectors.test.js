import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AllyToolkitError,
  analyze,
  Catalogue,
  compare,
  evaluate,
  highlightHtml,
  parseQuery,
  validateJson,
  writeQuery,
} from 'ally-toolkit'
import { call, catalogue, expected, vectors } from './vectors.js'

test('every probe finds and marks what it should', () => {
  const { probes } = vectors('probes')
  const failures = probes.filter((probe) => passes(probe) === 'limit' in probe)
  assert.ok(probes.length > 0)
  assert.deepEqual(failures, [])
})

function passes({ language, title, query, finds, marks = [] }) {
  const one = Catalogue.fromJson(
    JSON.stringify({
      title: { en: 'Probe', fr: 'Sonde' },
      vocabularies: { kinds: [{ id: 'kind', label: { en: '.', fr: '.' } }] },
      resources: [{ id: 'probe', kind: 'kind', title: { [language]: title }, languages: [language] }],
    }),
  )
  const { total, hits } = one.search({ query, language })
  const segments = hits.flatMap((hit) => hit.title.segments).filter((segment) => segment.marked)
  const slices = segments.map(({ span }) => title.slice(span.start, span.end))
  return (total === 1) === finds && slices.join('|') === marks.join('|')
}

const searches = [...vectors('search').cases, ...vectors('search-small').cases]
for (const { name, request, results, html, catalogue: text } of searches) {
  test(`search: ${name}`, async () => {
    const searched = text ? Catalogue.fromJson(text) : catalogue()
    const found = searched.search(request)
    assert.deepEqual(found, expected(results))
    assert.deepEqual(await searched.searchAsync(request), found)
    const highlights = found.hits.map((hit) => highlightsOf(hit))
    for (const [at, { id }] of found.hits.entries()) {
      for (const highlight of highlights[at]) assertSlices(ownTexts(searched, id, highlight), highlight)
    }
    if (html)
      assert.deepEqual(
        highlights.map((of) => of.map(highlightHtml)),
        html,
      )
  })
}

/** The texts of a hit, in the order in which the vectors have them. */
function highlightsOf({ title, description, highlights = [] }) {
  return [title, ...(description ? [description] : []), ...highlights]
}

/** The whole texts that a highlight may be of, where they are the record's own. */
function ownTexts(searched, id, { field, language }) {
  const own = [...searched.resources(), ...searched.terms()].filter((record) => record.id === id)
  const texts = own.flatMap(({ title, term, subtitle, variants, description, definitions = [] }) => {
    if (field === 'title') return [title, term]
    if (field === 'subtitle') return [subtitle, variants]
    return field === 'description' ? [description, ...definitions.map(({ text }) => text)] : []
  })
  return texts.flatMap((text) => text?.[language] ?? [])
}

/** Each segment is the part of the whole text that its span says. */
function assertSlices(texts, { segments }) {
  const slices = (text) => segments.every(({ text: part, span }) => text.slice(span.start, span.end) === part)
  assert.ok(texts.length === 0 || texts.some(slices))
}

for (const { name, request, results } of vectors('similar').cases) {
  test(`similar: ${name}`, () => assert.deepEqual(catalogue().similar(request), expected(results)))
}

for (const { name, call: method, request, answer } of vectors('suggestion').cases) {
  test(`suggestion: ${name}`, () => {
    const suggested = call(method, [request])
    assert.deepEqual(suggested, expected(answer))
    for (const { request: other, total } of suggested?.requests ?? []) {
      assert.equal(catalogue().search(other).total, total)
    }
    for (const item of suggested?.items ?? []) {
      const topic = item.kind === 'topic'
      const filters = topic ? { ...request.filters, topic: [item.id] } : request.filters
      const search = { ...request, query: topic ? '' : item.text, filters, match: request.match ?? 'all' }
      if (['title', 'person', 'organization'].includes(item.kind)) search.syntax = 'words'
      const { kinds, limit, ...asked } = search
      assert.equal(catalogue().search(asked).total, item.count)
    }
  })
}

for (const { name, text, language, analysis } of vectors('analysis').cases) {
  test(`analysis: ${name}`, () => {
    const actual = analyze(text, language)
    assert.deepEqual(actual, expected(analysis))
    for (const token of actual.tokens) assert.equal(text.slice(token.span.start, token.span.end), token.text)
  })
}

for (const { name, text, read, written } of vectors('query').cases) {
  test(`query: ${name}`, () => {
    const parsed = parseQuery(text)
    assert.deepEqual(parsed, expected(read))
    assert.equal(writeQuery(parsed.query), written.en)
    assert.equal(writeQuery(parsed.query, 'fr'), written.fr)
  })
}

for (const { name, call: method, arguments: args, language, result } of vectors('reading').cases) {
  test(`reading: ${name}`, () => assert.deepEqual(call(method, [...args, language]), expected(result)))
}

for (const { name, catalogue: text, catalogue_base64: base64, report } of vectors('validation').cases) {
  test(`validation: ${name}`, () => {
    assert.deepEqual(validateJson(text ?? Buffer.from(base64, 'base64')), report)
  })
}

for (const { name, call: method, error, messages, ...given } of vectors('errors').cases) {
  test(`error: ${name}`, () => {
    const { arguments: args, argument_base64: base64, language } = given
    const bytes = base64 ? [Buffer.from(base64, 'base64')] : []
    const all = [...args, ...bytes, ...(language ? [language] : [])]
    assert.throws(
      () => call(method, all),
      (thrown) => {
        assert.ok(thrown instanceof AllyToolkitError, thrown)
        assert.equal(thrown.kind, error.kind)
        assert.deepEqual(thrown.place, error.place ?? {})
        assert.deepEqual(
          thrown.problems.map((problem) => problem.code),
          error.codes ?? [],
        )
        // Null where the words are the operating system's.
        if (!messages) return true
        assert.equal(thrown.message, messages.en)
        assert.ok(messages.fr.startsWith(`${thrown.messages.fr} ${thrown.remedy.fr}`))
        return true
      },
    )
  })
}

for (const { name, call: method, request, answer } of vectors('evaluation').cases) {
  test(`evaluation: ${name}`, () => {
    const run = () =>
      method === 'evaluate'
        ? evaluate(request.judgments, request.rankings, request.measures)
        : compare(request.before, request.after, request.measure)
    if (answer.result) return assert.deepEqual(run(), answer.result)
    const { kind, place, line } = answer.error
    assert.throws(run, (thrown) => {
      assert.ok(thrown instanceof AllyToolkitError, thrown)
      assert.deepEqual([thrown.kind, thrown.place, thrown.message], [kind, place, line.en])
      return true
    })
  })
}
