import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mirrorChanges, type MirrorWorld } from '../../../../main/adapters/workos/mirror-changes.ts'
import type { Task, TaskEvent } from '../../../../main/domain/task.ts'
import type { RemoteTask, RemoteTasks } from '../../../../main/ports/sources.ts'

const now = Date.parse('2026-01-20T15:00:00Z')
const hour = 3_600_000

const theirs = (changes: Partial<RemoteTask> = {}): RemoteTask => ({
  sourceId: '7',
  title: 'Report',
  notes: null,
  status: 'pending',
  client: 'Memphis',
  due: undefined,
  drain: null,
  createdAt: now - 48 * hour,
  updatedAt: now - 24 * hour,
  completedAt: null,
  ...changes,
})

const all = (...tasks: RemoteTask[]): RemoteTasks => ({ tasks, clients: [], warnings: [], isComplete: true })

function world(local: readonly Task[] = [], changes: Partial<MirrorWorld> = {}): MirrorWorld {
  let made = 0
  const newId = () => {
    made += 1
    return `t-${local.length + made}`
  }
  return { local, pending: new Set(), versions: new Map(), source: 'workos', zone: 'America/Chicago', now, newId, ...changes }
}

/** What is here after mirroring. */
function after(remote: RemoteTasks, before: MirrorWorld): MirrorWorld {
  const { inserts, updates, versions } = mirrorChanges(remote, before)
  const byId = new Map([...before.local, ...inserts, ...updates].map((task) => [task.id, task]))
  return world([...byId.values()], {
    versions: new Map([...before.versions, ...versions.map((each) => [each.taskId, each] as const)]),
  })
}

const mirrored = (remote: RemoteTasks, before: MirrorWorld): readonly Task[] => after(remote, before).local
const nothing = { inserts: [], updates: [], events: [], versions: [] }

const ours = (changes: Partial<Task> = {}): Task => ({ ...(mirrored(all(theirs()), world())[0] as Task), ...changes })
const said = (events: readonly TaskEvent[]) => events.map(({ type, at, from, to }) => [type, at - now, from, to])

