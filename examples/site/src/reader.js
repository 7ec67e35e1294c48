import { parseAccept } from 'hono/utils/accept'
import { words } from './words.js'

/**
 * @import { Language, LocalizedText, Text } from 'ally-toolkit'
 * @import { Words } from './words.js'
 */

/**
 * Who a page is made for, and where they are.
 *
 * @typedef {object} Reader
 * @property {Language} language Their language.
 * @property {Language} other The other one.
 * @property {Words} words The site's own words.
 * @property {URL} url The address asked for.
 */

/**
 * @param {string} language
 * @returns {language is Language}
 */
export const isLanguage = (language) => language === 'en' || language === 'fr'

/**
 * @param {Language} language
 * @param {string} url
 * @returns {Reader}
 */
export function readerOf(language, url) {
  return { language, other: language === 'en' ? 'fr' : 'en', words: words[language], url: new URL(url) }
}

/**
 * The language a browser prefers.
 *
 * @param {Request} request
 * @returns {Language}
 */
export function negotiated(request) {
  const ranges = parseAccept(request.headers.get('Accept-Language') ?? '')
  const wanted = ranges.filter(({ q }) => q > 0).map(({ type }) => type.slice(0, 2).toLowerCase())
  return wanted.find(isLanguage) ?? 'en'
}

/**
 * The same place in the other language: same path, same query.
 *
 * @param {Reader} reader
 */
export function counterpart({ url, language, other }) {
  const path = url.pathname.replace(new RegExp(`^/${language}(?=/|$)`), `/${other}`)
  return path === url.pathname ? `/${other}/toolkits` : path + url.search
}

/**
 * A text that comes in both languages, as the library's views read theirs.
 *
 * @param {LocalizedText} text
 * @param {Language} language
 * @returns {Text}
 */
export function read(text, language) {
  const fallback = text[language] === undefined
  const found = fallback ? (language === 'en' ? 'fr' : 'en') : language
  const value = text[found] ?? ''
  return typeof value === 'string'
    ? { value, language: found, fallback, state: 'original' }
    : { value: value.value, language: found, fallback, state: value.state }
}
