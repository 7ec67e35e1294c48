// Twenty rounds of three workers, each terminated while it searches.

import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

if (process.argv[2] === 'in the main thread too') await import('ally-toolkit')

let answers = 0
for (let round = 0; round < 20; round++) {
  const workers = Array.from({ length: 3 }, () => new Worker(new URL('worker.js', import.meta.url)))
  const totals = await Promise.all(workers.map((worker) => once(worker, 'message')))
  answers += totals.filter(([total]) => total > 0).length
  await Promise.all(workers.map((worker) => worker.terminate()))
}
console.log(`${answers} workers`)
