// The Snowball stem of each word of the standard input, one on a line, without accents; nothing for a stop word:
// `stems.mjs LANGUAGE`.

import { readFileSync } from 'node:fs'

import { key } from '../speed/node/language.mjs'

const [language] = process.argv.slice(2)
const words = readFileSync(0, 'utf8').split('\n')
process.stdout.write(words.map((word) => key(word, language) ?? '').join('\n'))