describe('mirroring the tasks database', () => {
  it('takes over a task nobody here knows, made when it was made there', () => {
    const { inserts, updates, events } = mirrorChanges(all(theirs()), world())
    expect(inserts).toMatchObject([
      { id: 't-1', source: 'workos', sourceId: '7', title: 'Report', client: 'Memphis', due: null, createdAt: now - 48 * hour },
    ])
    expect([updates, said(events)]).toEqual([[], [['created', -48 * hour, null, null]]])
  })

  it('counts one that came already done as made and done', () => {
    const { events } = mirrorChanges(all(theirs({ status: 'completed', completedAt: now - hour })), world())
    expect(said(events)).toEqual([
      ['created', -48 * hour, null, null],
      ['completed', -hour, null, null],
    ])
  })

  it('makes done here what was done there', () => {
    const done = theirs({ status: 'completed', completedAt: now - 2 * hour, updatedAt: now - hour })
    const { updates, events } = mirrorChanges(all(done), world([ours()]))
    expect(updates).toMatchObject([{ id: 't-1', status: 'completed', completedAt: now - 2 * hour }])
    expect(said(events)).toEqual([['completed', -2 * hour, null, null]])
  })

  it('reopens, edits and reschedules as it was done there', () => {
    const before = ours({ status: 'completed', completedAt: now - 3 * hour, due: { kind: 'day', day: '2026-01-20' } })
    const changed = theirs({ title: 'Final report', due: { kind: 'day', day: '2026-01-22' }, updatedAt: now - hour })
    const { events } = mirrorChanges(all(changed), world([before]))
    expect(said(events)).toEqual([
      ['edited', -hour, null, null],
      ['rescheduled', -hour, '2026-01-20', '2026-01-22'],
      ['reopened', -hour, null, null],
    ])
  })

  it('keeps a due date set here where there is no such column, and what else only this program knows', () => {
    const before = ours({ due: { kind: 'day', day: '2026-01-21' }, priority: 'p1', plannedDay: '2026-01-20', status: 'in_progress' })
    const [kept] = mirrored(all(theirs({ title: 'New', updatedAt: now })), world([before]))
    expect(kept).toMatchObject({ title: 'New', due: before.due, priority: 'p1', plannedDay: '2026-01-20', status: 'in_progress' })
  })

  it('takes a due date away where there is the column and nothing in it', () => {
    const { events } = mirrorChanges(all(theirs({ due: null })), world([ours({ due: { kind: 'day', day: '2026-01-21' } })]))
    expect(said(events)).toEqual([['rescheduled', -24 * hour, '2026-01-21', null]])
  })

  it('leaves alone what the owner changed here and the source has not heard of', () => {
    const before = ours({ status: 'completed', completedAt: now })
    expect(mirrorChanges(all(theirs()), world([before], { pending: new Set(['t-1']) }))).toEqual(nothing)
    expect(mirrorChanges(all(), world([ours()], { pending: new Set(['t-1']) })).updates).toEqual([])
  })

  it('leaves alone what the owner changed here while nothing changed there', () => {
    const seen = after(all(theirs()), world())
    const local = seen.local.map((task) => ({ ...task, status: 'cancelled' as const, title: 'Mine' }))
    expect(mirrorChanges(all(theirs()), { ...seen, local })).toEqual(nothing)
    expect(mirrorChanges(all(theirs({ notes: 'new' })), { ...seen, local }).updates).toMatchObject([
      { title: 'Report', notes: 'new', status: 'pending' },
    ])
  })

  it('notices what was changed there by a writer that keeps no time of it', () => {
    const seen = after(all(theirs()), world())
    expect(mirrorChanges(all(theirs({ status: 'completed', completedAt: now })), seen).updates).toMatchObject([{ status: 'completed' }])
  })

  it('cancels what was removed there, unless the answer was not complete', () => {
    expect(mirrorChanges(all(), world([ours()])).updates).toMatchObject([{ id: 't-1', status: 'cancelled' }])
    expect(mirrorChanges({ ...all(), isComplete: false }, world([ours()])).updates).toEqual([])
    expect(mirrorChanges(all(), world([ours({ status: 'completed' })])).updates).toEqual([])
  })

  it('remembers when each was last changed there', () => {
    expect(mirrorChanges(all(theirs()), world()).versions).toMatchObject([{ taskId: 't-1', updatedAt: now - 24 * hour }])
  })

  it('never puts an event into the future', () => {
    const { events } = mirrorChanges(all(theirs({ createdAt: now + hour, updatedAt: now + 2 * hour })), world())
    expect(events.every((event) => event.at <= now)).toBe(true)
  })

  it('done twice changes nothing the second time, whatever the tasks are', () => {
    const remote = fc.record({
      sourceId: fc.constantFrom('1', '2', '3'),
      title: fc.string(),
      notes: fc.option(fc.string()),
      status: fc.constantFrom('pending' as const, 'backlog' as const, 'completed' as const),
      client: fc.option(fc.constantFrom('Memphis', 'Other')),
      due: fc.constantFrom(undefined, null, { kind: 'day' as const, day: '2026-01-20' }, { kind: 'moment' as const, at: now }),
      drain: fc.constantFrom(null, 'deep' as const),
      createdAt: fc.integer({ min: now - 99 * hour, max: now + hour }),
      updatedAt: fc.integer({ min: now - 99 * hour, max: now + hour }),
      completedAt: fc.constant(null),
    })
    fc.assert(
      fc.property(fc.array(remote), fc.array(remote), (first, second) => {
        const once = after(all(...second), after(all(...first), world()))
        expect(mirrorChanges(all(...second), once)).toEqual(nothing)
      }),
    )
  })
})
