// Says how much memory V8 knows of, beside its own: with a catalogue, with others made of it, with the last alone, with none.

import { Catalogue } from 'ally-toolkit'
import native from '../../native.cjs'

async function external() {
  // What an addon holds is freed when the event loop turns.
  for (let turn = 0; turn < 3; turn++) {
    globalThis.gc()
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return native.toldOf()
}

const before = await external()
let catalogue = Catalogue.bundled()
const opened = (await external()) - before
let kept = []
for (let at = 0; at < 8; at++) {
  kept.push(catalogue)
  catalogue = catalogue.update({ upsert: [{ ...catalogue.resources()[0], id: `new-${at}` }] })
}
const updated = (await external()) - before - opened
kept = undefined
const lastAlone = (await external()) - before
catalogue = undefined
const none = (await external()) - before
console.log(JSON.stringify({ opened, updated, lastAlone, none }))
