import { html } from 'hono/html'
import { host, resourceHref } from './addresses.js'
import { label, lang, names, richText, span } from './text.js'

/**
 * @import { LinkView, ResourceView, RichTextView } from 'ally-toolkit'
 * @import { Reader } from './reader.js'
 */

/** Longer lists are shown without descriptions. */
const LONG = 12

/**
 * Resources as a list: each leads to its own page.
 *
 * @param {ResourceView[]} resources
 * @param {Reader} reader
 */
export function cards(resources, reader) {
  const long = resources.length > LONG
  return html`<ul class="${long ? 'cards compact' : 'cards'}">
${resources.map(
  (resource) => html`<li>
<p class="card-title"><a href="${resourceHref(resource.id, reader)}">${fullTitle(resource, reader)}</a></p>
${!long && resource.description && html`<p${lang(resource.description, reader)}>${resource.description.value}</p>`}
${byline(resource, reader)}
</li>`,
)}
</ul>`
}

/**
 * The resource put forward.
 *
 * @param {ResourceView} resource
 * @param {RichTextView | undefined} note
 * @param {Reader} reader
 */
export function featured(resource, note, reader) {
  return html`<div class="panel">
<p class="panel-title"><a href="${resourceHref(resource.id, reader)}">${fullTitle(resource, reader)}</a></p>
${note ? richText(note, reader) : resource.description && html`<p${lang(resource.description, reader)}>${resource.description.value}</p>`}
${byline(resource, reader)}
</div>`
}

/**
 * @param {ResourceView} resource
 * @param {Reader} reader
 */
export function fullTitle({ title, subtitle }, reader) {
  if (!subtitle) return span(title, reader)
  if (subtitle.language !== title.language) {
    return html`${span(title, reader)}. ${span(subtitle, reader)}`
  }
  const between = /[?!.]$/.test(title.value) ? ' ' : title.language === 'fr' ? '\u00a0: ' : ': '
  return span({ ...title, value: title.value + between + subtitle.value }, reader)
}

/**
 * What kind of thing it is, by whom, of when, and in which language.
 *
 * @param {ResourceView} resource
 * @param {Reader} reader
 */
function byline({ kind, creators = [], publisher, year, language_notice }, reader) {
  const parts = [names(creators.slice(0, 3)) + (creators.length > 3 ? ' et al.' : ''), publisher, year]
  return html`<p class="byline"><span class="kind">${label(kind.label, reader)}</span>${parts
    .filter(Boolean)
    .map(
      (part) => html`<span>${part}</span>`,
    )}${language_notice && html` <span class="badge">${language_notice}</span>`}</p>`
}

/**
 * The way to the work itself, with its language where it is not the reader's.
 *
 * @param {LinkView} link
 * @param {Reader} reader
 */
export function openLink({ url, language, broken, archived }, reader) {
  const { openResource, openArchived, linkBroken, inLanguage } = reader.words
  const foreign = language.tag.slice(0, 2) !== reader.language && ` (${inLanguage(language.name)})`
  return html`<p><a class="button" href="${url}" hreflang="${language.tag}">${openResource}${foreign}</a> <span class="host">${host(url)}</span></p>
${broken && html`<p class="notice">${linkBroken}</p>`}
${archived && html`<p><a class="external" href="${archived}" hreflang="${language.tag}">${openArchived}${foreign}</a></p>`}`
}
