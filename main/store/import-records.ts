import type { Instant } from '../domain/instant.ts'
import type { PersonalPromise } from '../domain/promise.ts'
import type { Task } from '../domain/task.ts'
import type { ImportedPromise, ImportedTask } from '../ports/imports.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Writer } from './handle.ts'
import { findPromise, insertPromise, updatePromise } from './promises.ts'
import type { SavedCounts } from './readings.ts'
import { appendTaskEvent } from './task-events.ts'
import { findTask, insertTask, updateTask } from './tasks.ts'

type Outcome = keyof SavedCounts

/** Tasks with their events, matched by id, in one transaction. A record that says what it said last time changes nothing. */
export function importTasks(db: Writer, tasks: readonly ImportedTask[], now: Instant): SavedCounts {
  return importAll(db, 'task', tasks, (task) => importTask(db, task, now))
}

/** Promises, likewise. */
export function importPromises(db: Writer, promises: readonly ImportedPromise[], now: Instant): SavedCounts {
  return importAll(db, 'promise', promises, (promise) => importPromise(db, promise, now))
}

function importAll<T extends { readonly id: string; readonly digest: string }>(
  db: Writer,
  kind: 'task' | 'promise',
  records: readonly T[],
  importOne: (record: T) => Outcome,
): SavedCounts {
  const counts = { added: 0, changed: 0, unchanged: 0 }
  db.transaction(() => {
    for (const record of records) {
      const known = db.get<{ digest: string }>('SELECT digest FROM imported_records WHERE kind = ? AND id = ?', kind, record.id)
      counts[known?.digest === record.digest ? 'unchanged' : importOne(record)] += 1
      db.run('INSERT OR REPLACE INTO imported_records (kind, id, digest) VALUES (?, ?, ?)', kind, record.id, record.digest)
    }
  })
  return counts
}

function importTask(db: Writer, { id, said, events }: ImportedTask, now: Instant): Outcome {
  const before = findTask(db, id)
  const task: Task = { ...(before ?? newTask(id, now)), ...said }
  const differs = !before || canonicalJson(before) !== canonicalJson(task)
  if (!before) insertTask(db, task)
  else if (differs) updateTask(db, { ...task, updatedAt: said.updatedAt ?? now })
  const newEvents = events.filter((event) => appendTaskEvent(db, { taskId: id, ...event })).length
  if (!before) return 'added'
  return differs || newEvents > 0 ? 'changed' : 'unchanged'
}

function importPromise(db: Writer, { id, said }: ImportedPromise, now: Instant): Outcome {
  const before = findPromise(db, id)
  const promise: PersonalPromise = { ...(before ?? newPromise(id, now)), ...said }
  if (!before) {
    insertPromise(db, promise)
    return 'added'
  }
  if (canonicalJson(before) === canonicalJson(promise)) return 'unchanged'
  updatePromise(db, { ...promise, updatedAt: said.updatedAt ?? now })
  return 'changed'
}

/** What a record that says only its title leaves open. When it was made is not known, so no event says so. */
function newTask(id: string, now: Instant): Omit<Task, 'title'> {
  return {
    id,
    notes: null,
    status: 'pending',
    priority: null,
    due: null,
    plannedDay: null,
    client: null,
    effortMinutes: null,
    drain: null,
    source: 'import',
    sourceId: null,
    createdAt: now,
    updatedAt: now,
    completedAt: null,
  }
}

function newPromise(id: string, now: Instant): Omit<PersonalPromise, 'what' | 'to'> {
  return { id, due: null, status: 'active', source: 'import', createdAt: now, updatedAt: now }
}
