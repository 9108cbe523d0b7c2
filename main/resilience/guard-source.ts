import type { Instant } from '../domain/instant.ts'
import type { NewJournalEntry } from '../domain/journal-entry.ts'
import type { SourceError } from '../domain/source-error.ts'
import type { CircuitState, SourceName, SourceState } from '../domain/source-state.ts'
import type { Clock } from '../ports/clock.ts'
import type { Connectivity } from '../ports/connectivity.ts'
import type { SourceMemory, SourceRecord } from '../ports/source-memory.ts'
import { asSourceError, InconclusiveError, mayBeOffline } from './blame.ts'
import { circuitEntry, offlineEntry, recoveredEntry, refusedEntry } from './source-entries.ts'
import { createClockCircuit } from './clock-circuit.ts'
import { readWithRetries } from './read-with-retries.ts'
import type { SourceLimits } from './source-limits.ts'
import {
  afterFailure,
  afterOffline,
  afterRetryNow,
  afterSuccess,
  isWaiting,
  restoreRecord,
  unreadSource,
  withCircuit,
  type CircuitReading,
} from './source-record.ts'

/** What a read came to. `cached` is the last good value with its age; `nothing` means go on without, and say so. */
export type SourceAnswer<Value> =
  | { readonly outcome: 'fresh'; readonly value: Value; readonly readAt: Instant; readonly from: 'local_cache' | 'direct' }
  | { readonly outcome: 'cached'; readonly value: Value; readonly readAt: Instant; readonly ageMs: number; readonly reason: string }
  | { readonly outcome: 'nothing'; readonly reason: string }

export type GuardedSource<Request, Value> = {
  readonly name: SourceName
  /** Answers within the timeout of its limits, whatever the source does. */
  read(request: Request): Promise<SourceAnswer<Value>>
  state(): SourceState
  /** Ends any wait; the next read asks the source. */
  retryNow(): void
}

/** Where the last good value is kept: tables that hold it anyway, or the memory's own JSON. */
export type LastGood<Value> = {
  recall(): { readonly value: Value; readonly readAt: Instant } | null
  remember(value: Value, readAt: Instant): void
}

export type GuardOptions<Request, Value> = {
  readonly name: SourceName
  readonly limits: SourceLimits
  /** A copy kept on this machine, asked first; null where there is none or it is too old. May throw: then there is none. */
  readonly readLocal?: (request: Request) => Promise<Value | null>
  readonly readDirect: (request: Request, signal: AbortSignal) => Promise<Value>
  readonly lastGood: LastGood<Value>
  /** A source on this machine (loopback) is never excused by the network being down. */
  readonly isOnThisMachine: boolean
  readonly connectivity: Connectivity
  readonly memory: Pick<SourceMemory, 'load' | 'save'>
  readonly clock: Clock
  readonly random: () => number
  readonly journal: (entry: NewJournalEntry) => void
  /** Aborted when the operator stops. */
  readonly stop: AbortSignal
}

