import { html } from 'hono/html'
import { catalogueHref, glossaryHref, pageHref, resourceHref } from './addresses.js'
import { chosenFilters, filters, unfilteredHref } from './facets.js'
import { foundBy, highlighted } from './highlight.js'
import { having } from './request.js'
import { searchBox } from './search-box.js'
import { label } from './text.js'
import { ways } from './ways.js'

/**
 * @import { Catalogue, Hit, SearchRequest, SearchResults, Sort } from 'ally-toolkit'
 * @import { Content } from './layout.js'
 * @import { Reader } from './reader.js'
 */

/**
 * The catalogue: search, filters, results.
 *
 * @param {Catalogue} catalogue
 * @param {SearchRequest} request
 * @param {Reader} reader
 * @returns {Content}
 */
export function cataloguePage(catalogue, request, reader) {
  const { words } = reader
  const { query = '', match, sort } = request
  const results = catalogue.search(request)
  const facets = results.facets ?? []
  return {
    title: query ? words.count(results.total, query) : words.catalogue,
    section: 'catalogue',
    layout: 'catalogue',
    main: html`<div class="search-head">
<h1>${words.catalogue}</h1>
<form id="search" action="${catalogueHref(reader)}" role="search">
${searchBox(query, reader)}
${sort !== 'relevance' && html`<input type="hidden" name="sort" value="${sort}">`}
<label class="choice"><input type="checkbox" name="match" value="all"${match === 'all' && html` checked`}> <span>${words.allWords}</span></label>
</form>
</div>
${filters(facets, request, reader)}
<section class="results">
<h2 class="unseen">${words.results}</h2>
<div class="results-head">
<p class="total" role="status">${words.count(results.total, query)}${results.page > 1 && `, ${words.pageOf(results.page, results.pages)}`}</p>
${results.total > 1 && sorts(request, reader)}
</div>
${chosenFilters(facets, request, reader)}
${elsewhere(catalogue, request, reader)}
${results.hits.length > 0 ? hits(results.hits, catalogue, reader) : nothing(catalogue, results, request, reader)}
${pagination(results, reader)}
</section>`,
  }
}

/**
 * @param {Hit[]} hits
 * @param {Catalogue} catalogue
 * @param {Reader} reader
 */
function hits(hits, catalogue, reader) {
  return html`<ol class="hits">
${hits.map((hit) => {
  const { kind, creators = [], publisher, year, language_notice } = hit.card ?? {}
  const by = [creators.slice(0, 3).join(', ') + (creators.length > 3 ? ' et al.' : ''), publisher, year]
  return html`<li>
<h3><a href="${resourceHref(hit.id, reader)}">${highlighted(hit.title, reader)}</a></h3>
${hit.description && html`<p>${highlighted(hit.description, reader)}</p>`}
${foundBy(hit, catalogue, reader)}
<p class="byline">${kind && html`<span class="kind">${label(kind.label, reader)}</span>`}${by
    .filter(Boolean)
    .map(
      (part) => html`<span>${part}</span>`,
    )}${language_notice && html` <span class="badge">${language_notice}</span>`}</p>
</li>`
})}
</ol>`
}

/**
 * Pages and terms with the same words, beside the resources.
 *
 * @param {Catalogue} catalogue
 * @param {SearchRequest} request
 * @param {Reader} reader
 */
function elsewhere(catalogue, { query, page = 1 }, reader) {
  if (!query || page > 1) return ''
  const { hits } = catalogue.search({
    query,
    language: reader.language,
    records: ['page', 'term'],
    match: 'all',
    per_page: 4,
  })
  if (hits.length === 0) return ''
  return html`<div class="elsewhere">
<p>${reader.words.alsoFound}</p>
<ul>
${hits.map(({ id, record, title }) => {
  const href = record === 'page' ? pageHref(id, reader) : glossaryHref(reader, id)
  return html`<li><a href="${href}">${highlighted(title, reader)}</a></li>`
})}
</ul>
</div>`
}

/**
 * @param {Catalogue} catalogue
 * @param {SearchResults} results
 * @param {SearchRequest} request
 * @param {Reader} reader
 */
function nothing(catalogue, { total, pages }, { filters }, reader) {
  const { words, url } = reader
  if (total > 0) {
    return html`<div class="message">
<p>${words.pastLast(pages)}</p>
<p><a href="${catalogueHref(reader, having(url.searchParams, 'page', '1'))}">${words.firstPage}</a></p>
</div>`
  }
  return html`<div class="message">
<h3>${words.nothing}</h3>
<ul>
${words.nothingFor.map((advice) => html`<li>${advice}</li>`)}
${Object.keys(filters ?? {}).length > 0 && html`<li><a href="${unfilteredHref(reader)}">${words.nothingFiltered}</a></li>`}
</ul>
<p>${words.nothingBrowse}</p>
${ways(catalogue, 'topic', reader)}
</div>`
}

/**
 * @param {SearchRequest} request
 * @param {Reader} reader
 */
function sorts({ sort = 'relevance', query }, reader) {
  const { words, url } = reader
  /** @type {Sort[]} */
  const orders = query
    ? ['relevance', 'newest', 'oldest', 'added', 'title']
    : ['title', 'newest', 'oldest', 'added']
  const current = !query && sort === 'relevance' ? 'title' : sort
  return html`<nav class="sorts" aria-label="${words.sortBy}">
<span aria-hidden="true">${words.sortBy}</span>
<ul>
${orders.map(
  (order) =>
    html`<li><a href="${catalogueHref(reader, having(url.searchParams, 'sort', order))}"${
      order === current && html` aria-current="true"`
    }>${words.sorts[order]}</a></li>`,
)}
</ul>
</nav>`
}

/**
 * @param {SearchResults} results
 * @param {Reader} reader
 */
function pagination({ page, pages }, reader) {
  if (pages < 2 || page > pages) return ''
  const { words, url } = reader
  /** @param {number} to */
  const href = (to) => catalogueHref(reader, having(url.searchParams, 'page', String(to)))
  const near = Array.from({ length: pages }, (_, at) => at + 1).filter(
    (n) => n === 1 || n === pages || Math.abs(n - page) < 2,
  )
  return html`<nav class="pagination" aria-label="${words.resultPages}">
<ul>
${page > 1 && html`<li><a rel="prev" href="${href(page - 1)}">${words.previous}</a></li>`}
${near.map(
  (n, at) =>
    html`${n - (near[at - 1] ?? 0) > 1 && html`<li class="gap" aria-hidden="true">…</li>`}<li><a href="${href(n)}"${
      n === page && html` aria-current="page"`
    }><span class="unseen">${words.page} </span>${n}</a></li>`,
)}
${page < pages && html`<li><a rel="next" href="${href(page + 1)}">${words.next}</a></li>`}
</ul>
</nav>`
}
