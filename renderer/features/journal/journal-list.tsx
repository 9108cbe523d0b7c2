import { useVirtualizer } from '@tanstack/react-virtual'
import { Circle, CircleAlert, CircleDot, Info, TriangleAlert } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { JournalEntryView } from '../../../shared/model/journal.ts'
import { headedRows } from '../../app/headed-rows.ts'
import { useFormats } from '../../app/use-formats.tsx'
import { useNow } from '../../app/use-now.tsx'
import { useRemPixels } from '../../ui/rem-pixels.ts'
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
  const formats = useFormats()
  const today = formats.dayOf(useNow())
  const rem = useRemPixels()
  const rows = useMemo(() => headedRows(entries, ({ at }) => formats.dayName(formats.dayOf(at), today)), [entries, formats, today])
  // oxlint-disable-next-line react/incompatible-library -- its answers are used here and passed to nothing that is memoized
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    // Measured when drawn: an open entry is taller.
    estimateSize: () => 2 * rem,
    getItemKey: (index) => {
      const row = rows[index]
      return row?.kind === 'item' ? row.item.id : `day ${row?.text ?? index}`
    },
    overscan: 12,
    paddingStart: 6,
    paddingEnd: 72,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (next !== null && last > rows.length - 60) void loadMore()
  }, [last, rows.length, next, loadMore])
  return (
    <ScrollRegion ref={scroller} label={words.list} className="min-h-0 flex-1 overflow-y-auto px-2 -outline-offset-2!">
      <ul className="relative w-full" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index]
          return row === undefined ? null : (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {row.kind === 'heading' ? (
                <h2 className="px-3 pt-3 pb-1 text-s font-medium tracking-normal text-ink-3">{row.text}</h2>
              ) : (
                <Entry entry={row.item} open={opened === row.item.id} onOpen={(open) => setOpened(open ? row.item.id : null)} />
              )}
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
        className="grid min-h-8 w-full grid-cols-[1rem_2.75rem_minmax(0,1fr)_auto] items-center gap-x-3 rounded-row px-3 text-left -outline-offset-2! hover:bg-sunken"
      >
        <Mark severity={entry.severity} />
        <Clock at={entry.at} />
        <span className={open ? '' : 'truncate'}>{entry.title}</span>
        <span className="text-s text-ink-3">{words.types[entry.type] ?? entry.type.replaceAll('_', ' ')}</span>
      </button>
      {open && (
        <dl
          aria-label={words.details(entry.title)}
          className="grid grid-cols-[minmax(6rem,auto)_1fr] gap-x-4 gap-y-0.5 px-3 pt-1 pb-3 pl-[5.75rem] text-s"
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

/** The hour alone: the day stands above. */
function Clock({ at }: { readonly at: number }) {
  const formats = useFormats()
  return (
    <time dateTime={new Date(at).toISOString()} title={formats.exact(at)} className="text-s text-ink-3">
      {formats.clock(at)}
    </time>
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
