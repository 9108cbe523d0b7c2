import { valueOf } from './loaded.ts'
import { Moment } from './moment.tsx'
import { screens } from './screens.tsx'
import type { Screen } from './screens.tsx'
import { useFeature } from './services.tsx'
import { seenSources, standingOf } from './standing.ts'
import type { Standing } from './standing.ts'
import { appStrings as words } from './strings.ts'
import { classNames } from '../ui/class-names.ts'

const dots: Readonly<Record<Standing | 'unknown' | 'away', string>> = {
  ok: 'bg-good ring-good-soft',
  degraded: 'bg-medium ring-medium-soft rounded-[2px]!',
  paused: 'bg-ink-3 ring-line',
  stopped: 'bg-critical ring-critical-soft rotate-45 rounded-none!',
  unknown: 'bg-line-strong ring-line',
  away: 'bg-critical ring-critical-soft rotate-45 rounded-none!',
}

export function Sidebar() {
  return (
    <nav
      aria-label={words.navigation}
      className="flex w-51 shrink-0 flex-col gap-0.5 overflow-y-auto border-r border-line bg-sunken px-2.5 py-3.5 @max-[58rem]/app:w-14 @max-[34rem]/app:h-auto @max-[34rem]/app:w-full @max-[34rem]/app:flex-row @max-[34rem]/app:overflow-x-auto @max-[34rem]/app:border-r-0 @max-[34rem]/app:border-b @max-[34rem]/app:py-1.5"
    >
      <Brand />
      {screens.map((screen, index) => (
        <ScreenLink key={screen.id} screen={screen} gap={screen.second === true && screens[index - 1]?.second !== true} />
      ))}
      <Foot />
    </nav>
  )
}

function Brand() {
  const standing = useStanding()
  return (
    <div className="flex items-center gap-2.5 px-2.5 pt-1 pb-3.5 font-bold tracking-tight @max-[58rem]/app:justify-center @max-[58rem]/app:px-0 @max-[34rem]/app:p-2">
      <span
        role="img"
        aria-label={words.standing[standing]}
        title={words.standing[standing]}
        className={classNames('size-2.25 shrink-0 rounded-full ring-3', dots[standing])}
      />
      <span className="truncate @max-[58rem]/app:sr-only">{words.name}</span>
    </div>
  )
}

function ScreenLink({ screen, gap }: { readonly screen: Screen; readonly gap: boolean }) {
  const here = useFeature('router', (router) => router.screen === screen.id)
  const count = useCount(screen.id)
  const Icon = screen.icon
  return (
    <a
      href={`#/${screen.id}`}
      aria-current={here ? 'page' : undefined}
      title={screen.title}
      className={classNames(
        'flex min-h-8 shrink-0 items-center gap-2.5 rounded-control px-2.5 text-ink-2 transition-colors hover:text-ink @max-[58rem]/app:justify-center @max-[58rem]/app:px-0 @max-[34rem]/app:px-2.5',
        here && 'bg-surface font-medium text-ink! shadow-1',
        gap && 'mt-3 @max-[34rem]/app:mt-0',
      )}
    >
      <Icon aria-hidden="true" className="size-4 shrink-0" strokeWidth={1.7} />
      <span className="truncate @max-[58rem]/app:sr-only">{screen.title}</span>
      {count > 0 && (
        <span
          role="note"
          aria-label={words.count(count, screen.title)}
          className={classNames('ml-auto text-s font-medium @max-[58rem]/app:hidden', here ? 'text-accent' : 'text-ink-3')}
        >
          {count}
        </span>
      )}
    </a>
  )
}

function Foot() {
  const status = useFeature('status', (state) => valueOf(state.status))
  const checking = useFeature('status', (state) => state.checking)
  if (status === null) return null
  const { seen, all } = seenSources(status)
  const standing = standingOf(status)
  return (
    <div className="mt-auto px-2.5 pt-3 text-s leading-[1.45] text-ink-3 @max-[58rem]/app:hidden">
      <p>{words.seeing(seen, all)}</p>
      {checking && <p>{words.checking}</p>}
      {!checking && standing === 'stopped' && <p>{words.stopped}</p>}
      {!checking && standing === 'paused' && status.pausedUntil !== null && (
        <p>
          {words.pausedUntil('')}
          <Moment at={status.pausedUntil} brief />
        </p>
      )}
      {!checking && (standing === 'ok' || standing === 'degraded') && status.nextRun !== null && (
        <p>
          {words.nextCheck('')}
          <Moment at={status.nextRun} />
        </p>
      )}
    </div>
  )
}

function useStanding(): Standing | 'unknown' | 'away' {
  return useFeature('status', (state) => {
    if (!state.connected || state.status.kind === 'failed') return 'away'
    return state.status.kind === 'ready' ? standingOf(state.status.value) : 'unknown'
  })
}

function useCount(screen: string): number {
  const open = useFeature('status', (state) => valueOf(state.status)?.openAlerts ?? 0)
  const tasks = useFeature('tasks', (state) => state.counts.today)
  const promises = useFeature('status', (state) => valueOf(state.status)?.promisesDue ?? 0)
  const captures = useFeature('status', (state) => valueOf(state.status)?.capturesWaiting ?? 0)
  const counts: Readonly<Record<string, number>> = { inbox: open, tasks, promises, captures }
  return counts[screen] ?? 0
}
