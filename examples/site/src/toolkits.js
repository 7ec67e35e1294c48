import { html } from 'hono/html'
import { catalogueHref, pageHref, toolkitsHref } from './addresses.js'
import { read } from './reader.js'
import { searchBox } from './search-box.js'
import { lang, span } from './text.js'
import { ways } from './ways.js'

/**
 * @import { Catalogue } from 'ally-toolkit'
 * @import { Content } from './layout.js'
 * @import { Reader } from './reader.js'
 */

/**
 * The home page: the toolkits, and ways into the catalogue.
 *
 * @param {Catalogue} catalogue
 * @param {Reader} reader
 * @returns {Content}
 */
export function toolkitsPage(catalogue, reader) {
  const { words, language } = reader
  const about = catalogue.about()
  const title = read(about.title, language)
  const description = about.description && read(about.description, language)
  const toolkits = catalogue.toolkits().map(({ key }) => catalogue.toolkit(key, language))
  return {
    title: words.toolkits,
    section: 'toolkits',
    layout: 'home',
    main: html`<div class="hero">
<div>
<h1${lang(title, reader)}>${title.value}</h1>
${description && html`<p class="lead"${lang(description, reader)}>${description.value}</p>`}
</div>
<form action="${catalogueHref(reader)}" role="search">
${searchBox('', reader)}
</form>
</div>
<h2>${words.homeToolkits}</h2>
<ul class="toolkits">
${toolkits.map(
  (toolkit) => html`<li>
<h3><a href="${toolkitsHref(reader)}/${toolkit.key}">${span(toolkit.title, reader)}</a></h3>
${toolkit.description && html`<p${lang(toolkit.description, reader)}>${toolkit.description.value}</p>`}
<ul class="pages">
${toolkit.pages
  .filter(({ address }) => address !== toolkit.pages[0]?.address)
  .map(
    ({ address, title }) => html`<li><a href="${pageHref(address, reader)}">${span(title, reader)}</a></li>`,
  )}
</ul>
</li>`,
)}
</ul>
<h2>${words.homeTopics}</h2>
${ways(catalogue, 'topic', reader)}
<h2>${words.homeKinds}</h2>
${ways(catalogue, 'kind', reader)}`,
  }
}
