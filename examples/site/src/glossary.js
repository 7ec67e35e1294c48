import { html } from 'hono/html'
import { termList } from './terms.js'

/**
 * @import { Catalogue, TermView } from 'ally-toolkit'
 * @import { Content } from './layout.js'
 * @import { Reader } from './reader.js'
 */

/**
 * The whole glossary, in the alphabetical order of the reader's language.
 *
 * @param {Catalogue} catalogue
 * @param {Reader} reader
 * @returns {Content}
 */
export function glossaryPage(catalogue, reader) {
  const { compare } = new Intl.Collator(reader.language, { ignorePunctuation: true })
  const terms = catalogue
    .terms()
    .map(({ id }) => catalogue.term(id, reader.language))
    .sort((a, b) => compare(a.term.value, b.term.value))
  const letters = byLetter(terms)
  return {
    title: reader.words.glossary,
    section: 'glossary',
    layout: 'glossary-page',
    main: html`<header>
<h1>${reader.words.glossary}</h1>
<p class="lead">${reader.words.glossaryLead}</p>
</header>
<nav class="letters" aria-label="${reader.words.letters}">
<ul>${[...letters.keys()].map((letter) => html`<li><a href="#letter-${letter}">${letter}</a></li>`)}</ul>
</nav>
<div>
${[...letters].map(
  ([letter, group]) => html`<section id="letter-${letter}">
<h2>${letter}</h2>
${termList(group, reader)}
</section>`,
)}
</div>`,
  }
}

/** @param {TermView[]} terms In order. */
function byLetter(terms) {
  /** @type {Map<string, TermView[]>} */
  const letters = new Map()
  for (const term of terms) {
    const [first = ''] = term.term.value
      .normalize('NFD')
      .replace(/[^\p{L}\d]/gu, '')
      .toUpperCase()
    letters.set(first, [...(letters.get(first) ?? []), term])
  }
  return letters
}
