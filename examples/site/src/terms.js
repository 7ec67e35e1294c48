import { html } from 'hono/html'
import { host, pageHref } from './addresses.js'
import { lang, span, wordList } from './text.js'

/**
 * @import { TermView } from 'ally-toolkit'
 * @import { Reader } from './reader.js'
 */

/**
 * Glossary terms, each with its counterpart in the other language.
 *
 * @param {TermView[]} terms
 * @param {Reader} reader
 */
export const termList = (terms, reader) => html`<dl class="terms">
${terms.map((term) => termEntry(term, reader))}
</dl>`

/**
 * @param {TermView} entry
 * @param {Reader} reader
 */
function termEntry({ id, term, counterpart, avoid, variants, definitions = [], note, pages = [] }, reader) {
  const { avoidTerm, colon, variants: also, seePages, source: from } = reader.words
  return html`<div id="term-${id}">
<dt>${span(term, reader)}${avoid && html` <span class="badge warning">${avoidTerm}</span>`}</dt>
${counterpart && html`<dd class="counterpart"${lang(counterpart, reader)}>${counterpart.value}</dd>`}
${definitions.map(
  ({ text, source }) =>
    html`<dd>${span(text, reader)}${
      source && html` <a class="external" href="${source}">${from}${colon} ${host(source)}</a>`
    }</dd>`,
)}
${note && html`<dd class="note"${lang(note, reader)}>${note.value}</dd>`}
${variants && html`<dd class="note">${also}${colon} ${wordList(variants, reader)}</dd>`}
${
  pages.length > 0 &&
  html`<dd class="note">${seePages}${colon} ${pages.map(
    ({ address, title }, at) =>
      html`${at > 0 && ', '}<a href="${pageHref(address, reader)}">${span(title, reader)}</a>`,
  )}</dd>`
}
</div>`
}
