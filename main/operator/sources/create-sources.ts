import { isDeepStrictEqual } from 'node:util'
import type { StateFiles } from '../../adapters/state-files/read-state-files.ts'
import { watchStateFiles } from '../../adapters/state-files/watch-state-files.ts'
import type { Configuration } from '../../config/schema.ts'
import type { MonitorId } from '../../domain/finding.ts'
import { sourceNames, type SourceName, type SourceState } from '../../domain/source-state.ts'
import type { RemoteTasks } from '../../ports/sources.ts'
import { evaluateSources } from '../../monitors/sources.ts'
import { unreadSource } from '../../resilience/source-record.ts'
import { loadQueuedChanges } from '../../store/remote-changes.ts'
import { loadSourceStates } from '../../store/source-states.ts'
import type { SourceSet } from '../source-set.ts'
import { applyMirror } from './apply-mirror.ts'
import { isOuraSetUp, isWorkosSetUp } from './is-set-up.ts'
import { readOura, type OuraHarvest } from './read-oura.ts'
import type { SourceTools } from './source-tools.ts'

export type SourcesOptions = Omit<SourceTools, 'stop'> & {
  readonly configuration: () => Configuration
  /** Shows a page to the owner. */
  readonly openBrowser: (url: URL) => Promise<void>
}

/** What the readers are built from; another value means to build them anew. */
type Foundation = Pick<Configuration, 'sources' | 'retry' | 'circuit_breaker'>

const nothing: OuraHarvest = { readings: [], backfilledFrom: null }

/** The sources of the configuration in force, each read only when a monitor that is due judges what it says. */
export function createSources(options: SourcesOptions): SourceSet {
  const stop = new AbortController()
  const tools: SourceTools = { ...options, stop: stop.signal }
  const { db, memory } = tools
  let readers = newReaders(options.configuration(), tools)
  let focus: string | null = null
  let watch: { readonly close: () => void } | null = null

  /** Readers of the configuration in force; what a source remembers is in the database and outlives them. */
  async function currentReaders(): Promise<Readers> {
    const foundation = foundationOf(options.configuration())
    if (!isDeepStrictEqual(foundation, readers.foundation)) {
      const old = readers
      readers = newReaders(options.configuration(), tools)
      await old.close()
    }
    return readers
  }

  function states(): readonly SourceState[] {
    const known = new Map(loadSourceStates(db).map((state) => [state.name, state]))
    const { sources } = options.configuration()
    return sourceNames.map((name) => {
      if (!sources[name].enabled) return unreadSource(name, 'off')
      return known.get(name) ?? unreadSource(name, 'not_configured')
    })
  }

  /** Reads when it is set up; a source whose key was taken away is not set up any more, whatever it said before. */
  async function whenSetUp<Value>(
    name: SourceName,
    isSetUp: () => Promise<boolean>,
    read: () => Promise<Value>,
    otherwise: Value,
  ): Promise<Value> {
    if (!options.configuration().sources[name].enabled) return otherwise
    try {
      if (await isSetUp()) return await read()
      const record = memory.load(name)
      if (record !== null && record.state.condition !== 'not_configured')
        memory.save({
          openings: 0,
          state: { ...unreadSource(name, 'not_configured'), lastSuccess: record.state.lastSuccess, trips: record.state.trips },
        })
    } catch (error) {
      // A keychain that does not open. The other sources go on.
      tools.logger.warning('source_failed', { source: name, reason: error instanceof Error ? error.message : String(error) })
    }
    return otherwise
  }

  async function oura(due: ReadonlySet<MonitorId>): Promise<OuraHarvest> {
    if (!due.has('health') && !due.has('patterns')) return nothing
    const { oura: reader, configuration } = await currentReaders()
    return whenSetUp(
      'oura',
      () => isOuraSetUp(tools, configuration),
      async () => readOura(tools, configuration, await reader()),
      nothing,
    )
  }

  async function workos(due: ReadonlySet<MonitorId>): Promise<RemoteTasks | null> {
    if (!due.has('tasks') && !due.has('patterns') && loadQueuedChanges(db, 'workos').length === 0) return null
    const { workos: reader, configuration } = await currentReaders()
    const read = async () => {
      const answer = await (await reader()).read(null)
      return answer.outcome === 'fresh' ? answer.value : null
    }
    return whenSetUp('workos', () => isWorkosSetUp(tools, configuration), read, null)
  }

  async function stateFiles(): Promise<StateFiles | null> {
    const { enabled, folder } = options.configuration().sources.state_files
    if (!enabled || folder === null) {
      focus = null
      return null
    }
    const { readStateFolder } = await import('./state-files-reader.ts')
    const files = readStateFolder(tools, folder)
    focus = files?.focus ?? null
    return files
  }

  return {
    async gather(due, signal) {
      const [harvest, remote, files] = await Promise.all([
        unlessGivenUp(oura(due), nothing, signal),
        unlessGivenUp(workos(due), null, signal),
        stateFiles(),
      ])
      const read = states()
      return {
        readings: harvest.readings,
        mirror(writer) {
          if (remote !== null) applyMirror(writer, remote, { zone: tools.zone(), now: tools.clock.now(), ids: tools.ids })
          harvest.backfilledFrom?.(writer)
        },
        reportedProcrastination: files?.procrastination ?? new Map(),
        verdicts: evaluateSources(read).map((evaluation) => ({ speaker: 'operator', evaluation })),
        states: read,
      }
    },
    states,
    focus: () => focus,
    async test(name) {
      const { testSource } = await import('./test-source.ts')
      return testSource(tools, options.configuration(), name)
    },
    async connectOura() {
      const { connectOura } = await import('./connect-oura.ts')
      await connectOura(tools, options.configuration(), options.openBrowser)
    },
    follow(changed) {
      const { enabled, folder } = options.configuration().sources.state_files
      if (!enabled || folder === null || watch !== null) return
      watch = watchStateFiles(tools.expandHome(folder), tools.clock, () => void stateFiles().then(changed))
    },
    async retryNow(name) {
      const { oura: ouraReader, workos: workosReader } = await currentReaders()
      if (name === 'oura') (await ouraReader()).retryNow()
      else if (name === 'workos') (await workosReader()).retryNow()
    },
    async close() {
      stop.abort()
      watch?.close()
      await readers.close()
    },
  }
}

