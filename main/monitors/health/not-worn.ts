import type { HealthSettings } from '../../domain/settings.ts'
import type { Rule } from '../monitor.ts'
import { plainNumber } from '../words.ts'
import { freshReading } from './fresh-reading.ts'

/** Hours off the finger in one day beyond which that day's scores say more about the drawer than about the owner. */
const mostHoursOff = 12

/** Mutes the health rules (see pipeline/inhibit.ts); nothing but the ring's own record can say so. */
export const notWorn: Rule<HealthSettings> = {
  name: 'not_worn',
  check(snapshot, _settings, now) {
    const reading = freshReading(snapshot, 'non_wear_hours', now)
    if ('missing' in reading) return { rule: 'not_worn', outcome: 'insufficient_data', detail: reading.missing }
    if (reading.value <= mostHoursOff) return { rule: 'not_worn', outcome: 'clear' }
    return {
      rule: 'not_worn',
      outcome: 'firing',
      findings: [
        {
          key: 'source:not_worn:oura',
          monitor: 'health',
          rule: 'not_worn',
          severity: 'info',
          title: 'The ring was not worn',
          body: `The ring was off for ${plainNumber(reading.value)} hours, so that day's health alerts are muted.`,
          evidence: { value: reading.value, threshold: mostHoursOff, day: reading.day, source: reading.source },
          members: [],
          subject: { kind: 'source', id: 'oura' },
        },
      ],
    }
  },
}
