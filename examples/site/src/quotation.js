import { html } from 'hono/html'
import { dateInWords } from './dates.js'
import { lang, span, translationNote } from './text.js'

/**
 * @import { CreatorView, QuotationBlockView, QuotationSourceView } from 'ally-toolkit'
 * @import { Reader } from './reader.js'
 */

/**
 * Somebody's words, with who said them, the roles held then, and where they come from.
 *
 * @param {QuotationBlockView} quotation
 * @param {Reader} reader
 */
export function quotation({ text, speaker, source }, reader) {
  return html`<figure class="quotation">
<blockquote${lang(text, reader)}><p>${text.value}</p></blockquote>
<figcaption>
${speaker && html`<p class="speaker">${speaker.name}</p>${roles(speaker, reader)}`}
${source && origin(source, reader)}
${translationNote(text, reader)}
</figcaption>
</figure>`
}

/**
 * @param {CreatorView} speaker
 * @param {Reader} reader
 */
function roles({ roles = [] }, reader) {
  if (roles.length === 0) return ''
  return html`<ul class="roles">
${roles.map(
  ({ title, organization, as_of }) =>
    html`<li>${title && span(title, reader)}${title && organization && ', '}${organization}${
      as_of && ` (${reader.words.asOf(dateInWords(as_of, reader))})`
    }</li>`,
)}
</ul>`
}

/**
 * @param {QuotationSourceView} source
 * @param {Reader} reader
 */
function origin({ url, title, language, ranges = [] }, reader) {
  const { inLanguage, source, excerpt, colon } = reader.words
  const foreign = language && language.tag.slice(0, 2) !== reader.language
  return html`<p>${source}${colon} <a class="external" href="${url}"${language && html` hreflang="${language.tag}"`}>${
    title ? span(title, reader) : new URL(url).hostname
  }</a>${foreign && ` (${inLanguage(language.name)})`}${
    ranges.length > 0 && `, ${excerpt} ${ranges.map(({ label }) => label.replace('-', '–')).join(', ')}`
  }</p>`
}
