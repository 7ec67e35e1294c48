import { html } from 'hono/html'
import { catalogueHref, glossaryHref, toolkitsHref } from './addresses.js'
import { counterpart } from './reader.js'

/**
 * @import { Reader } from './reader.js'
 * @import { Html } from './text.js'
 */

/**
 * What a page puts into the frame of the site.
 *
 * @typedef {object} Content
 * @property {string} title The title of the window, without the site's name.
 * @property {Html} main What is in `<main>`.
 * @property {Section} [section] The part of the site it belongs to.
 * @property {boolean} [translated] False when the page does not exist in both languages.
 * @property {string} [layout] The class of `<main>`.
 *
 * @typedef {'toolkits' | 'catalogue' | 'glossary'} Section
 */

/** The style sheets, from the most general on. */
const SHEETS = ['base', 'frame', 'pieces', 'toolkits', 'catalogue']

/** How each language names itself. */
const NAMES = { en: 'English', fr: 'Français' }

/**
 * @param {Content} content
 * @param {Reader} reader
 */
export function layout({ title, main, section, translated = true, layout = 'plain' }, reader) {
  const { words, language, other, url } = reader
  return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${words.siteName}</title>
${SHEETS.map((name) => html`<link rel="stylesheet" href="/assets/${name}.css">\n`)}<link rel="stylesheet" href="/assets/print.css" media="print">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
${
  translated &&
  html`<link rel="alternate" hreflang="${language}" href="${url.href}">
<link rel="alternate" hreflang="${other}" href="${new URL(counterpart(reader), url).href}">
`
}</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header class="site-header">
<div class="frame">
<a class="brand" href="${toolkitsHref(reader)}">${words.siteName}</a>
<nav aria-label="${words.mainNavigation}">
<ul>
${entry('toolkits', toolkitsHref(reader), section, reader)}
${entry('catalogue', catalogueHref(reader), section, reader)}
${entry('glossary', glossaryHref(reader), section, reader)}
</ul>
</nav>
<a class="toggle" href="${counterpart(reader)}" lang="${other}" hreflang="${other}">${NAMES[other]}</a>
</div>
</header>
<main id="content" class="frame ${layout}" tabindex="-1">
${main}
</main>
<footer class="site-footer">
<div class="frame">
<p>${words.licence} <a href="https://creativecommons.org/licenses/by/4.0/deed.${language}">CC BY 4.0</a>.</p>
</div>
</footer>
</body>
</html>
`
}

/**
 * @param {Section} name
 * @param {string} href
 * @param {Section | undefined} section
 * @param {Reader} reader
 */
function entry(name, href, section, { words, url }) {
  const current = section === name && (url.pathname === href ? 'page' : 'true')
  return html`<li><a href="${href}"${current && html` aria-current="${current}"`}>${words[name]}</a></li>`
}
