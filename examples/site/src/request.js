/**
 * The query of the catalogue's address, as a request to the library and back.
 *
 * @import { FacetField, Filters, SearchRequest, Sort } from 'ally-toolkit'
 * @import { Reader } from './reader.js'
 */

/** The facets shown, which are also filters and parameters of the address. */
export const FACETS = /** @type {const} */ (['kind', 'topic', 'language', 'audience', 'cluster', 'place'])

/**
 * What the address asks for. Nothing is checked here: the library says what it does not understand.
 *
 * @param {Reader} reader
 * @returns {SearchRequest}
 */
export function searchRequest({ language, url: { searchParams } }) {
  /** @type {Filters} */
  const filters = {}
  for (const field of FACETS) {
    const values = searchParams.getAll(field).filter(Boolean)
    if (values.length > 0) filters[field] = values
  }
  const [from, to] = [whole(searchParams.get('from')), whole(searchParams.get('to'))]
  if (from !== undefined || to !== undefined)
    filters.year = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  const page = whole(searchParams.get('page'))
  return {
    query: searchParams.get('q') ?? '',
    language,
    filters,
    facets: [...FACETS],
    sort: /** @type {Sort} */ (searchParams.get('sort') || 'relevance'),
    match: searchParams.get('match') === 'all' ? 'all' : 'any',
    ...(page !== undefined && { page }),
  }
}

/**
 * A whole number; what is not one goes to the library as it is, to be refused.
 *
 * @param {string | null} value
 * @returns {number | undefined}
 */
function whole(value) {
  if (!value) return undefined
  return /^-?\d{1,15}$/.test(value) ? Number(value) : /** @type {any} */ (value)
}

/**
 * The query of the address without one value, or without all of a parameter; back on the first page.
 *
 * @param {URLSearchParams} params
 * @param {string} name
 * @param {string} [value]
 */
export function without(params, name, value) {
  const rest = [...params].filter(
    ([key, held]) => key !== 'page' && held && !(key === name && (value === undefined || held === value)),
  )
  return new URLSearchParams(rest)
}

/**
 * The query of the address with another value.
 *
 * @param {URLSearchParams} params
 * @param {string} name
 * @param {string} value
 */
export function having(params, name, value) {
  const rest = without(params, name)
  rest.set(name, value)
  return rest
}
