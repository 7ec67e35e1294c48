// Opens the snapshot it is given, answers what it is asked, and keeps the snapshot open until terminated.

import { parentPort, workerData } from 'node:worker_threads'
import { Catalogue } from 'ally-toolkit'

const catalogue = Catalogue.openSnapshot(workerData)
parentPort.on('message', (requests) =>
  parentPort.postMessage(requests.map((request) => catalogue.search(request))),
)
