// Pictures of each kind of page, to be looked at: node screenshots.js FOLDER [PAGE …]
import { mkdir } from 'node:fs/promises'
import { PAGES, startBrowser, startSite } from './site.js'

const [folder = 'screenshots', ...names] = process.argv.slice(2)
const { origin, stop } = await startSite()
const browser = await startBrowser()
await mkdir(folder, { recursive: true })
for (const width of [360, 1280]) {
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  for (const [name, path] of Object.entries(PAGES)) {
    if (names.length > 0 && !names.includes(name)) continue
    for (const language of ['en', 'fr']) {
      await page.goto(`${origin}/${language}${path}`)
      await page.screenshot({
        path: `${folder}/${name}-${language}-${width}.png`,
        clip: {
          x: 0,
          y: 0,
          width,
          height: Math.min(await page.evaluate(() => document.documentElement.scrollHeight), 4500),
        },
        fullPage: true,
      })
    }
  }
}
await browser.close()
await stop()
