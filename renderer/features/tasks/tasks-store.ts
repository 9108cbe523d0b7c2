import { createStore } from 'zustand/vanilla'
import type { InputOf, OutputOf } from '../../../shared/ipc/contract.ts'
import type { DueView, TaskView } from '../../../shared/model/task.ts'
import type { UndoStore } from '../../app/undo-store.ts'
import type { Client } from '../../bridge/client.ts'
import { wordsOf } from '../../bridge/refused.ts'
import { tasksStrings as words } from './strings.ts'

export type TasksTab = InputOf<'tasks:list'>['view']
export type TaskChange = Omit<InputOf<'tasks:update'>, 'id'>
type NewDate = { readonly phrase: string } | { readonly due: DueView | null }

export type TasksState = {
  readonly tab: TasksTab
  readonly search: string
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly problem: string | null
  readonly tasks: readonly TaskView[]
  /** Where the part that is not here yet begins; null where all of the view is here. */
  readonly next: number | null
  readonly counts: OutputOf<'tasks:list'>['counts']
  readonly focusedId: string | null
  /** The beginning of the view, and as much as is there already: a list that is read again must not become shorter under the person in it. */
  readonly load: () => Promise<void>
  /** The next part. For when the beginning is drawn: until then it would only be in the way. */
  readonly loadMore: () => Promise<void>
  /** Reads unless the first reading is under way already: the window's start asks before the screen is drawn. */
  readonly open: () => Promise<void>
  readonly setTab: (tab: TasksTab) => Promise<void>
  readonly setSearch: (search: string) => Promise<void>
  readonly focus: (id: string | null) => void
  /** Resolves to the words of a refusal, to be shown beside the field; null when it was added. */
  readonly add: (text: string) => Promise<string | null>
  readonly update: (task: TaskView, change: TaskChange) => Promise<string | null>
  readonly reschedule: (tasks: readonly TaskView[], date: NewDate) => Promise<string | null>
  readonly complete: (tasks: readonly TaskView[]) => Promise<void>
  readonly reopen: (task: TaskView) => Promise<void>
  /** On its way to the tasks database. There is no way back: what is there is no longer this window's to take away. */
  readonly send: (task: TaskView) => Promise<void>
}

/** As many as are drawn at once, several times over: what is waited for. */
const firstPage = 200
/** Enough for ten thousand in a few turns, and little enough to take in between two frames. */
const morePerPage = 2_500

