import { CircleCheck, Lightbulb, PenLine, SearchX, StickyNote } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { ScreenHeader } from '../../app/screen-header.tsx'
import { useParts, useServices } from '../../app/services.tsx'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { LineAdd } from '../../ui/line-add.tsx'
import { Message } from '../../ui/message.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CaptureList } from './capture-list.tsx'
import { CapturePane } from './capture-pane.tsx'
import { answersTo } from './class-keys.ts'
import type { CaptureClassName } from '../../../shared/model/capture.ts'
import { ClaudeLine } from './claude-line.tsx'
import { capturesStrings as words } from './strings.ts'

const emptyIcons = { review: CircleCheck, all: PenLine, notes: StickyNote, ideas: Lightbulb } as const
/** As much as the capture window takes. */
const mostTyped = 5_000
const tabs = ['review', 'all', 'notes', 'ideas'] as const

/** What waits for a word of the owner first, then everything that was ever captured. */
export function CapturesScreen() {
  const state = useParts('captures', 'captures', 'phase', 'problem', 'proposal', 'search', 'selectedId', 'tab', 'waiting')
  // What can be done never changes, so nothing has to be drawn again for it.
  const act = useServices().stores.captures.getState()
  const field = useRef<HTMLInputElement>(null)
  const addField = useRef<HTMLInputElement>(null)
  const { captures, phase, search, selectedId, tab } = state
  const { load, select } = act
  // With nothing to choose from there is nothing to show beside it.
  const alone = phase !== 'loading' && captures.length === 0
  const selected = captures.find((capture) => capture.id === selectedId) ?? null
  useEffect(() => {
    void load()
  }, [load])

  const step = (by: 1 | -1) => {
    const at = captures.findIndex((capture) => capture.id === selectedId)
    const next = captures[at === -1 ? 0 : at + by]
    if (next !== undefined) void select(next.id)
  }
  const name = (kind: CaptureClassName) => {
    if (selected === null) return
    if (selected.state === 'review' || selected.state === 'kept') void act.decide(selected, kind)
    else void act.propose(selected, kind)
  }
  const enter = () => {
    if (state.proposal !== null) void act.accept()
    else if (selected?.state === 'review' && selected.answer !== null) void act.decide(selected, selected.answer.class)
  }
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    '/': () => field.current?.focus(),
    d: () => selected?.state === 'review' && void act.dismiss(selected),
    u: () => selected?.state === 'filed' && void act.takeBack(selected),
    Enter: enter,
    Escape: () => (state.proposal === null ? tab !== 'review' && void select(null) : act.putProposalAway()),
    n: () => addField.current?.focus(),
    ...Object.fromEntries(answersTo(selected ?? { answer: null }).map(([key, kind]) => [key, () => name(kind)])),
  })

  return (
    <>
      <ScreenHeader title={words.title}>
        <Segmented
          label={words.tabsLabel}
          value={tab}
          segments={tabs.map((one) => ({
            value: one,
            label: words.tabs[one],
            count: one === 'review' && state.waiting > 0 ? String(state.waiting) : undefined,
          }))}
          onChange={(chosen) => void act.setTab(chosen)}
        />
      </ScreenHeader>
      <div
        data-alone={alone}
        className="group/split grid min-h-0 flex-1 grid-cols-1 data-[alone=false]:grid-cols-[minmax(17rem,24rem)_minmax(0,1fr)] @max-[48rem]/main:data-[alone=false]:grid-cols-1 @max-[48rem]/main:overflow-y-auto @max-[48rem]/main:data-[alone=false]:grid-rows-[minmax(16rem,2fr)_minmax(20rem,3fr)]"
      >
        <section aria-label={words.list} className="flex min-h-0 min-w-0 flex-col border-line group-data-[alone=false]/split:border-r">
          <LineAdd
            label={words.add}
            hint={words.addHint}
            button={words.addButton}
            onAdd={act.add}
            mostCharacters={mostTyped}
            field={addField}
            className="border-b border-line"
          />
          <div className="flex border-b border-line">
            <SearchField ref={field} label={words.search} value={search} onChange={(text) => void act.setSearch(text)} />
          </div>
          {phase === 'loading' && <Skeleton label={words.loading} />}
          {phase === 'failed' && (
            <Message words={[words.failed, state.problem ?? '']} tone="problem">
              <Button onClick={() => void load()}>{words.retry}</Button>
            </Message>
          )}
          {phase === 'ready' && captures.length === 0 && (
            <Message
              icon={search.trim() === '' ? emptyIcons[tab] : SearchX}
              words={search.trim() === '' ? words.empty[tab] : words.empty.search}
            />
          )}
          {phase === 'ready' && captures.length > 0 && <CaptureList onEnter={enter} />}
          {phase === 'ready' && state.problem !== null && (
            <p role="alert" className="border-t border-line px-4 py-2 text-s text-ink-2">
              {words.moreFailed} {state.problem}
            </p>
          )}
          <ClaudeLine />
        </section>
        {selected === null ? (
          phase === 'ready' && captures.length > 0 && <p className="p-8 text-ink-3">{words.choose}</p>
        ) : (
          <CapturePane key={selected.id} capture={selected} />
        )}
      </div>
    </>
  )
}
