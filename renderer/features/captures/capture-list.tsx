import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { Moment } from '../../app/moment.tsx'
import type { CaptureView } from '../../../shared/model/capture.ts'
import { useFeature } from '../../app/services.tsx'
import { classNames } from '../../ui/class-names.ts'
import { remPixels } from '../../ui/rem-pixels.ts'
import { captureTitle } from './capture-title.ts'
import { ClassMark } from './class-mark.tsx'
import { capturesStrings as words } from './strings.ts'

const rowHeight = 3.375

/** The newest first; a year of thoughts scrolls as lightly as a day of them. */
export function CaptureList({ onEnter }: { readonly onEnter: () => void }) {
  const captures = useFeature('captures', (state) => state.captures)
  const selectedId = useFeature('captures', (state) => state.selectedId)
  const select = useFeature('captures', (state) => state.select)
  const next = useFeature('captures', (state) => state.next)
  const loadMore = useFeature('captures', (state) => state.loadMore)
  const scroller = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- its answers are used here and passed to nothing that is memoized
  const virtual = useVirtualizer({
    count: captures.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight * remPixels(),
    getItemKey: (index) => captures[index]?.id ?? index,
    overscan: 10,
    paddingStart: 6,
    paddingEnd: 24,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (next !== null && last > captures.length - 60) void loadMore()
  }, [last, captures.length, next, loadMore])
  useEffect(() => {
    const at = captures.findIndex((capture) => capture.id === selectedId)
    if (at !== -1) virtual.scrollToIndex(at)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when another one is chosen: a list that grows must not jump
  }, [selectedId])
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto px-2">
      <ul aria-label={words.list} className="relative w-full" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const capture = captures[item.index]
          return capture === undefined ? null : (
            <li
              key={item.key}
              aria-posinset={item.index + 1}
              aria-setsize={captures.length}
              className="absolute inset-x-0 top-0"
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              <Row capture={capture} isSelected={capture.id === selectedId} onSelect={() => void select(capture.id)} onEnter={onEnter} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Row({
  capture,
  isSelected,
  onSelect,
  onEnter,
}: {
  readonly capture: CaptureView
  readonly isSelected: boolean
  readonly onSelect: () => void
  /** Enter on the one that is selected already: the answer that is offered for it. */
  readonly onEnter: () => void
}) {
  const kind = capture.answer?.class ?? null
  return (
    <button
      type="button"
      aria-current={isSelected ? 'true' : undefined}
      onClick={onSelect}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !isSelected) return
        event.preventDefault()
        onEnter()
      }}
      className={classNames(
        'grid h-full w-full grid-cols-[1.375rem_minmax(0,1fr)_auto] content-center gap-x-1.5 gap-y-0.5 rounded-row px-3 text-left -outline-offset-2!',
        isSelected ? 'bg-accent-soft' : 'hover:bg-sunken',
      )}
    >
      <span className="pt-0.75 text-ink-3">{kind === null ? null : <ClassMark kind={kind} />}</span>
      <span className={classNames('truncate font-medium tracking-[-0.005em]', capture.state === 'undone' && 'text-ink-3')}>
        {captureTitle(capture)}
      </span>
      <Moment at={capture.at} brief className="text-s text-ink-3" />
      <span className="col-span-2 col-start-2 flex gap-1.5 text-s text-ink-2">
        <span className="truncate">{subtitle(capture)}</span>
        {capture.unheard !== null && <span className="ml-auto shrink-0 text-medium">{words.unheard}</span>}
      </span>
    </button>
  )
}

function subtitle({ answer, state }: CaptureView): string {
  if (answer === null) return words.states.kept
  if (state === 'review') return words.maybe(words.classes[answer.class])
  return state === 'undone' ? words.states.undone : words.classes[answer.class]
}
