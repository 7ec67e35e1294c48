import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const SERVER = fileURLToPath(new URL('../../examples/site/src/server.js', import.meta.url))

/** Starts the site on a free port; `stop` ends it. */
export async function startSite() {
  const server = spawn(process.execPath, [SERVER], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [origin] = await once(createInterface(server.stdout), 'line')
  return {
    /** @type {string} */
    origin,
    stop: async () => {
      server.kill()
      await once(server, 'exit')
    },
  }
}

/** Starts Debian's Chromium, or the one that `CHROMIUM` names. */
export const startBrowser = () =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

/** Each kind of page, as its path after the language. */
export const PAGES = {
  home: '/toolkits',
  toolkit: '/toolkits/men-as-allies/home',
  chapter: '/toolkits/diverse-leadership/indigenous',
  long: '/toolkits/men-as-allies/resources',
  results: '/catalogue?q=mentorat+femmes&language=fr&kind=article',
  browse: '/catalogue',
  nothing: '/catalogue?q=xylophone&kind=video',
  resource: '/resources/mentorship-is-not-enough-exploring-sponsorship-and-its-role-in',
  bare: '/resources/how-to-be-an-ally-toolkit',
  glossary: '/glossary',
  invalid: '/catalogue?kind=vidio',
  missing: '/nowhere',
}
