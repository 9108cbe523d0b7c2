import type { Evaluation, MonitorId } from '../../../main/domain/finding.ts'
import type { Finding } from '../../../main/domain/finding.ts'
import type { MonitorSettings } from '../../../main/domain/settings.ts'
import type { Snapshot } from '../../../main/domain/snapshot.ts'
import { monitors } from '../../../main/monitors/registry.ts'
import { monitorSettings } from './settings.ts'
import { snapshot } from './snapshot.ts'

/** What one rule says of a snapshot at a moment (ISO 8601). */
export function check(
  monitor: MonitorId,
  rule: string,
  what: Partial<Snapshot>,
  now: string,
  settings: MonitorSettings = monitorSettings(),
): Evaluation {
  const said = monitors[monitor].check(snapshot(what), settings, Date.parse(now)).find((each) => each.rule === rule)
  if (said === undefined) throw new Error(`The ${monitor} monitor has no rule ${rule}`)
  return said
}

export function findingsOf(evaluation: Evaluation): readonly Finding[] {
  return evaluation.outcome === 'firing' ? evaluation.findings : []
}

/** `KEY SEVERITY` of everything it found. */
export function said(evaluation: Evaluation): readonly string[] {
  return findingsOf(evaluation).map(({ key, severity }) => `${key} ${severity}`)
}
