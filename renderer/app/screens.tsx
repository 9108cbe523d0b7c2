import { Activity, ChartColumn, Clock, HeartHandshake, Inbox, ListChecks, NotebookText, PenLine, Settings } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { lazy } from 'react'
import type { ComponentType } from 'react'
import { InboxScreen } from '../features/inbox/inbox-screen.tsx'
import { screenIds } from './screen-ids.ts'
import type { ScreenId } from './screen-ids.ts'
import { appStrings } from './strings.ts'

type Registration = {
  readonly icon: LucideIcon
  /** Pressed after G. */
  readonly key: string
  /** Below the gap in the sidebar: what is looked at now and then. */
  readonly second?: boolean
  readonly component: ComponentType
  /** Brings what the screen is made of, where it is not here from the start. */
  readonly fetch?: () => Promise<unknown>
}
export type Screen = Registration & { readonly id: ScreenId; readonly title: string }

// The inbox is the first view; every other screen comes when it is opened.
function later(read: () => Promise<ComponentType>): Pick<Registration, 'component' | 'fetch'> {
  return { component: lazy(async () => ({ default: await read() })), fetch: read }
}

/** Total: a screen that is listed and not registered does not compile. */
const registry: Readonly<Record<ScreenId, Registration>> = {
  inbox: { icon: Inbox, key: 'i', component: InboxScreen },
  tasks: { icon: ListChecks, key: 't', ...later(async () => (await import('../features/tasks/tasks-screen.tsx')).TasksScreen) },
  promises: {
    icon: HeartHandshake,
    key: 'p',
    ...later(async () => (await import('../features/promises/promises-screen.tsx')).PromisesScreen),
  },
  health: { icon: Activity, key: 'h', ...later(async () => (await import('../features/health/health-screen.tsx')).HealthScreen) },
  patterns: {
    icon: ChartColumn,
    key: 'a',
    ...later(async () => (await import('../features/patterns/patterns-screen.tsx')).PatternsScreen),
  },
  captures: { icon: PenLine, key: 'c', ...later(async () => (await import('../features/captures/captures-screen.tsx')).CapturesScreen) },
  journal: {
    icon: NotebookText,
    key: 'l',
    ...later(async () => (await import('../features/journal/journal-screen.tsx')).JournalScreen),
    second: true,
  },
  status: {
    icon: Clock,
    key: 's',
    ...later(async () => (await import('../features/status/status-screen.tsx')).StatusScreen),
    second: true,
  },
  settings: {
    icon: Settings,
    key: ',',
    ...later(async () => (await import('../features/settings/settings-screen.tsx')).SettingsScreen),
    second: true,
  },
}

export const screens: readonly Screen[] = screenIds.map((id) => ({ id, title: appStrings.screens[id], ...registry[id] }))
