import { ListChecks, SearchX } from 'lucide-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import type { TaskView } from '../../../shared/model/task.ts'
import { headedRows } from '../../app/headed-rows.ts'
import { useFeature, useParts } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { Message } from '../../ui/message.tsx'
import { useRemPixels } from '../../ui/rem-pixels.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { tasksStrings as words } from './strings.ts'
import { TaskRow } from './task-row.tsx'
import type { TasksTab } from './tasks-store.ts'

const rowHeight = 2.25
const headingHeight = 2

/** What is done has its own view, and what is overdue too: there a heading would say what the tab says. */
function headingOf(tab: TasksTab): (task: TaskView) => string | null {
  return tab === 'done' || tab === 'overdue' ? () => null : ({ standing }) => words.standings[standing]
}

export function TaskList({ movingId, onMoving }: { readonly movingId: string | null; readonly onMoving: (id: string | null) => void }) {
  const { tasks, phase, problem, tab, search, load } = useParts('tasks', 'tasks', 'phase', 'problem', 'tab', 'search', 'load')
  if (phase === 'loading') return <Skeleton label={words.list} />
  if (phase === 'failed' && tasks.length === 0) {
    return (
      <Message words={[words.failed, problem ?? '']} tone="problem">
        <Button onClick={() => void load()}>{words.retry}</Button>
      </Message>
    )
  }
  if (tasks.length === 0) {
    const narrowed = search.trim() !== ''
    return <Message icon={narrowed ? SearchX : ListChecks} words={narrowed ? words.empty.search : words.empty[tab]} />
  }
  return (
    <>
      {phase === 'failed' && (
        <p role="alert" className="border-b border-line bg-critical-soft px-5 py-2 text-s">
          {problem}
        </p>
      )}
      <Rows movingId={movingId} onMoving={onMoving} />
    </>
  )
}

function Rows({ movingId, onMoving }: { readonly movingId: string | null; readonly onMoving: (id: string | null) => void }) {
  const tasks = useFeature('tasks', (state) => state.tasks)
  const focusedId = useFeature('tasks', (state) => state.focusedId)
  const tab = useFeature('tasks', (state) => state.tab)
  // How many there are is not known before the last of them is here; ARIA has -1 for that.
  const next = useFeature('tasks', (state) => state.next)
  const setSize = next === null ? tasks.length : -1
  const loadMore = useFeature('tasks', (state) => state.loadMore)
  const rows = useMemo(() => headedRows(tasks, headingOf(tab)), [tasks, tab])
  const scroller = useRef<HTMLDivElement>(null)
  const rem = useRemPixels()
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'heading' ? headingHeight : rowHeight) * rem,
    getItemKey: (index) => {
      const row = rows[index]
      return row?.kind === 'item' ? row.item.id : `heading ${index}`
    },
    overscan: 10,
    paddingStart: 6,
    paddingEnd: 72,
  })
  useEffect(() => virtual.measure(), [virtual, rem])
  useEffect(() => {
    // Part by part until all is here, each when the one before is drawn: what is bound to the whole list needs it, the first sight does not.
    if (next !== null) void loadMore()
  }, [next, tasks, loadMore])
  useEffect(() => {
    const at = rows.findIndex((row) => row.kind === 'item' && row.item.id === focusedId)
    if (at !== -1) virtual.scrollToIndex(at)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when another one is chosen: a list that grows must not jump
  }, [focusedId])
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto px-2">
      <ul aria-label={words.list} className="relative w-full" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          const place = { height: item.size, transform: `translateY(${item.start}px)` }
          if (row.kind === 'heading') {
            return (
              <li key={item.key} className="absolute inset-x-0 top-0" style={place}>
                <h2 className="flex h-full items-end px-3 pb-1 text-s font-medium tracking-normal text-ink-3">{row.text}</h2>
              </li>
            )
          }
          const task = row.item
          return (
            <li key={item.key} aria-posinset={row.index + 1} aria-setsize={setSize} className="absolute inset-x-0 top-0" style={place}>
              <TaskRow task={task} focused={task.id === focusedId} moving={task.id === movingId} onMoving={onMoving} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}
