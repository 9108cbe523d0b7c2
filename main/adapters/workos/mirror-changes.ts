import { hash } from 'node:crypto'
import { dueInstant, type Due } from '../../domain/due.ts'
import type { Instant } from '../../domain/instant.ts'
import { formatInstant, type TimeZone } from '../../domain/local-day.ts'
import type { Task, TaskEvent, TaskEventType, TaskStatus } from '../../domain/task.ts'
import type { RemoteTask, RemoteTasks } from '../../ports/sources.ts'

/** What has to be written so that the local tasks are as the source has them. */
export type MirrorChanges = {
  readonly inserts: readonly Task[]
  readonly updates: readonly Task[]
  readonly events: readonly TaskEvent[]
  /** How each task stands at the source, where that is news. */
  readonly versions: readonly RemoteVersion[]
}

/** A task as it was last seen at its source: when it was changed there (a change sent back names it, so that a conflict shows) and a fingerprint of all it said. */
export type RemoteVersion = { readonly taskId: string; readonly updatedAt: Instant; readonly fingerprint: string }

export type MirrorWorld = {
  /** Every local task that mirrors this source. */
  readonly local: readonly Task[]
  /** Ids of tasks with a change of the owner's that the source does not have yet: they stay as they are here. */
  readonly pending: ReadonlySet<string>
  /** How each task was last seen there, by its id here. */
  readonly versions: ReadonlyMap<string, Pick<RemoteVersion, 'fingerprint'>>
  readonly source: string
  readonly zone: TimeZone
  readonly now: Instant
  readonly newId: () => string
}

/**
 * The difference between what the source has and what is here. Each change is an event at the moment the source says it happened (never
 * in the future), so that patterns are counted from what was done there, too. Mirroring the same twice changes nothing.
 */
export function mirrorChanges(remote: RemoteTasks, world: MirrorWorld): MirrorChanges {
  const known = new Map(world.local.flatMap((task) => (task.sourceId === null ? [] : [[task.sourceId, task] as const])))
  const inserts: Task[] = []
  const updates: Task[] = []
  const events: TaskEvent[] = []
  const versions: RemoteVersion[] = []
  for (const theirs of uniqueById(remote.tasks)) {
    const ours = known.get(theirs.sourceId)
    known.delete(theirs.sourceId)
    if (ours === undefined) {
      const task = newTask(theirs, world)
      inserts.push(task)
      versions.push(versionOf(task.id, theirs))
      events.push(...firstEvents(task, world.now))
    } else if (!world.pending.has(ours.id)) {
      const version = versionOf(ours.id, theirs)
      // A row that says what it said before has no say against what the owner did here meanwhile.
      if (world.versions.get(ours.id)?.fingerprint === version.fingerprint) continue
      versions.push(version)
      const task = merged(ours, theirs)
      const happened = eventsBetween(ours, task, world, theirs.updatedAt)
      if (happened.length === 0 && ours.drain === task.drain && ours.completedAt === task.completedAt) continue
      updates.push(task)
      events.push(...happened)
    }
  }
  if (remote.isComplete)
    for (const gone of known.values()) {
      if (gone.status === 'completed' || gone.status === 'cancelled' || world.pending.has(gone.id)) continue
      updates.push({ ...gone, status: 'cancelled', updatedAt: world.now })
      events.push(event(gone.id, 'cancelled', world.now))
    }
  return { inserts, updates, events, versions }
}

/** Of everything, for not every writer keeps `updated_at`. */
function versionOf(taskId: string, { sourceId: _sourceId, ...said }: RemoteTask): RemoteVersion {
  return { taskId, updatedAt: said.updatedAt, fingerprint: hash('sha1', JSON.stringify(said)) }
}

function uniqueById(tasks: readonly RemoteTask[]): Iterable<RemoteTask> {
  return new Map(tasks.map((task) => [task.sourceId, task])).values()
}

function newTask(theirs: RemoteTask, world: MirrorWorld): Task {
  return {
    id: world.newId(),
    title: theirs.title,
    notes: theirs.notes,
    status: theirs.status,
    priority: null,
    due: theirs.due ?? null,
    plannedDay: null,
    client: theirs.client,
    effortMinutes: null,
    drain: theirs.drain,
    source: world.source,
    sourceId: theirs.sourceId,
    createdAt: theirs.createdAt,
    updatedAt: theirs.updatedAt,
    completedAt: theirs.completedAt,
  }
}

function firstEvents(task: Task, now: Instant): readonly TaskEvent[] {
  const created = event(task.id, 'created', Math.min(task.createdAt, now))
  if (task.status === 'completed') return [created, event(task.id, 'completed', Math.min(task.completedAt ?? task.updatedAt, now))]
  return task.status === 'cancelled' ? [created, event(task.id, 'cancelled', Math.min(task.updatedAt, now))] : [created]
}

/** What the source knows wins; what it has no place for (priority, planned day, a due date without a column) stays as the owner set it here. */
function merged(ours: Task, theirs: RemoteTask): Task {
  return {
    ...ours,
    title: theirs.title,
    notes: theirs.notes,
    status: statusOf(ours.status, theirs.status),
    client: theirs.client,
    due: theirs.due === undefined ? ours.due : theirs.due,
    drain: theirs.drain ?? ours.drain,
    updatedAt: Math.max(ours.updatedAt, theirs.updatedAt),
    completedAt: theirs.completedAt,
  }
}

/** The source does not know "in progress": a task begun here stays begun while it is open there. */
function statusOf(ours: TaskStatus, theirs: TaskStatus): TaskStatus {
  return ours === 'in_progress' && theirs === 'pending' ? ours : theirs
}

function eventsBetween(before: Task, after: Task, { zone, now }: MirrorWorld, changedAt: Instant): readonly TaskEvent[] {
  const at = Math.min(changedAt, now)
  const events: TaskEvent[] = []
  const edited = before.title !== after.title || before.notes !== after.notes || before.client !== after.client
  if (edited || movedToOrFromBacklog(before.status, after.status)) events.push(event(after.id, 'edited', at))
  if (!sameDue(before.due, after.due, zone))
    events.push({ taskId: after.id, type: 'rescheduled', at, from: writtenDue(before.due, zone), to: writtenDue(after.due, zone) })
  const type = closing(before.status, after.status)
  if (type !== null) events.push(event(after.id, type, type === 'completed' ? Math.min(after.completedAt ?? at, now) : at))
  return events
}

function movedToOrFromBacklog(before: TaskStatus, after: TaskStatus): boolean {
  return isOpen(before) && isOpen(after) && (before === 'backlog') !== (after === 'backlog')
}

function closing(before: TaskStatus, after: TaskStatus): TaskEventType | null {
  if (before === after) return null
  if (after === 'completed' || after === 'cancelled') return after
  return isOpen(before) ? null : 'reopened'
}

function isOpen(status: TaskStatus): boolean {
  return status !== 'completed' && status !== 'cancelled'
}

function sameDue(a: Due | null, b: Due | null, zone: TimeZone): boolean {
  if (a === null || b === null) return a === b
  return a.kind === b.kind && dueInstant(a, zone) === dueInstant(b, zone)
}

function writtenDue(due: Due | null, zone: TimeZone): string | null {
  if (due === null) return null
  return due.kind === 'day' ? due.day : formatInstant(due.at, zone)
}

function event(taskId: string, type: TaskEventType, at: Instant): TaskEvent {
  return { taskId, type, at, from: null, to: null }
}
