/**
 * @import { PartialDate } from 'ally-toolkit'
 * @import { Reader } from './reader.js'
 */

/** @type {Record<string, (year: string) => string>} */
const DECADE = { en: (year) => `${year}s`, fr: (year) => `années ${year}` }
/** @type {Record<string, (date: string) => string>} */
const ABOUT = { en: (date) => `about ${date}`, fr: (date) => `vers ${date}` }

/**
 * A date in words, as precise as it is known: `2019-05-12`, `2019-05`, `2019`, `2019~`, `201X`.
 *
 * @param {PartialDate} date
 * @param {Reader} reader
 */
export function dateInWords(date, { language }) {
  const [, year = date, month, day] = /^(\d{3}[\dX])(?:-(\d\d))?(?:-(\d\d))?/.exec(date) ?? []
  const known = year.endsWith('X')
    ? DECADE[language]?.(year.replace('X', '0'))
    : inFull(language, year, month, day)
  return (/[~%]$/.test(date) ? ABOUT[language]?.(known ?? year) : known) ?? date
}

/**
 * @param {string} language
 * @param {string} year
 * @param {string} [month]
 * @param {string} [day]
 */
function inFull(language, year, month, day) {
  if (!month) return year
  const words = new Intl.DateTimeFormat(`${language}-CA`, {
    year: 'numeric',
    month: 'long',
    ...(day && { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(`${year}-${month}-${day ?? '01'}`))
  return language === 'fr' ? words.replace(/^1 /, '1er ') : words
}
