import { html } from 'hono/html'
import { catalogueHref, host } from './addresses.js'
import { cards, openLink } from './cards.js'
import { dateInWords } from './dates.js'
import { capital, joined, label, lang, names, span } from './text.js'

/**
 * @import { Catalogue, CreatorView, LabelView, ResourceView } from 'ally-toolkit'
 * @import { Content } from './layout.js'
 * @import { Reader } from './reader.js'
 */

/**
 * A resource: what it is, where it can be read, and in which language.
 *
 * @param {Catalogue} catalogue
 * @param {string} id
 * @param {Reader} reader
 * @returns {Content}
 */
export function resourcePage(catalogue, id, reader) {
  const { words, language, other } = reader
  const resource = catalogue.resource(id, language)
  const { title, subtitle, description, kind, language_notice, links = [], note, reason, status } = resource
  const missing = description?.fallback ?? false
  return {
    title: title.value,
    section: 'catalogue',
    translated: !missing && !catalogue.resource(id, other).description?.fallback,
    layout: 'resource',
    main: html`<p class="back"><a href="${catalogueHref(reader)}">${words.backToCatalogue}</a></p>
<article>
<div class="work">
<header>
<p class="kind"><a href="${catalogueHref(reader, { kind: kind.id })}">${label(kind.label, reader)}</a></p>
<h1${lang(title, reader)}>${title.value}</h1>
${subtitle && html`<p class="subtitle"${lang(subtitle, reader)}>${subtitle.value}</p>`}
${people(resource.creators ?? [], reader)}
${language_notice && html`<p><span class="badge">${language_notice}</span></p>`}
</header>
${status.id !== 'active' && html`<p class="notice"><strong>${label(status.label, reader)}</strong>${reason && html`. ${span(reason, reader)}`}</p>`}
${missing && html`<p class="notice">${words.notTranslated}</p>`}
${description && html`<p class="lead"${lang(description, reader)}>${description.value}</p>`}
${note && html`<p class="note"><strong>${words.note}${words.colon}</strong> ${span(note, reader)}</p>`}
<div class="open">
${links.length > 0 ? links.map((link) => openLink(link, reader)) : !resource.doi && html`<p class="notice">${words.noLink}</p>`}
</div>
${related(catalogue, id, reader)}
</div>
<section class="about">
${facts(resource, reader)}
${sources(resource, reader)}
</section>
</article>`,
  }
}

/**
 * What else the catalogue has that is like it, the most alike first.
 *
 * @param {Catalogue} catalogue
 * @param {string} id
 * @param {Reader} reader
 */
function related(catalogue, id, reader) {
  const { hits } = catalogue.similar({ id, language: reader.language, per_page: 4 })
  if (hits.length === 0) return ''
  return html`<aside class="related" aria-labelledby="related">
<h2 id="related">${reader.words.related}</h2>
${cards(
  hits.map((hit) => catalogue.resource(hit.id, reader.language)),
  reader,
)}
</aside>`
}

/**
 * @param {CreatorView[]} creators
 * @param {Reader} reader
 */
function people(creators, reader) {
  if (creators.length === 0) return ''
  if (creators.every(({ roles = [] }) => roles.length === 0)) return html`<p>${names(creators)}</p>`
  return html`<ul class="creators">
${creators.map(({ name, roles = [] }) => {
  const held = roles.map(({ title, organization }) =>
    joined([title && span(title, reader), organization].filter(Boolean)),
  )
  return html`<li>${name}${held.length > 0 && html`, <span class="role">${joined(held, '; ')}</span>`}</li>`
})}
</ul>`
}

/**
 * @param {ResourceView} resource
 * @param {Reader} reader
 */
function facts(resource, reader) {
  const { words } = reader
  const { publisher, date, languages, length, accessibility = {}, doi, isbn, licence } = resource
  const extent = [
    length?.minutes !== undefined && words.minutes(length.minutes),
    length?.pages !== undefined && words.printedPages(length.pages),
  ]
  const aids = [
    accessibility.captions && words.captions,
    accessibility.sign_language && words.signLanguage,
    accessibility.transcript && words.transcript,
  ]
  /** @type {[string, unknown][]} */
  const rows = [
    [words.topics, filterLinks('topic', resource.topics, reader)],
    [words.audiences, filterLinks('audience', resource.audiences, reader)],
    [words.cluster, filterLinks('cluster', resource.cluster && [resource.cluster], reader)],
    [words.place, filterLinks('place', resource.place && [resource.place], reader)],
    [words.publisher, publisher],
    [words.date, date && html`<time datetime="${resource.year}">${dateInWords(date, reader)}</time>`],
    [words.languages, capital(languages.map(({ name }) => name).join(', '))],
    [words.length, extent.filter(Boolean).join(', ')],
    [words.level, resource.level && label(resource.level.label, reader)],
    [words.access, resource.access && label(resource.access.label, reader)],
    [words.accessibility, capital(aids.filter(Boolean).join(', '))],
    [words.rights, licence],
    [words.doi, doi && html`<a class="external" href="${doi}">${doi.replace('https://doi.org/', '')}</a>`],
    [words.isbn, isbn?.join(', ')],
    [words.added, resource.added && dateInWords(resource.added, reader)],
    [words.reviewed, resource.reviewed && dateInWords(resource.reviewed, reader)],
  ]
  return html`<h2>${words.about}</h2>
<dl class="facts">
${rows.filter(([, value]) => value).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
</dl>`
}

/**
 * Labels that lead to the other resources that have them.
 *
 * @param {string} field
 * @param {LabelView[] | undefined} labels
 * @param {Reader} reader
 */
function filterLinks(field, labels, reader) {
  return labels?.map(
    ({ id, label: text }, at) =>
      html`${at > 0 && '; '}<a href="${catalogueHref(reader, { [field]: id })}">${at > 0 ? span(text, reader) : label(text, reader)}</a>`,
  )
}

/**
 * @param {ResourceView} resource
 * @param {Reader} reader
 */
function sources({ sources = [] }, { words }) {
  if (sources.length === 0) return ''
  return html`<details class="sources">
<summary>${words.sources}</summary>
<ul>${sources.map(({ url }) => html`<li><a class="external" href="${url}">${host(url)}</a></li>`)}</ul>
</details>`
}
