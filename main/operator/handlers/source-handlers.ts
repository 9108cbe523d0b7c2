import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { SecretView } from '../../../shared/ipc/sources.ts'
import { localDayOf, daysBetween } from '../../domain/local-day.ts'
import { OperatorError } from '../../domain/operator-error.ts'
import { sourceNames, type SourceName } from '../../domain/source-state.ts'
import type { OwnersSecretStore } from '../../adapters/keychain/secret-store.ts'
import { appendJournal } from '../../store/journal.ts'
import { loadQueuedChanges } from '../../store/remote-changes.ts'
import type { ConfigurationKeeper } from '../configuration-keeper.ts'
import type { CycleDocument } from '../cycle-document.ts'
import { knownSecrets, purposeOf, secretsOf } from '../secret-names.ts'
import type { SourceSet } from '../source-set.ts'
import { backfillDays } from '../sources/poll-range.ts'
import { recallBackfill } from '../sources/read-oura.ts'
import { ownersEntry, type HandlerTools } from './handler-tools.ts'
import { statusView, type StatusContext } from './status-view.ts'

type SourceHandlers = Pick<Handlers, Extract<keyof Handlers, `sources:${string}` | `secrets:${string}`>>

export type ConnectionTools = HandlerTools & {
  readonly sources: SourceSet
  readonly secrets: OwnersSecretStore
  readonly keeper: Pick<ConfigurationKeeper, 'current'>
  readonly status: () => StatusContext
  /** Joins a running cycle; runs every enabled monitor. */
  readonly check: () => Promise<CycleDocument>
}

/** Connections and their keys. A key goes in and is never given out. */
export function sourceHandlers({ db, clock, settings, changed, sources, secrets, keeper, status, check }: ConnectionTools): SourceHandlers {
  const secretView = async (name: string): Promise<SecretView> => ({ name, purpose: purposeOf(name), place: await secrets.locate(name) })

  function sourceView(name: SourceName) {
    const found = statusView(db, status()).sources.find((source) => source.name === name)
    if (found === undefined) throw new OperatorError('not_found', `There is no source ${name}.`)
    return found
  }

  function backfill(name: SourceName) {
    if (name !== 'oura') return null
    const { zone } = settings()
    const from = recallBackfill(db, keeper.current().sources.oura.sandbox)
    const days = from === null ? 0 : Math.max(0, daysBetween(from, localDayOf(clock.now(), zone)))
    return { days: Math.min(days, backfillDays), of: backfillDays }
  }

  async function connection(name: SourceName) {
    const queued = name === 'workos' ? loadQueuedChanges(db, name) : []
    return {
      source: sourceView(name),
      secrets: await Promise.all(secretsOf(name, keeper.current()).map(secretView)),
      pendingWrites: queued.length,
      pendingReason: queued[0]?.lastError ?? null,
      backfill: backfill(name),
    }
  }

  /** That a key was set or taken away, never what it is. */
  function told(type: 'secret_set' | 'secret_deleted', name: string, title: string): void {
    appendJournal(db, [ownersEntry(clock.now(), type, title, { name })])
    changed(['status', 'settings', 'journal'])
  }

  async function retry(name: SourceName) {
    await sources.retryNow(name)
    await check()
    return { source: sourceView(name) }
  }

  async function remove(name: string): Promise<boolean> {
    const wasKept = await secrets.delete(name)
    if (wasKept) told('secret_deleted', name, `${name} was forgotten`)
    return wasKept
  }

  return {
    'sources:list': async () => ({ connections: await Promise.all(sourceNames.map(connection)), focus: sources.focus() }),
    'sources:test': async ({ name }) => {
      const { ok, message } = await sources.test(name)
      return { ok, message }
    },
    'sources:retry': ({ name }) => retry(name),
    'sources:connect': async () => {
      await sources.connectOura()
      told('secret_set', 'OURA_OAUTH_TOKENS', 'Oura was connected in the browser')
      await sources.retryNow('oura')
      return { ok: true, message: 'Oura is connected. The last ninety days come with the next checks.' }
    },
    'sources:disconnect': async ({ name }) => {
      const forgotten: string[] = []
      for (const each of secretsOf(name, keeper.current())) if (await remove(each)) forgotten.push(each)
      return { forgotten }
    },
    'secrets:list': async () => ({
      store: await secrets.available(),
      secrets: await Promise.all(knownSecrets(keeper.current()).map(secretView)),
    }),
    'secrets:set': async ({ name, value }) => {
      await secrets.set(name, value.trim())
      told('secret_set', name, `${name} was set`)
      // Whoever was refused with the old key may be asked again at once.
      for (const source of sourceNames) if (secretsOf(source, keeper.current()).includes(name)) await sources.retryNow(source)
      return { secret: await secretView(name) }
    },
    'secrets:delete': async ({ name }) => ({ wasKept: await remove(name), secret: await secretView(name) }),
    'secrets:allow-file': async () => {
      await secrets.allowFile()
      const store = await secrets.available()
      if (!store.ok) throw new OperatorError('failed', store.reason)
      return { place: store.place }
    },
  }
}
