import type { Instant } from '../domain/instant.ts'
import type { LocalDay } from '../domain/local-day.ts'
import { hourRules, type TaskSettings } from '../domain/settings.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { hourSlotAt } from '../monitors/tasks/hour-slot.ts'
import type { Verdict } from '../pipeline/batch.ts'

/** The hour slots that these verdicts have used up. */
export function usedSlotsOf(
  verdicts: readonly Verdict[],
  settings: TaskSettings,
  snapshot: Pick<Snapshot, 'usedSlots' | 'zone'>,
  now: Instant,
): readonly { readonly rule: string; readonly day: LocalDay; readonly hour: number }[] {
  return hourRules.flatMap((rule) => {
    const spoke = verdicts.some(
      ({ speaker, evaluation }) =>
        speaker === 'tasks' && evaluation.rule === rule && (evaluation.outcome === 'firing' || evaluation.outcome === 'clear'),
    )
    const { slot, due } = hourSlotAt(rule, settings.hours[rule], snapshot.usedSlots, now, snapshot.zone)
    return spoke && due ? [{ rule, ...slot }] : []
  })
}
