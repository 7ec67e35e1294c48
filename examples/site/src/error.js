import { html } from 'hono/html'
import { catalogueHref, toolkitsHref } from './addresses.js'

/**
 * @import { AllyToolkitError } from 'ally-toolkit'
 * @import { Content } from './layout.js'
 * @import { Reader } from './reader.js'
 */

/**
 * What went wrong and what to do, in the reader's language; the library's errors say it in both.
 *
 * @param {404 | 400 | 500} status
 * @param {Reader} reader
 * @param {AllyToolkitError} [error]
 * @returns {Content}
 */
export function errorPage(status, reader, error) {
  const { words, language } = reader
  const title = { 404: words.notFound, 400: words.invalid, 500: words.failed }[status]
  const advice = { 404: words.notFoundAdvice, 400: undefined, 500: words.failedAdvice }[status]
  return {
    title,
    translated: false,
    main: html`<div class="message">
<h1>${title}</h1>
${error && html`<p>${error.messages[language]}</p>`}
${status === 400 ? html`<p>${error?.remedy[language]}</p>` : html`<p>${advice}</p>`}
<ul class="actions">
<li><a class="button" href="${catalogueHref(reader)}">${words.tryCatalogue}</a></li>
<li><a class="button quiet" href="${toolkitsHref(reader)}">${words.tryToolkits}</a></li>
</ul>
</div>`,
  }
}
