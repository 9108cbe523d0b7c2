import { useVirtualizer } from '@tanstack/react-virtual'
import { Circle, CircleAlert, CircleDot, Info, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { JournalEntryView } from '../../../shared/model/journal.ts'
import { Moment } from '../../app/moment.tsx'
import { useFeature } from '../../app/services.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { journalStrings as words } from './strings.ts'

/** Entries, newest first; one opens to its particulars. */
export function JournalList() {
  const entries = useFeature('journal', (state) => state.entries)
  const next = useFeature('journal', (state) => state.next)
  const loadMore = useFeature('journal', (state) => state.loadMore)
  const [opened, setOpened] = useState<number | null>(null)
  const scroller = useRef<HTMLElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- its answers are used here and passed to nothing that is memoized
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    // Measured when drawn: an open entry is taller.
    estimateSize: () => 36,
    getItemKey: (index) => entries[index]?.id ?? index,
    overscan: 12,
    paddingStart: 6,
    paddingEnd: 72,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (next !== null && last > entries.length - 60) void loadMore()
  }, [last, entries.length, next, loadMore])
  return (
    <ScrollRegion ref={scroller} label={words.list} className="min-h-0 flex-1 overflow-y-auto px-2 -outline-offset-2!">
      <ul className="relative w-full" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const entry = entries[item.index]
          return entry === undefined ? null : (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <Entry entry={entry} open={opened === entry.id} onOpen={(open) => setOpened(open ? entry.id : null)} />
            </li>
          )
        })}
      </ul>
    </ScrollRegion>
  )
}

function Entry({
  entry,
  open,
  onOpen,
}: {
  readonly entry: JournalEntryView
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}) {
  const data = Object.entries(entry.data)
  return (
    <div className={open ? 'rounded-row bg-sunken' : ''}>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => onOpen(!open)}
        className="grid min-h-9 w-full grid-cols-[1rem_3.75rem_minmax(0,1fr)_auto] items-center gap-x-3 rounded-row px-3 text-left -outline-offset-2! hover:bg-sunken"
      >
        <Mark severity={entry.severity} />
        <Moment at={entry.at} brief className="text-s text-ink-3" />
        <span className={open ? '' : 'truncate'}>{entry.title}</span>
        <span className="text-s text-ink-3">{entry.type.replaceAll('_', ' ')}</span>
      </button>
      {open && (
        <dl
          aria-label={words.details(entry.title)}
          className="grid grid-cols-[minmax(6rem,auto)_1fr] gap-x-4 gap-y-0.5 px-3 pt-1 pb-3 pl-[6.75rem] text-s"
        >
          <dt className="text-ink-3">{words.from('')}</dt>
          <dd>{entry.source}</dd>
          {data.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-ink-3">{name.replaceAll('_', ' ')}</dt>
              <dd className="min-w-0 break-words">{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

function Mark({ severity }: { readonly severity: JournalEntryView['severity'] }) {
  const look = { role: 'img', 'aria-label': words.severities[severity] }
  switch (severity) {
    case 'critical':
      return <CircleAlert {...look} className="size-4 text-critical" />
    case 'alert':
      return <CircleDot {...look} className="size-4 text-high" />
    case 'warning':
      return <TriangleAlert {...look} className="size-4 text-medium" />
    case 'info':
      return <Info {...look} className="size-4 text-ink-3" strokeWidth={1.5} />
    case 'debug':
      return <Circle {...look} className="size-4 text-ink-3" strokeWidth={1.5} />
  }
}
