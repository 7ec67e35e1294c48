import { html } from 'hono/html'
import { pageHref } from './addresses.js'
import { blockView } from './blocks.js'
import { navigation } from './navigation.js'
import { lang, span } from './text.js'

/**
 * @import { Catalogue, PageView } from 'ally-toolkit'
 * @import { Content } from './layout.js'
 * @import { Reader } from './reader.js'
 */

/**
 * A page of a toolkit.
 *
 * The toolkit's navigation stands beside it, unless the page has it among its blocks.
 *
 * @param {Catalogue} catalogue
 * @param {string} address
 * @param {Reader} reader
 * @returns {Content}
 */
export function toolkitPage(catalogue, address, reader) {
  const page = catalogue.page(address, reader.language)
  const toolkit = catalogue.toolkit(page.toolkit.key, reader.language)
  const hasNavigation = page.blocks.some(({ type }) => type === 'navigation')
  const { notice, available } = page.other_language
  return {
    title: page.title.value,
    section: 'toolkits',
    translated: page.translated && available && !notice,
    layout: hasNavigation ? 'landing' : 'with-sidebar',
    main: html`${
      !hasNavigation &&
      html`<nav class="sidebar" aria-label="${reader.words.inToolkit}">
<details class="fold">
<summary>${reader.words.inToolkit}</summary>
<p class="sidebar-title"><a href="${pageHref(page.toolkit.address ?? '', reader)}">${span(toolkit.label, reader)}</a></p>
${navigation(toolkit.navigation ?? [], page, reader)}
</details>
</nav>`
    }
<article>
<header>
<h1${lang(page.title, reader)}>${page.title.value}</h1>
${page.subtitle && html`<p class="subtitle"${lang(page.subtitle, reader)}>${page.subtitle.value}</p>`}
${notice && html`<p class="notice">${notice}</p>`}
</header>
${page.blocks.map((block) => blockView(block, page, reader))}
</article>
${sequence(page, reader)}`,
  }
}

/**
 * @param {PageView} page
 * @param {Reader} reader
 */
function sequence({ previous, next }, reader) {
  if (!previous && !next) return ''
  return html`<nav class="sequence" aria-label="${reader.words.pageSequence}">
${previous && html`<a class="previous" rel="prev" href="${pageHref(previous.address, reader)}"><span>${reader.words.previous}</span> ${span(previous.title, reader)}</a>`}
${next && html`<a class="next" rel="next" href="${pageHref(next.address, reader)}"><span>${reader.words.next}</span> ${span(next.title, reader)}</a>`}
</nav>`
}
