import { rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hour } from '../domain/instant.ts'
import { sourceNames, type SourceName } from '../domain/source-state.ts'
import type { Clock } from '../ports/clock.ts'
import type { SecretStore } from '../ports/secret-store.ts'
import type { Writer } from '../store/database.ts'
import { lastReceipts } from '../store/deliveries.ts'
import { listJournal } from '../store/journal.ts'
import { newestReading } from '../store/readings.ts'
import type { ConfigurationKeeper } from './configuration-keeper.ts'
import type { SourceSet } from './source-set.ts'

/** One thing looked at, and what to do where it is not well. Nothing in it is a secret. */
export type DoctorCheck = {
  readonly name: string
  readonly result: 'ok' | 'warning' | 'failed'
  readonly detail: string
  readonly fix: string | null
}

export type DoctorTools = {
  readonly db: Writer
  readonly dataFolder: string
  readonly keeper: Pick<ConfigurationKeeper, 'file' | 'current' | 'problems'>
  readonly sources: SourceSet
  readonly secrets: Pick<SecretStore, 'available'>
  readonly clock: Clock
  readonly host: 'desktop' | 'headless'
}

/** Below this the next backup may not fit; bytes. */
const littleSpace = 1_000_000_000
const noSpace = 100_000_000

/** Looks at everything a support person would ask for. Sources are asked side by side. */
export async function examine(tools: DoctorTools): Promise<readonly DoctorCheck[]> {
  const asked = Promise.all(sourceNames.map((name) => source(tools, name)))
  return [
    configuration(tools),
    dataFolder(tools),
    database(tools),
    await keychain(tools),
    ...(await asked),
    freshness(tools),
    notifications(tools),
    clock(tools),
    disk(tools),
  ]
}

function ok(name: string, detail: string): DoctorCheck {
  return { name, result: 'ok', detail, fix: null }
}

function configuration({ keeper }: DoctorTools): DoctorCheck {
  const [problem] = keeper.problems()
  if (problem === undefined) return ok('configuration', keeper.file)
  return {
    name: 'configuration',
    result: 'failed',
    detail: problem,
    fix: 'Mend that line; until then the last good configuration is in force.',
  }
}

function dataFolder({ dataFolder: folder }: DoctorTools): DoctorCheck {
  const trial = join(folder, `.doctor-${process.pid}`)
  try {
    writeFileSync(trial, '', { mode: 0o600 })
    rmSync(trial)
    const mode = statSync(folder).mode & 0o777
    if (process.platform === 'win32' || (mode & 0o077) === 0) return ok('data folder', folder)
    return {
      name: 'data folder',
      result: 'warning',
      detail: `${folder} is open to others (mode ${mode.toString(8)}).`,
      fix: `chmod 700 "${folder}"`,
    }
  } catch (error) {
    return {
      name: 'data folder',
      result: 'failed',
      detail: `${folder} cannot be written to: ${reason(error)}`,
      fix: 'Give yourself the right to write there, or name another folder with --data.',
    }
  }
}

function database({ db }: DoctorTools): DoctorCheck {
  const found = db.all<Record<string, unknown>>('PRAGMA quick_check(1)').map((row) => String(Object.values(row)[0]))
  const megabytes = Math.round(statSync(db.path).size / 100_000) / 10
  if (found[0] === 'ok') return ok('database', `${db.path}, ${megabytes} MB`)
  return { name: 'database', result: 'failed', detail: found[0] ?? 'no answer', fix: 'Stop the operator and run: thanos repair' }
}

async function keychain({ secrets }: DoctorTools): Promise<DoctorCheck> {
  const store = await secrets.available()
  if (store.ok && store.place === 'keychain') return ok('keychain', 'Secrets are kept in the keychain.')
  if (store.ok)
    return { name: 'keychain', result: 'warning', detail: 'There is no keychain: secrets are in a file that only you can read.', fix: null }
  return {
    name: 'keychain',
    result: 'warning',
    detail: store.reason,
    fix: 'Set secrets in the environment, or keep them in a file: thanos secrets set NAME --file',
  }
}

async function source({ sources, keeper }: DoctorTools, name: SourceName): Promise<DoctorCheck> {
  const title = `source ${name}`
  if (!keeper.current().sources[name].enabled) return ok(title, 'switched off')
  const { ok: isWell, isSetUp, message } = await sources.test(name)
  if (isWell) return ok(title, message)
  const known = sources.states().find((state) => state.name === name)
  if (known?.condition === 'ok' && known.from === 'local_cache') return ok(title, 'read from a local cache')
  // What was never set up is a choice.
  if (!isSetUp) return ok(title, `not set up. ${message}`)
  return {
    name: title,
    result: 'failed',
    detail: message,
    fix: name === 'state_files' ? 'Check sources.state_files.folder.' : `Mend that, or connect it anew: thanos connect ${name}`,
  }
}

function freshness({ db, keeper, clock: time }: DoctorTools): DoctorCheck {
  const newest = newestReading(db)
  if (newest === undefined) return ok('health data', 'none yet')
  const limit = keeper.current().monitors.health.stale_after_hours
  const age = Math.round((time.now() - Date.parse(`${newest.day}T12:00:00Z`)) / hour)
  if (age <= limit + 12) return ok('health data', `newest reading of ${newest.day}`)
  return {
    name: 'health data',
    result: 'warning',
    detail: `The newest reading is of ${newest.day}.`,
    fix: "Open Oura's own app: sleep and readiness arrive only then.",
  }
}

function notifications({ db, host, keeper }: DoctorTools): DoctorCheck {
  const { channels } = keeper.current()
  const failing = lastReceipts(db).find(({ channel, lastError, queued }) => lastError !== null && queued > 0 && channel !== 'journal')
  if (failing !== undefined)
    return {
      name: 'notifications',
      result: 'failed',
      detail: `${failing.channel}: ${failing.lastError ?? ''}`,
      fix: 'Look at the channel in Settings, and send a test.',
    }
  const on = Object.entries(channels).filter(
    ([name, settings]) => name !== 'journal' && 'enabled' in settings && settings.enabled && !(name === 'native' && host === 'headless'),
  )
  if (on.length > 0) return ok('notifications', on.map(([name]) => name).join(', '))
  return {
    name: 'notifications',
    result: 'warning',
    detail: 'Alerts go to the journal alone.',
    fix: 'Start the desktop app, or connect a channel: thanos connect telegram',
  }
}

/** An entry from the future means that the clock was put back; far in the past it was never set. */
function clock({ db, clock: time }: DoctorTools): DoctorCheck {
  const newest = listJournal(db, { limit: 1 })[0]?.at ?? 0
  const now = new Date(time.now()).toISOString()
  if (newest <= time.now() + hour) return ok('clock', now)
  return {
    name: 'clock',
    result: 'failed',
    detail: `It is ${now} here, yet the journal goes on to ${new Date(newest).toISOString()}.`,
    fix: "Set the machine's clock, and let it follow the network's time.",
  }
}

function disk({ dataFolder: folder }: DoctorTools): DoctorCheck {
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  const detail = `${Math.round(free / 100_000_000) / 10} GB free`
  if (free > littleSpace) return ok('disk', detail)
  return {
    name: 'disk',
    result: free > noSpace ? 'warning' : 'failed',
    detail,
    fix: 'Make room: thanos archive --older-than 90d, thanos vacuum, or clear other files.',
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
