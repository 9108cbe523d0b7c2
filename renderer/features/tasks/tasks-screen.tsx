import { useEffect, useRef, useState } from 'react'
import { ScreenHeader } from '../../app/screen-header.tsx'
import { useFeature, useParts, useServices } from '../../app/services.tsx'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { OverdueBar } from './overdue-bar.tsx'
import { tasksStrings as words } from './strings.ts'
import { TaskAdd } from './task-add.tsx'
import { TaskList } from './task-list.tsx'
import { TaskPane } from './task-pane.tsx'
import { taskButtonId } from './task-row.tsx'
import type { TasksTab } from './tasks-store.ts'

const tabs = ['today', 'overdue', 'upcoming', 'all', 'done'] as const

export function TasksScreen() {
  const tasks = useParts('tasks', 'counts', 'focusedId', 'search', 'tab', 'tasks')
  // What can be done never changes, so nothing has to be drawn again for it.
  const act = useServices().stores.tasks.getState()
  const place = useFeature('router', (router) => router.id)
  const go = useFeature('router', (router) => router.go)
  const [movingId, setMovingId] = useState<string | null>(null)
  const addField = useRef<HTMLInputElement>(null)
  const searchField = useRef<HTMLInputElement>(null)
  const { open: read, setTab, focus } = act
  const open = tasks.tasks.find((task) => task.id === place) ?? null

  useEffect(() => {
    void read()
  }, [read])
  useEffect(() => {
    // Come from elsewhere to one task: it may be in any view, so all of them are shown.
    if (place === null) return
    focus(place)
    if (open === null) void setTab('all')
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only on arrival: a task that leaves the view by being done must not change it under the person
  }, [place])

  const focused = tasks.tasks.find((task) => task.id === tasks.focusedId) ?? null
  const step = (by: 1 | -1) => {
    const at = tasks.tasks.findIndex((task) => task.id === tasks.focusedId)
    const next = tasks.tasks[at === -1 ? 0 : at + by]
    if (next === undefined) return
    focus(next.id)
    // The focus itself moves along, so that Enter, Tab and a screen reader go on from the row that is marked.
    const row = () => document.getElementById(taskButtonId(next.id))
    // At once where the row is drawn already: a menu opened by the very next key would lose the focus to it, and close.
    if (row() === null) requestAnimationFrame(() => row()?.focus())
    else row()?.focus()
    if (open !== null) go('tasks', next.id)
  }
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    n: () => addField.current?.focus(),
    '/': () => searchField.current?.focus(),
    e: () => focused !== null && void (focused.standing === 'done' ? act.reopen(focused) : act.complete([focused])),
    m: () => focused !== null && setMovingId(focused.id),
    Enter: () => focused !== null && go('tasks', focused.id),
    Escape: () => go('tasks'),
  })

  const count = (tab: TasksTab) => (tab === 'done' || tab === 'all' || tasks.counts[tab] === 0 ? undefined : String(tasks.counts[tab]))
  return (
    <>
      <ScreenHeader title={words.title}>
        <Segmented
          label={words.tabsLabel}
          value={tasks.tab}
          segments={tabs.map((tab) => ({ value: tab, label: words.tabs[tab], count: count(tab) }))}
          onChange={(tab) => void setTab(tab)}
        />
      </ScreenHeader>
      <div
        data-opened={open !== null}
        className="group/split grid min-h-0 flex-1 grid-cols-1 @min-[48rem]/main:data-[opened=true]:grid-cols-[minmax(20rem,1fr)_minmax(18rem,22rem)]"
      >
        <section aria-label={words.list} className="flex min-h-0 min-w-0 flex-col @max-[48rem]/main:group-data-[opened=true]/split:hidden">
          <div className="flex flex-wrap items-start border-b border-line">
            <TaskAdd field={addField} className="min-w-56 flex-1" />
            <div className="flex w-52 max-w-full border-l border-line @max-[40rem]/main:w-full @max-[40rem]/main:border-t @max-[40rem]/main:border-l-0">
              <SearchField ref={searchField} label={words.search} value={tasks.search} onChange={(search) => void act.setSearch(search)} />
            </div>
          </div>
          <OverdueBar />
          <TaskList movingId={movingId} onMoving={setMovingId} />
        </section>
        {open !== null && <TaskPane key={open.id} task={open} onClose={() => go('tasks')} />}
      </div>
    </>
  )
}
