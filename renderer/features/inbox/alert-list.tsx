import { CircleCheck, SearchX } from 'lucide-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useEffect, useMemo, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import type { AlertView } from '../../../shared/model/alert.ts'
import { headedRows } from '../../app/headed-rows.ts'
import type { HeadedRow } from '../../app/headed-rows.ts'
import { useRemPixels } from '../../ui/rem-pixels.ts'
import { useFeature } from '../../app/services.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { useNow } from '../../app/use-now.tsx'
import { Button } from '../../ui/button.tsx'
import { Message } from '../../ui/message.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AlertRow, rowId } from './alert-row.tsx'
import { inboxStrings as words } from './strings.ts'

const alertHeight = 3.625
const headingHeight = 2.25

/** Every alert of the filter, drawn only where it is looked at; the next page is asked for before the end is reached. */
export function AlertList({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const alerts = useFeature('inbox', (inbox) => inbox.alerts)
  const phase = useFeature('inbox', (inbox) => inbox.phase)
  const problem = useFeature('inbox', (inbox) => inbox.problem)
  const filter = useFeature('inbox', (inbox) => inbox.filter)
  const load = useFeature('inbox', (inbox) => inbox.load)
  if (phase === 'loading') return <Skeleton label={words.list} />
  if (phase === 'failed' && alerts.length === 0) {
    return (
      <Message words={[words.failed, problem ?? '']} tone="problem">
        <Button onClick={() => void load()}>{words.retry}</Button>
      </Message>
    )
  }
  if (alerts.length === 0) {
    const narrowed = filter.search.trim() !== '' || filter.severities.length > 0 || filter.monitors.length > 0 || filter.states.length > 0
    return <Message icon={narrowed ? SearchX : CircleCheck} words={narrowed ? words.empty.search : words.empty[filter.tab]} />
  }
  return (
    <>
      {phase === 'failed' && (
        <p role="alert" className="border-b border-line bg-critical-soft px-5 py-2 text-s">
          {problem}
        </p>
      )}
      <Rows onOpen={onOpen} />
      {phase === 'ready' && problem !== null && (
        <p role="alert" className="border-t border-line px-5 py-2 text-s text-ink-2">
          {words.moreFailed} {problem}
        </p>
      )}
    </>
  )
}

function Rows({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const alerts = useFeature('inbox', (inbox) => inbox.alerts)
  const next = useFeature('inbox', (inbox) => inbox.next)
  const loadMore = useFeature('inbox', (inbox) => inbox.loadMore)
  const selectedId = useFeature('inbox', (inbox) => inbox.selectedId)
  const select = useFeature('inbox', (inbox) => inbox.select)
  const move = useFeature('inbox', (inbox) => inbox.move)
  // By severity there is one list; by time each day has its heading.
  const byDay = useFeature('inbox', (inbox) => inbox.filter.tab === 'all')
  const formats = useFormats()
  const today = formats.dayOf(useNow())
  const rows = useMemo(
    () => headedRows(alerts, (alert) => (byDay ? formats.dayName(formats.dayOf(alert.openedAt), today) : null)),
    [alerts, byDay, formats, today],
  )
  const scroller = useRef<HTMLDivElement>(null)
  const rem = useRemPixels()
  // The same function at every scroll: a row that stays is not drawn again.
  const choose = useCallback(
    (id: string) => {
      void select(id)
      onOpen(id)
    },
    [select, onOpen],
  )
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'heading' ? headingHeight : alertHeight) * rem,
    overscan: 8,
    paddingStart: 6,
    paddingEnd: 72,
  })
  useEffect(() => virtual.measure(), [virtual, rem])
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0

  useEffect(() => {
    if (next !== null && last > rows.length - 60) void loadMore()
  }, [last, rows.length, next, loadMore])
  useEffect(() => {
    const first = alerts[0]
    if (selectedId === null && first !== undefined) void select(first.id)
  }, [alerts, selectedId, select])
  const selectedRow = useMemo(() => rows.findIndex((row) => row.kind === 'item' && row.item.id === selectedId), [rows, selectedId])
  useEffect(() => {
    if (selectedRow !== -1) virtual.scrollToIndex(selectedRow <= 1 ? 0 : selectedRow)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when another one is chosen: a list that grows behind it must not jump
  }, [selectedId])

  const press = (event: KeyboardEvent) => {
    const target = step(event.key, alerts.length)
    if (target === null) return
    event.preventDefault()
    if (target === 'open') {
      if (selectedId !== null) onOpen(selectedId)
    } else if (target === 1 || target === -1) void move(target)
    else void select(alerts[target === 'first' ? 0 : alerts.length - 1]?.id ?? null)
  }
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={words.list}
      aria-activedescendant={selectedRow === -1 ? undefined : rowId(selectedId ?? '')}
      tabIndex={0}
      onKeyDown={press}
      className="min-h-0 flex-1 overflow-y-auto px-2 -outline-offset-2!"
    >
      <div role="presentation" className="relative w-full" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index]
          return row === undefined ? null : (
            <div
              key={item.key}
              role="presentation"
              className="absolute inset-x-0 top-0"
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              <RowView row={row} count={alerts.length} selected={item.index === selectedRow} onChoose={choose} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

const RowView = memo(function RowView({
  row,
  count,
  selected,
  onChoose,
}: {
  readonly row: HeadedRow<AlertView>
  readonly count: number
  readonly selected: boolean
  readonly onChoose: (id: string) => void
}) {
  if (row.kind === 'heading') {
    return (
      <div role="presentation" className="flex h-full items-end px-3 pb-1 text-s font-medium text-ink-3">
        {row.text}
      </div>
    )
  }
  return <AlertRow alert={row.item} position={row.index + 1} count={count} selected={selected} onChoose={() => onChoose(row.item.id)} />
})

function step(key: string, count: number): 1 | -1 | 'first' | 'last' | 'open' | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return 1
  if (key === 'ArrowUp') return -1
  if (key === 'Home') return 'first'
  if (key === 'End') return 'last'
  return key === 'Enter' ? 'open' : null
}
