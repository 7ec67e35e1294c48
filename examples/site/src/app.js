import { AllyToolkitError } from 'ally-toolkit'
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { secureHeaders } from 'hono/secure-headers'
import { trimTrailingSlash } from 'hono/trailing-slash'
import { assets, images } from './assets.js'
import { cataloguePage } from './catalogue.js'
import { errorPage } from './error.js'
import { glossaryPage } from './glossary.js'
import { layout } from './layout.js'
import { isLanguage, negotiated, readerOf } from './reader.js'
import { searchRequest } from './request.js'
import { resourcePage } from './resource.js'
import { toolkitPage } from './toolkit.js'
import { toolkitsPage } from './toolkits.js'

/**
 * @import { Catalogue } from 'ally-toolkit'
 * @import { Context } from 'hono'
 * @import { ContentfulStatusCode } from 'hono/utils/http-status'
 * @import { Content } from './layout.js'
 * @import { Reader } from './reader.js'
 * @typedef {{ Variables: { reader: Reader } }} Env
 */

/**
 * The site of a catalogue: every page at `/en/…` and `/fr/…`.
 *
 * @param {Catalogue} catalogue
 */
export function createApp(catalogue) {
  /** @type {Hono<Env>} */
  const app = new Hono()

  app.use(trimTrailingSlash())
  app.use(etag())
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'https:'],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    }),
  )
  app.route('/assets', assets())
  app.route('/images', images(catalogue))

  app.get('/', (c) => {
    c.header('Vary', 'Accept-Language')
    return c.redirect(`/${negotiated(c.req.raw)}/toolkits`)
  })

  app.use('/:language/*', async (c, next) => {
    const language = c.req.param('language')
    if (!isLanguage(language)) return c.notFound()
    c.set('reader', readerOf(language, c.req.url))
    return next()
  })

  app.get('/:language', (c) => c.redirect(`/${c.var.reader.language}/toolkits`))
  app.get('/:language/toolkits', (c) => send(c, toolkitsPage(catalogue, c.var.reader)))
  app.get('/:language/toolkits/:toolkit', (c) => {
    const [first] = catalogue.toolkit(c.req.param('toolkit'), c.var.reader.language).pages
    return first ? c.redirect(`/${c.var.reader.language}/toolkits/${first.address}`) : c.notFound()
  })
  app.get('/:language/toolkits/:toolkit/:page', (c) => {
    const { toolkit, page } = c.req.param()
    return send(c, toolkitPage(catalogue, `${toolkit}/${page}`, c.var.reader))
  })
  app.get('/:language/catalogue', (c) => {
    const request = searchRequest(c.var.reader)
    return send(c, cataloguePage(catalogue, request, c.var.reader))
  })
  app.get('/:language/resources/:id', (c) =>
    send(c, resourcePage(catalogue, c.req.param('id'), c.var.reader)),
  )
  app.get('/:language/glossary', (c) => send(c, glossaryPage(catalogue, c.var.reader)))

  app.notFound((c) => send(c, errorPage(404, readerAt(c)), 404))
  app.onError((error, c) => {
    const reader = readerAt(c)
    if (error instanceof AllyToolkitError && error.kind === 'not-found') {
      return send(c, errorPage(404, reader, error), 404)
    }
    if (error instanceof AllyToolkitError && error.kind === 'invalid-request') {
      return send(c, errorPage(400, reader, error), 400)
    }
    console.error(error)
    return send(c, errorPage(500, reader), 500)
  })
  return app
}

/**
 * The reader of a request, also of one outside `/en` and `/fr`.
 *
 * @param {Context<Env>} c
 */
function readerAt(c) {
  const first = new URL(c.req.url).pathname.split('/')[1] ?? ''
  return c.var.reader ?? readerOf(isLanguage(first) ? first : negotiated(c.req.raw), c.req.url)
}

/**
 * @param {Context<Env>} c
 * @param {Content} content
 * @param {ContentfulStatusCode} [status]
 */
function send(c, content, status = 200) {
  const reader = readerAt(c)
  c.header('Content-Language', reader.language)
  return c.html(layout(content, reader), status)
}
