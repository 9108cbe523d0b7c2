import { mirrorChanges } from '../../adapters/workos/mirror-changes.ts'
import type { Instant } from '../../domain/instant.ts'
import type { TimeZone } from '../../domain/local-day.ts'
import type { Ids } from '../../ports/ids.ts'
import type { RemoteTasks } from '../../ports/sources.ts'
import type { Writer } from '../../store/database.ts'
import { appendJournal } from '../../store/journal.ts'
import { loadQueuedChanges, loadRemoteVersions, saveRemoteVersion } from '../../store/remote-changes.ts'
import { appendTaskEvent } from '../../store/task-events.ts'
import { insertTask, listTasks, updateTask } from '../../store/tasks.ts'

/** Writes what the tasks database has into the local tasks, with the events that happened there. For the cycle's own transaction. */
export function applyMirror(
  db: Writer,
  remote: RemoteTasks,
  context: { readonly zone: TimeZone; readonly now: Instant; readonly ids: Ids },
): void {
  const { zone, now, ids } = context
  const changes = mirrorChanges(remote, {
    local: listTasks(db, { source: 'workos' }),
    pending: new Set(loadQueuedChanges(db, 'workos').map((change) => change.taskId)),
    versions: loadRemoteVersions(db),
    source: 'workos',
    zone,
    now,
    newId: () => ids.next('t'),
  })
  for (const task of changes.inserts) insertTask(db, task)
  for (const task of changes.updates) updateTask(db, task)
  for (const event of changes.events) appendTaskEvent(db, event)
  for (const version of changes.versions) saveRemoteVersion(db, version)
  const [added, changed] = [changes.inserts.length, changes.updates.length]
  if (added + changed === 0) return
  const title = `The tasks database: ${added} new, ${changed} changed`
  const completed = changes.events.flatMap((event) => (event.type === 'completed' ? [event.taskId] : []))
  appendJournal(db, [{ at: now, type: 'tasks_mirrored', source: 'workos', severity: 'info', title, data: { added, changed, completed } }])
}
