import { serve } from '@hono/node-server'
import { Catalogue } from 'ally-toolkit'
import { createApp } from './app.js'

const app = createApp(Catalogue.bundled())

serve({ fetch: app.fetch, port: Number(process.env['PORT'] ?? 3000) }, ({ port }) => {
  console.log(`http://localhost:${port}`)
})
