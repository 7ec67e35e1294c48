import { html } from 'hono/html'
import { pageHref } from './addresses.js'
import { cards, featured } from './cards.js'
import { dateInWords } from './dates.js'
import { navigation } from './navigation.js'
import { quotation } from './quotation.js'
import { references } from './references.js'
import { termList } from './terms.js'
import { capital, lang, line, names, richText, span } from './text.js'

/**
 * @import { BlockView, PageView } from 'ally-toolkit'
 * @import { Reader } from './reader.js'
 * @import { Html } from './text.js'
 */

/**
 * @template {BlockView['type']} Type
 * @typedef {(block: Extract<BlockView, { type: Type }>, reader: Reader, page: PageView) => unknown} Template
 */

/**
 * How each kind of block looks, under its heading.
 *
 * @type {{ [Type in BlockView['type']]: Template<Type> }}
 */
const TEMPLATES = {
  text: ({ body }, reader) => body && richText(body, reader),

  quotation,

  image: ({ file, alt, long_description, credit }, reader) => html`<figure class="image">
<img src="${/^https?:/.test(file) ? file : `/images/${file}`}" alt="${alt.value}"${lang(alt, reader)}>
${
  (credit || long_description) &&
  html`<figcaption>
${credit?.text && html`<p>${credit.url ? html`<a class="external" href="${credit.url}">${span(credit.text, reader)}</a>` : span(credit.text, reader)}</p>`}
${
  long_description &&
  html`<details>
<summary>${reader.words.longDescription}</summary>
${richText(long_description, reader)}
</details>`
}
</figcaption>`
}
</figure>`,

  checklist: ({ lead_in, ordered, items, source, creators, date }, reader, page) => {
    const list = items.map((item) => html`<li>${line(item, reader)}</li>`)
    const others = creators?.filter(({ name }) => name !== page.toolkit.key && name !== 'ally-toolkit') ?? []
    return html`${leadIn(lead_in, reader)}
${ordered ? html`<ol class="checklist">${list}</ol>` : html`<ul class="checklist">${list}</ul>`}
${others.length > 0 && html`<p class="credit">${names(others)}${date && ` (${dateInWords(date, reader)})`}</p>`}
${sourceLink(source, reader)}`
  },

  topic_list: ({ lead_in, items }, reader) => html`${leadIn(lead_in, reader)}
<ul class="topic-list">
${items.map(({ address, label }) => html`<li><a href="${pageHref(address, reader)}">${span(label, reader)}</a></li>`)}
</ul>`,

  resource_list: ({ lead_in, resources }, reader) => html`${leadIn(lead_in, reader)}
${cards(resources, reader)}`,

  featured_resource: ({ resource, note }, reader) => featured(resource, note, reader),

  term_table: ({ lead_in, rows, source, heading }, reader) => {
    const hasNotes = rows.some(({ note }) => note)
    const name = heading ?? lead_in
    return html`${leadIn(lead_in, reader)}
<table>
${name && html`<caption class="unseen">${span(name, reader)}</caption>`}
<thead>
<tr><th scope="col">${reader.words.say}</th><th scope="col">${reader.words.avoid}</th>${hasNotes && html`<th scope="col">${reader.words.because}</th>`}</tr>
</thead>
<tbody>
${rows.map(
  ({ use, avoid, note }) => html`<tr>
<th scope="row" data-label="${reader.words.say}">${span(use, reader)}</th>
<td data-label="${reader.words.avoid}">${avoid && html`<del${lang(avoid, reader)}>${avoid.value}</del>`}</td>
${hasNotes && html`<td data-label="${reader.words.because}">${note && span(note, reader)}</td>`}
</tr>`,
)}
</tbody>
</table>
${sourceLink(source, reader)}`
  },

  glossary: ({ terms }, reader) => termList(terms, reader),

  references,

  navigation: ({ items }, reader, page) => html`<nav class="in-page" aria-label="${reader.words.inToolkit}">
${navigation(items, page, reader)}
</nav>`,

  toolkit_link: ({ lead_in, toolkit }, reader) => html`${leadIn(lead_in, reader)}
<div class="panel">
<p class="panel-title"><a href="${pageHref(toolkit.address ?? toolkit.key, reader)}">${span(toolkit.title, reader)}</a></p>
${toolkit.description && html`<p${lang(toolkit.description, reader)}>${toolkit.description.value}</p>`}
</div>`,

  contact: ({ lead_in, contacts }, reader) => html`${leadIn(lead_in, reader)}
<dl class="facts">
${contacts.map(
  ({ purpose, name, url }) => html`<div>
<dt>${span(purpose, reader)}</dt>
<dd><a class="external" href="${url}">${name}</a></dd>
</div>`,
)}
</dl>`,

  credits: ({ credits, disclaimer }, reader) => html`<dl class="facts">
${credits.map(
  ({ role, name, url }) => html`<div>
<dt>${span(role, reader)}</dt>
<dd>${url ? html`<a class="external" href="${url}">${name}</a>` : name}</dd>
</div>`,
)}
</dl>
${disclaimer && html`<p class="small"${lang(disclaimer, reader)}>${disclaimer.value}</p>`}`,

  citation: ({ citation, last_reviewed, feedback }, reader) => html`<div class="cite">
<p class="label">${reader.words.cite}</p>
<p>${citation}</p>
${last_reviewed && html`<p>${span(last_reviewed, reader)}</p>`}
${feedback && richText(feedback, reader)}
</div>`,

  land_acknowledgement: (
    { text, resources },
    reader,
  ) => html`${text && html`<div class="land">${richText(text, reader)}</div>`}
${resources && cards(resources, reader)}`,

  language_toggle: ({ toggle: { language, available, title, notice } }, reader, page) =>
    available &&
    html`<p class="also">${reader.words.alsoIn} <a href="/${language}/toolkits/${page.address}" lang="${language}" hreflang="${language}">${title?.value}</a></p>
${notice && html`<p class="notice">${notice}</p>`}`,

  domain: (
    { essay, byline, lead_in, capabilities, resources, level },
    reader,
  ) => html`${essay && richText(essay, reader)}
${byline && byline.name !== 'ally-toolkit' && html`<p class="credit">${reader.words.byThe} ${byline.name}</p>`}
${leadIn(lead_in, reader)}
<ul class="capabilities">
${capabilities.map(
  ({ title, points = [] }) => html`<li>
${heading(level + 1, title, reader)}
<ul>${points.map((point) => html`<li${lang(point, reader)}>${point.value}</li>`)}</ul>
</li>`,
)}
</ul>
${resources && cards(resources, reader)}`,
}

