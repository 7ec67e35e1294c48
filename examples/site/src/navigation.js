import { html } from 'hono/html'
import { pageHref } from './addresses.js'
import { span } from './text.js'

/**
 * @import { NavigationView, PageView } from 'ally-toolkit'
 * @import { Reader } from './reader.js'
 */

/**
 * The toolkit's navigation, with the page the reader is on.
 *
 * @param {NavigationView[]} items
 * @param {PageView} page
 * @param {Reader} reader
 * @returns {unknown}
 */
export function navigation(items, page, reader) {
  return html`<ul>
${items.map(
  ({ address, label, children }) =>
    html`<li><a href="${pageHref(address, reader)}"${
      address === page.address && html` aria-current="page"`
    }>${span(label, reader)}</a>${children && navigation(children, page, reader)}</li>`,
)}
</ul>`
}
