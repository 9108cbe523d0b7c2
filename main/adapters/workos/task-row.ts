import { z } from 'zod'
import type { Due } from '../../domain/due.ts'
import type { Instant } from '../../domain/instant.ts'
import { isLocalDay, localDayOf, localMinuteOf, type TimeZone } from '../../domain/local-day.ts'
import { drains, type TaskStatus } from '../../domain/task.ts'
import type { RemoteTask } from '../../ports/sources.ts'

/** A row of `tasks` as PostgreSQL's to_jsonb gives it, or as the local mirror keeps it: times are ISO text, with or without an offset. */
const id = z.union([z.string().min(1).max(200), z.number().int()]).transform(String)

/** PostgreSQL writes up to microseconds and may leave the offset out; a time without one is UTC, as `now()` in a timestamp column is on nearly every server. */
const instant = z.union([z.string(), z.number()]).transform((value, context): Instant => {
  const text = String(value).trim()
  const parsed =
    typeof value === 'number'
      ? value * (value < 1e11 ? 1_000 : 1)
      : Date.parse(/(Z|[+-]\d\d(:?\d\d)?)$/.test(text) ? withMinutes(text) : `${text.replace(' ', 'T')}Z`)
  if (Number.isFinite(parsed)) return Math.trunc(parsed)
  context.addIssue({ code: 'custom', message: 'not a time' })
  return z.NEVER
})

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null)

const taskRow = z.object({
  id,
  title: z.string(),
  description: text,
  status: z.string(),
  drain_type: text,
  created_at: instant,
  updated_at: instant.nullish(),
  completed_at: instant.nullish(),
})

export type RowResult = { readonly task: RemoteTask; readonly warning: string | null } | { readonly task: null; readonly warning: string }

const statuses: Readonly<Record<string, TaskStatus>> = { active: 'pending', queued: 'pending', backlog: 'backlog', done: 'completed' }

/** The columns that may hold a due date, in the order they are believed. */
const dueColumns = ['due_date', 'deadline'] as const

/** One row with its client's name. A status nobody knows counts as backlog: kept, and nothing is said about it. */
export function parseTaskRow(row: unknown, client: string | null, zone: TimeZone): RowResult {
  const parsed = taskRow.safeParse(row)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return { task: null, warning: `A task was skipped: ${issue?.path.join('.') ?? 'the row'}: ${issue?.message ?? 'not understood'}` }
  }
  const { data } = parsed
  const status = statuses[data.status]
  const due = dueOf(row as Readonly<Record<string, unknown>>, zone)
  const task: RemoteTask = {
    sourceId: data.id,
    title: data.title.trim() === '' ? '(untitled)' : data.title,
    notes: data.description,
    status: status ?? 'backlog',
    client,
    due: due.value,
    drain: drains.find((each) => each === data.drain_type) ?? null,
    createdAt: data.created_at,
    updatedAt: data.updated_at ?? data.created_at,
    completedAt: status === 'completed' ? (data.completed_at ?? data.updated_at ?? data.created_at) : null,
  }
  const warning =
    status === undefined ? `Task ${data.id} has the status ${JSON.stringify(data.status.slice(0, 40))}, taken as backlog.` : due.warning
  return { task, warning }
}

/** Undefined where there is no such column. Midnight, on the owner's clock or in UTC, means the day. */
function dueOf(
  row: Readonly<Record<string, unknown>>,
  zone: TimeZone,
): { readonly value: Due | null | undefined; readonly warning: string | null } {
  const columns = dueColumns.filter((each) => each in row)
  if (columns.length === 0) return { value: undefined, warning: null }
  const stored = columns.map((each) => row[each]).find((each) => each !== null && each !== '')
  if (stored === undefined) return { value: null, warning: null }
  const written = typeof stored === 'string' ? stored.trim() : ''
  if (isLocalDay(written)) return { value: { kind: 'day', day: written }, warning: null }
  if (/^\d{4}-\d{2}-\d{2}[T ]00:00(:00(\.0+)?)?(Z|\+00(:?00)?)?$/.test(written) && isLocalDay(written.slice(0, 10)))
    return { value: { kind: 'day', day: written.slice(0, 10) }, warning: null }
  const at = instant.safeParse(stored)
  if (!at.success) return { value: null, warning: `Task ${String(row['id'])} has a due date that makes no sense.` }
  return {
    value: localMinuteOf(at.data, zone) === 0 ? { kind: 'day', day: localDayOf(at.data, zone) } : { kind: 'moment', at: at.data },
    warning: null,
  }
}

/** `2026-01-20 10:00:00+00` to what Date.parse takes. */
function withMinutes(text: string): string {
  return text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')
}
