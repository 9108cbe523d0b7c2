import { hour } from '../../domain/instant.ts'
import { addDays, endOfDay, localDayOf } from '../../domain/local-day.ts'
import type { HealthSettings } from '../../domain/settings.ts'
import type { Rule } from '../monitor.ts'
import { dayInWords } from '../words.ts'

/**
 * Says that health data stopped coming. A day's reading speaks of its day, so its age counts from the end of that day; while it is today's or
 * yesterday's it is still judged and never stale. An operator that never had a reading has nothing that could go stale.
 */
export const stale: Rule<HealthSettings> = {
  name: 'stale',
  check(snapshot, settings, now) {
    const today = localDayOf(now, snapshot.zone)
    const newest = snapshot.readings.findLast(({ day }) => day <= today)
    if (newest === undefined) return { rule: 'stale', outcome: 'insufficient_data', detail: '0 of 1 readings' }
    const age = now - endOfDay(newest.day, snapshot.zone)
    if (newest.day >= addDays(today, -1) || age <= settings.stale_after_hours * hour) return { rule: 'stale', outcome: 'clear' }
    return {
      rule: 'stale',
      outcome: 'firing',
      findings: [
        {
          key: 'source:stale:oura',
          monitor: 'health',
          rule: 'stale',
          severity: 'low',
          title: `No health data since ${dayInWords(newest.day)}`,
          body: `The newest health data is of ${dayInWords(newest.day)}. Open the Oura app so that the ring can sync, or import a file; until then nothing is judged.`,
          evidence: {
            newest_day: newest.day,
            age_hours: Math.floor(age / hour),
            threshold_hours: settings.stale_after_hours,
            source: newest.source,
          },
          members: [],
          subject: { kind: 'source', id: 'oura' },
        },
      ],
    }
  },
}
