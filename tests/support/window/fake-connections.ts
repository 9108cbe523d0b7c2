import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { SecretView } from '../../../shared/ipc/sources.ts'
import type { SourceView } from '../../../shared/model/status.ts'

type ConnectionHandlers = Pick<Handlers, Extract<keyof Handlers, `sources:${string}` | `secrets:${string}`>>

/** Connections and keys as the window sees them; a key that is set shows as kept in the keychain. */
export function fakeConnections(sources: readonly SourceView[]): ConnectionHandlers {
  const places = new Map<string, SecretView['place']>([
    ['OURA_ACCESS_TOKEN', 'keychain'],
    ['WORKOS_DATABASE_URL', 'environment'],
    ['TELEGRAM_BOT_TOKEN', 'none'],
  ])
  const view = (name: string): SecretView => ({ name, purpose: `What ${name} is for`, place: places.get(name) ?? 'none' })
  const secretOf: Readonly<Record<SourceView['name'], readonly string[]>> = {
    oura: ['OURA_ACCESS_TOKEN'],
    workos: ['WORKOS_DATABASE_URL'],
    state_files: [],
  }
  return {
    'sources:list': () => ({
      focus: null,
      connections: sources.map((source) => ({
        source,
        secrets: secretOf[source.name].map(view),
        pendingWrites: source.name === 'workos' ? 2 : 0,
        pendingReason: source.name === 'workos' ? source.lastError : null,
        backfill: source.name === 'oura' ? { days: 90, of: 90 } : null,
      })),
    }),
    'sources:test': ({ name }) => {
      const source = sources.find((each) => each.name === name)
      return source?.condition === 'ok'
        ? { ok: true, message: 'It answers.' }
        : { ok: false, message: source?.lastError ?? 'It is not set up.' }
    },
    'sources:retry': ({ name }) => {
      const source = sources.find((each) => each.name === name)
      if (source === undefined) throw new Error(`There is no source ${name}.`)
      return { source }
    },
    'sources:connect': () => ({ ok: true, message: 'Oura is connected.' }),
    'sources:disconnect': ({ name }) => {
      const forgotten = secretOf[name].filter((each) => places.get(each) === 'keychain')
      for (const each of forgotten) places.set(each, 'none')
      return { forgotten }
    },
    'secrets:list': () => ({ store: { ok: true, place: 'keychain' }, secrets: [...places.keys()].map(view) }),
    'secrets:set': ({ name }) => {
      places.set(name, 'keychain')
      return { secret: view(name) }
    },
    'secrets:delete': ({ name }) => {
      const wasKept = places.get(name) === 'keychain'
      if (wasKept) places.set(name, 'none')
      return { wasKept, secret: view(name) }
    },
    'secrets:allow-file': () => ({ place: 'keychain' }),
  }
}
