import { html } from 'hono/html'
import { catalogueHref } from './addresses.js'
import { read } from './reader.js'
import { without } from './request.js'
import { capital, label, span } from './text.js'

/**
 * @import { Facet, FacetValue, SearchRequest } from 'ally-toolkit'
 * @import { Reader } from './reader.js'
 */

/** How many values a facet shows before the rest is folded away. */
const FEW = 6

/**
 * The filters, as parts of the search form: they work without JavaScript.
 *
 * @param {Facet[]} facets
 * @param {SearchRequest} request
 * @param {Reader} reader
 */
export function filters(facets, request, reader) {
  const { words } = reader
  const count = chosen(facets, request, reader).length
  return html`<details class="fold filters">
<summary>${count > 0 ? words.filtersChosen(count) : words.filters}</summary>
<div class="filter-body">
<h2>${words.filters}</h2>
${facets
  .filter(({ values }) => values.length > 0)
  .map(
    (facet) => html`<fieldset>
<legend>${facet.label[reader.language]}</legend>
${facet.field === 'topic' ? tree(facet, reader) : folded(facet, facet.values, reader)}
</fieldset>`,
  )}
${years(request, reader)}
<button type="submit" form="search">${words.apply}</button>
</div>
</details>`
}

/**
 * @param {Facet} facet
 * @param {FacetValue[]} values
 * @param {Reader} reader
 */
function folded(facet, values, reader) {
  const few = values.filter(({ selected }, at) => at < FEW || selected)
  const rest = values.filter((value) => !few.includes(value))
  return html`${few.map((value) => choice(facet, value, reader))}
${
  rest.length > 0 &&
  html`<details class="more"><summary>+ ${rest.length}<span class="unseen"> ${facet.label[reader.language]}</span></summary>
${rest.map((value) => choice(facet, value, reader))}
</details>`
}`
}

/**
 * Topics under the broadest they belong to, each theme folded unless something in it is chosen.
 *
 * @param {Facet} facet
 * @param {Reader} reader
 */
function tree(facet, reader) {
  const known = new Map(facet.values.map((value) => [value.id, value]))
  /** @param {FacetValue} value @returns {FacetValue} */
  const theme = (value) => {
    const broader = known.get(value.broader?.[0] ?? '')
    return broader ? theme(broader) : value
  }
  const themes = facet.values.filter((value) => theme(value) === value)
  return themes.map((top) => {
    const narrower = facet.values.filter((value) => value !== top && theme(value) === top)
    const open = [top, ...narrower].some(({ selected }) => selected)
    return html`<details class="theme"${open && html` open`}>
<summary>${label(read(top.label, reader.language), reader)} <span class="count">${top.count}</span></summary>
${choice(facet, top, reader, reader.words.wholeTheme)}
${narrower.map((value) => choice(facet, value, reader))}
</details>`
  })
}

/**
 * @param {Facet} facet
 * @param {FacetValue} value
 * @param {Reader} reader
 * @param {string} [name]
 */
function choice({ field }, value, reader, name) {
  return html`<label class="choice"><input type="checkbox" form="search" name="${field}" value="${value.id}"${
    value.selected && html` checked`
  }> <span>${name ?? label(read(value.label, reader.language), reader)}</span> <span class="count">${value.count}</span></label>
`
}

/**
 * @param {SearchRequest} request
 * @param {Reader} reader
 */
function years({ filters }, { words }) {
  const { from = '', to = '' } = filters?.year ?? {}
  return html`<fieldset class="years">
<legend>${words.year}</legend>
<label>${words.from} <input type="text" form="search" name="from" inputmode="numeric" maxlength="4" value="${from}"></label>
<label>${words.to} <input type="text" form="search" name="to" inputmode="numeric" maxlength="4" value="${to}"></label>
</fieldset>`
}

/**
 * The chosen filters, each with the query that is left when it is removed.
 *
 * @param {Facet[]} facets
 * @param {SearchRequest} request
 * @param {Reader} reader
 */
function chosen(facets, { filters }, { language, url, words }) {
  const values = facets.flatMap(({ field, values }) =>
    values
      .filter(({ selected }) => selected)
      .map(({ id, label }) => ({
        text: read(label, language),
        query: without(url.searchParams, field, id),
      })),
  )
  const { from, to } = filters?.year ?? {}
  if (from === undefined && to === undefined) return values
  /** @type {import('ally-toolkit').Text} */
  const text = {
    value: words.years(from ?? undefined, to ?? undefined),
    language,
    fallback: false,
    state: 'original',
  }
  const query = without(without(url.searchParams, 'from'), 'to')
  return [...values, { text, query }]
}

/**
 * The chosen filters as links that remove them.
 *
 * @param {Facet[]} facets
 * @param {SearchRequest} request
 * @param {Reader} reader
 */
export function chosenFilters(facets, request, reader) {
  const all = chosen(facets, request, reader)
  if (all.length === 0) return ''
  const { chosenFilters, removeFilter, removeAll } = reader.words
  return html`<nav class="chosen" aria-label="${chosenFilters}">
<ul>
${all.map(
  ({ text, query }) =>
    html`<li><a href="${catalogueHref(reader, query)}"><span class="unseen">${removeFilter} </span>${span(
      { ...text, value: capital(text.value) },
      reader,
    )} <span class="cross" aria-hidden="true">×</span></a></li>`,
)}
${all.length > 1 && html`<li><a class="all" href="${unfilteredHref(reader)}">${removeAll}</a></li>`}
</ul>
</nav>`
}

/**
 * The same search without filters.
 *
 * @param {Reader} reader
 */
export function unfilteredHref(reader) {
  const kept = [...reader.url.searchParams].filter(
    ([name, value]) => ['q', 'sort', 'match'].includes(name) && value,
  )
  return catalogueHref(reader, new URLSearchParams(kept))
}
