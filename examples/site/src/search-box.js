import { html } from 'hono/html'

/** @import { Reader } from './reader.js' */

/**
 * The field for the words searched, with its label and button.
 *
 * @param {string} query
 * @param {Reader} reader
 */
export function searchBox(query, { words }) {
  return html`<div class="search-box">
<label for="q">${words.searchLabel}</label>
<p id="q-hint" class="hint">${words.searchHint}</p>
<div class="search-line"><input id="q" type="search" name="q" value="${query}" aria-describedby="q-hint"><button type="submit">${words.search}</button></div>
</div>`
}