/** The policy around one source: local copy, circuit, retries within a timeout, last good value. Concurrent reads of the same thing are one read. */
export function guardSource<Request, Value>(options: GuardOptions<Request, Value>): GuardedSource<Request, Value> {
  const { name, limits, clock, memory, journal, lastGood } = options
  let record = restoreRecord(memory.load(name) ?? { state: unreadSource(name), openings: 0 }, clock.now(), limits)
  let circuit = createClockCircuit(record, limits, clock, circuitChanged)
  let trials = 0
  const flights = new Map<string, Promise<SourceAnswer<Value>>>()

  function keep(next: SourceRecord): void {
    record = next
    memory.save(next)
  }

  function circuitChanged(to: CircuitState, reading: CircuitReading): void {
    keep(withCircuit(record, reading))
    journal(circuitEntry(name, to, reading, clock.now()))
  }

  function fallBack(reason: string): SourceAnswer<Value> {
    const last = lastGood.recall()
    if (last === null) return { outcome: 'nothing', reason }
    return { outcome: 'cached', ...last, ageMs: Math.max(0, clock.now() - last.readAt), reason }
  }

  function succeeded(value: Value, from: 'local_cache' | 'direct'): SourceAnswer<Value> {
    const readAt = clock.now()
    const before = record.state
    lastGood.remember(value, readAt)
    keep(afterSuccess(record, circuit.read(), from, readAt))
    if (before.condition !== 'ok' && before.condition !== 'not_configured') journal(recoveredEntry(before, readAt))
    return { outcome: 'fresh', value, readAt, from }
  }

  function failed(error: SourceError): SourceAnswer<Value> {
    const answer = fallBack(error.message)
    const before = record.state
    keep(afterFailure(record, circuit.read(), error, answer.outcome === 'cached' ? 'cache' : 'none', clock.now(), limits))
    const { condition } = record.state
    if (condition !== before.condition && condition !== 'not_configured') journal(refusedEntry(record.state, clock.now()))
    return answer
  }

  /** The circuit is put back as it was: cockatiel would take an inconclusive trial for a success. */
  function inconclusive(error: InconclusiveError, before: SourceRecord): SourceAnswer<Value> {
    const answer = fallBack(error.message)
    const wasTrial = before.state.circuit !== 'closed'
    if (wasTrial) {
      circuit = createClockCircuit(before, limits, clock, circuitChanged)
      keep(before)
    }
    if (error.why === 'stopping') return answer
    const wasOffline = record.state.condition === 'offline'
    keep(afterOffline(record, answer.outcome === 'cached' ? 'cache' : 'none'))
    if (!wasOffline && record.state.condition === 'offline') journal(offlineEntry(name, clock.now()))
    return answer
  }

  async function attempt(request: Request): Promise<Value> {
    try {
      return await readWithRetries((signal) => options.readDirect(request, signal), limits, options.random, options.stop)
    } catch (thrown) {
      if (options.stop.aborted) throw new InconclusiveError('stopping', { cause: thrown })
      const error = asSourceError(thrown)
      if (mayBeOffline(error) && !options.isOnThisMachine && !(await options.connectivity.isOnline()))
        throw new InconclusiveError('offline', { cause: error })
      throw error
    }
  }

  async function readDirect(request: Request): Promise<SourceAnswer<Value>> {
    if (isWaiting(record, clock.now(), limits)) return fallBack(waitingReason(record.state))
    // cockatiel would make a second caller wait for the trial to end: it gets the last good value at once instead.
    const isTrial = record.state.circuit !== 'closed'
    if (isTrial && trials >= limits.halfOpenAttempts) return fallBack('One trial read is running.')
    const before = record
    trials += isTrial ? 1 : 0
    try {
      return succeeded(await circuit.execute(() => attempt(request)), 'direct')
    } catch (thrown) {
      return thrown instanceof InconclusiveError ? inconclusive(thrown, before) : failed(asSourceError(thrown))
    } finally {
      trials -= isTrial ? 1 : 0
    }
  }

  async function readThrough(request: Request): Promise<SourceAnswer<Value>> {
    const local = await options.readLocal?.(request).catch(() => null)
    return local === undefined || local === null ? readDirect(request) : succeeded(local, 'local_cache')
  }

  return {
    name,
    state: () => record.state,
    retryNow() {
      circuit.endWait()
      keep(afterRetryNow(record, clock.now()))
    },
    read(request) {
      if (trials > 0) return readThrough(request)
      const key = JSON.stringify(request) ?? ''
      const running = flights.get(key)
      if (running !== undefined) return running
      const flight = readThrough(request).finally(() => flights.delete(key))
      flights.set(key, flight)
      return flight
    },
  }
}

function waitingReason(state: SourceState): string {
  const until = state.retryAt === null ? '' : ` until ${new Date(state.retryAt).toISOString()}`
  return state.condition === 'rate_limited'
    ? `It asked to wait${until}.`
    : `Not asked again${until}: ${state.lastError ?? 'it failed before'}`
}
