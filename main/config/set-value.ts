import { isDeepStrictEqual } from 'node:util'
import { isCollection, isMap, isNode, parseDocument, stringify, type Document } from 'yaml'
import { OperatorError } from '../domain/operator-error.ts'

type Path = readonly [string, ...string[]]

/**
 * The text of a YAML file with one value set and everything else, comments and layout included, left as its owner wrote it. Where a key stands only as a
 * comment, that comment becomes the key.
 *
 * yaml's own writer keeps comments but lays the whole file out anew, so the change is made in the text; each way of making it is tried in turn and believed
 * only when the result reads as what was wanted. The writer is the last of them, for files laid out in ways not foreseen here.
 *
 * @throws OperatorError configuration_invalid when the text is not YAML.
 */
export function setValue(text: string, path: Path, value: unknown): string {
  const document = parseDocument(text)
  const fault = document.errors[0]
  if (fault !== undefined)
    throw new OperatorError('configuration_invalid', `The file is not valid YAML, mend it first: ${fault.message.split('\n')[0]}`)
  const wanted = withValue(document.toJS(), path, value)
  const isRight = (candidate: string | null): candidate is string => {
    if (candidate === null) return false
    const read = parseDocument(candidate)
    return read.errors.length === 0 && isDeepStrictEqual(read.toJS(), wanted)
  }
  for (const way of [inPlace, byUncommenting, byAppending]) {
    const candidate = way(text, document, path, value)
    if (isRight(candidate)) return candidate
  }
  document.setIn(path, value)
  return document.toString({ lineWidth: 0 })
}

function withValue(values: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  const isObject = typeof values === 'object' && values !== null && !Array.isArray(values)
  const inner: unknown = isObject ? Reflect.get(values, key) : undefined
  return { ...(isObject ? values : {}), [key]: withValue(inner, rest, value) }
}

function written(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, compat: 'yaml-1.1' }).trimEnd()
}

function nested(path: readonly string[], value: unknown): unknown {
  return path.reduceRight((inner, key) => ({ [key]: inner }), value)
}

/** The value stands there already: only its characters change. */
function inPlace(text: string, document: Document, path: Path, value: unknown): string | null {
  const node: unknown = document.getIn(path, true)
  if (!isNode(node) || !node.range) return null
  const [start, end] = node.range
  // A list written line by line may carry comments of its own: those are kept by yaml's writer alone.
  if (isCollection(node) && text.slice(start, end).includes('#')) return null
  const old = text.slice(start, end).trimEnd()
  return `${text.slice(0, start)}${old === '' ? ' ' : ''}${written(value)}${text.slice(start + old.length)}`
}

type Entry = { readonly line: number; readonly indent: number; readonly key: string; readonly commented: boolean }

/** Each line that is a key, or would be one without its `# `. */
function entriesOf(lines: readonly string[]): readonly Entry[] {
  return lines.flatMap((line, index) => {
    const found = /^( *)(# ?)?( *)([A-Za-z_]\w*):(?= |$)/.exec(line)
    if (found === null) return []
    const [, before = '', mark, after = '', key = ''] = found
    return [{ line: index, indent: before.length + after.length, key, commented: mark !== undefined }]
  })
}

/** The lines of the path as far as they exist, from the outside in. */
function linesToward(entries: readonly Entry[], path: Path): readonly Entry[] {
  const found: Entry[] = []
  let region = entries
  for (const key of path) {
    const indent = Math.min(...region.map((entry) => entry.indent))
    const same = region.filter((entry) => entry.indent === indent && entry.key === key)
    const entry = same.find((each) => !each.commented) ?? same[0]
    if (entry === undefined) break
    found.push(entry)
    const below = region.slice(region.indexOf(entry) + 1)
    const next = below.findIndex((each) => each.indent <= entry.indent)
    region = next === -1 ? below : below.slice(0, next)
  }
  return found
}

/** The key, or a section it belongs in, stands there as a comment or without a value. */
function byUncommenting(text: string, _: Document, path: Path, value: unknown): string | null {
  const lines = text.split('\n')
  const found = linesToward(entriesOf(lines), path)
  const deepest = found.at(-1)
  if (deepest === undefined) return null
  for (const entry of found) {
    if (entry.commented) lines[entry.line] = ' '.repeat(entry.indent) + (lines[entry.line] ?? '').replace(/^ *# ?/, '').trimStart()
  }
  const rest = path.slice(found.length)
  const line = lines[deepest.line] ?? ''
  const [, head = '', old = '', remark = ''] = /^( *\w+:)(.*?)(\s+#.*)?$/.exec(line) ?? []
  if (rest.length === 0 || old.trim() !== '') {
    const next = ` ${written(nested(rest, value))}`
    // Remarks stay in their column where there is room.
    lines[deepest.line] =
      head +
      next +
      (remark === '' ? '' : remark.trimStart().padStart(Math.max(remark.trimStart().length + 1, old.length + remark.length - next.length)))
  } else {
    const [first = '', ...inner] = rest
    lines.splice(deepest.line + 1, 0, `${' '.repeat(deepest.indent + 2)}${first}: ${written(nested(inner, value))}`)
  }
  return lines.join('\n')
}

/** Nothing of it is there: a new section at the end. */
function byAppending(text: string, document: Document, path: Path, value: unknown): string | null {
  if (document.contents !== null && (!isMap(document.contents) || document.contents.flow === true)) return null
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${stringify(nested(path, value), { lineWidth: 0, compat: 'yaml-1.1' })}`
}
