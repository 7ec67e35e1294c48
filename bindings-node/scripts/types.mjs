// Writes types.d.cts from the JSON Schema that the core makes of its Rust types: `node scripts/types.mjs`.
//
// Our own, because json-schema-to-typescript 16 copies a type for each reference that has a description beside it
// (`Text` to `Text48`) and does not know `prefixItems`. The schema uses few keywords; any other one is an error here.

import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const schemaFile = new URL('../../core/schema/api.schema.json', import.meta.url)
export const typesFile = new URL('../types.d.cts', import.meta.url)

// What says nothing about the type: bounds and patterns are checked by the core.
const passedOver = [
  'description',
  'title',
  'default',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'minLength',
  'uniqueItems',
]
const structural = ['$ref', 'const', 'enum', 'oneOf', 'anyOf', 'type']
const details = [
  'properties',
  'required',
  'additionalProperties',
  'items',
  'prefixItems',
  'minItems',
  'maxItems',
]

/** The declarations of every definition of `schema`. */
export function declarations(schema) {
  const names = Object.keys(schema.$defs).sort()
  const header =
    '// Made by scripts/types.mjs from core/schema/api.schema.json: change the Rust types instead.\n'
  return [header, ...names.map((name) => declaration(name, schema.$defs[name]))].join('\n')
}

function declaration(name, definition) {
  const text = typeOf(definition, '')
  const equals = text.startsWith('\n') ? ' =' : ' = '
  const body = definition.properties ? `interface ${name} ${text}` : `type ${name}${equals}${text}`
  return `${doc(definition, '')}export ${body}\n`
}

function typeOf(schema, indent) {
  if (schema === true) return 'unknown'
  const unknown = Object.keys(schema).filter(
    (key) => ![...passedOver, ...structural, ...details].includes(key),
  )
  const kinds = structural.filter((key) => key in schema && !(key === 'type' && 'const' in schema))
  if (unknown.length > 0 || kinds.length > 1) throw new Error(`cannot type ${JSON.stringify(schema)}`)
  switch (kinds[0]) {
    case undefined:
      return 'unknown'
    case '$ref':
      return schema.$ref.replace('#/$defs/', '')
    case 'const':
      return literal(schema.const)
    case 'enum':
      return schema.enum.map(literal).join(' | ')
    case 'type':
      return [schema.type]
        .flat()
        .map((type) => simple(type, schema, indent))
        .join(' | ')
    default:
      return union(schema.oneOf ?? schema.anyOf, indent)
  }
}

const literal = (value) => (typeof value === 'string' ? `'${value}'` : String(value))

function union(members, indent) {
  if (!members.some((member) => member.description))
    return members.map((member) => typeOf(member, indent)).join(' | ')
  const inner = `${indent}  `
  return members.map((member) => `\n${doc(member, inner)}${inner}| ${typeOf(member, inner)}`).join('')
}

function simple(type, schema, indent) {
  switch (type) {
    case 'object':
      return object(schema, indent)
    case 'array':
      return array(schema, indent)
    case 'integer':
      return 'number'
    case 'string':
      return text(schema)
    default:
      return type
  }
}

/** A text of which the beginning is given, as a pattern such as `^extra\\.`, is a type of its own. */
function text({ pattern = '' }) {
  const [, beginning] = /^\^([a-z]+)\\\.$/.exec(pattern) ?? []
  return beginning ? `\`${beginning}.\${string}\`` : 'string'
}

function array({ items, prefixItems }, indent) {
  if (prefixItems) return `[${prefixItems.map((item) => typeOf(item, indent)).join(', ')}]`
  const item = typeOf(items ?? true, indent)
  return /[|{ ]/.test(item) ? `Array<${item}>` : `${item}[]`
}

function object({ properties, required = [], additionalProperties = false }, indent) {
  if (!properties) return `Record<string, ${typeOf(additionalProperties, indent)}>`
  if (additionalProperties) throw new Error('cannot type an object with both named and other properties')
  const inner = `${indent}  `
  const fields = Object.entries(properties).map(([name, field]) => {
    const optional = required.includes(name) ? '' : '?'
    return `${doc(field, inner)}${inner}${name}${optional}: ${typeOf(field, inner)}\n`
  })
  return `{\n${fields.join('')}${indent}}`
}

const isShort = (value) => typeof value !== 'object' || Array.isArray(value)

function doc(schema, indent) {
  const lines = schema.description ? schema.description.replaceAll('*/', '*\\/').split('\n') : []
  if ('default' in schema && isShort(schema.default))
    lines.push('', `@defaultValue \`${JSON.stringify(schema.default)}\``)
  while (lines[0] === '') lines.shift()
  if (lines.length === 0) return ''
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`
  const body = lines.map((line) => `${indent} * ${line}`.trimEnd())
  return `${indent}/**\n${body.join('\n')}\n${indent} */\n`
}

export const currentTypes = () => declarations(JSON.parse(readFileSync(schemaFile, 'utf8')))

if (import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(typesFile, currentTypes())
