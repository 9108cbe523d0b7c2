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
}
export type Screen = Registration & { readonly id: ScreenId; readonly title: string }

// The inbox is the first view; every other screen comes when it is opened.
const TasksScreen = lazy(async () => ({ default: (await import('../features/tasks/tasks-screen.tsx')).TasksScreen }))
const HealthScreen = lazy(async () => ({ default: (await import('../features/health/health-screen.tsx')).HealthScreen }))
const PromisesScreen = lazy(async () => ({ default: (await import('../features/promises/promises-screen.tsx')).PromisesScreen }))
const PatternsScreen = lazy(async () => ({ default: (await import('../features/patterns/patterns-screen.tsx')).PatternsScreen }))
const CapturesScreen = lazy(async () => ({ default: (await import('../features/captures/captures-screen.tsx')).CapturesScreen }))
const JournalScreen = lazy(async () => ({ default: (await import('../features/journal/journal-screen.tsx')).JournalScreen }))
const SettingsScreen = lazy(async () => ({ default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen }))
const StatusScreen = lazy(async () => ({ default: (await import('../features/status/status-screen.tsx')).StatusScreen }))

/** Total: a screen that is listed and not registered does not compile. */
const registry: Readonly<Record<ScreenId, Registration>> = {
  inbox: { icon: Inbox, key: 'i', component: InboxScreen },
  tasks: { icon: ListChecks, key: 't', component: TasksScreen },
  promises: { icon: HeartHandshake, key: 'p', component: PromisesScreen },
  health: { icon: Activity, key: 'h', component: HealthScreen },
  patterns: { icon: ChartColumn, key: 'a', component: PatternsScreen },
  captures: { icon: PenLine, key: 'c', component: CapturesScreen },
  journal: { icon: NotebookText, key: 'l', component: JournalScreen, second: true },
  status: { icon: Clock, key: 's', component: StatusScreen, second: true },
  settings: { icon: Settings, key: ',', component: SettingsScreen, second: true },
}

export const screens: readonly Screen[] = screenIds.map((id) => ({ id, title: appStrings.screens[id], ...registry[id] }))
