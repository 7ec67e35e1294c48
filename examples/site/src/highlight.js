import { html } from 'hono/html'
import { lang, span } from './text.js'

/**
 * @import { Catalogue, Highlight, Hit } from 'ally-toolkit'
 * @import { Reader } from './reader.js'
 */

/**
 * A text with what matched in `<mark>`: each segment is escaped on its own.
 *
 * @param {Highlight} highlight
 * @param {Reader} reader
 */
export function highlighted(highlight, reader) {
  const { segments, cut_before, cut_after } = highlight
  const parts = segments.map(({ text, marked }) => (marked ? html`<mark>${text}</mark>` : text))
  const before = cut_before && '… '
  const after = cut_after && ' …'
  return html`<span${lang(highlight, reader)}>${before}${parts}${after}</span>`
}

/**
 * Why a resource was found, where its title and description do not show it. A topic or category is named by its
 * preferred label: the word that matched may be in the other language, or one that is never shown.
 *
 * @param {Hit} hit
 * @param {Catalogue} catalogue
 * @param {Reader} reader
 */
export function foundBy({ title, description, reasons = [] }, catalogue, reader) {
  const shown = [title, description].some((text) => text?.segments.some(({ marked }) => marked))
  if (shown || reasons.length === 0) return ''
  const { foundBy, fields, open, close } = reader.words
  const told = new Map(reasons.map((reason) => [reason.concept?.join() ?? reason.matched, reason]))
  const parts = [...told.values()].map((reason, at) => {
    const text = reason.concept
      ? span(catalogue.concept(...reason.concept, reader.language).label, reader)
      : html`<span${lang(reason, reader)}>${reason.label ?? reason.matched}</span>`
    return html`${at > 0 && ', '}${fields[reason.field]} ${open}${text}${close}`
  })
  return html`<p class="found">${foundBy} ${parts}</p>`
}
