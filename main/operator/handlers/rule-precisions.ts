import type { RulePrecision } from '../../../shared/model/alert.ts'
import { monitorIds } from '../../domain/finding.ts'
import { milderSetting } from '../../domain/milder-setting.ts'
import { precisionOf, type RatingCounts } from '../../domain/precision.ts'
import type { MonitorSettings } from '../../domain/settings.ts'
import { monitors } from '../../monitors/registry.ts'

/** Every rated rule, the one most often wrong first. A proposal is only ever a proposal: the owner changes the settings, or does not. */
export function rulePrecisions(ratings: ReadonlyMap<string, RatingCounts>, settings: MonitorSettings): RulePrecision[] {
  return [...ratings]
    .flatMap(([rule, counts]) => {
      const { right, interval, tooOftenWrong } = precisionOf(counts)
      if (right === null || interval === null) return []
      // The operator's own findings, a source that cannot be reached say, have no setting to turn.
      const monitor = monitorIds.find((id) => monitors[id].rules.includes(rule))
      const proposal = tooOftenWrong && monitor !== undefined ? milderSetting(monitor, rule, settings) : null
      return [{ rule, ...counts, right, ...interval, tooOftenWrong, proposal }]
    })
    .toSorted((a, b) => a.right - b.right || a.rule.localeCompare(b.rule))
}
