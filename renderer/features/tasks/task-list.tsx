import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useFeature } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { Message } from '../../ui/message.tsx'
import { useRemPixels } from '../../ui/rem-pixels.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { tasksStrings as words } from './strings.ts'
import { TaskRow } from './task-row.tsx'

const rowHeight = 2.5

export function TaskList({ movingId, onMoving }: { readonly movingId: string | null; readonly onMoving: (id: string | null) => void }) {
  const { tasks, phase, problem, tab, search, load } = useFeature('tasks', (state) => state)
  if (phase === 'loading') return <Skeleton label={words.list} />
  if (phase === 'failed' && tasks.length === 0) {
    return (
      <Message words={[words.failed, problem ?? '']} tone="problem">
        <Button onClick={() => void load()}>{words.retry}</Button>
      </Message>
    )
  }
  if (tasks.length === 0) return <Message words={search.trim() === '' ? words.empty[tab] : words.empty.search} />
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
  const scroller = useRef<HTMLDivElement>(null)
  const rem = useRemPixels()
  const virtual = useVirtualizer({
    count: tasks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight * rem,
    getItemKey: (index) => tasks[index]?.id ?? index,
    overscan: 10,
    paddingStart: 6,
    paddingEnd: 72,
  })
  useEffect(() => virtual.measure(), [virtual, rem])
  useEffect(() => {
    const at = tasks.findIndex((task) => task.id === focusedId)
    if (at !== -1) virtual.scrollToIndex(at)
    // Only when another one is chosen: a list that grows must not jump.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [focusedId])
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto px-2">
      <ul aria-label={words.list} className="relative w-full" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const task = tasks[item.index]
          return task === undefined ? null : (
            <li
              key={item.key}
              aria-posinset={item.index + 1}
              aria-setsize={tasks.length}
              className="absolute inset-x-0 top-0"
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              <TaskRow task={task} focused={task.id === focusedId} moving={task.id === movingId} onMoving={onMoving} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}
