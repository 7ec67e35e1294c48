import { html } from 'hono/html'
import { resourceHref } from './addresses.js'
import { lang } from './text.js'

/**
 * @import { ReferencesBlockView, ReferenceView } from 'ally-toolkit'
 * @import { Reader } from './reader.js'
 */

/**
 * Cited works.
 *
 * @param {ReferencesBlockView} block
 * @param {Reader} reader
 */
export function references({ items }, reader) {
  const { citedIn, inCatalogue, colon } = reader.words
  const citing = new Map(items.map((item) => [item.id, item]))
  return html`<ul class="references">
${items.map((item) => {
  const where = item.cited_in && citing.get(item.cited_in)
  return html`<li id="reference-${item.id}">${citation(item, reader)}
${where && html`<span class="extra">${citedIn}${colon} <a href="#reference-${where.id}"><cite${lang(where.title, reader)}>${where.title.value}</cite></a></span>`}
${item.resource && html`<span class="extra"><a href="${resourceHref(item.resource, reader)}">${inCatalogue}<span class="unseen"${lang(item.title, reader)}> ${item.title.value}</span></a></span>`}
</li>`
})}
</ul>`
}

/**
 * The reference as the library words it, with the work's title in its own language and linked.
 *
 * @param {ReferenceView} reference
 * @param {Reader} reader
 */
function citation({ citation, title, subtitle, url, doi }, reader) {
  const start = citation.indexOf(title.value)
  if (start < 0) return citation
  const last = subtitle ? citation.indexOf(subtitle.value, start) + subtitle.value.length : 0
  const end = Math.max(start + title.value.length, last)
  const cite = html`<cite${lang(title, reader)}>${citation.slice(start, end)}</cite>`
  const address = doi ?? url
  return html`${citation.slice(0, start)}${address ? html`<a class="external" href="${address}">${cite}</a>` : cite}${citation.slice(end)}`
}
