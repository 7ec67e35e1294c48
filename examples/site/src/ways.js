import { html } from 'hono/html'
import { catalogueHref } from './addresses.js'
import { read } from './reader.js'
import { label } from './text.js'

/**
 * @import { Catalogue, FacetField } from 'ally-toolkit'
 * @import { Reader } from './reader.js'
 */

/**
 * A facet as links into the catalogue: of topics, the broadest.
 *
 * @param {Catalogue} catalogue
 * @param {FacetField} field
 * @param {Reader} reader
 */
export function ways(catalogue, field, reader) {
  const { facets = [] } = catalogue.search({ language: reader.language, facets: [field], per_page: 0 })
  const values = facets.flatMap((facet) => facet.values).filter(({ broader }) => !broader)
  return html`<ul class="ways">
${values.map(
  (value) =>
    html`<li><a href="${catalogueHref(reader, { [field]: value.id })}">${label(
      read(value.label, reader.language),
      reader,
    )} <span class="count">${value.count}<span class="unseen"> ${reader.words.resources}</span></span></a></li>`,
)}
</ul>`
}
