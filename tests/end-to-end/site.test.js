import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import { PAGES, startBrowser, startSite } from './site.js'

/**
 * @import { Browser, Page } from 'playwright-core'
 */

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site
/** @type {Browser} */
let browser

before(async () => {
  site = await startSite()
  browser = await startBrowser()
})

after(async () => {
  await browser?.close()
  await site?.stop()
})

/**
 * @param {string} path
 * @param {number} width
 * @param {(page: Page) => Promise<void>} use
 */
async function withPage(path, width, use) {
  const context = await browser.newContext({ viewport: { width, height: 800 } })
  const page = await context.newPage()
  /** @type {string[]} */
  const errors = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('requestfailed', (request) => errors.push(request.url()))
  await page.goto(site.origin + path)
  await use(page)
  await context.close()
  assert.deepEqual(
    errors.filter((error) => !error.includes('400') && !error.includes('404')),
    [],
  )
}

describe('accessibility', { concurrency: 4 }, () => {
  for (const width of [360, 1280]) {
    for (const language of ['en', 'fr']) {
      for (const [name, path] of Object.entries(PAGES)) {
        test(`axe finds nothing on ${name} in ${language}, ${width} wide`, () =>
          withPage(`/${language}${path}`, width, async (page) => {
            const { violations } = await new AxeBuilder({ page }).analyze()
            assert.deepEqual(
              violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]),
              [],
            )
          }))
      }
    }
  }

  test('axe finds nothing in the dark scheme', () =>
    withPage(`/fr${PAGES.results}`, 1280, async (page) => {
      await page.emulateMedia({ colorScheme: 'dark' })
      const { violations } = await new AxeBuilder({ page }).analyze()
      assert.deepEqual(
        violations.map(({ id }) => id),
        [],
      )
    }))

  test('nothing is wider than a screen of 320 pixels', async () => {
    for (const path of Object.values(PAGES)) {
      await withPage(`/fr${path}`, 320, async (page) => {
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        assert.ok(width <= 320, `${path}: ${width}`)
      })
    }
  })
})

describe('with the keyboard alone', () => {
  test('a reader skips to the content', () =>
    withPage('/en/toolkits/men-as-allies/why', 1280, async (page) => {
      await page.keyboard.press('Tab')
      assert.equal(await focused(page), 'Skip to content')
      assert.ok(await page.locator('.skip').isVisible())
      await page.keyboard.press('Enter')
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'content')
      await page.keyboard.press('Tab')
      assert.equal(await page.evaluate(() => document.activeElement?.closest('main')?.id), 'content')
    }))

  test('a reader searches, filters, opens a result and changes language without losing the place', () =>
    withPage('/fr/toolkits', 1280, async (page) => {
      await tabTo(page, () => document.activeElement?.id === 'q')
      await page.keyboard.type('parrainage')
      await page.keyboard.press('Enter')
      await page.waitForURL(/catalogue\?q=parrainage/)
      const total = await page.locator('.total').textContent()

      await tabTo(page, () => document.activeElement?.getAttribute('value') === 'article')
      await page.keyboard.press('Space')
      await tabTo(page, () => document.activeElement?.matches('button[form=search]') ?? false)
      await page.keyboard.press('Enter')
      await page.waitForURL(/kind=article/)
      assert.notEqual(await page.locator('.total').textContent(), total)
      assert.ok(await page.locator('input[value=article]').isChecked())

      const filtered = new URL(page.url())
      await tabTo(page, () => document.activeElement?.classList.contains('toggle') ?? false)
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/en\//)
      assert.equal(page.url(), filtered.href.replace('/fr/', '/en/'))
      assert.match((await page.locator('.total').textContent()) ?? '', /resources for “parrainage”/)

      await tabTo(page, () => document.activeElement?.matches('.hits h3 a') ?? false)
      const title = await focused(page)
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/en\/resources\//)
      assert.ok(title.startsWith((await page.locator('h1').textContent()) ?? '?'))
      const resource = page.url()
      await tabTo(page, () => document.activeElement?.classList.contains('toggle') ?? false)
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/fr\/resources\//)
      assert.equal(page.url(), resource.replace('/en/', '/fr/'))
      assert.equal(await page.locator('html').getAttribute('lang'), 'fr')
    }))

  test('on a narrow screen the filters open, choose and close', () =>
    withPage('/en/catalogue', 360, async (page) => {
      assert.ok(!(await page.locator('input[value=article]').isVisible()))
      await tabTo(page, () => document.activeElement?.matches('.filters > summary') ?? false)
      await page.keyboard.press('Enter')
      await tabTo(page, () => document.activeElement?.getAttribute('value') === 'article')
      await page.keyboard.press('Space')
      await page.keyboard.press('Enter')
      await page.waitForURL(/kind=article/)
      assert.equal((await page.locator('.filters > summary').textContent())?.trim(), 'Filters (1 chosen)')
    }))

  test('the focus is always to be seen', () =>
    withPage('/en/catalogue?q=allies', 1280, async (page) => {
      for (let at = 0; at < 40; at += 1) {
        await page.keyboard.press('Tab')
        const outline = await page.evaluate(() => {
          const element = document.activeElement
          return element && element !== document.body ? getComputedStyle(element).outlineStyle : 'solid'
        })
        assert.equal(outline, 'solid', await focused(page))
      }
    }))
})

test('the site needs no JavaScript', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${site.origin}/en/toolkits`)
  await page.getByRole('searchbox').fill('mentorat')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByLabel('Article').check()
  await page.getByRole('button', { name: 'Apply filters' }).click()
  await page.getByRole('link', { name: 'Remove filter: Article' }).click()
  assert.equal(page.url(), `${site.origin}/en/catalogue?q=mentorat`)
  await context.close()
})

/** @param {Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

/**
 * Presses Tab until the element is reached.
 *
 * @param {Page} page
 * @param {() => boolean} reached
 */
async function tabTo(page, reached) {
  for (let at = 0; at < 150; at += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(reached)) return
  }
  assert.fail(`not reached with Tab: ${reached}`)
}
