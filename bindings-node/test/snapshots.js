// What the tests of snapshots share: catalogues, what they answer, and a folder for files.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { Catalogue } from 'ally-toolkit'
import { vectors } from './vectors.js'

/** Requests whose answers show most of an index. */
export const requests = [
  ['mentorat des femmes', 'fr'],
  ['land acknowledgement', 'en'],
  ['microagresions', 'fr'],
  ['allié·e·s', 'fr'],
  ['leadersh', 'en'],
  ['feuille de route', 'fr'],
  ['the', 'en'],
  ['', 'fr'],
].map(([query, language]) => ({
  query,
  language,
  records: ['resource', 'page', 'term'],
  facets: ['kind', 'topic', 'cluster', 'audience', 'language', 'place', 'level', 'access', 'year'],
  explain: true,
}))

export const searches = (catalogue) => requests.map((request) => catalogue.search(request))

/** Everything that a catalogue has and answers. */
export function everything(catalogue) {
  const names = ['topics', 'kinds', 'clusters', 'audiences', 'places']
  const toolkits = catalogue.toolkits()
  const resources = catalogue.resources()
  const terms = catalogue.terms()
  const readers = ['en', 'fr'].map((language) => ({
    toolkits: toolkits.map(({ key }) => catalogue.toolkit(key, language)),
    pages: toolkits.flatMap(({ key, pages }) =>
      pages.map((page) => catalogue.page(`${key}/${page}`, language)),
    ),
    resources: resources.map(({ id }) => catalogue.resource(id, language)),
    terms: terms.map(({ id }) => catalogue.term(id, language)),
    topics: catalogue.vocabulary('topics').map(({ id }) => catalogue.topic(id, language)),
  }))
  const vocabularies = names.map((name) => catalogue.vocabulary(name))
  const searched = vectors('search').cases.map(({ request }) => catalogue.search(request))
  const about = catalogue.about()
  return { about, resources, terms, toolkits, vocabularies, readers, searched, asked: searches(catalogue) }
}

/** A catalogue of forty resources and a term. */
export function small() {
  const words = ['mentorat', 'leadership', 'équité', 'alliance', 'santé', 'école']
  const resources = Array.from({ length: 40 }, (_, at) => ({
    id: `r${at}`,
    kind: 'guide',
    languages: ['fr'],
    date: String(2000 + (at % 25)),
    title: { en: `Mentoring ${at}`, fr: `${words[at % 6]} ${at}` },
    description: { fr: `Un guide sur le ${words[at % 5]} des femmes, ${at}` },
  }))
  return Catalogue.fromJson(
    JSON.stringify({
      title: { en: 'Small', fr: 'Petit' },
      vocabularies: { kinds: [{ id: 'guide', label: { en: 'guide', fr: 'guide' } }] },
      glossary: [{ id: 'ally', term: { en: 'ally', fr: 'personne alliée' } }],
      resources,
    }),
  )
}

/** A function from a name to a path in a folder, which is removed after the tests. */
export function folder() {
  const made = mkdtempSync(join(tmpdir(), 'ally-toolkit-'))
  after(() => rmSync(made, { recursive: true }))
  return (name = '') => join(made, name)
}