/**
 * A read that its cycle does not wait for any longer goes on by itself, and ends with its own timeout. Rejected: ending it here, for what ends one read
 * of a source ends them all, those of later cycles too.
 */
async function unlessGivenUp<Value>(read: Promise<Value>, otherwise: Value, signal: AbortSignal): Promise<Value> {
  const givenUp = Promise.withResolvers<Value>()
  const giveUp = () => givenUp.resolve(otherwise)
  signal.addEventListener('abort', giveUp)
  if (signal.aborted) giveUp()
  try {
    return await Promise.race([read, givenUp.promise])
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}

type Readers = ReturnType<typeof newReaders>

/** Loaded and built with the first read: an operator without sources loads none of their libraries. */
function newReaders(configuration: Configuration, tools: SourceTools) {
  const oura = once(async () => (await import('./oura-reader.ts')).createOuraReader(tools, configuration))
  const workos = once(async () => (await import('./workos-reader.ts')).createWorkosReader(tools, configuration))
  return {
    configuration,
    foundation: foundationOf(configuration),
    oura: oura.get,
    workos: workos.get,
    async close() {
      await (await workos.made())?.close()
    },
  }
}

function once<Value>(make: () => Promise<Value>): { readonly get: () => Promise<Value>; readonly made: () => Promise<Value | null> } {
  let made: Promise<Value> | null = null
  return {
    get: () => {
      made ??= make()
      return made
    },
    made: async () => made?.catch(() => null) ?? null,
  }
}

function foundationOf({ sources, retry, circuit_breaker }: Configuration): Foundation {
  return { sources, retry, circuit_breaker }
}
