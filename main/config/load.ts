import { hash } from 'node:crypto'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ConfigurationResult } from './parse.ts'
import type { Configuration } from './schema.ts'
import { replaceFile } from './replace-file.ts'

export type LoadOptions = {
  readonly file: string
  /** Where the validated configuration may be remembered: the data folder. */
  readonly cacheFolder: string
  /** The version of the program; a new one validates anew, and so does a new build of the same. */
  readonly program: string
  /** Whether a missing file is made with the defaults (the default), or is a problem: while running, an editor may be about to put it back. */
  readonly make?: boolean
}

/**
 * The configuration in `file`, which is made with every default as a comment when it is missing (0600, its folder 0700).
 * Never throws: what is wrong is in the problems, in words for the owner.
 *
 * Reading YAML and checking it takes longer than a whole check cycle, most of it for loading the two libraries. `thanos run --once` is meant to be run
 * from timers, so what a file was found to say is remembered beside the data under the hash of its text, and the libraries are loaded only when the text
 * (or the program) is new. Rejected: skipping the check when every line is a comment, which helps only those who changed nothing.
 */
export async function loadConfiguration(options: LoadOptions): Promise<ConfigurationResult> {
  const read = await readOrMake(options.file, options.make ?? true)
  if ('problem' in read) return { ok: false, problems: [{ file: options.file, line: 1, column: 1, path: '', message: read.problem }] }

  const key = hash('sha256', [options.program, builtAt(), read.text].join('\0'))
  const remembered = recall(options.cacheFolder, key)
  if (remembered !== null) return remembered

  const { parseConfiguration } = await import('./parse.ts')
  const result = parseConfiguration(read.text, options.file)
  if (result.ok) remember(options.cacheFolder, key, result)
  return result
}

async function readOrMake(file: string, make: boolean): Promise<{ readonly text: string } | { readonly problem: string }> {
  try {
    return { text: readFileSync(file, 'utf8') }
  } catch (error) {
    if (isMissing(error) && !make) return { problem: 'the file is gone. Put it back, or start anew for one with the defaults.' }
    if (!isMissing(error)) return { problem: `it cannot be read (${reason(error)}). Make it a file that you may read.` }
  }
  const { defaultText } = await import('./default-text.ts')
  const text = defaultText()
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    // `wx`: a file that another process made meanwhile is the owner's and stays.
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
  } catch {
    // A folder that cannot be written to (a server with a read-only home) still runs on the defaults.
  }
  return { text }
}

/** When this very code was written to disk: two builds of one version may know different keys. */
function builtAt(): number {
  return statSync(new URL(import.meta.url), { throwIfNoEntry: false })?.mtimeMs ?? 0
}

type Remembered = Extract<ConfigurationResult, { ok: true }>

const cacheName = 'configuration-cache.json'

function recall(folder: string, key: string): Remembered | null {
  try {
    const found: unknown = JSON.parse(readFileSync(join(folder, cacheName), 'utf8'))
    if (typeof found !== 'object' || found === null || !('key' in found) || found.key !== key) return null
    if (!('configuration' in found) || !('warnings' in found) || !Array.isArray(found.warnings)) return null
    // Written by this very build after full validation, into a folder of mode 0700: the key is the proof, and checking it again is what this avoids.
    return { ok: true, configuration: found.configuration as Configuration, warnings: found.warnings as readonly string[] }
  } catch {
    return null
  }
}

function remember(folder: string, key: string, { configuration, warnings }: Remembered): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    replaceFile(join(folder, cacheName), JSON.stringify({ key, configuration, warnings }))
  } catch {
    // It only saves time.
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function reason(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
