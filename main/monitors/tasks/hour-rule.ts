import type { Finding } from '../../domain/finding.ts'
import type { Instant } from '../../domain/instant.ts'
import type { HourRule as HourRuleName, TaskSettings } from '../../domain/settings.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Rule } from '../monitor.ts'
import { hourSlotAt, type HourSlot } from './hour-slot.ts'

/** A rule that speaks once per hour slot and day; between its hours it only says what is still true, so that a done task closes its alert at once. */
export function hourRule(
  name: HourRuleName,
  find: (snapshot: Snapshot, settings: TaskSettings, now: Instant, slot: HourSlot) => readonly Finding[],
): Rule<TaskSettings> {
  return {
    name,
    check(snapshot, settings, now) {
      const { slot, due } = hourSlotAt(name, settings.hours[name], snapshot.usedSlots, now, snapshot.zone)
      const findings = find(snapshot, settings, now, slot)
      if (!due) return { rule: name, outcome: 'not_due', holding: findings.map(({ key }) => key) }
      return findings.length > 0 ? { rule: name, outcome: 'firing', findings } : { rule: name, outcome: 'clear' }
    },
  }
}
