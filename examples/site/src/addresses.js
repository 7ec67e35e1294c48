/** @import { Reader } from './reader.js' */

/** @param {Reader} reader */
export const toolkitsHref = (reader) => `/${reader.language}/toolkits`

/**
 * @param {string} address `TOOLKIT/PAGE` or `TOOLKIT/PAGE#ANCHOR`, as the library writes it.
 * @param {Reader} reader
 */
export const pageHref = (address, reader) => `/${reader.language}/toolkits/${address}`

/**
 * @param {string} id
 * @param {Reader} reader
 */
export const resourceHref = (id, reader) => `/${reader.language}/resources/${id}`

/**
 * @param {Reader} reader
 * @param {string} [id]
 */
export const glossaryHref = (reader, id) => `/${reader.language}/glossary${id ? `#term-${id}` : ''}`

/**
 * @param {Reader} reader
 * @param {URLSearchParams | Record<string, string>} [query]
 */
export function catalogueHref(reader, query = {}) {
  const params = new URLSearchParams(query).toString()
  return `/${reader.language}/catalogue${params ? `?${params}` : ''}`
}

/**
 * Where a link leads to, short enough to show: `pmc.ncbi.nlm.nih.gov`.
 *
 * @param {string} url
 */
export const host = (url) => new URL(url).hostname.replace(/^www\./, '')
