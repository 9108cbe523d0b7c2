import { stringify } from 'yaml'
import type { z } from 'zod'
import { configurationSchema, defaultConfiguration } from './schema.ts'
import { keysOf, unwrappedOnce } from './sections.ts'

const introduction = [
  '# The configuration of Thanos Operator. Every key may be left out; what stands behind # is what holds then.',
  '# To change something, remove the # before it and before the sections it is in. A running operator notices at once.',
  '# Keys and tokens never stand here, only their names as ${NAME}: keep them with `thanos secrets set NAME`.',
]

/** The text that operator.yaml is made with: every default as a comment, with its meaning beside it. Without the `# ` it is a valid file. */
export function defaultText(): string {
  const sections = keysOf(configurationSchema) ?? {}
  const defaults: Readonly<Record<string, unknown>> = defaultConfiguration()
  const plain = Object.entries(sections).filter(([, schema]) => keysOf(schema) === null)
  const nested = Object.entries(sections).filter(([, schema]) => keysOf(schema) !== null)
  const lines = [
    ...introduction,
    '',
    ...plain.flatMap(([key, schema]) => linesOf(key, schema, defaults[key], 0)),
    ...nested.flatMap(([key, schema]) => ['', ...linesOf(key, schema, defaults[key], 0)]),
  ]
  return `${lines.join('\n')}\n`
}

function linesOf(key: string, schema: z.core.$ZodType, value: unknown, depth: number): readonly string[] {
  const indent = '  '.repeat(depth)
  const keys = keysOf(schema)
  const meaning = meaningOf(schema)
  if (keys === null || value === undefined) return [`# ${`${indent}${key}: ${shown(value)}`.padEnd(48)} # ${meaning}`]
  const values: Readonly<Record<string, unknown>> = { ...(value as object) }
  // A section without values of its own by default (weekdays) is written as the empty section it is.
  const inside = Object.entries(keys).filter(([each]) => values[each] !== undefined)
  if (inside.length === 0) return [`# ${`${indent}${key}: {}`.padEnd(48)} # ${meaning}`]
  return [
    `# ${`${indent}${key}:`.padEnd(48)} # ${meaning}`,
    ...inside.flatMap(([each, inner]) => linesOf(each, inner, values[each], depth + 1)),
  ]
}

/** The description nearest the outside: `nullable` and `default` wrap the schema that carries it. */
function meaningOf(schema: z.core.$ZodType): string {
  for (let each: z.core.$ZodType | null = schema; each !== null; each = unwrappedOnce(each)) {
    if ('description' in each && typeof each.description === 'string') return each.description
  }
  return ''
}

/** In quotes what an older YAML would read as something else: 22:00 is a number of seconds there. */
function shown(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0, compat: 'yaml-1.1' }).trimEnd()
}
