import { AppWindow, PenLine } from 'lucide-react'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { valueOf } from '../../app/loaded.ts'
import { Notices } from '../../app/notices.tsx'
import { useFeature } from '../../app/services.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { useTheme } from '../../app/use-theme.ts'
import { useNow } from '../../app/use-now.tsx'
import { LineAdd } from '../../ui/line-add.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { PanelAlerts } from './panel-alerts.tsx'
import { PanelFigure } from './panel-figure.tsx'
import { PanelTasks } from './panel-tasks.tsx'
import { panelStrings as words } from './strings.ts'
import { Banners } from '../../app/banners.tsx'

/** Today in one look, at the tray icon. */
export function Panel() {
  useTheme()
  const load = useFeature('panel', (panel) => panel.load)
  const add = useFeature('tasks', (state) => state.add)
  const newest = useFeature('status', (state) => valueOf(state.status)?.newestReadingAt ?? null)
  const today = useFormats().dayOf(useNow())
  useEffect(() => {
    // Read again when the day turns, and when a reading has come.
    if (newest !== null) void load(today)
  }, [load, today, newest])
  return (
    <main id="screen" tabIndex={-1} className="outline-none @container/main relative flex h-full flex-col bg-surface">
      <header className="flex min-h-11 items-center justify-between border-b border-line pr-3 pl-5">
        <h1 className="text-l">{words.title}</h1>
        <a
          href="./capture.html"
          target="thanos-capture"
          className="ml-auto flex min-h-7 items-center gap-2 rounded-control px-2 text-s text-ink-2 hover:bg-sunken hover:text-ink"
        >
          <PenLine aria-hidden="true" className="size-4" />
          {words.capture}
        </a>
        <a
          href="./index.html"
          target="thanos-main"
          className="flex min-h-7 items-center gap-2 rounded-control px-2 text-s text-ink-2 hover:bg-sunken hover:text-ink"
        >
          <AppWindow aria-hidden="true" className="size-4" />
          {words.open}
        </a>
      </header>
      <Banners />
      <ScrollRegion label={words.title} className="min-h-0 flex-1 overflow-y-auto px-5 pb-6 -outline-offset-2!">
        <div className="grid grid-cols-2 gap-4 border-b border-line py-3.5">
          <PanelFigure metric="readiness" label={words.readiness} unit={words.of100} digits={0} />
          <PanelFigure metric="sleep_hours" label={words.sleep} unit={words.hours} digits={1} />
        </div>
        <Part title={words.alerts}>
          <PanelAlerts />
        </Part>
        <Part title={words.tasks}>
          <PanelTasks />
        </Part>
      </ScrollRegion>
      <footer className="border-t border-line">
        <LineAdd label={words.add} hint={words.addHint} button={words.addButton} onAdd={add} />
      </footer>
      <PanelNotices />
    </main>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="pt-3">
      <h2 className="mb-1 text-s font-medium tracking-normal text-ink-3">{title}</h2>
      {children}
    </section>
  )
}

function PanelNotices() {
  const something = useFeature('undo', (state) => state.shown !== null || state.refusal !== null)
  return (
    <div className={something ? 'absolute inset-x-0 bottom-12' : ''}>
      <Notices />
    </div>
  )
}
