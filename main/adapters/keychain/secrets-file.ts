import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { OperatorError } from '../../domain/operator-error.ts'

/** By hand, not by a schema: it is read at every start, where loading the schema library would take longer than the whole check. */
function isContents(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((each) => typeof each === 'string')
  )
}

/** Secrets in a file for its owner's eyes alone, where there is no keychain. It exists only after the owner has said yes; without it nothing is written. */
export interface SecretsFile {
  exists(): boolean
  /** The owner's yes. */
  make(): void
  get(name: string): string | null
  set(name: string, value: string): void
  delete(name: string): boolean
}

export function secretsFile(path: string): SecretsFile {
  const read = (): Readonly<Record<string, string>> => {
    if (!existsSync(path)) return {}
    // Somebody may have copied it with wider rights.
    chmodSync(path, 0o600)
    const found = parsed(readFileSync(path, 'utf8'))
    if (isContents(found)) return found
    throw new OperatorError(
      'malformed_input',
      `The file with your secrets (${path}) cannot be read. Move it away and set them again with \`thanos secrets set\`.`,
    )
  }
  const write = (values: Readonly<Record<string, string>>): void => {
    const temporary = `${path}.${process.pid}.new`
    try {
      const file = openSync(temporary, 'wx', 0o600)
      writeSync(file, `${JSON.stringify(values, null, 2)}\n`)
      fsyncSync(file)
      closeSync(file)
      renameSync(temporary, path)
    } catch (cause) {
      rmSync(temporary, { force: true })
      throw new OperatorError('read_only', `The file with your secrets (${path}) could not be written.`, { cause })
    }
  }
  return {
    exists: () => existsSync(path),
    make: () => {
      if (!existsSync(path)) write({})
    },
    get: (name) => new Map(Object.entries(read())).get(name) ?? null,
    set: (name, value) => write({ ...read(), [name]: value }),
    delete(name) {
      const { [name]: found, ...others } = read()
      if (found === undefined) return false
      write(others)
      return true
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
