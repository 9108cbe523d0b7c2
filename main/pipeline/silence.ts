import { decide, suppress } from './batch.ts'
import type { Stage } from './stage.ts'
import { timeInWords } from './time-words.ts'

/** Snoozed alerts, muted rules, and the pause asked for in the tray. */
export const silence: Stage = {
  name: 'silence',
  run(batch, world) {
    const words = (until: number) => timeInWords(until, world.now, world.zone)
    return decide(batch, (item) => {
      const { snoozedUntil, state } = item.alert
      if (state === 'snoozed' && snoozedUntil !== null) return suppress(item, 'silence', `snoozed until ${words(snoozedUntil)}`)
      const muted = world.mutedRules.get(item.finding.rule)
      if (muted === null) return suppress(item, 'silence', 'rule muted')
      if (muted !== undefined && muted > world.now) return suppress(item, 'silence', `rule muted until ${words(muted)}`)
      if (world.pausedUntil !== null && world.pausedUntil > world.now) {
        return suppress(item, 'silence', `paused until ${words(world.pausedUntil)}`)
      }
      return null
    })
  },
}
