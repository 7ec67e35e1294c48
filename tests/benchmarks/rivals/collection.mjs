// A judged collection, and the run that an engine makes of it: what the Node engines share.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How many documents of a ranking are measured. */
export const DEPTH = 100

const lines = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

/** The documents that have texts in the language, and those texts. */
function documents(folder, language) {
  return lines(join(folder, 'docs.jsonl')).flatMap(({ id, lang, title, text, title_fr, text_fr }) => {
    if (language === 'fr' && (title_fr ?? text_fr) !== undefined)
      return { id, title: title_fr ?? '', text: text_fr ?? '' }
    return lang === language ? { id, title: title ?? '', text: text ?? '' } : []
  })
}

/**
 * Does what `ENGINE FOLDER LANGUAGE RUN [setting=value ...]` asks. `engine` indexes documents of a language under
 * settings, and returns what ranks them for a query: best ids first.
 */
export async function run(engine) {
  const [folder, language, path, ...settings] = process.argv.slice(2)
  const rank = await engine(
    documents(folder, language),
    language,
    Object.fromEntries(settings.map((setting) => setting.split('=', 2))),
  )
  let out = ''
  for (const { id, lang, text } of lines(join(folder, 'queries.jsonl'))) {
    if (lang !== language) continue
    const found = await rank(text)
    for (const [at, document] of found.slice(0, DEPTH).entries()) out += `${id}\t${document}\t${at + 1}\n`
  }
  writeFileSync(path, out)
}
