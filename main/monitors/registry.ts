import type { Evaluation, MonitorId } from '../domain/finding.ts'
import type { Instant } from '../domain/instant.ts'
import type { MonitorSettings } from '../domain/settings.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { healthMonitor } from './health/health-monitor.ts'
import { checkMonitor } from './monitor.ts'
import { patternsMonitor } from './patterns/patterns-monitor.ts'
import { tasksMonitor } from './tasks/tasks-monitor.ts'

export type RegisteredMonitor = {
  readonly id: MonitorId
  readonly title: string
  readonly rules: readonly string[]
  check(snapshot: Snapshot, settings: MonitorSettings, now: Instant): readonly Evaluation[]
}

/** Every monitor, in the order in which they run. A monitor id without an entry does not compile. */
export const monitors: Readonly<Record<MonitorId, RegisteredMonitor>> = {
  health: {
    id: 'health',
    title: healthMonitor.title,
    rules: healthMonitor.rules.map(({ name }) => name),
    check: (snapshot, settings, now) => checkMonitor(healthMonitor, snapshot, settings.health, now),
  },
  tasks: {
    id: 'tasks',
    title: tasksMonitor.title,
    rules: tasksMonitor.rules.map(({ name }) => name),
    check: (snapshot, settings, now) => checkMonitor(tasksMonitor, snapshot, settings.tasks, now),
  },
  patterns: {
    id: 'patterns',
    title: patternsMonitor.title,
    rules: patternsMonitor.rules.map(({ name }) => name),
    check: (snapshot, settings, now) => checkMonitor(patternsMonitor, snapshot, settings.patterns, now),
  },
}
