import { parentPort } from 'node:worker_threads'
import { Catalogue } from 'ally-toolkit'

parentPort.postMessage('loaded')
// Until terminated.
for (;;) await Catalogue.bundledAsync({ onProgress: (done, total) => parentPort.postMessage([done, total]) })
