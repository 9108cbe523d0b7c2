import { assertNever } from '../domain/assert-never.ts'
import type { Instant } from '../domain/instant.ts'
import type { JournalSeverity, NewJournalEntry } from '../domain/journal-entry.ts'
import type { CircuitState, SourceName, SourceState } from '../domain/source-state.ts'
import type { CircuitReading } from './source-record.ts'

/** `circuit_opened`, `circuit_half_open` or `circuit_closed`. */
export function circuitEntry(name: SourceName, to: CircuitState, reading: CircuitReading, at: Instant): NewJournalEntry {
  const data = { failures: reading.consecutiveFailures, openings: reading.openings, retry_at: iso(reading.trialAt) }
  const entry = (type: string, severity: JournalSeverity, title: string) => ({ at, type, source: name, severity, title, data })
  switch (to) {
    case 'open':
      return entry(
        'circuit_opened',
        'warning',
        `${name} failed ${reading.consecutiveFailures} times in a row: it is left alone for a while.`,
      )
    case 'half_open':
      return entry('circuit_half_open', 'info', `${name} is tried again.`)
    case 'closed':
      return entry('circuit_closed', 'info', `${name} answers again.`)
    default:
      return assertNever(to)
  }
}

/** The condition of a source changed for the worse. */
export function refusedEntry(state: SourceState, at: Instant): NewJournalEntry {
  const data = { condition: state.condition, error: state.lastError, retry_at: iso(state.retryAt) }
  return {
    at,
    type: 'source_failed',
    source: state.name,
    severity: 'warning',
    title: `${state.name}: ${state.lastError ?? state.condition}`,
    data,
  }
}

export function recoveredEntry(before: SourceState, at: Instant): NewJournalEntry {
  const data = { condition_before: before.condition, last_success_before: iso(before.lastSuccess) }
  return { at, type: 'source_recovered', source: before.name, severity: 'info', title: `${before.name} can be read again.`, data }
}

export function offlineEntry(name: SourceName, at: Instant): NewJournalEntry {
  return { at, type: 'source_offline', source: name, severity: 'info', title: `${name} was not asked: this machine is offline.`, data: {} }
}

function iso(instant: Instant | null): string | null {
  return instant === null ? null : new Date(instant).toISOString()
}
