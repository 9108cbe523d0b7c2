import type { Instant } from './instant.ts'

export const journalSeverities = ['debug', 'info', 'warning', 'alert', 'critical'] as const
export type JournalSeverity = (typeof journalSeverities)[number]

/** What is written; the store adds the id and the two hashes that chain it to the entry before. */
export type NewJournalEntry = {
  readonly at: Instant
  /** What happened, in snake_case: finding, delivery, suppression, task_completed, circuit_opened, … */
  readonly type: string
  /** Who says so: a monitor, a source, a channel, owner, operator. */
  readonly source: string
  readonly severity: JournalSeverity
  readonly title: string
  readonly data: Readonly<Record<string, unknown>>
}

export type JournalEntry = NewJournalEntry & { readonly id: number; readonly previousHash: string; readonly hash: string }
