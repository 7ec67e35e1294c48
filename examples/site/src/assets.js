import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'

/** @import { Catalogue } from 'ally-toolkit' */

const SERIF = '@fontsource-variable/source-serif-4/files/source-serif-4'
const SANS = '@fontsource-variable/source-sans-3/files/source-sans-3'

/** @type {Record<string, { type: string, url: URL }>} */
const FILES = {
  'base.css': sheet('base.css'),
  'frame.css': sheet('frame.css'),
  'pieces.css': sheet('pieces.css'),
  'toolkits.css': sheet('toolkits.css'),
  'catalogue.css': sheet('catalogue.css'),
  'print.css': sheet('print.css'),
  'icon.svg': { type: 'image/svg+xml', url: new URL('../public/icon.svg', import.meta.url) },
  'serif.woff2': font(`${SERIF}-latin-wght-normal.woff2`),
  'serif-italic.woff2': font(`${SERIF}-latin-wght-italic.woff2`),
  'sans.woff2': font(`${SANS}-latin-wght-normal.woff2`),
  'sans-italic.woff2': font(`${SANS}-latin-wght-italic.woff2`),
}

/** @param {string} name */
function sheet(name) {
  return { type: 'text/css; charset=utf-8', url: new URL(`../public/${name}`, import.meta.url) }
}

/** @param {string} path */
function font(path) {
  return { type: 'font/woff2', url: new URL(import.meta.resolve(path)) }
}

/** The style sheets, the icon and the fonts. */
export function assets() {
  return new Hono().get('/:name', async (c) => {
    const file = FILES[c.req.param('name')]
    if (!file) return c.notFound()
    return c.body(await readFile(file.url), 200, {
      'Content-Type': file.type,
      'Cache-Control': 'public, max-age=3600',
    })
  })
}

/** Where the toolkits of the catalogue keep their images. */
const TOOLKITS = new URL('../../../data/toolkits/', import.meta.url)

/**
 * The images that the toolkits' pages show, and no other file.
 *
 * @param {Catalogue} catalogue
 */
export function images(catalogue) {
  const shown = new Set(
    catalogue
      .toolkits()
      .flatMap(({ key, pages }) => pages.map((page) => catalogue.page(`${key}/${page}`)))
      .flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'image' ? [block.file] : []))),
  )
  return new Hono().get('/:toolkit/images/:name', async (c) => {
    const { toolkit, name } = c.req.param()
    const file = `${toolkit}/images/${name}`
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1)]
    if (!shown.has(file) || !type) return c.notFound()
    return c.body(await readFile(fileURLToPath(new URL(file, TOOLKITS))), 200, { 'Content-Type': type })
  })
}

/** @type {Record<string, string>} */
const TYPES = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
}
