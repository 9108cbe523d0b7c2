import { closeSync, existsSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SourceError } from '../../domain/source-error.ts'
import { parseFocusFile } from './focus-file.ts'
import { parsePatternsFile } from './patterns-file.ts'
import { stateFileNames } from './state-file-names.ts'

export type StateFiles = {
  /** Times a task was put off, by title. */
  readonly procrastination: ReadonlyMap<string, number>
  readonly focus: string | null
  readonly warnings: readonly string[]
}

/** Nobody writes that much into them; bytes. */
const largest = 1_000_000

/** Reads the two files of a folder; one that is missing says nothing, one that cannot be read is a warning. Throws SourceError where the folder itself is missing. */
export function readStateFiles(folder: string): StateFiles {
  if (!existsSync(folder)) throw new SourceError('unreachable', `The folder of the state files (${folder}) does not exist.`)
  const warnings: string[] = []
  function read<Value>(name: string, parse: (text: string) => Value, otherwise: Value): Value {
    try {
      const text = textOf(join(folder, name))
      return text === null ? otherwise : parse(text)
    } catch (error) {
      warnings.push(`${name} was skipped: ${error instanceof Error ? error.message : String(error)}`)
      return otherwise
    }
  }
  return {
    procrastination: read(stateFileNames.patterns, parsePatternsFile, new Map<string, number>()),
    focus: read(stateFileNames.focus, parseFocusFile, null),
    warnings,
  }
}

function textOf(path: string): string | null {
  if (!existsSync(path)) return null
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    if (size > largest) throw new Error(`it is larger than ${largest / 1_000_000} MB`)
    return readFileSync(file, 'utf8')
  } finally {
    closeSync(file)
  }
}
