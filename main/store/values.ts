import type { Due } from '../domain/due.ts'
import { severities, type Severity } from '../domain/severity.ts'

/** Reads back what the store itself wrote as JSON: its shape is that of the type it was written from, so it is not parsed again. */
export function fromJson<T>(text: string): T {
  return JSON.parse(text) as T
}

/** The severity of a stored rank. The column's CHECK keeps it within the list. */
export function severityOf(rank: number): Severity {
  return severities[rank] ?? 'info'
}

export type DueColumns = { readonly due_day: string | null; readonly due_at: number | null }

export function dueOf({ due_day: day, due_at: at }: DueColumns): Due | null {
  if (day !== null) return { kind: 'day', day }
  return at === null ? null : { kind: 'moment', at }
}

export function dueColumns(due: Due | null): DueColumns {
  if (due === null) return { due_day: null, due_at: null }
  return due.kind === 'day' ? { due_day: due.day, due_at: null } : { due_day: null, due_at: due.at }
}

/** A search text as a LIKE pattern, its own wildcards taken literally (the statement says ESCAPE '\'). */
export function likePattern(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
