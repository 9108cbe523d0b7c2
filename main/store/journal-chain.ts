import { hash } from 'node:crypto'
import type { JournalSeverity } from '../domain/journal-entry.ts'

/** A row of `journal`: `data` as the JSON text that is stored and hashed. */
export type JournalRow = {
  readonly id: number
  readonly at: number
  readonly type: string
  readonly source: string
  readonly severity: JournalSeverity
  readonly title: string
  readonly data: string
  readonly previous_hash: string
  readonly hash: string
}

/** The hash of the entry before the first. */
export const chainStart = ''

/**
 * An entry's own hash: SHA-256, in hex, over the previous hash and the entry as one JSON array. The id is part of it, so that an entry
 * taken out or put in cannot be hidden by renumbering.
 */
export function hashOf(row: Omit<JournalRow, 'hash'>): string {
  return hash('sha256', JSON.stringify([row.previous_hash, row.id, row.at, row.type, row.source, row.severity, row.title, row.data]), 'hex')
}
