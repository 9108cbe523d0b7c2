import { resolveSettings, type ResolvedSettings } from '../../../main/config/resolve.ts'
import { defaultConfiguration } from '../../../main/config/schema.ts'
import type { HealthSettings, MonitorSettings, PatternSettings, TaskSettings } from '../../../main/domain/settings.ts'

export const chicago = 'America/Chicago'

/** The defaults of operator.yaml, as rules and stages see them. */
export const defaults: ResolvedSettings = resolveSettings(defaultConfiguration(), chicago)

type MonitorChanges = {
  readonly health?: Partial<HealthSettings>
  readonly tasks?: Partial<TaskSettings>
  readonly patterns?: Partial<PatternSettings>
}

export function monitorSettings({ health, tasks, patterns }: MonitorChanges = {}): MonitorSettings {
  const { monitors } = defaults
  return {
    health: { ...monitors.health, ...health },
    tasks: { ...monitors.tasks, ...tasks },
    patterns: { ...monitors.patterns, ...patterns },
  }
}
