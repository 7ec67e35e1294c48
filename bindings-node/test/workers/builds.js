// Twenty workers, each terminated while it builds an index, or soon after.

import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

let terminated = 0
for (let round = 0; round < 20; round++) {
  const worker = new Worker(new URL('builder.js', import.meta.url))
  await once(worker, 'message')
  await new Promise((resolve) => setTimeout(resolve, round * 10))
  await worker.terminate()
  terminated++
}
console.log(`${terminated} workers`)
