import type { Instant } from '../domain/instant.ts'
import type { SourceError } from '../domain/source-error.ts'
import type { CircuitState, SourceCondition, SourceName, SourceState } from '../domain/source-state.ts'
import type { SourceRecord } from '../ports/source-memory.ts'
import { conditionAfter } from './blame.ts'
import { isWaitOver, longestRateLimit, openWait, type SourceLimits } from './source-limits.ts'

/** Where the circuit stands after a read. */
export type CircuitReading = {
  readonly circuit: CircuitState
  readonly consecutiveFailures: number
  readonly openings: number
  /** When the next trial is allowed; null while closed. */
  readonly trialAt: Instant | null
}

/** A source nobody has read yet, or one that is switched off. */
export function unreadSource(name: SourceName, condition: SourceCondition = 'ok'): SourceState {
  return {
    name,
    condition,
    circuit: 'closed',
    lastSuccess: null,
    lastError: null,
    from: 'none',
    retryAt: null,
    consecutiveFailures: 0,
    trips: 0,
  }
}

/**
 * A remembered record, made safe to go on with: a trial that was running when the process ended is an open circuit again, counts are
 * counts, and no wait is longer than one that could have been set (the wall clock may have moved meanwhile).
 */
export function restoreRecord(record: SourceRecord, now: Instant, limits: SourceLimits): SourceRecord {
  const openings = Math.max(0, Math.trunc(record.openings))
  const open = record.state.circuit !== 'closed'
  const longest = open ? openWait(Math.max(1, openings), limits) : longestRateLimit
  const waits = open || record.state.condition === 'rate_limited'
  return {
    openings: open ? Math.max(1, openings) : 0,
    state: {
      ...record.state,
      circuit: open ? 'open' : 'closed',
      consecutiveFailures: Math.max(0, Math.trunc(record.state.consecutiveFailures)),
      retryAt: waits ? Math.min(record.state.retryAt ?? now, now + longest) : null,
    },
  }
}

/** Whether the source may not be asked now: the circuit is open, or the service said to wait. */
export function isWaiting(record: SourceRecord, now: Instant, limits: SourceLimits): boolean {
  const { circuit, condition, retryAt } = record.state
  if (retryAt === null) return false
  if (circuit === 'open') return !isWaitOver(retryAt, now, limits.maxOpenMs)
  return condition === 'rate_limited' && !isWaitOver(retryAt, now, longestRateLimit)
}

export function afterSuccess(record: SourceRecord, circuit: CircuitReading, from: SourceState['from'], now: Instant): SourceRecord {
  return withCircuit({ ...record, state: { ...record.state, condition: 'ok', lastSuccess: now, lastError: null, from } }, circuit)
}

/** `fallback`: where the answer that was given instead came from. */
export function afterFailure(
  record: SourceRecord,
  circuit: CircuitReading,
  error: SourceError,
  fallback: 'cache' | 'none',
  now: Instant,
  limits: SourceLimits,
): SourceRecord {
  const state: SourceState = { ...record.state, condition: conditionAfter(error), lastError: error.message, from: fallback }
  const next = withCircuit({ ...record, state }, circuit)
  if (error.code !== 'rate_limited') return next
  // A service that names no time is given as long as a circuit that has just opened.
  const asked = error.retryAt ?? now + limits.openMs
  const retryAt = Math.min(Math.max(asked, now), now + longestRateLimit)
  return { ...next, state: { ...next.state, retryAt: Math.max(retryAt, circuit.trialAt ?? 0) } }
}

/** Offline counts nothing; a refused key stays refused until an answer says otherwise. */
export function afterOffline(record: SourceRecord, fallback: 'cache' | 'none'): SourceRecord {
  const condition = record.state.condition === 'unauthorized' ? 'unauthorized' : 'offline'
  return { ...record, state: { ...record.state, condition, from: fallback } }
}

/** The owner asked for a new try: nothing is waited for any more. The circuit still decides by what comes back. */
export function afterRetryNow(record: SourceRecord, now: Instant): SourceRecord {
  return record.state.retryAt === null ? record : { ...record, state: { ...record.state, retryAt: now } }
}

/** The circuit alone changed. */
export function withCircuit(record: SourceRecord, reading: CircuitReading): SourceRecord {
  const { circuit, consecutiveFailures, openings, trialAt } = reading
  const opened = circuit === 'open' && openings > record.openings
  const trips = record.state.trips + (opened ? 1 : 0)
  return { openings, state: { ...record.state, circuit, consecutiveFailures, trips, retryAt: trialAt } }
}