export function createTasksStore(client: Client, undoStore: UndoStore) {
  const { did, refuse } = undoStore.getState()
  let asked = 0

  return createStore<TasksState>()((set, get) => {
    const replace = (changed: readonly TaskView[]) => {
      const byId = new Map(changed.map((task) => [task.id, task]))
      set(({ tasks }) => ({ tasks: tasks.map((task) => byId.get(task.id) ?? task) }))
    }
    const ask = (offset: number, limit: number) => {
      const { tab, search } = get()
      return client.call('tasks:list', { view: tab, offset, limit, ...(search.trim() === '' ? {} : { search: search.trim() }) })
    }
    const undoing = (said: string, back: () => Promise<unknown>) =>
      did(said, async () => {
        await back()
        await get().load()
      })

    return {
      tab: 'today',
      search: '',
      phase: 'loading',
      problem: null,
      tasks: [],
      next: null,
      counts: { today: 0, overdue: 0, upcoming: 0, all: 0 },
      focusedId: null,
      load: async () => {
        const mine = ++asked
        try {
          const page = await ask(0, Math.min(Math.max(firstPage, get().tasks.length), 20_000))
          if (mine === asked) set({ tasks: page.tasks, next: page.next, counts: page.counts, phase: 'ready', problem: null })
        } catch (error) {
          if (mine === asked) set({ phase: 'failed', problem: wordsOf(error) })
        }
      },
      loadMore: async () => {
        const { next, phase } = get()
        if (next === null || phase !== 'ready') return
        const mine = ++asked
        try {
          const page = await ask(next, morePerPage)
          if (mine === asked) set(({ tasks }) => ({ tasks: withoutDoubles(tasks, page.tasks), next: page.next, counts: page.counts }))
        } catch (error) {
          if (mine === asked) set({ phase: 'failed', problem: wordsOf(error) })
        }
      },
      open: async () => {
        if (asked === 0 || get().phase !== 'loading') await get().load()
      },
      setTab: async (tab) => {
        set({ tab, tasks: [], next: null, phase: 'loading' })
        await get().load()
      },
      setSearch: async (search) => {
        set({ search })
        await get().load()
      },
      focus: (focusedId) => set({ focusedId }),
      add: async (text) => {
        try {
          const { task } = await client.call('tasks:add', { text })
          undoing(words.did.added(task.title), () => client.call('tasks:update', { id: task.id, status: 'cancelled' }))
          await get().load()
          return null
        } catch (error) {
          return wordsOf(error)
        }
      },
      update: async (task, change) => {
        try {
          const { task: changed } = await client.call('tasks:update', { id: task.id, ...change })
          replace([changed])
          undoing(words.did.changed(changed.title), () => client.call('tasks:update', { id: task.id, ...before(task, change) }))
          await get().load()
          return null
        } catch (error) {
          return wordsOf(error)
        }
      },
      reschedule: async (tasks, date) => {
        try {
          await each(tasks, (task) => client.call('tasks:reschedule', { id: task.id, ...date }))
          undoing(words.did.moved(tasks), () => each(tasks, (task) => client.call('tasks:reschedule', { id: task.id, due: task.due })))
          return null
        } catch (error) {
          return wordsOf(error)
        } finally {
          await get().load()
        }
      },
      complete: async (tasks) => {
        // Shown as done at once; put back as it was when the operator refuses.
        replace(tasks.map((task) => ({ ...task, status: 'completed' as const, standing: 'done' as const })))
        try {
          await each(tasks, (task) => client.call('tasks:complete', { id: task.id }))
          undoing(words.did.completed(tasks), () => each(tasks, (task) => client.call('tasks:reopen', { id: task.id })))
        } catch (error) {
          replace(tasks)
          refuse(error)
        }
        await get().load()
      },
      send: async (task) => {
        try {
          const { task: sent } = await client.call('tasks:send', { id: task.id })
          replace([sent])
        } catch (error) {
          refuse(error)
        }
        await get().load()
      },
      reopen: async (task) => {
        try {
          await client.call('tasks:reopen', { id: task.id })
          undoing(words.did.reopened(task.title), () => client.call('tasks:complete', { id: task.id }))
        } catch (error) {
          refuse(error)
        }
        await get().load()
      },
    }
  })
}

/** Tasks may change between two pages and come in both. */
function withoutDoubles(tasks: readonly TaskView[], more: readonly TaskView[]): readonly TaskView[] {
  const known = new Set(tasks.map(({ id }) => id))
  return [...tasks, ...more.filter(({ id }) => !known.has(id))]
}

/** Runs the calls one by one; what was already done when one is refused stays done, and the list is read again. */
async function each(tasks: readonly TaskView[], call: (task: TaskView) => Promise<unknown>): Promise<void> {
  for (const task of tasks) await call(task)
}

/** The values a change replaced, in the shape that puts them back. */
function before(task: TaskView, change: TaskChange): TaskChange {
  return {
    ...('title' in change ? { title: task.title } : {}),
    ...('notes' in change ? { notes: task.notes } : {}),
    ...('status' in change ? { status: task.status } : {}),
    ...('priority' in change ? { priority: task.priority } : {}),
    ...('client' in change ? { client: task.client } : {}),
    ...('plannedDay' in change ? { plannedDay: task.plannedDay } : {}),
    ...('effortMinutes' in change ? { effortMinutes: task.effortMinutes } : {}),
    ...('drain' in change ? { drain: task.drain } : {}),
  }
}
