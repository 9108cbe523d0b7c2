import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type CrashContext = {
  readonly version: string
  readonly kind: string
  readonly at: Date
  /** Takes secrets out of an error's words: what nobody foresaw may carry an address with a password, or a header. */
  readonly redact: (text: string) => string
}

const kept = 20

/** Writes what ended the main process to `crashes/` in the data folder, for the owner and for a bug report. The answer is the file; null when even that failed. */
export function recordCrash(dataFolder: string, error: unknown, context: CrashContext): string | null {
  const folder = join(dataFolder, 'crashes')
  const file = join(folder, `crash-${context.at.toISOString().replace(/[:.]/g, '-')}.json`)
  const record = {
    at: context.at.toISOString(),
    version: context.version,
    kind: context.kind,
    runtime: { electron: process.versions.electron ?? null, node: process.versions.node, platform: process.platform, arch: process.arch },
    error: errorOf(error, context.redact),
  }
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 })
    dropOldest(folder)
    return file
  } catch {
    return null
  }
}

function errorOf(error: unknown, redact: CrashContext['redact']): Readonly<Record<string, string | null>> {
  if (!(error instanceof Error)) return { message: redact(String(error)) }
  return { name: error.name, message: redact(error.message), stack: error.stack === undefined ? null : redact(error.stack) }
}

/** A program that crashes at every start must not fill the disk. */
function dropOldest(folder: string): void {
  const records = readdirSync(folder).filter((name) => name.startsWith('crash-'))
  for (const name of records.sort().slice(0, -kept)) rmSync(join(folder, name), { force: true })
}
