import { z } from 'zod'
import type { TimeZone } from '../../domain/local-day.ts'
import { drains, priorities, taskEventTypes, type TaskEvent, type TaskStatus } from '../../domain/task.ts'
import type { ImportedTask } from '../../ports/imports.ts'
import { complaintOf, createRecordIds, digestOf, importFields, statusWords } from './import-fields.ts'
import { parseJsonRecords } from './json-records.ts'
import type { Skipped } from './skipped.ts'

const taskStatus = statusWords<TaskStatus>({
  pending: ['todo', 'to_do', 'open', 'new', 'queued', 'active', 'next'],
  in_progress: ['doing', 'started', 'inprogress'],
  backlog: ['someday', 'later'],
  completed: ['done', 'complete', 'finished', 'closed'],
  cancelled: ['canceled', 'dropped', 'abandoned'],
})

function recordSchema(zone: TimeZone) {
  const { text, id, instant, due, day } = importFields(zone)
  const dueText = due.nullish()
  const event = z
    .object({ type: z.enum(taskEventTypes), at: instant, from: z.string().nullish(), to: z.string().nullish() })
    .superRefine((value, context) => {
      for (const name of ['from', 'to'] as const) {
        const checked = dueText.safeParse(value[name])
        if (!checked.success) context.addIssue({ code: 'custom', path: [name], message: complaintOf(checked.error) })
      }
    })
  return z.object({
    id,
    title: text,
    notes: z.string().nullish(),
    status: taskStatus.nullish(),
    priority: z.preprocess((value) => (typeof value === 'string' ? value.toLowerCase() : value), z.enum(priorities).nullish()),
    due: dueText,
    planned: day.nullish(),
    client: z.string().nullish(),
    effort_minutes: z.number().min(0).max(100_000).nullish(),
    drain: z.enum(drains).nullish(),
    created_at: instant.nullish(),
    updated_at: instant.nullish(),
    completed_at: instant.nullish(),
    events: z.array(event).nullish(),
  })
}

type TaskRecord = z.infer<ReturnType<typeof recordSchema>>

/** Tasks out of JSON Lines or a JSON array (operations.md, Import formats). Times without an offset are on the owner's clock. */
export function parseTaskRecords(
  text: string,
  zone: TimeZone,
): { readonly tasks: readonly ImportedTask[]; readonly read: number; readonly skipped: readonly Skipped[] } {
  const { records, skipped: notJson } = parseJsonRecords(text)
  const schema = recordSchema(zone)
  const newId = createRecordIds()
  const skipped = [...notJson]
  const tasks: ImportedTask[] = []
  for (const { line, value } of records) {
    const parsed = schema.safeParse(value)
    if (parsed.success) tasks.push(taskOf(parsed.data, newId))
    else skipped.push({ line, reason: complaintOf(parsed.error) })
  }
  return { tasks, read: records.length + notJson.length, skipped: skipped.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) }
}

function taskOf(record: TaskRecord, newId: (parts: readonly unknown[]) => string): ImportedTask {
  const events = eventsOf(record)
  const completedAt = record.completed_at ?? events.findLast(({ type }) => type === 'completed')?.at
  const status = record.status ?? (record.completed_at ? 'completed' : undefined)
  const said = {
    title: record.title,
    notes: record.notes,
    status,
    priority: record.priority,
    due: record.due,
    plannedDay: record.planned,
    client: record.client,
    effortMinutes: record.effort_minutes,
    drain: record.drain,
    createdAt: record.created_at ?? events.find(({ type }) => type === 'created')?.at,
    updatedAt: record.updated_at ?? undefined,
    completedAt: status === undefined || status === 'completed' ? completedAt : null,
  }
  return {
    id: record.id ?? newId([record.title, record.client, record.created_at]),
    digest: digestOf(record),
    // Fields left out are absent, not undefined; the entries' types are lost on the way.
    said: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as ImportedTask['said'],
    events,
  }
}

/** A record's own times are events as well, unless an event of that kind says when it was. */
function eventsOf(record: TaskRecord): ImportedTask['events'] {
  const given = (record.events ?? []).map(({ type, at, from, to }) => ({ type, at, from: from ?? null, to: to ?? null }))
  const implied = [
    { type: 'created', at: record.created_at },
    { type: 'completed', at: record.completed_at },
  ] as const
  return [...given, ...implied.flatMap(({ type, at }) => impliedEvent(given, type, at))]
}

function impliedEvent(given: ImportedTask['events'], type: TaskEvent['type'], at: number | null | undefined): ImportedTask['events'] {
  if (typeof at !== 'number' || given.some((event) => event.type === type)) return []
  return [{ type, at, from: null, to: null }]
}
