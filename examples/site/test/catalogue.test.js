import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogue, get, problems } from './site.js'

test('what matches is marked, and nothing typed becomes markup', async () => {
  const query = '<script>alert("mentorat")</script>'
  const { status, text } = await get(`/fr/catalogue?q=${encodeURIComponent(query)}`)
  assert.equal(status, 200)
  assert.match(text, /<mark>mentorat<\/mark>/)
  assert.match(text, /value="&lt;script&gt;alert\(&quot;mentorat&quot;\)&lt;\/script&gt;"/)
  assert.doesNotMatch(text, /<script/)
  assert.deepEqual(await problems(text), [])
})

test('filters stay chosen, in the form, in the pages and beside a way to remove each', async () => {
  const { text } = await get(
    '/en/catalogue?q=women&kind=article&kind=report&language=fr&from=2015&sort=newest',
  )
  const { total } = catalogue.search({
    query: 'women',
    language: 'en',
    filters: { kind: ['article', 'report'], language: ['fr'], year: { from: 2015 } },
  })
  assert.ok(total > 10)
  assert.match(text, new RegExp(`<p class="total" role="status">${total} resources for “women”`))
  for (const [name, value] of [
    ['kind', 'article'],
    ['kind', 'report'],
    ['language', 'fr'],
  ]) {
    assert.match(text, new RegExp(`name="${name}" value="${value}" checked`))
  }
  assert.match(text, /name="from"[^>]* value="2015"/)
  assert.match(text, /<input type="hidden" name="sort" value="newest">/)
  const rest = 'href="/en/catalogue?q=women&amp;kind=report&amp;language=fr&amp;from=2015&amp;sort=newest"'
  assert.ok(text.includes(`${rest}><span class="unseen">Remove filter: </span>Article`))
  assert.ok(text.includes('href="/en/catalogue?q=women&amp;sort=newest">Remove all filters'))
  assert.match(text, /rel="next" href="[^"]*kind=article&amp;kind=report[^"]*page=2"/)
})

test('the pages of results hold every resource once', async () => {
  const { pages, total } = catalogue.search({ language: 'fr' })
  const seen = new Set()
  for (let page = 1; page <= pages; page += 1) {
    const { text } = await get(`/fr/catalogue?page=${page}`)
    assert.match(text, new RegExp(`aria-current="page"><span class="unseen">Page </span>${page}<`))
    for (const [, id] of text.matchAll(/<h3><a href="\/fr\/resources\/([^"]+)"/g)) seen.add(id)
  }
  assert.equal(seen.size, total)
})

test('a page after the last and a search without results say what to do', async () => {
  const past = await get('/fr/catalogue?q=mentorat&page=99')
  assert.match(past.text, /Revenir à la première page/)
  const nothing = await get('/en/catalogue?q=xylophone&kind=video')
  assert.match(nothing.text, /Nothing found/)
  assert.ok(nothing.text.includes('href="/en/catalogue?q=xylophone">Search again without the filters'))
})

test('a resource in which no word is seen to match says what it was found by', async () => {
  const { text } = await get('/en/catalogue?q=accompagnement')
  assert.match(text, /<p class="found">Found by topic “coaching”<\/p>/)
})

test('a word that the catalogue finds by but never shows is not shown', async () => {
  const { text } = await get('/fr/catalogue?q=Am%C3%A9rindienne')
  assert.match(text, /Trouvé par sujet «\u00a0peuples autochtones\u00a0»/)
  assert.doesNotMatch(text, /«\u00a0Amérindien\u00a0»/)
})

test('pages and terms with the words of the query stand beside the resources', async () => {
  const { text } = await get('/fr/catalogue?q=parrainage')
  assert.match(text, /<div class="elsewhere">/)
  assert.match(text, /href="\/fr\/glossary#term-sponsorship"/)
})

test('what the library refuses is a 400 with its message and remedy, in the language of the reader', async () => {
  for (const query of [
    'kind=vidio',
    'page=0',
    'from=2020&to=2010',
    `q=${'a'.repeat(9000)}`,
    'sort=best',
    'page=two',
  ]) {
    for (const language of ['en', 'fr']) {
      const { status, text, response } = await get(`/${language}/catalogue?${query}`)
      assert.equal(status, 400, query)
      assert.equal(response.headers.get('Content-Language'), language)
      assert.match(text, language === 'fr' ? /Cette demande n’est pas valide/ : /This request is not valid/)
      assert.deepEqual(await problems(text), [])
    }
  }
  const { text } = await get('/fr/catalogue?kind=vidio')
  assert.match(text, /«\u00a0vidio\u00a0» n’est pas/)
  assert.match(text, /La plus proche est «\u00a0video\u00a0»/)
})

test('what is not there is a 404 in the language of the reader', async () => {
  const paths = [
    '/toolkits/nowhere/home',
    '/toolkits/men-as-allies/nowhere',
    '/toolkits/nowhere',
    '/resources/nothing',
    '/nowhere',
  ]
  for (const path of paths) {
    const { status, text, response } = await get(`/fr${path}`)
    assert.equal(status, 404, path)
    assert.equal(response.headers.get('Content-Language'), 'fr')
    assert.match(text, /Page introuvable/)
    assert.deepEqual(await problems(text), [])
  }
  const { status, text } = await get('/de/toolkits', { 'Accept-Language': 'fr' })
  assert.equal(status, 404)
  assert.match(text, /Page introuvable/)
  assert.equal((await get('/images/men-as-allies/images/..%2f..%2ftoolkit.json')).status, 404)
  assert.equal((await get('/assets/nothing.css')).status, 404)
})

test('pages allow no scripts and no styles but the site’s', async () => {
  const { response } = await get('/en/toolkits')
  const policy = response.headers.get('Content-Security-Policy') ?? ''
  assert.match(policy, /default-src 'none'/)
  assert.doesNotMatch(policy, /unsafe|script-src/)
})
