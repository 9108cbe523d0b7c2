import { z } from 'zod'
import type { TimeZone } from '../../domain/local-day.ts'
import type { PromiseStatus } from '../../domain/promise.ts'
import type { ImportedPromise } from '../../ports/imports.ts'
import { complaintOf, createRecordIds, digestOf, importFields, statusWords } from './import-fields.ts'
import { parseJsonRecords } from './json-records.ts'
import type { Skipped } from './skipped.ts'

const promiseStatus = statusWords<PromiseStatus>({
  active: ['open', 'pending', 'owed'],
  kept: ['done', 'completed', 'fulfilled'],
  broken: ['missed', 'failed'],
  renegotiated: ['moved', 'postponed'],
  cancelled: ['canceled', 'released'],
})

function recordSchema(zone: TimeZone) {
  const { text, id, instant, due } = importFields(zone)
  return z.object({
    id,
    what: text,
    to: text,
    due: due.nullish(),
    status: promiseStatus.nullish(),
    created_at: instant.nullish(),
    updated_at: instant.nullish(),
  })
}

/** Promises out of JSON Lines or a JSON array (operations.md, Import formats). Times without an offset are on the owner's clock. */
export function parsePromiseRecords(
  text: string,
  zone: TimeZone,
): { readonly promises: readonly ImportedPromise[]; readonly read: number; readonly skipped: readonly Skipped[] } {
  const { records, skipped: notJson } = parseJsonRecords(text)
  const schema = recordSchema(zone)
  const newId = createRecordIds()
  const skipped = [...notJson]
  const promises: ImportedPromise[] = []
  for (const { line, value } of records) {
    const parsed = schema.safeParse(value)
    if (parsed.success) promises.push(promiseOf(parsed.data, newId))
    else skipped.push({ line, reason: complaintOf(parsed.error) })
  }
  return { promises, read: records.length + notJson.length, skipped: skipped.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) }
}

function promiseOf(record: z.infer<ReturnType<typeof recordSchema>>, newId: (parts: readonly unknown[]) => string): ImportedPromise {
  const { what, to, due, status, created_at: createdAt, updated_at: updatedAt } = record
  return {
    id: record.id ?? newId([what, to, createdAt]),
    digest: digestOf(record),
    said: {
      what,
      to,
      ...(due === undefined ? {} : { due }),
      ...(status ? { status } : {}),
      ...(createdAt ? { createdAt } : {}),
      ...(updatedAt ? { updatedAt } : {}),
    },
  }
}
