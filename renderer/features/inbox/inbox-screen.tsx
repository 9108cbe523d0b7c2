import { useCallback, useEffect, useState } from 'react'
import { ScreenHeader } from '../../app/screen-header.tsx'
import { useFeature, useParts } from '../../app/services.tsx'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { AlertDetailPane } from './alert-detail-pane.tsx'
import { AlertList } from './alert-list.tsx'
import type { InboxTab } from './inbox-store.ts'
import { InboxFilterBar } from './inbox-filter-bar.tsx'
import { inboxStrings as words } from './strings.ts'
import { useSelectedAlert } from './use-selected-alert.ts'

/** List and detail side by side; in a narrow window one of the two. */
export function InboxScreen() {
  const open = useFeature('inbox', (inbox) => inbox.open)
  const select = useFeature('inbox', (inbox) => inbox.select)
  const move = useFeature('inbox', (inbox) => inbox.move)
  const place = useFeature('router', (router) => router.id)
  const go = useFeature('router', (router) => router.go)
  // In a narrow window the detail takes the list's place once an alert is opened; the address says which.
  const opened = place !== null
  // With nothing to choose from there is nothing to show beside it.
  const alone = useFeature('inbox', (inbox) => inbox.phase !== 'loading' && inbox.alerts.length === 0 && inbox.selectedId === null)
  const [snoozing, setSnoozing] = useState(false)
  const selected = useSelectedAlert()
  const actions = useParts('inbox', 'acknowledge', 'dismiss', 'resolve')

  useEffect(() => {
    void open()
  }, [open])
  useEffect(() => {
    if (place !== null) void select(place)
  }, [place, select])

  const openAlert = useCallback((id: string) => go('inbox', id), [go])
  const onSelected = (act: (alert: NonNullable<typeof selected>) => void) => () => {
    if (selected !== null) act(selected)
  }
  useShortcuts({
    j: () => void move(1),
    k: () => void move(-1),
    e: onSelected((alert) => void actions.acknowledge(alert)),
    s: onSelected(() => setSnoozing(true)),
    r: onSelected((alert) => void actions.resolve(alert)),
    d: onSelected((alert) => void actions.dismiss(alert)),
  })

  return (
    <>
      <ScreenHeader title={words.title}>
        <Tabs />
      </ScreenHeader>
      <div
        data-opened={opened}
        data-alone={alone}
        className="group/split grid min-h-0 flex-1 grid-cols-1 @min-[44rem]/main:data-[alone=false]:grid-cols-[minmax(18rem,1fr)_minmax(20rem,1.08fr)]"
      >
        <section
          aria-label={words.list}
          className="flex min-h-0 min-w-0 flex-col border-line @max-[44rem]/main:group-data-[opened=true]/split:hidden @min-[44rem]/main:group-data-[alone=false]/split:border-r"
        >
          <InboxFilterBar />
          <AlertList onOpen={openAlert} />
        </section>
        <AlertDetailPane
          snoozing={snoozing}
          onSnoozing={setSnoozing}
          onBack={() => go('inbox')}
          className="group-data-[alone=true]/split:hidden @max-[44rem]/main:group-data-[opened=false]/split:hidden"
        />
      </div>
    </>
  )
}

function segment(value: InboxTab, count: number) {
  return { value, label: words.tabs[value], count: count === 0 ? undefined : String(count) }
}

function Tabs() {
  const tab = useFeature('inbox', (inbox) => inbox.filter.tab)
  const counts = useFeature('inbox', (inbox) => inbox.counts)
  const setFilter = useFeature('inbox', (inbox) => inbox.setFilter)
  return (
    <Segmented
      label={words.tabsLabel}
      value={tab}
      segments={[segment('open', counts.open), segment('held', counts.held), segment('all', 0)]}
      onChange={(chosen) => void setFilter({ tab: chosen })}
    />
  )
}
