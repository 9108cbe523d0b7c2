import type { SourceName, SourceState } from '../../../main/domain/source-state.ts'
import type { Reading } from '../../../main/domain/reading.ts'
import { SourceError } from '../../../main/domain/source-error.ts'
import { minute, type Instant } from '../../../main/domain/instant.ts'
import { evaluateSources } from '../../../main/monitors/sources.ts'
import type { SourceSet } from '../../../main/operator/source-set.ts'
import { applyMirror } from '../../../main/operator/sources/apply-mirror.ts'
import { readOura } from '../../../main/operator/sources/read-oura.ts'
import { limitsOf } from '../../../main/operator/sources/source-settings.ts'
import type { ConfigurationKeeper } from '../../../main/operator/configuration-keeper.ts'
import type { Clock } from '../../../main/ports/clock.ts'
import type { Ids } from '../../../main/ports/ids.ts'
import type { Logger } from '../../../main/ports/logger.ts'
import type { DayRange, RemoteTasks } from '../../../main/ports/sources.ts'
import { guardSource } from '../../../main/resilience/guard-source.ts'
import type { Writer } from '../../../main/store/handle.ts'
import { appendJournal } from '../../../main/store/journal.ts'
import { createSourceMemory, loadSourceStates } from '../../../main/store/source-states.ts'
import type { sourceFailures } from './fault-plan.ts'
import { readingsAt, remoteTasksAt, zone } from './two-days.ts'

export type SourceFailure = (typeof sourceFailures)[number]

export type ScriptedSourcesOptions = {
  readonly db: Writer
  readonly clock: Clock
  readonly ids: Ids
  readonly logger: Logger
  readonly keeper: ConfigurationKeeper
  /** The real time, whatever the machine's clock says. */
  readonly realTime: () => Instant
  readonly failure: (name: SourceName) => SourceFailure | null
  readonly isOnline: () => boolean
  /** Told at the beginning of each round; throws where the process dies in its midst. */
  readonly gathering: () => void
}

/** Milliseconds of real time that a silent source is waited for. */
const patience = 10

/** Two sources kept in memory, behind the real policy (retries, circuit, cache, connectivity) and put together as create-sources.ts does it. */
export function scriptedSources(options: ScriptedSourcesOptions): SourceSet {
  const { clock, db, ids, keeper, logger, realTime } = options
  const stop = new AbortController()
  const memory = createSourceMemory(db)
  const shared = {
    isOnThisMachine: false,
    connectivity: { isOnline: async () => options.isOnline() },
    memory,
    clock,
    limits: { ...limitsOf(keeper.current(), patience), retryBaseMs: 0, retryMaxMs: 1 },
    random: () => ids.random(),
    journal: (entry: Parameters<typeof appendJournal>[1][number]) => void appendJournal(db, [entry]),
    stop: stop.signal,
  }

  const oura = guardSource<DayRange, readonly Reading[]>({
    ...shared,
    name: 'oura',
    async readDirect(range, signal) {
      await answerAs(options.failure('oura'), options.isOnline(), clock, signal)
      return readingsAt(realTime(), range).map((reading) => ({ ...reading, readAt: clock.now() }))
    },
    lastGood: {
      recall: () => {
        const found = memory.recall('oura')
        // Written by `remember` below.
        return found === null ? null : { value: found.value as readonly Reading[], readAt: found.readAt }
      },
      remember: (readings, readAt) => memory.remember('oura', readings, readAt),
    },
  })

  const workos = guardSource<null, RemoteTasks>({
    ...shared,
    name: 'workos',
    async readDirect(_request, signal) {
      await answerAs(options.failure('workos'), options.isOnline(), clock, signal)
      return { tasks: remoteTasksAt(realTime()), clients: [], warnings: [], isComplete: true }
    },
    lastGood: { recall: () => null, remember: () => {} },
  })

  const states = (): readonly SourceState[] => loadSourceStates(db)

  return {
    async gather(due) {
      options.gathering()
      const wantsHealth = due.has('health') || due.has('patterns')
      const wantsTasks = due.has('tasks') || due.has('patterns')
      const [harvest, remote] = await Promise.all([
        wantsHealth ? readOura({ db, clock, logger, zone: () => zone }, keeper.current(), oura) : { readings: [], backfilledFrom: null },
        wantsTasks ? workos.read(null) : null,
      ])
      const read = states()
      return {
        readings: harvest.readings,
        mirror(writer) {
          if (remote?.outcome === 'fresh') applyMirror(writer, remote.value, { zone, now: clock.now(), ids })
          harvest.backfilledFrom?.(writer)
        },
        reportedProcrastination: new Map(),
        verdicts: evaluateSources(read).map((evaluation) => ({ speaker: 'operator', evaluation })),
        states: read,
      }
    },
    states,
    focus: () => null,
    test: () => Promise.reject(new Error('No source is tested here.')),
    connectOura: () => Promise.reject(new Error('Nothing is connected here.')),
    follow: () => {},
    retryNow: async () => {},
    close: async () => stop.abort(),
  }
}

async function answerAs(failure: SourceFailure | null, isOnline: boolean, clock: Clock, signal: AbortSignal): Promise<void> {
  if (!isOnline) throw new SourceError('unreachable', 'There is no way out.')
  switch (failure) {
    case null:
      return
    case 'timeout':
      throw new SourceError('timeout', 'No answer within 10 seconds.')
    case 'server_error':
      throw new SourceError('unreachable', 'The service answered 503.')
    case 'malformed':
      throw new SourceError('malformed', 'The answer is not what it should be.')
    case 'unauthorized':
      throw new SourceError('unauthorized', 'The key was refused.')
    case 'rate_limited':
      throw new SourceError('rate_limited', 'Too many requests.', { retryAt: clock.now() + 10 * minute })
    case 'silent':
      await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('given up'))))
  }
}
