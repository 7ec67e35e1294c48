import { html } from 'hono/html'
import { glossaryHref, pageHref, resourceHref } from './addresses.js'

/**
 * @import { CreatorView, InlineView, LinkInlineView, ParagraphView, RichTextView, Text, TextList } from 'ally-toolkit'
 * @import { Reader } from './reader.js'
 * @typedef {ReturnType<typeof html>} Html
 */

/**
 * The `lang` attribute of an element whose text is not in the page's language (WCAG 3.1.2).
 *
 * @param {{ language: string | null }} text
 * @param {Reader} reader
 */
export const lang = ({ language }, reader) =>
  language !== null && language !== reader.language ? html` lang="${language}"` : ''

/**
 * A text inside a sentence or beside other texts.
 *
 * @param {Text} text
 * @param {Reader} reader
 */
export const span = (text, reader) =>
  text.language === reader.language ? text.value : html`<span lang="${text.language}">${text.value}</span>`

/**
 * @param {TextList} list
 * @param {Reader} reader
 */
export const wordList = ({ value, ...rest }, reader) => span({ ...rest, value: value.join(', ') }, reader)

/** @param {string} text */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * A label at the beginning of a line: `Article`.
 *
 * @param {Text} text
 * @param {Reader} reader
 */
export const label = (text, reader) => span({ ...text, value: capital(text.value) }, reader)

/**
 * @param {unknown[]} parts
 * @param {string} [between]
 */
export const joined = (parts, between = ', ') =>
  parts.flatMap((part, at) => (at === 0 ? [part] : [between, part]))

/**
 * Paragraphs and bullet lists.
 *
 * @param {RichTextView} text
 * @param {Reader} reader
 */
export function richText(text, reader) {
  const blocks = grouped(text.value).map((group) =>
    Array.isArray(group)
      ? html`<ul>${group.map(({ content }) => html`<li>${inline(content, reader)}</li>`)}</ul>`
      : html`<p>${inline(group.content, reader)}</p>`,
  )
  const body = text.language === reader.language ? blocks : html`<div${lang(text, reader)}>${blocks}</div>`
  return html`${body}${translationNote(text, reader)}`
}

/**
 * The words of a rich text of one paragraph, without the paragraph.
 *
 * @param {RichTextView} text
 * @param {Reader} reader
 */
export function line(text, reader) {
  const content = text.value.map((paragraph) => inline(paragraph.content, reader))
  return text.language === reader.language
    ? joined(content, ' ')
    : html`<span${lang(text, reader)}>${joined(content, ' ')}</span>`
}

/**
 * Items that follow each other are one list.
 *
 * @param {ParagraphView[]} paragraphs
 */
function grouped(paragraphs) {
  /** @type {(ParagraphView | ParagraphView[])[]} */
  const groups = []
  for (const paragraph of paragraphs) {
    const last = groups.at(-1)
    if (paragraph.item && Array.isArray(last)) last.push(paragraph)
    else groups.push(paragraph.item ? [paragraph] : paragraph)
  }
  return groups
}

/**
 * @param {InlineView[]} content
 * @param {Reader} reader
 * @returns {unknown[]}
 */
const inline = (content, reader) => content.map((run) => inlineRun(run, reader))

/**
 * @param {InlineView} run
 * @param {Reader} reader
 */
function inlineRun(run, reader) {
  switch (run.type) {
    case 'text':
      return run.text
    case 'emphasis':
      return html`<em>${inline(run.content, reader)}</em>`
    case 'strong':
      return html`<strong>${inline(run.content, reader)}</strong>`
    case 'abbreviation':
      return html`<abbr title="${run.expansion}">${inline(run.content, reader)}</abbr>`
    case 'foreign':
      return html`<span lang="${run.language}">${inline(run.content, reader)}</span>`
    case 'link':
      return link(run, reader)
  }
}

/**
 * @param {LinkInlineView} run
 * @param {Reader} reader
 */
function link({ target, content }, reader) {
  const text = inline(content, reader)
  switch (target.type) {
    case 'web':
      return html`<a class="external" href="${target.url}">${text}</a>`
    case 'page':
      return html`<a href="${pageHref(target.address, reader)}">${text}</a>`
    case 'resource':
      return html`<a href="${resourceHref(target.id, reader)}">${text}</a>`
    case 'term':
      return html`<a class="term" href="${glossaryHref(reader, target.id)}">${text}</a>`
  }
}

/**
 * Says of a machine translation that it is one.
 *
 * @param {Pick<Text, 'state'>} text
 * @param {Reader} reader
 */
export const translationNote = (text, reader) =>
  text.state === 'machine' && html`<p class="note">${reader.words.machine}</p>`

/** @param {CreatorView[]} creators */
export const names = (creators) => creators.map(({ name }) => name).join(', ')
