import { parentPort } from 'node:worker_threads'
import { Catalogue } from 'ally-toolkit'

const catalogue = Catalogue.bundled()
parentPort.postMessage(catalogue.search({ query: 'mentorat', language: 'fr' }).total)
// Until terminated, on this thread and on libuv's.
for (;;) {
  const searches = Array.from({ length: 8 }, () => catalogue.searchAsync({ query: 'leadership' }))
  catalogue.search({ query: 'allyship' })
  await Promise.all(searches)
}