/**
 * A block of a page.
 *
 * @param {BlockView} block
 * @param {PageView} page
 * @param {Reader} reader
 * @returns {Html}
 */
export function blockView(block, page, reader) {
  const template = /** @type {Template<any>} */ (TEMPLATES[block.type])
  const id = block.anchor && html` id="${block.anchor}"`
  const content = html`${block.heading && heading(block.level, block.heading, reader)}
${template(block, reader, page)}`
  return block.heading
    ? html`<section${id} class="block ${block.type}">${content}</section>`
    : html`<div${id} class="block ${block.type}">${content}</div>`
}

/**
 * @param {number} level
 * @param {import('ally-toolkit').Text} text
 * @param {Reader} reader
 */
const heading = (level, text, reader) =>
  level === 2
    ? html`<h2${lang(text, reader)}>${text.value}</h2>`
    : level === 3
      ? html`<h3${lang(text, reader)}>${text.value}</h3>`
      : html`<h4${lang(text, reader)}>${text.value}</h4>`

/**
 * @param {import('ally-toolkit').Text | undefined} text
 * @param {Reader} reader
 */
const leadIn = (text, reader) => text && html`<p class="lead-in"${lang(text, reader)}>${text.value}</p>`

/**
 * @param {string | undefined} source
 * @param {Reader} reader
 */
const sourceLink = (source, { words }) =>
  source &&
  html`<p class="credit">${words.source}${words.colon} ${
    URL.canParse(source)
      ? html`<a class="external" href="${source}">${new URL(source).hostname}</a>`
      : capital(source)
  }</p>`
