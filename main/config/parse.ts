import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import { configurationAdvice } from './advice.ts'
import { nearestName } from '../../shared/model/nearest-name.ts'
import type { ConfigurationProblem } from './problem.ts'
import { configurationSchema, type Configuration } from './schema.ts'
import { isSecret, keysOf, schemaAt } from './sections.ts'

export type ConfigurationResult =
  | { readonly ok: true; readonly configuration: Configuration; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly problems: readonly ConfigurationProblem[] }

/** More than any hand writes: a guard against a wrong file, and against aliases that multiply. */
const mostCharacters = 1_000_000
const mostAliases = 100

type Place = { readonly line: number; readonly column: number }
type Path = readonly PropertyKey[]

/** Reads the text of operator.yaml. Pure; never throws. `file` is only named in the problems. */
export function parseConfiguration(text: string, file: string): ConfigurationResult {
  const refuse = (message: string, place: Place = { line: 1, column: 1 }): ConfigurationResult => ({
    ok: false,
    problems: [{ file, ...place, path: '', message }],
  })
  if (text.length > mostCharacters) return refuse(`the file has ${text.length} characters. Allowed: at most ${mostCharacters}.`)

  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, stringKeys: true, merge: false })
  // An unknown tag is only a warning to the parser; here nothing may carry a meaning of its own.
  const faults = [...document.errors, ...document.warnings]
  if (faults.length > 0) {
    const problems = faults.map((fault) => ({
      file,
      ...placeAt(lines, fault.pos[0]),
      path: '',
      message: syntaxWords(fault.code, fault.message),
    }))
    return { ok: false, problems }
  }
  let values: unknown
  try {
    values = document.toJS({ maxAliasCount: mostAliases })
  } catch (error) {
    return refuse(`an alias cannot be followed: ${error instanceof Error ? error.message : String(error)}`)
  }

  const parsed = configurationSchema.safeParse(withoutEmptySections(values, configurationSchema))
  if (parsed.success) return { ok: true, configuration: parsed.data, warnings: configurationAdvice(parsed.data) }
  const problems = parsed.error.issues
    .flatMap((issue) => describe(issue, values))
    .map(({ keys, message }) => ({ file, ...placeOf(document, lines, keys), path: keys.join('.'), message }))
  return { ok: false, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) }
}

function syntaxWords(code: string, message: string): string {
  const first = message.split('\n')[0] ?? message
  if (code === 'DUPLICATE_KEY') return 'the same key stands here twice. Remove one of them.'
  if (code === 'TAG_RESOLVE_FAILED') return `${first}. Tags are not allowed: write the plain value.`
  return `not valid YAML: ${first}${first.endsWith('.') ? '' : '.'}`
}

/** A section whose keys are all commented out reads as null; it means the section's defaults. */
function withoutEmptySections(value: unknown, schema: z.core.$ZodType): unknown {
  const keys = keysOf(schema)
  if (keys === null) return value
  if (value === null || value === undefined) return {}
  if (typeof value !== 'object' || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([key, each]: [string, unknown]) => {
    const inner = Object.hasOwn(keys, key) ? keys[key] : undefined
    return [key, inner === undefined ? each : withoutEmptySections(each, inner)] as const
  })
  return Object.fromEntries(entries)
}

type Described = { readonly keys: Path; readonly message: string }

function describe(issue: z.core.$ZodIssue, values: unknown): readonly Described[] {
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(keysOf(schemaAt(configurationSchema, issue.path) ?? configurationSchema) ?? {})
    return issue.keys.map((key) => {
      const path = [...issue.path, key].join('.')
      const nearest = nearestName(key, known)
      const advice = nearest === null ? `Known: ${known.join(', ')}.` : `Did you mean ${nearest}?`
      return { keys: [...issue.path, key], message: `${path} is not known here. ${advice}` }
    })
  }
  const path = issue.path.join('.')
  const schema = schemaAt(configurationSchema, issue.path)
  const found = valueAt(values, issue.path)
  const shown = schema !== null && isSecret(schema) ? 'a text that is no reference' : shownValue(found)
  const names = /one of (.+)|a list of (\w+(?:, \w+)+)$/.exec(issue.message)
  const nearest = typeof found === 'string' && names ? nearestName(found, (names[1] ?? names[2] ?? '').split(', ')) : null
  const what = path === '' ? `the file holds ${shown}` : `${path} is ${shown}`
  return [{ keys: issue.path, message: `${what}. Allowed: ${issue.message}.${nearest === null ? '' : ` Did you mean ${nearest}?`}` }]
}

function valueAt(values: unknown, path: Path): unknown {
  let value = values
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Reflect.get(value, key)
  }
  return value
}

function shownValue(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  // An address with a password in it is refused, and its password not repeated: up to the last @, for a password may hold anything.
  const text = (JSON.stringify(value) ?? 'nothing').replaceAll(/\/\/.*@/g, '//…@')
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

/** Where the key of the innermost existing part of a path stands. */
function placeOf(document: Document.Parsed, lines: LineCounter, keys: Path): Place {
  let node: unknown = document.contents
  let offset = 0
  for (const key of keys) {
    if (isMap(node)) {
      const pair = node.items.find((each) => isScalar(each.key) && each.key.value === key)
      if (pair === undefined) break
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else {
      break
    }
  }
  return placeAt(lines, offset)
}
